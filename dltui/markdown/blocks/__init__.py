"""The lines of a chunk become blocks: markdown-it cuts them with its rules and ours, then its tokens become the tree.

A rule of ours that holds other blocks (details, a footnote) carries its inside as text, which is parsed the same way.
"""
