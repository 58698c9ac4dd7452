"""What panes and dialogs are made of: lists, lines of text, the frame of a dialog, the key bar, the painter.

Imports `keys`; knows nothing of articles, hits or moments.
"""
