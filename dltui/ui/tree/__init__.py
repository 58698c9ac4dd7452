"""The pane on the left: arrangements of the articles, their rows, the filter.

Imports `parts` and `keys`.
"""
