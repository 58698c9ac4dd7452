"""The search bar with its results below it."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Label

from dltui.model.passage import Answer, Hit
from dltui.search.grouping import group_by_article
from dltui.ui.announcing import Announcer
from dltui.ui.hit_list import HitList
from dltui.ui.painter import Painter
from dltui.ui.search_bar import SearchBar
from dltui.ui.search_session import Asked, SearchSession
from dltui.ui.services import Services


class SearchPanel(Vertical, Announcer):
    """Asks while one types and shows what was found; what becomes of a hit is the screen's business."""

    class Previewed(Message):
        """A hit is being looked at."""

        def __init__(self, hit: Hit) -> None:
            self.hit = hit
            super().__init__()

    class Left(Message):
        """The reader goes back to the article."""

    class Refused(Message):
        """The index can't be searched; the sentence says why."""

        def __init__(self, sentence: str) -> None:
            self.sentence = sentence
            super().__init__()

    def __init__(self, services: Services, painter: Painter) -> None:
        super().__init__(id="search-panel")
        self._painter = painter
        self._session = SearchSession(services.open_index, self._show, self._refuse)
        self._asked = Asked("")
        self._open_first = False

    def compose(self) -> ComposeResult:
        """The bar in one row, the hits below it."""
        with Horizontal(id="search-row"):
            yield Label("›", id="search-mark", markup=False)
            yield SearchBar(id="search")
            yield Label("", id="search-count", markup=False)
        yield HitList(self._painter, id="results")

    def on_mount(self) -> None:
        """Searching goes on beside everything else."""
        self.run_worker(self._session.run(), group="search")

    @property
    def bar(self) -> SearchBar:
        """The line of text."""
        return self.query_one(SearchBar)

    @property
    def hits(self) -> HitList:
        """The results."""
        return self.query_one(HitList)

    @property
    def _most_hits(self) -> int:
        """How many hits are shown at once: less than half of the screen."""
        return max(2, min(8, self.screen.size.height // 5))

    def index_grew(self) -> None:
        """More can be found now."""
        self._session.index_grew()

    def fold(self) -> None:
        """Give the room of the results back to the article; the query stays."""
        self.hits.display = False

    def unfold(self) -> bool:
        """Show the results again; whether there are any."""
        self.hits.display = bool(self.hits.row_count)
        return self.hits.display

    @on(SearchBar.Changed)
    def _ask(self, message: SearchBar.Changed) -> None:
        message.stop()
        self._open_first = False
        if message.value.strip():
            self._session.ask(message.value)
        else:
            self._session.ask("")
            self._asked = Asked("")
            self.hits.show((), keep_place=False)
            self._say("")
            self.fold()

    @on(SearchBar.HitMoved)
    def _move(self, message: SearchBar.HitMoved) -> None:
        self.unfold()
        self.hits.cursor += message.rows

    @on(HitList.Moved)
    def _preview(self, message: HitList.Moved) -> None:
        if not isinstance(message, HitList.Chosen) and self.hits.current is not None:
            self.announce(self.Previewed(self.hits.current))

    @on(SearchBar.Submitted)
    def _open_current(self, message: SearchBar.Submitted) -> None:
        message.stop()
        if self._asked.text == message.value:
            self.hits.action_choose()
        else:
            self._open_first = True

    @on(SearchBar.ResultsWanted)
    def _to_results(self) -> None:
        if self.unfold():
            self.screen.set_focus(self.hits, scroll_visible=False)
        else:
            self.announce(self.Left())

    @on(SearchBar.Left)
    def _leave(self) -> None:
        """Esc in the bar leaves; where the results are folded away already, it clears the query."""
        if not self.hits.display:
            self.bar.value = ""
        self.announce(self.Left())

    def _show(self, asked: Asked, answer: Answer) -> None:
        hits = [hit for article in group_by_article(answer.hits) for hit in article.hits]
        self.hits.show(hits, keep_place=asked == self._asked)
        self.hits.styles.height = min(len(hits), self._most_hits) * HitList.row_height + 1
        self._asked = asked
        self._say(_count(answer))
        self.unfold()
        if self._open_first:
            self._open_first = False
            self.hits.action_choose()

    def _refuse(self, sentence: str) -> None:
        self._say("not ready")
        self.announce(self.Refused(sentence))

    def _say(self, text: str) -> None:
        self.query_one("#search-count", Label).update(text)


def _count(answer: Answer) -> str:
    if answer.total:
        passages = f"{answer.total:,}{'' if answer.exact else '+'}"
        return f"{passages} in {answer.articles:,} articles" if answer.articles > 1 else f"{passages} found"
    return f"did you mean {answer.suggestion}?" if answer.suggestion else "nothing found"
