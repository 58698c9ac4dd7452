"""The search bar and its results: what one can do in them."""

import asyncio
from collections.abc import Callable

from textual import on
from textual.message import Message

from dltui.model.asked import Asked
from dltui.model.passage import Hit
from dltui.state.keepsakes import Keepsakes
from dltui.ui.parts.painter import Painter
from dltui.ui.results.answer_panel import AnswerPanel
from dltui.ui.results.hit_list import HitList
from dltui.ui.results.search_bar import SearchBar
from dltui.ui.services import Services


class SearchPanel(AnswerPanel):
    """Asks while one types; what becomes of a hit is the screen's business."""

    class Previewed(Message):
        """A hit is being looked at."""

        def __init__(self, hit: Hit) -> None:
            self.hit = hit
            super().__init__()

    class Left(Message):
        """The reader goes back to the article."""

    class Saved(Message):
        """A search was saved, or is forgotten; the sentence says which."""

        def __init__(self, sentence: str) -> None:
            self.sentence = sentence
            super().__init__()

    def __init__(
        self, services: Services, kept: Keepsakes, painter: Painter, path: Callable[[], str]
    ) -> None:
        super().__init__(services, painter, path)
        self._kept = kept
        self._to_hits = False
        #: Set once the hit is found that is to be opened; None while none is.
        self.about_to_open: asyncio.Event | None = None
        #: Rows to move on as soon as the answer is there.
        self._rows_to_move = 0

    # What others ask for

    def search(self, asked: Asked) -> None:
        """Search for something and go to what is found."""
        self._to_hits = True
        self.set_category(asked.category)
        self.bar.value = asked.text
        self.ask()

    def narrow(self, category: str) -> None:
        """Search in one category alone; in the same one again, or in none, search the whole library."""
        self.set_category("" if category == self._category else category)
        self.ask()

    def clear(self) -> None:
        """Search for nothing any more."""
        self.set_category("")
        self.bar.value = ""
        self.ask()

    def index_grew(self) -> None:
        """More can be found now."""
        self._session.index_grew()

    def remember(self) -> None:
        """Keep what was searched for, as something was made of it."""
        if self.asked.text.strip():
            self._kept.searched(self.asked)

    def shown(self) -> None:
        """See AnswerPanel: what was to be done with the answer can be done now."""
        if self._rows_to_move:
            self.hits.cursor += self._rows_to_move
            self._rows_to_move = 0
        if self._end_waiting():
            self.hits.action_choose()
        elif self._to_hits:
            self._to_hits = False
            self._to_results()

    def _end_waiting(self) -> bool:
        """Nothing is to be opened any more; whether something was."""
        waited, self.about_to_open = self.about_to_open, None
        if waited is not None:
            waited.set()
        return waited is not None

    # What happens in the bar

    @on(SearchBar.Changed)
    def _typed(self, message: SearchBar.Changed) -> None:
        message.stop()
        if self.asked != self._pending:
            self._end_waiting()
            self._rows_to_move = 0
            self.ask()

    @on(SearchBar.HitMoved)
    def _move(self, message: SearchBar.HitMoved) -> None:
        if self.answered_to != self.asked:
            self._rows_to_move += message.rows
            return
        self.unfold()
        self.hits.cursor += message.rows

    @on(SearchBar.Submitted)
    def _open_current(self, message: SearchBar.Submitted) -> None:
        message.stop()
        if self.answered_to != self.asked:
            self.about_to_open = asyncio.Event()
        elif self.hits.row_count:
            self.hits.action_choose()
        else:
            self._take_suggestion()

    @on(SearchBar.ResultsWanted)
    def _to_results(self) -> None:
        if self.unfold():
            self.remember()
            self.screen.set_focus(self.hits, scroll_visible=False)
        else:
            self.announce(self.Left())

    @on(SearchBar.Left)
    def _leave(self) -> None:
        """Esc in the bar leaves; where the results are folded away already, it clears the query."""
        if not self.hits.display:
            self.clear()
        self.announce(self.Left())

    @on(HitList.Left)
    def _leave_hits(self) -> None:
        self.announce(self.Left())

    @on(SearchBar.Widened)
    def _widen(self) -> None:
        self.narrow("")

    @on(SearchBar.CompletionWanted)
    def _complete(self) -> None:
        if self.completions.texts:
            self.put(self.completions.next())
            self.note()

    @on(SearchBar.SuggestionTaken)
    def _take_suggestion(self) -> None:
        if self.answer is not None and self.answer.suggestion:
            self.put(self.answer.suggestion)

    @on(SearchBar.SaveWanted)
    def _save(self) -> None:
        if self.asked.text.strip():
            saved = self._kept.toggle_saved(self.asked)
            self.announce(self.Saved("Saved; it stands in the tree." if saved else "Not saved any more."))

    # What happens in the results

    @on(HitList.Moved)
    def _preview(self, message: HitList.Moved) -> None:
        if not isinstance(message, HitList.Chosen) and self.hits.current is not None:
            self.announce(self.Previewed(self.hits.current))

    @on(HitList.HitChosen)
    @on(HitList.VideoWanted)
    def _use(self) -> None:
        self.remember()

    @on(HitList.AllWanted)
    def _search_article(self, message: HitList.AllWanted) -> None:
        self.run_worker(self._session.search_article(message.path), group="article")
