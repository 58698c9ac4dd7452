"""A query's text becomes a tree, and words: what can be asked, without knowing any index.

Imports model.
"""
