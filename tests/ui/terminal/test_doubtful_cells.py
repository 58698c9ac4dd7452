"""A terminal that measures text in its own way keeps the frame."""

import re
import unicodedata

import pytest
from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment
from textual._compositor import LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from dltui.ui.terminal.doubtful_cells import is_doubtful, stretches
from dltui.ui.terminal.shown_cells import ShownCells

WIDTH = 40
CONSOLE = Console(color_system="truecolor", force_terminal=True, legacy_windows=False)
MOVE = re.compile(r"\x1b\[(\d+);(\d+)H|\x1b\[[0-9;]*m")


class LoneTerminal:
    """One row of a terminal that draws vowel signs, and every part of an emoji, in cells of their own."""

    def __init__(self) -> None:
        self.cells = [" "] * WIDTH
        self._at = 0

    def receive(self, text: str) -> None:
        at = 0
        for found in MOVE.finditer(text):
            self._draw(text[at : found.start()])
            if found[2]:
                self._at = int(found[2]) - 1
            at = found.end()
        self._draw(text[at:])

    def _draw(self, text: str) -> None:
        for char in text:
            width = 1 if unicodedata.category(char) == "Mc" else cell_len(char)
            if width and self._at + width <= WIDTH:
                self.cells[self._at : self._at + width] = [char, *[""] * (width - 1)]
                self._at += width


def update(text: str) -> LayoutUpdate:
    """A row of the screen with a frame at its end."""
    room = WIDTH - 1 - cell_len(text)
    return LayoutUpdate([[Strip([Segment(text + " " * room + "┃")])]], Region(0, 0, WIDTH, 1))


@pytest.mark.parametrize("text", ["हिन्दी में लिखा हुआ", "👩‍👩‍👧‍👦 and 👍🏽", "❤️ 1️⃣ 🏃🏽", "বাংলা ভাষা", "ไทยที่นี่"])
def test_the_frame_holds_and_nothing_is_left_behind(text: str) -> None:
    shown, terminal = ShownCells(), LoneTerminal()
    for written in (f"  {text}", f"  {text} more", "  plain words", "", f"x {text}", "  plain words"):
        terminal.receive(shown.only_news(update(written), CONSOLE).render_segments(CONSOLE))  # type: ignore[attr-defined]
        assert terminal.cells[-1] == "┃"
        if written.isascii():
            assert "".join(terminal.cells) == f"{written:<{WIDTH - 1}}┃"
    assert is_doubtful(text)


def test_unchanged_rows_are_not_sent_again() -> None:
    shown = ShownCells()
    first = shown.only_news(update("हिन्दी"), CONSOLE)
    assert first
    assert not shown.only_news(update("हिन्दी"), CONSOLE)


def test_what_is_measured_alike_everywhere_is_left_alone() -> None:
    assert not is_doubtful("plain, façade, 中文, العربية, 👍")
    assert list(stretches(list("plain"))) == []
    assert [stretch[:2] for stretch in stretches(["a", "हि", "b", " ", " ", "न्"])] == [(1, 3), (5, 6)]
