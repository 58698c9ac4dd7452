"""What is imperfect about the library: one screen, filled while the articles are read."""

import asyncio
from collections import Counter

from textual import on
from textual.content import Content
from textual.widget import Widget

from dltui.model.diagnostic import Diagnostic, Severity
from dltui.ui.parts.caption import Caption
from dltui.ui.parts.dialog import Dialog
from dltui.ui.parts.key_bar import KeyBar, shown_keys
from dltui.ui.parts.painter import Painter
from dltui.ui.parts.row_list import RowList
from dltui.ui.problems.problem_list import ProblemList
from dltui.ui.problems.problem_search import ProblemSearch

#: How long articles are read between two looks at what that has brought.
_STEP_SECONDS = 0.1


class ProblemScreen(Dialog[Diagnostic]):
    """The whole screen. The result is the problem whose article is wanted, or None.

    Args:
        painter: draws.
        search: goes on while the screen is there.
    """

    DEFAULT_CSS = """
    ProblemScreen { background: $panel; }
    ProblemScreen > Vertical { width: 100%; height: 100%; border: none; padding: 0; background: $panel; }
    ProblemScreen > Vertical > #dialog-title { padding: 0 1; }
    ProblemScreen Caption { width: 100%; height: 1; padding: 0 1; color: $muted; text-wrap: nowrap; }
    """

    def __init__(self, painter: Painter, search: ProblemSearch) -> None:
        super().__init__(painter, "Problems")
        self._search = search

    def body(self) -> list[Widget]:
        """See Dialog."""
        return [Caption(id="amounts", markup=False), ProblemList(self.painter), KeyBar(self.painter)]

    def on_mount(self) -> None:
        """Show what is known, and look for more."""
        self._list.show(self._search.found, self._search.cursor)
        self._show()
        self.query_one(KeyBar).keys = shown_keys(self)
        self.run_worker(self._look(), group="look")

    def repaint(self, painter: Painter) -> None:
        """Draw in another theme."""
        super().repaint(painter)
        self.query_one(KeyBar).repaint(painter)

    @property
    def _list(self) -> ProblemList:
        return self.query_one(ProblemList)

    async def _look(self) -> None:
        while not self._search.is_done:
            await asyncio.to_thread(self._search.advance, _STEP_SECONDS)
            if not self.query(ProblemList):  # closed meanwhile
                return
            self._list.show(self._search.found)
            self._show()

    @on(ProblemList.NotesToggled)
    def _show(self) -> None:
        """Tell how much there is of what, and how much was read for it."""
        search = self._search
        counts = Counter(problem.severity for problem in search.found)
        parts = [_counted(counts[severity], severity) for severity in Severity if counts[severity]]
        if not search.is_done:
            parts.append(f"{search.articles_read:,} of {search.article_count:,} articles read")
        elif not parts:
            parts = ["Nothing is imperfect"]
        self.query_one("#amounts", Caption).update(Content(self.painter.marked(" · ".join(parts))))
        hidden = counts[Severity.NOTE] and not self._list.with_notes
        self._list.empty = "Nothing but notes." if search.is_done and hidden else ""
        self._list.refresh()

    @on(RowList.Moved)
    def _remember(self, message: RowList.Moved) -> None:
        self._search.cursor = message.index

    @on(RowList.Chosen)
    def _choose(self, message: RowList.Chosen) -> None:
        self.dismiss(self._list.problems[message.index])


def _counted(count: int, severity: Severity) -> str:
    return f"1 {severity}" if count == 1 else f"{count:,} {severity}s"
