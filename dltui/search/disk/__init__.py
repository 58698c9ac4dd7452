"""Passages become segments on disk, and segments are read: everything that knows Whoosh or a file's layout.

Imports `language` for what a word is.
"""
