"""The first picture: what the screen showed when it was last opened like this, drawn while everything else is imported.

A start takes as long as its imports do. The curtain needs none of the program's own, so the tree and the article stand
there at once; the panes come up behind it and take over. Whatever is typed meanwhile waits for them.
"""

import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from rich.errors import StyleSyntaxError
from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from dltui.model.clean import is_clean

_MOST_BYTES = 1_000_000
#: One for each size of terminal and command line that was used lately.
_MOST_KEPT = 8
_LOOKS = ("bold", "dim", "italic", "underline", "strike", "reverse", "overline", "underline2")


@dataclass(frozen=True, slots=True)
class Curtain:
    """A picture of a whole screen.

    Attributes:
        theme: the name of the theme it is drawn in.
        rows: one strip for each row of the screen.
    """

    theme: str
    rows: Sequence[Strip]


@dataclass(frozen=True, slots=True)
class CurtainFile:
    """Where the picture of a library's first screen is kept.

    Attributes:
        place: a file in the library's private cache folder.
        stamp: what has to be the same for the picture to be true: version, size of the terminal, arguments.
    """

    place: Path
    stamp: str

    def load(self) -> Curtain | None:
        """The picture that was kept; None if there is none, or it isn't true any more."""
        with suppress(OSError, ValueError, TypeError, LookupError, StyleSyntaxError):
            if self.place.stat().st_size > _MOST_BYTES:
                return None
            kept = json.loads(self.place.read_text("utf-8"))
            if kept["stamp"] != self.stamp:
                return None
            styles = [Style.parse(str(written)) for written in kept["styles"]]
            rows = [
                Strip([Segment(_clean(text), styles[style]) for text, style in row]) for row in kept["rows"]
            ]
            return Curtain(str(kept["theme"]), rows)
        return None

    def keep(self, curtain: Curtain) -> None:
        """Keep a picture for the next start; where that can't be, the next start is just a little slower."""
        styles: dict[str, int] = {}
        rows = [
            [(segment.text, styles.setdefault(_written(segment.style), len(styles))) for segment in row]
            for row in curtain.rows
        ]
        kept = {"stamp": self.stamp, "theme": curtain.theme, "styles": list(styles), "rows": rows}
        fresh = self.place.with_suffix(".new")
        with suppress(OSError):
            fresh.write_text(json.dumps(kept, ensure_ascii=False), "utf-8")
            fresh.replace(self.place)
            kept_ones = sorted(
                self.place.parent.glob("curtain-*.json"), key=lambda file: -file.stat().st_mtime_ns
            )
            for old in kept_ones[_MOST_KEPT:]:
                old.unlink()


def picture_of(rows: Iterable[Strip]) -> list[Strip]:
    """Rows of a screen in the form in which two pictures can be compared: no links, no meta, runs joined."""
    return [
        Strip([Segment(text, _plain(style)) for text, style, control in row if not control]).simplify()
        for row in rows
    ]


class CurtainScreen(Screen[None], inherit_css=False):
    """Shows a picture and nothing else."""

    DEFAULT_CSS = "CurtainScreen { layout: vertical; background: $background; }"

    def __init__(self, curtain: Curtain) -> None:
        super().__init__()
        self._curtain = curtain

    def compose(self) -> ComposeResult:
        """One widget, as large as the screen."""
        yield _Picture(self._curtain.rows)


class _Picture(Widget):
    DEFAULT_CSS = "_Picture { width: 100%; height: 100%; }"

    def __init__(self, rows: Sequence[Strip]) -> None:
        super().__init__()
        self._rows = rows

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        return self._rows[y].adjust_cell_length(width) if y < len(self._rows) else Strip.blank(width)


def _clean(text: object) -> str:
    if not isinstance(text, str) or not is_clean(text):
        raise ValueError(text)
    return text


def _plain(style: Style | None) -> Style:
    """The look of a style alone."""
    if style is None:
        return Style.null()
    looks = {name: getattr(style, name) for name in _LOOKS}
    return Style(color=style.color, bgcolor=style.bgcolor, **looks)


def _written(style: Style | None) -> str:
    return str(_plain(style))
