"""What a search found, below the bar it was typed in."""

from collections.abc import Callable, Mapping, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.css.query import NoMatches
from textual.message import Message
from textual.suggester import SuggestionReady

from dltui.model.asked import Asked
from dltui.model.clean import clean_line
from dltui.model.passage import Answer, Hit
from dltui.ui.parts.announcing import Announcer
from dltui.ui.parts.caption import Caption
from dltui.ui.parts.fit import fit
from dltui.ui.parts.painter import Painter
from dltui.ui.results.completions import Completions
from dltui.ui.results.hit_list import HitList
from dltui.ui.results.moment_search import answer_to_url
from dltui.ui.results.search_bar import SearchBar
from dltui.ui.results.search_notes import SearchNotes, completion_line, notes_about
from dltui.ui.results.search_session import SearchSession
from dltui.ui.services import Services

#: What an answer is shown with: the count, the bar, the notes, the hits.
_PARTS = 4
_WIDEST_CATEGORY = 24
#: Blanks that may stand before the count.
_SPARE = 8


class AnswerPanel(Vertical, Announcer):
    """Hears the answers of a search session and shows them. Subclasses say what one can do with them.

    Args:
        services: the library and its index.
        painter: draws.
        path: gives that of the article that is open.

    Attributes:
        answer: what is shown; None for nothing.
        answered_to: what it is the answer to.
    """

    class Refused(Message):
        """The index can't be searched; the sentence says why. Damage can be mended."""

        def __init__(self, sentence: str, *, is_damage: bool) -> None:
            self.sentence = sentence
            self.is_damage = is_damage
            super().__init__()

    class HitsChanged(Message):
        """Other hits are shown; the first one, or the one that was selected before, is selected. None for no hit."""

        def __init__(self, selected: Hit | None) -> None:
            self.selected = selected
            super().__init__()

    class Counted(Message):
        """How much of each category a search has found.

        Attributes:
            facets: passages directly in each category; None where there is no search any more.
            category: the one that the search is narrowed to; empty for none.
        """

        def __init__(self, facets: Mapping[str, int] | None, category: str) -> None:
            self.facets = facets
            self.category = category
            super().__init__()

    def __init__(self, services: Services, painter: Painter, path: Callable[[], str]) -> None:
        super().__init__(id="search-panel")
        self._painter = painter
        self._shelf = services.shelf
        self._path = path
        self._session = SearchSession(services.open_index, self)
        self._category = ""
        self._pending = self.answered_to = Asked("")
        self.answer: Answer | None = None
        self.completions = Completions()
        self._is_folded = False
        self._count_width = 0

    def compose(self) -> ComposeResult:
        """The bar in one row, what there is to say about the query, the hits."""
        with Horizontal(id="search-row"):
            yield Caption(self._painter.marked("›"), id="search-mark", markup=False)
            yield Caption("", id="search-category", markup=False)
            yield SearchBar(id="search")
            yield Caption("", id="search-count", markup=False)
        yield SearchNotes(self._painter)
        yield HitList(self._painter, id="results")

    def on_mount(self) -> None:
        """Searching goes on beside everything else."""
        self.notes.display = self.query_one("#search-category").display = False
        self.run_worker(self._search(), group="search")

    async def _search(self) -> None:
        """Answer until the program ends: then the parts of the screen go one by one, and an answer may come between."""
        try:
            await self._session.run()
        except NoMatches:
            if self.query("#search-count") and self.query(SearchNotes):
                raise

    @property
    def bar(self) -> SearchBar:
        """The line of text."""
        return self.query_one(SearchBar)

    @property
    def hits(self) -> HitList:
        """The results."""
        return self.query_one(HitList)

    @property
    def notes(self) -> SearchNotes:
        """What there is to say about the query."""
        return self.query_one(SearchNotes)

    @property
    def asked(self) -> Asked:
        """What stands in the bar."""
        return Asked(self.bar.value, self._category)

    @property
    def _most_hits(self) -> int:
        """How many hits are shown at once: less than half of the screen."""
        return max(2, min(8, self.screen.size.height // 5))

    def repaint(self, painter: Painter) -> None:
        """Draw in another theme."""
        self._painter = painter
        self.hits.repaint(painter)
        self.notes.repaint(painter)

    def fold(self) -> None:
        """Give the room of the results back to the article; the query stays."""
        self._is_folded = True
        self.hits.display = self.notes.display = False

    def unfold(self) -> bool:
        """Show the results again; whether there are any."""
        self._is_folded = False
        self.hits.display = bool(self.hits.row_count)
        self.note()
        return self.hits.display

    def shown(self) -> None:
        """An answer is on the screen now."""

    def ask(self) -> None:
        """Search for what stands in the bar."""
        asked = self._pending = self.asked
        near = answer_to_url(self._shelf, asked.text, self._path())
        if near is not None:  # no index is needed for that
            self._session.ask(Asked(""))
            self.completed(asked, ())
            self.answered(asked, near)
            return
        if asked.text.strip():
            self._session.ask(asked)
            return
        self._session.ask(Asked(""))
        self.answered_to, self.answer = Asked(""), None
        self.completions.propose("", ())
        self.hits.show((), same_query=False)
        self._say("")
        self.fold()
        self.announce(self.Counted(None, self._category))

    def put(self, text: str) -> None:
        """Put a text into the bar, with the cursor behind it."""
        self.bar.value = text
        self.bar.cursor_position = len(text)

    def set_category(self, category: str) -> None:
        """Say in which category is searched; empty for the whole library."""
        self._category = category
        self.bar.is_narrowed = bool(category)
        label = self.query_one("#search-category", Caption)
        name = clean_line(category.rpartition("/")[2].replace("_", " "))
        label.update(self._painter.marked(f"in {fit(name, _WIDEST_CATEGORY)} ×") if category else "")
        label.display = bool(category)

    def _fit(self) -> None:
        self.hits.styles.height = min(self.hits.row_count, self._most_hits) * HitList.row_height + 1

    def note(self) -> None:
        """Say what there is to say, while somebody looks here."""
        if self._is_folded:
            return
        lines = notes_about(self.answer, self.answered_to.category) if self.answer is not None else []
        proposals = self.completions
        line = completion_line(proposals.typed, proposals.texts, proposals.chosen)
        self.notes.show([line, *lines] if line is not None and self.bar.has_focus else lines)

    def _say(self, text: str) -> None:
        """Tell how much was found; the room for it changes seldom, as the whole screen is laid out anew then."""
        width = max(len(text), min(self._count_width, len(text) + _SPARE)) if text else 0
        self.query_one("#search-count", Caption).update(text.rjust(width), layout=width != self._count_width)
        self._count_width = width

    # What the session tells

    @property
    def is_listening(self) -> bool:
        """See SearchListener. While the program quits, parts of the panel are gone before the session is."""
        return len(self.query("#search-count, SearchBar, SearchNotes, HitList")) == _PARTS

    def answered(self, asked: Asked, answer: Answer) -> None:
        """See SearchListener."""
        same = asked == self.answered_to and self.answer is not None
        # Nothing was found before, so nobody has folded anything away: the index has grown meanwhile.
        first_hits = self.answer is None or not self.answer.hits
        self.answered_to, self.answer = asked, answer
        self.hits.show(answer.hits, same_query=same)
        self.announce(self.HitsChanged(self.hits.current))
        self.bar.has_suggestion = bool(answer.suggestion)
        self._say(count_of(answer))
        self._fit()
        if not same or first_hits or self.hits.display:
            self.unfold()
        if not asked.category and (answer.facets or answer.exact):
            self.announce(self.Counted(dict(answer.facets), ""))
        self.shown()

    def counted(self, asked: Asked, facets: Mapping[str, int]) -> None:
        """See SearchListener."""
        self.announce(self.Counted(facets, asked.category))

    def completed(self, asked: Asked, texts: Sequence[str]) -> None:
        """See SearchListener."""
        self.completions.propose(asked.text, texts)
        if self.completions.ghost:
            self.bar.post_message(SuggestionReady(asked.text, self.completions.ghost))
        self.note()

    def article_searched(self, asked: Asked, path: str, hits: Sequence[Hit]) -> None:  # noqa: ARG002 -- SearchListener's signature
        """See SearchListener."""
        self.hits.show_article(path, hits)
        self._fit()

    def refused(self, sentence: str, *, is_damage: bool) -> None:
        """See SearchListener."""
        self._say("not ready")
        self.announce(self.Refused(sentence, is_damage=is_damage))


def count_of(answer: Answer) -> str:
    """How much was found: exactly, or more than how much."""
    if not answer.total:
        nothing = "nothing found" if answer.indexed else "nothing is indexed yet"
        return nothing if answer.final else "searching"
    if not answer.exact:
        return f"more than {answer.total:,}"
    return (
        f"{answer.total:,} in {answer.articles:,} articles"
        if answer.articles > 1
        else f"{answer.total:,} found"
    )
