"""Blocks become lines: at any width, on demand, with roles instead of colours.

`compose` turns the blocks of a chunk into boxes, whose texts (flows), marks and spots are decided but whose width is
not. `draw` turns boxes into rows at one width. `layout.Layout` does both for what comes near the screen, and knows
which rows show a place, a spot or a match. `text` measures and cuts, `tex` lays formulas out.

Imports markdown and model; of other packages rich.cells, and Pygments when a page needs it.
"""
