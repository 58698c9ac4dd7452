"""The pane in the middle: an article's lines, what can be selected in them, finding, hints, peeking, its outline.

Imports `parts` and `keys`.
"""
