"""The hits of a search: two lines each, the passage and the moment of the video it came from."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from dltui.model.passage import Hit
from dltui.model.video import watch_url
from dltui.render.line import Line
from dltui.ui.keys.bindings import bindings_of
from dltui.ui.messages import NothingFound
from dltui.ui.parts.painter import Painter
from dltui.ui.parts.row_list import RowList
from dltui.ui.results.hit_line import snippet_line, title_line
from dltui.ui.results.shown_hits import ShownHits


class HitList(RowList):
    """The best hits of each article under its title; `l` shows more of them, `h` fewer."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("results")

    row_height = 2
    surface = "surface"
    always_lit = True

    class HitChosen(Message):
        """A hit was opened; `stay` keeps the focus in the list."""

        def __init__(self, hit: Hit, *, stay: bool) -> None:
            self.hit = hit
            self.stay = stay
            super().__init__()

    class VideoWanted(Message):
        """The video of a hit was asked for; `card` asks for the URL card rather than a browser."""

        def __init__(self, hit: Hit, *, card: bool) -> None:
            self.hit = hit
            self.card = card
            super().__init__()

    class RefineWanted(Message):
        """The reader wants to change the query."""

    class Left(Message):
        """The reader goes back to the article."""

    class AllWanted(Message):
        """All hits of an article are wanted."""

        def __init__(self, path: str) -> None:
            self.path = path
            super().__init__()

    def __init__(self, painter: Painter, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's own name
        super().__init__(painter, id=id)
        self._shown = ShownHits()

    @property
    def row_count(self) -> int:
        """See RowList."""
        return len(self._shown.rows)

    @property
    def current(self) -> Hit | None:
        """The hit under the cursor."""
        return self._shown.rows[self.cursor].hit if self._shown.rows else None

    def show(self, hits: Sequence[Hit], *, same_query: bool) -> None:
        """Show other hits; those of the same query as before keep the hit that was gone to, if it is among them."""
        before = self.current if same_query and self.cursor else None  # nobody goes to the first one
        self._shown.take(hits, same_query=same_query)
        found = self._shown.index_of(before) if before is not None else None
        self.rows_changed(found or 0)

    def show_article(self, path: str, hits: Sequence[Hit]) -> None:
        """Show all hits of one article."""
        before = self.current
        self._shown.take_article(path, hits)
        self._keep(before)

    def row_line(self, index: int, part: int, width: int) -> Line:
        """See RowList."""
        row = self._shown.rows[index]
        return snippet_line(row, width) if part else title_line(row, width)

    def url_of(self, index: int) -> str:
        """See RowList."""
        hit = self._shown.rows[index].hit
        return watch_url(hit.moment_video, hit.moment.seconds) if hit.moment_video and hit.moment else ""

    def action_choose(self) -> None:
        """Open the hit."""
        if self.current is not None:
            self.announce(self.HitChosen(self.current, stay=False))

    def action_open_and_stay(self) -> None:
        """Open the hit and stay in the list."""
        if self.current is not None:
            self.announce(self.HitChosen(self.current, stay=True))

    def action_video(self) -> None:
        """The video at the hit's moment."""
        if self.current is not None:
            self.announce(self.VideoWanted(self.current, card=False))

    def action_card(self) -> None:
        """The URL card of the hit's moment."""
        if self.current is not None:
            self.announce(self.VideoWanted(self.current, card=True))

    def action_refine(self) -> None:
        """Back to the search bar."""
        self.announce(self.RefineWanted())

    def action_leave(self) -> None:
        """Back to the article."""
        self.announce(self.Left())

    def action_more(self) -> None:
        """Show more hits of the article under the cursor."""
        hit = self.current
        if hit is None:
            return
        if self._shown.is_whole(hit.path):
            self.announce(NothingFound("These are all hits of this article."))
        elif self._shown.more(hit.path):
            self.announce(self.AllWanted(hit.path))
        self._keep(hit)

    def action_fewer(self) -> None:
        """Show fewer hits of the article under the cursor."""
        hit = self.current
        if hit is not None:
            self._shown.fewer(hit.path)
            self._keep(hit)

    def _keep(self, hit: Hit | None) -> None:
        """Draw anew with the cursor on a hit, or on the best of its article."""
        self.rows_changed(self._shown.index_of(hit) if hit is not None else None)
