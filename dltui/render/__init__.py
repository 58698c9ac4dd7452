"""Blocks become lines: wrapping, tables, code, folding, finding, all in cells and roles, never in colours.

Imports markdown, model and errors.
"""
