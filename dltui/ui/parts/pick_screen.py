"""Choosing one of many by typing a part of its name."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from rich.cells import cell_len
from textual import on
from textual.widget import Widget

from dltui.render.line import Line, Span
from dltui.ui.parts.dialog import Dialog
from dltui.ui.parts.fit import fit, gap
from dltui.ui.parts.fuzzy import FuzzyFinder, lit_letters
from dltui.ui.parts.list_line import ListLine
from dltui.ui.parts.painter import Painter
from dltui.ui.parts.row_list import RowList

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Picks(Generic[Item]):
    """What there is to choose from.

    Attributes:
        items: all of them.
        label: what an item is found by; clean.
        detail: what stands to the right of it; clean.
        finder: knows the labels, in the order of the items.
    """

    items: Sequence[Item]
    label: Callable[[Item], str]
    detail: Callable[[Item], str]
    finder: FuzzyFinder

    @classmethod
    def of(
        cls,
        items: Sequence[Item],
        label: Callable[[Item], str],
        detail: Callable[[Item], str],
        recent: Sequence[int] = (),
    ) -> "Picks[Item]":
        """Picks with a finder of their own."""
        return cls(items, label, detail, FuzzyFinder(map(label, items), recent))


class PickList(RowList, Generic[Item]):
    """What was found, a row each, with the letters lit that were typed."""

    surface = "surface"
    always_lit = True

    def __init__(self, painter: Painter) -> None:
        super().__init__(painter)
        self._picks: Picks[Item] | None = None
        self._text = ""
        self._found: Sequence[int] = ()

    @property
    def row_count(self) -> int:
        """See RowList."""
        return len(self._found)

    @property
    def item(self) -> Item | None:
        """The one under the cursor."""
        return self._picks.items[self._found[self.cursor]] if self._picks and self._found else None

    def on_unmount(self) -> None:
        """See PickScreen."""
        self._picks, self._found = None, ()

    def show(self, picks: Picks[Item], text: str, found: Sequence[int]) -> None:
        """Show what was found for a text."""
        self._picks, self._text, self._found = picks, text, found
        self.empty = "Nothing has these letters."
        self.rows_changed(0)

    def row_line(self, index: int, part: int, width: int) -> Line:  # noqa: ARG002 -- rows are one line high
        """See RowList."""
        if self._picks is None:
            return Line(())
        item = self._picks.items[self._found[index]]
        detail = fit(self._picks.detail(item), width // 2 - 2)
        label = fit(self._picks.label(item), width - cell_len(detail) - 4)
        lit = set(lit_letters(label, self._text))
        runs = groupby(range(len(label)), key=lit.__contains__)
        spans = [
            Span("".join(label[at] for at in run), "match" if is_lit else "text") for is_lit, run in runs
        ]
        between = gap(cell_len(label) + cell_len(detail) + 2, width)
        return Line((Span(" ", "text"), *spans, Span(between, "text"), Span(f"{detail} ", "quiet")))


class PickScreen(Dialog[Item]):
    """A line to type in and what was found below it. The result is the chosen item, or None.

    Args:
        painter: paints the rows.
        title: of the box.
        load: makes the picks; it runs in a thread, there may be tens of thousands.
    """

    DEFAULT_CSS = """
    PickScreen > Vertical { width: 90%; max-width: 96; height: 70%; }
    PickScreen ListLine { padding: 0 1; background: $panel; }
    PickScreen PickList { height: 1fr; margin: 1 0 0 0; }
    PickScreen.-low PickList { margin: 0; }
    """

    def __init__(self, painter: Painter, title: str, load: Callable[[], Picks[Item]]) -> None:
        super().__init__(painter, title)
        self._load = load
        self._picks: Picks[Item] | None = None
        self._shown_text: str | None = None
        self._choose_first = False

    def body(self) -> list[Widget]:
        """See Dialog."""
        return [ListLine("Some letters of it"), PickList[Item](self.painter)]

    def on_mount(self) -> None:
        """Load what there is; what is typed meanwhile waits."""
        self.run_worker(self._look(), group="look", exclusive=True)

    def on_unmount(self) -> None:
        """Let go of what there was: the screen itself stays until garbage is collected."""
        self._picks = None

    @property
    def _list(self) -> PickList[Item]:
        return self.query_one(PickList)

    async def _look(self) -> None:
        """Find what was typed; a newer text ends it."""
        if self._picks is None:
            self._picks = await asyncio.to_thread(self._load)
        text = "".join(line.value for line in self.query(ListLine))
        found: Sequence[int] = ()
        for step in self._picks.finder.search(text):
            if step is None:
                await asyncio.sleep(0)
            else:
                found = step
        for rows in self.query(PickList):  # none while the screen is being taken down
            rows.show(self._picks, text, found)
            self._shown_text = text
            if self._choose_first:
                self._choose()

    @on(ListLine.Changed)
    def _typed(self, message: ListLine.Changed) -> None:
        message.stop()
        self.run_worker(self._look(), group="look", exclusive=True)

    @on(ListLine.RowMoved)
    def _move(self, message: ListLine.RowMoved) -> None:
        self._list.cursor += message.rows

    @on(ListLine.Submitted)
    def _submit(self, message: ListLine.Submitted) -> None:
        message.stop()
        if self._shown_text == message.value:
            self._choose()
        else:
            self._choose_first = True

    @on(RowList.Chosen)
    def _choose(self) -> None:
        if self._list.item is not None:
            self.dismiss(self._list.item)

    @on(ListLine.Left)
    def _leave(self) -> None:
        self.dismiss(None)
