"""Passages become hits: the index, the query language, snippets.

Imports model and errors; the only folder that knows Whoosh, whose words don't leave it.
"""
