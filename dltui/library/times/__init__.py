"""The digits of timestamps become seconds: what an article, its siblings and its channel tell of what they mean.

Imports model and codes.
"""
