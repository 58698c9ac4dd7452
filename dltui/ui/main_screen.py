"""The three panes: tree, article, search bar with its results."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Label

from dltui.model.location import History, Location
from dltui.model.passage import Answer
from dltui.ui.article_messages import LinkFollowed, NothingFound, Scrolled, TagFollowed, WikilinkFollowed
from dltui.ui.article_page import ArticlePage
from dltui.ui.bindings import bindings_of
from dltui.ui.category_tree import CategoryTree
from dltui.ui.hit_list import HitList
from dltui.ui.indexing import IndexProgress, follow_indexer
from dltui.ui.key_bar import KeyBar, shown_keys
from dltui.ui.navigator import Navigator
from dltui.ui.painter import Painter
from dltui.ui.reader import Reader
from dltui.ui.search_bar import SearchBar
from dltui.ui.search_session import Asked, SearchSession
from dltui.ui.services import Services
from dltui.ui.tree_rows import TreeRows

_ALWAYS_SHOWN = ("app.search", "program.help", "program.quit")
_NOTICE_SECONDS = 4.0
_INDEXER_DELAY_SECONDS = 0.4


class MainScreen(Screen[None]):
    """Owns the history and the focus; the panes tell it what happened."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("app")

    def __init__(self, services: Services, painter: Painter) -> None:
        super().__init__()
        self._services = services
        self.painter = painter
        self._navigator = Navigator(services.shelf)
        self._history = History()
        self._session = SearchSession(services.open_index, self._show_answer, self._refuse_search)
        self._notice_timer = self.set_timer(_NOTICE_SECONDS, self._clear_notice, pause=True)
        self._index_status = ""

    # Composition

    def compose(self) -> ComposeResult:
        """Tree on the left, search bar above the article."""
        painter, shelf = self.painter, self._services.shelf
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                yield Label(self._library_title(), id="library", markup=False)
                yield CategoryTree(painter, TreeRows(*shelf.tree()), id="tree")
            with Vertical(id="right"):
                with Horizontal(id="search-row"):
                    yield Label("⌕", id="search-mark", markup=False)
                    yield SearchBar(id="search")
                    yield Label("", id="search-count", markup=False)
                yield HitList(painter, id="results")
                yield Reader(painter, id="reader")
        yield KeyBar(painter)

    def on_mount(self) -> None:
        """Open the first article, and start whatever works beside the reader."""
        self.query_one(SearchBar).placeholder = f"Search {self._services.shelf.article_count:,} articles"
        start = self._services.start or self._navigator.home()
        if start is not None:
            self._visit(start, focus=True)
        for notice in self._services.notices:
            self.tell(notice)
        self.run_worker(self._session.run(), group="search", exit_on_error=True)
        if self._services.indexer:
            self.set_timer(_INDEXER_DELAY_SECONDS, lambda: self.run_worker(self._index(), group="index"))

    def repaint(self, painter: Painter) -> None:
        """Draw everything in another theme."""
        self.painter = painter
        for widget in self.query("CategoryTree, HitList, Reader, KeyBar").results(Widget):
            if isinstance(widget, CategoryTree | HitList | Reader | KeyBar):
                widget.repaint(painter)

    @property
    def reader(self) -> Reader:
        """The article pane."""
        return self.query_one(Reader)

    # Going places

    def open(self, location: Location) -> None:
        """Open an article at a place, as a new step of the history."""
        self._remember_place()
        self._visit(location, focus=True)

    def action_back(self) -> None:
        """Where the reader was before."""
        self._step(self._history.back, "This is where you started.")

    def action_forward(self) -> None:
        """Where the reader was before going back."""
        self._step(self._history.forward, "There is nothing ahead.")

    def action_home(self) -> None:
        """The library's first page."""
        home = self._navigator.home()
        if home is not None:
            self.open(home)

    @on(CategoryTree.ArticleChosen)
    def _open_chosen(self, message: CategoryTree.ArticleChosen) -> None:
        self._remember_place()
        self._visit(Location(message.path), focus=not message.stay)

    @on(HitList.HitChosen)
    def _open_hit(self, message: HitList.HitChosen) -> None:
        self._remember_place()
        self._visit(self._navigator.of_hit(message.hit), focus=not message.stay)

    @on(WikilinkFollowed)
    def _follow_wikilink(self, message: WikilinkFollowed) -> None:
        location, sentence = self._navigator.of_target(message.wikilink, message.target)
        if location is not None:
            self.open(location)
        else:
            self.tell(sentence)

    @on(LinkFollowed)
    def _follow_link(self, message: LinkFollowed) -> None:
        current = self._history.current
        location = self._navigator.of_url(message.url, current.path if current else "")
        if location is not None:
            message.stop()
            self.open(location)

    @on(TagFollowed)
    def _follow_tag(self, message: TagFollowed) -> None:
        bar = self.query_one(SearchBar)
        bar.value = f"tag:{message.name} "
        bar.focus()

    def _step(self, step: "type[History.back] | object", sentence: str) -> None:
        self._remember_place()
        location = step()  # type: ignore[operator]
        if location is None:
            self.tell(sentence)
        else:
            self._show(location, focus=True)

    def _visit(self, location: Location, *, focus: bool) -> None:
        if self._show(location, focus=focus):
            self._history.visit(location)

    def _show(self, location: Location, *, focus: bool) -> bool:
        reader = self.reader
        if reader.page is not None and reader.page.article.path == location.path:
            reader.go_to(location)
        else:
            page, sentence = self._navigator.page(location.path)
            if page is None:
                self.tell(sentence)
                return False
            self._show_page(page, location)
        if focus:
            reader.focus()
        return True

    def _show_page(self, page: ArticlePage, location: Location) -> None:
        self.reader.show(page, location)
        self.query_one(CategoryTree).show_article(location.path)

    def _remember_place(self) -> None:
        if (location := self.reader.location) is not None:
            self._history.update(location)

    # Panes

    def action_search(self) -> None:
        """To the search bar, with its text selected."""
        bar = self.query_one(SearchBar)
        bar.focus()
        bar.select_all()

    def action_focus_pane(self, name: str) -> None:
        """To a pane by its id; a hidden tree is shown."""
        if name == "tree":
            self.query_one("#left").display = True
        if name == "results" and not self.query_one(HitList).row_count:
            name = "search"
        self.query_one(f"#{name}").focus()

    def action_toggle_tree(self) -> None:
        """Show or hide the tree."""
        left = self.query_one("#left")
        left.display = not left.display
        if not left.display and self.focused is self.query_one(CategoryTree):
            self.reader.focus()

    def on_descendant_focus(self) -> None:
        """The key bar tells the keys of the pane that has the focus."""
        self._show_keys()

    def on_descendant_blur(self) -> None:
        """See `on_descendant_focus`."""
        self._show_keys()

    def on_screen_resume(self) -> None:
        """After a dialog was closed."""
        self._show_keys()

    def _show_keys(self) -> None:
        self.query_one(KeyBar).keys = shown_keys(self, _ALWAYS_SHOWN)

    # Searching

    @on(SearchBar.Changed)
    def _query_changed(self, message: SearchBar.Changed) -> None:
        self._session.ask(message.value)
        if not message.value.strip():
            self._show_results((), "")

    @on(SearchBar.HitMoved)
    def _move_in_results(self, message: SearchBar.HitMoved) -> None:
        self.query_one(HitList).cursor += message.rows

    @on(SearchBar.Submitted)
    def _open_first(self) -> None:
        self.query_one(HitList).action_choose()

    @on(SearchBar.ResultsWanted)
    def _to_results(self) -> None:
        target = self.query_one(HitList)
        (target if target.row_count else self.reader).focus()

    @on(SearchBar.Left)
    def _leave_search(self) -> None:
        """The first Esc leaves, and the results stay; the second, from an idle bar, clears."""
        self.reader.focus()

    @on(HitList.RefineWanted)
    def _refine(self) -> None:
        self.action_search()

    def _show_answer(self, asked: Asked, answer: Answer) -> None:
        results = self.query_one(HitList)
        keep = results.row_count > 0 and getattr(self, "_answered", None) == asked
        self._answered = asked
        more = "" if answer.exact else "+"
        count = f"{answer.total:,}{more} in {answer.articles:,}" if answer.total else "nothing found"
        if not answer.total and answer.suggestion:
            count = f"did you mean {answer.suggestion}?"
        results.show(answer.hits, keep_place=keep)
        results.display = bool(answer.hits)
        self.query_one("#search-count", Label).update(count)

    def _show_results(self, hits: tuple[()], count: str) -> None:
        results = self.query_one(HitList)
        results.show(hits, keep_place=False)
        results.display = False
        self.query_one("#search-count", Label).update(count)

    def _refuse_search(self, sentence: str) -> None:
        self.query_one("#search-count", Label).update("not ready")
        self.tell(sentence)

    # The indexer

    async def _index(self) -> None:
        async for progress in follow_indexer(self._services.indexer):
            self._show_progress(progress)

    def _show_progress(self, progress: IndexProgress) -> None:
        self._index_status = progress.sentence
        self._show_status()
        if progress.state == "done" and progress.total:
            shelf = self._services.shelf
            shelf.refresh()
            self.query_one(CategoryTree).replace_rows(TreeRows(*shelf.tree()))
            self.query_one("#library", Label).update(self._library_title())
        if progress.done or progress.state == "done":
            self._session.index_grew()

    # The last line

    @on(Scrolled)
    def _show_status(self) -> None:
        reader = self.reader
        parts = [self._index_status, f"{reader.progress} %" if reader.page else ""]
        self.query_one(KeyBar).status = " · ".join(part for part in parts if part)

    @on(NothingFound)
    def _tell(self, message: NothingFound) -> None:
        self.tell(message.sentence)

    def tell(self, sentence: str) -> None:
        """Say one sentence in the last line for a while."""
        self.query_one(KeyBar).notice = sentence
        self._notice_timer.reset()
        self._notice_timer.resume()

    def _clear_notice(self) -> None:
        self.query_one(KeyBar).notice = ""

    def _library_title(self) -> str:
        return f"{self._services.shelf.name} · {self._services.shelf.article_count:,}"
