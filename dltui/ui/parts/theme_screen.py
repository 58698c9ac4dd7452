"""Choosing a theme, with the whole screen as the preview."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.widget import Widget

from dltui.model.theme import Theme
from dltui.render.line import Line, Span
from dltui.ui.messages import ThemePreviewed
from dltui.ui.parts.dialog import Dialog
from dltui.ui.parts.fit import fit, gap
from dltui.ui.parts.painter import Painter
from dltui.ui.parts.row_list import RowList


class ThemeList(RowList):
    """The names of the themes, dark and light told apart."""

    surface = "surface"

    def __init__(self, painter: Painter, themes: Sequence[Theme]) -> None:
        super().__init__(painter)
        self.themes = themes

    @property
    def row_count(self) -> int:
        """See RowList."""
        return len(self.themes)

    def row_line(self, index: int, part: int, width: int) -> Line:  # noqa: ARG002 -- rows are one line high
        """See RowList."""
        theme = self.themes[index]
        kind = "dark " if theme.dark else "light "
        title = fit(theme.title, width - 10)
        return Line(
            (
                Span(f" {title}", "text"),
                Span(gap(len(title) + 1 + len(kind), width), "text"),
                Span(kind, "quiet"),
            )
        )


class ThemeScreen(Dialog[str]):
    """Moving previews, Enter keeps, Esc goes back to the theme before. The result is the name of the theme, or None."""

    labels: ClassVar[Mapping[str, str]] = {"Open": "Keep", "Close": "Put back"}
    DEFAULT_CSS = """
    ThemeScreen { align: right top; background: transparent; }
    ThemeScreen > Vertical { width: 44; height: auto; margin: 1 2; }
    ThemeScreen ThemeList { height: auto; max-height: 16; }
    """

    def __init__(self, painter: Painter, themes: Sequence[Theme]) -> None:
        super().__init__(painter, "Theme")
        self._themes = themes
        self._before = painter.theme.name

    def body(self) -> list[Widget]:
        """See Dialog."""
        names = [theme.name for theme in self._themes]
        theme_list = ThemeList(self.painter, self._themes)
        theme_list.set_reactive(RowList.cursor, names.index(self._before) if self._before in names else 0)
        return [theme_list]

    @on(RowList.Moved)
    def _preview(self, message: RowList.Moved) -> None:
        if not isinstance(message, RowList.Chosen):
            self.post_message(ThemePreviewed(self._themes[message.index].name))

    @on(RowList.Chosen)
    def _keep(self, message: RowList.Chosen) -> None:
        self.dismiss(self._themes[message.index].name)
