"""Roles become colours: the one place where a theme meets a line."""

from collections.abc import Callable
from functools import cached_property

from rich.color import ColorParseError
from rich.errors import StyleSyntaxError
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from dltui.model.theme import Theme
from dltui.render.line import Line, Span
from dltui.render.marks import in_ascii
from dltui.render.text.cells import cells

#: Colours of the palette for things of one kind that are to be told apart (role `series.0` and so on).
_SERIES = ("primary", "accent", "success", "error", "secondary", "warning")


class Painter:
    """Paints lines in one theme.

    Args:
        theme: roles to styles; a role it doesn't know falls back to its parent (`heading.2` to `heading`), then to
            plain text.
        hyperlinks: whether the terminal is told where links lead (OSC 8).
        ascii_marks: whether the interface draws its marks in ASCII.
    """

    def __init__(self, theme: Theme, *, hyperlinks: bool = False, ascii_marks: bool = False) -> None:
        self.theme = theme
        self.hyperlinks = hyperlinks
        self.ascii_marks = ascii_marks
        self._styles: dict[tuple[str, str], Style] = {}

    @cached_property
    def base(self) -> Style:
        """Plain text on the theme's background."""
        return self._parse(self.theme.roles.get("text", "")) or Style.null()

    def style(self, role: str, surface: str = "") -> Style:
        """The style of a role drawn on a surface.

        Args:
            role: one role, or several joined by `+` (later ones win).
            surface: the role of what lies below (`panel`, `selection`, a line's fill); empty for the page.
        """
        key = (role, surface)
        found = self._styles.get(key)
        if found is None:
            found = self.base + self._lookup(surface) if surface else self.base
            for part in role.split("+"):
                # Running text has the page's background, which must not cover the surface it is drawn on.
                found += Style.null() if part == "text" else self._lookup(part)
            self._styles[key] = found
        return found

    def bar(self, colour: str) -> Style:
        """A scrollbar in one of the palette's colours, on the page."""
        palette = self.theme.palette
        written = f"{palette[colour]} on {palette['background']}"
        return self._parse(written.replace("ansi_", ""))

    def marked(self, text: str) -> str:
        """A text of the interface with its marks as they are drawn."""
        return in_ascii(text) if self.ascii_marks else text

    def strip(
        self, line: Line, width: int, surface: str = "", link_of: Callable[[int], str] | None = None
    ) -> Strip:
        """One line of the interface, padded to a width in cells; the arguments are those of `strip_of_page`."""
        if self.ascii_marks:
            spans = tuple(span._replace(text=in_ascii(span.text)) for span in line.spans)
            line = line._replace(spans=spans)
        return self.strip_of_page(line, width, surface, link_of)

    def strip_of_page(
        self, line: Line, width: int, surface: str = "", link_of: Callable[[int], str] | None = None
    ) -> Strip:
        """One line of an article, padded to a width in cells; its marks are the page's own.

        Args:
            line: what is drawn.
            width: in cells.
            surface: the role of what lies below, where the line has none of its own.
            link_of: gives the URL that the terminal should link the spot of an id to; empty for none.
        """
        below = line.fill or surface
        segments = [Segment(span.text, self._linked(span, below, link_of)) for span in line.spans]
        used, pad = sum(cells(span.text) for span in line.spans), self.style("text", below)
        if used < width:
            segments.append(Segment(" " * (width - used), pad))
            used = width
        return Strip(segments, used).adjust_cell_length(width, pad)

    def _linked(self, span: Span, below: str, link_of: Callable[[int], str] | None) -> Style:
        style = self.style(span.role, below)
        url = link_of(span.spot) if self.hyperlinks and link_of is not None and span.spot >= 0 else ""
        return style + Style(link=url) if url else style

    def _lookup(self, role: str) -> Style:
        written = self.theme.written(role)
        if not written and role.startswith("series."):
            written = self._series(int(role.removeprefix("series.")))
        return self._parse(written)

    def _series(self, number: int) -> str:
        """The colour of the n-th of several equals; every palette has these."""
        return self.theme.palette[_SERIES[number % len(_SERIES)]].removeprefix("ansi_")

    @staticmethod
    def _parse(written: str) -> Style:
        try:
            return Style.parse(written)
        except (StyleSyntaxError, ColorParseError):
            return Style.null()
