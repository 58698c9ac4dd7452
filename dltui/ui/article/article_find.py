"""Finding in the article: every match is lit, `n` and `N` walk them, the count is told."""

from collections.abc import Iterator, Sequence

from rich.style import Style

from dltui.model.location import Location
from dltui.render.matches import Match, Matches
from dltui.render.spot import Place
from dltui.search.language.lighting import pattern_for
from dltui.ui.article.article_page import ArticlePage
from dltui.ui.article.article_view import ArticleView
from dltui.ui.messages import NothingFound, Scrolled

_IDLE_SECONDS = 0.006


class FindableView(ArticleView):
    """An article that can be searched."""

    _matches: Matches | None = None
    _match: Match | None = None
    _began: Location | None = None
    _sought = False

    @property
    def find_status(self) -> str:
        """`3/14` while something is found, with `+` where more may come; empty when nothing is sought."""
        matches = self._matches
        if matches is None or not self._sought:
            return ""
        if matches.problem:
            return matches.problem
        if self._match is None:
            return "" if matches.count or not matches.complete else "not found"
        ordinal = matches.ordinal(self._match)
        return f"{ordinal or '…'}/{matches.count}{'' if matches.complete else '+'}"

    @property
    def is_lit(self) -> bool:
        """Whether something that was found is lit."""
        return self._matches is not None

    def show(self, page: ArticlePage, location: Location) -> None:
        """Show an article; what was sought in the one before is forgotten."""
        self.clear_find()
        super().show(page, location)

    def begin_find(self) -> None:
        """Remember the place to come back to when the find is given up."""
        self._began = self.location

    def find(self, text: str) -> None:
        """Light all matches of a text and go to the first one at or below the place where the find began."""
        self._seek(text, pattern=False, go=True)

    def light(self, words: Sequence[str]) -> None:
        """Light words that a search has found, without moving; `n` walks them."""
        if words:
            self._seek(pattern_for(words), pattern=True, go=False)

    def give_up_find(self) -> None:
        """Forget the find and go back to where it began."""
        self.clear_find()
        if self._began is not None:
            self.go_to(self._began)

    def clear_find(self) -> None:
        """Light nothing any more."""
        self._matches = self._match = None
        self.refresh()

    def action_next_match(self, direction: int) -> None:
        """Go to the next match; says so when it goes round the end."""
        layout, matches = self.layout_, self._matches
        if layout is None or matches is None:
            self.announce(NothingFound("Nothing is sought; / begins."))
            return
        from_place = self._match.place if self._match else layout.place_at(self.top)
        found = matches.next(from_place, direction)
        if found is None:
            self.announce(NothingFound("Not found in this article."))
            return
        if self._match and (found.place <= from_place) == (direction > 0):
            self.announce(
                NothingFound(
                    "Round the end, from the top." if direction > 0 else "Round the top, from the end."
                )
            )
        self._go_to_match(found)

    def overlays(self, row: int) -> Iterator[tuple[int, int, Style]]:
        """See ArticleView; matches lie below what is selected."""
        if self._matches is not None:
            for _, start, end in self._matches.cells(row, 1):
                yield start, end, self.painter.style("match")
            for at, start, end in self._matches.cells_of(self._match) if self._match else ():
                if at == row:
                    yield start, end, self.painter.style("match.current")
        yield from super().overlays(row)

    def _seek(self, text: str, *, pattern: bool, go: bool) -> None:
        layout = self.layout_
        self._match, self._sought = None, go
        if layout is None or not text:
            self._matches = None
            self.refresh()
            return
        self._matches = layout.find(text, regex=pattern)
        if go:
            began = self._began or Location("")
            before = Place(began.line, began.flow, began.offset - 1, began.rows)
            found = self._matches.next(before, 1)
            if found is not None:
                self._go_to_match(found)
        self.refresh()
        self.announce(Scrolled())
        self.set_timer(0.02, self._count_on)

    def _go_to_match(self, match: Match) -> None:
        if self.layout_ is None:
            return
        self._match, self._sought = match, True
        self.scroll_into_sight(self.layout_.reveal(match.place))
        self.refresh()
        self.announce(Scrolled())

    def _count_on(self) -> None:
        """Search the rest of a long article while nothing else happens."""
        if self._matches is None or self._matches.complete:
            self.announce(Scrolled())
            return
        if self.layout_ is None or self.layout_.complete:  # both in one step would take longer than a frame
            self._matches.advance(_IDLE_SECONDS)
        self.set_timer(0.02, self._count_on)
