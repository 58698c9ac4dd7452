"""What a row of a table says at an offset: a cell alone is seldom a sentence."""

from bisect import bisect_right
from itertools import accumulate

from dltui.library.article.runs import CELL_BORDER
from dltui.library.article.sentences import Sentences

_LONGEST_ROW = 240


class TableRow:
    """The cells of a row; asked like `Sentences`.

    Args:
        text: of the row's run.
    """

    def __init__(self, text: str) -> None:
        written = text.split(CELL_BORDER)
        self._starts = [0, *accumulate(len(cell) + len(CELL_BORDER) for cell in written[:-1])]
        self._cells = [Sentences(cell) for cell in written]
        words = [" ".join(cell.split()).strip("·") for cell in written]
        self._told = [cell for cell in words if cell]
        whole = CELL_BORDER.join(self._told)
        self._whole = whole if len(whole) <= _LONGEST_ROW else ""

    def around(self, offset: int) -> str:
        """The whole row, or where that is long the sentence at an offset behind the row's first cell."""
        if self._whole or not self._told:
            return self._whole
        number = bisect_right(self._starts, offset) - 1
        sentence = self._cells[number].around(offset - self._starts[number])
        head = self._told[0] if number else ""
        return CELL_BORDER.join(dict.fromkeys(part for part in (head, sentence) if part))
