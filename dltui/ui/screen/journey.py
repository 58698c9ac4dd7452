"""Where the reader goes: what is shown, what was shown before, and what is only looked at in passing."""

from collections.abc import Callable

from dltui.model.location import History, Location
from dltui.model.passage import Hit
from dltui.model.timestamp import Stamp
from dltui.ui.article.article_page import ArticlePage
from dltui.ui.article.reader import Reader
from dltui.ui.screen.navigator import Navigator
from dltui.ui.tree.category_tree import CategoryTree


class Journey:
    """Moves the reader and keeps the history.

    Args:
        navigator: turns what is followed into locations and pages.
        reader: shows the pages.
        tree: shows where they stand.
        tell: says one sentence to the person.
        visited: hears the path of every article that is gone to.
    """

    def __init__(
        self,
        navigator: Navigator,
        reader: Reader,
        tree: CategoryTree,
        tell: Callable[[str], None],
        visited: Callable[[str], None],
    ) -> None:
        self.navigator = navigator
        self.history = History()
        self._reader = reader
        self._tree = tree
        self._tell = tell
        self._visited = visited
        self._previewing = False
        #: What is shown again after a preview, if nothing has changed by then.
        self._behind: ArticlePage | None = None

    @property
    def path(self) -> str:
        """The path of the article that was gone to last; empty at the very start."""
        return self.history.current.path if self.history.current else ""

    @property
    def is_previewing(self) -> bool:
        """Whether something is shown that wasn't gone to."""
        return self._previewing

    def open(self, location: Location) -> bool:
        """Go somewhere, as a new step of the history; whether there is such a place."""
        self._remember()
        if not self._show(location):
            return False
        self.history.visit(location)
        self._end_previewing()
        self._visited(location.path)
        return True

    def back(self) -> None:
        """Where the reader was before."""
        self._step(self.history.back, "This is where you started.")

    def forward(self) -> None:
        """Where the reader was before going back."""
        self._step(self.history.forward, "There is nothing ahead.")

    def preview(self, hit: Hit) -> None:
        """Show a hit without going there."""
        self._remember()
        if not self._previewing:
            self._behind = self._reader.page
        self._previewing = True
        if self._show(self.navigator.of_hit(hit), in_tree=False):
            self._point_out(hit)

    def open_hit(self, hit: Hit) -> bool:
        """Go to a hit, with its words lit."""
        if not self.open(self.navigator.of_hit(hit)):
            return False
        self._point_out(hit)
        return True

    def open_moment(self, path: str, stamp: Stamp) -> bool:
        """Go to a timestamp of an article, which is selected there; whether there is such an article."""
        if not self.open(Location(path, line=stamp.line)):
            return False
        self._reader.select_moment(stamp.line, stamp.text, stamp.video)
        return True

    def end_preview(self) -> None:
        """Back to where the reader really is."""
        location, behind = self.history.current, self._behind
        if not self._previewing or location is None:
            return
        self._end_previewing()
        if behind is None or behind is self._reader.page or behind.article.path != location.path:
            self._show(location)
            return
        self._reader.show(behind, location)
        self._tree.show_article(location.path)

    def replace_page(self, page: ArticlePage) -> None:
        """Show another form of the article that is open, at the same place."""
        location = self._reader.location
        if location is not None:
            self._reader.show(page, location)

    def reload(self) -> None:
        """Read the article that is shown again: its links or the file may have changed."""
        self._behind = None
        page = self._reader.page
        if page is not None and not self._previewing:
            fresh, _ = self.navigator.page(page.article.path)
            if fresh is not None:
                self.replace_page(fresh)

    def leave(self) -> Location | None:
        """The place to come back to at the next start."""
        self._remember()
        return self.history.current

    def _end_previewing(self) -> None:
        self._previewing, self._behind = False, None

    def _point_out(self, hit: Hit) -> None:
        """Light the words that were found, or select the moment where it wasn't found by words."""
        if hit.terms or hit.moment is None:
            self._reader.light(hit.terms)
        else:
            self._reader.select_moment(hit.line, hit.moment.raw)

    def _remember(self) -> None:
        location = self._reader.location
        if location is not None and not self._previewing:
            self.history.update(location)

    def _step(self, step: Callable[[], Location | None], sentence: str) -> None:
        self._remember()
        location = step()
        self._end_previewing()
        if location is None:
            self._tell(sentence)
        else:
            self._show(location)

    def _show(self, location: Location, *, in_tree: bool = True) -> bool:
        reader = self._reader
        if reader.page is not None and reader.page.article.path == location.path:
            reader.go_to(location)
        else:
            page, sentence = self.navigator.page(location.path)
            if page is None:
                self._tell(sentence)
                return False
            reader.show(page, location)
        if in_tree:
            self._tree.show_article(location.path)
        return True
