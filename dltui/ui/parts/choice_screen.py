"""Choosing one of several places."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual import on
from textual.widget import Widget

from dltui.model.location import Location
from dltui.render.line import Line, Span
from dltui.ui.parts.dialog import Dialog
from dltui.ui.parts.fit import fit, gap
from dltui.ui.parts.option import Option
from dltui.ui.parts.painter import Painter
from dltui.ui.parts.row_list import RowList


class OptionList(RowList):
    """Options, a row each."""

    surface = "surface"

    def __init__(self, painter: Painter, options: Sequence[Option]) -> None:
        super().__init__(painter)
        self.options = options

    @property
    def row_count(self) -> int:
        """See RowList."""
        return len(self.options)

    def row_line(self, index: int, part: int, width: int) -> Line:  # noqa: ARG002 -- rows are one line high
        """See RowList."""
        option = self.options[index]
        detail = fit(option.detail, width // 2 - 2)
        title = fit(option.title, width - cell_len(detail) - 4)
        between = gap(cell_len(title) + cell_len(detail) + 2, width)
        return Line((Span(f" {title}", "text"), Span(between, "text"), Span(f"{detail} ", "quiet")))


class ChoiceScreen(Dialog[Location]):
    """The result is the chosen location, or None."""

    DEFAULT_CSS = """
    ChoiceScreen > Vertical { width: 90%; max-width: 96; }
    ChoiceScreen OptionList { height: auto; max-height: 20; }
    """

    def __init__(self, painter: Painter, title: str, options: Sequence[Option]) -> None:
        super().__init__(painter, title)
        self._options = options

    def body(self) -> list[Widget]:
        """See Dialog."""
        return [OptionList(self.painter, self._options)]

    @on(RowList.Chosen)
    def _choose(self, message: RowList.Chosen) -> None:
        self.dismiss(self._options[message.index].location)
