"""The video behind the article: its moments as a pane, a page and a strip, and the local player that reads along.

Imports `article`, `parts` and `keys`.
"""
