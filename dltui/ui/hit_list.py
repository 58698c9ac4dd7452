"""The hits of a search: two lines each, the passage and the moment of the video it came from."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import BindingType
from textual.message import Message

from dltui.model.passage import Hit, Match
from dltui.render.line import Line, Span
from dltui.ui.bindings import bindings_of
from dltui.ui.fit import fit, gap
from dltui.ui.painter import Painter
from dltui.ui.row_list import RowList


class HitList(RowList):
    """Hits, best first; passages of one article stand together under its title."""

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

    def __init__(self, painter: Painter, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's own name
        super().__init__(painter, id=id)
        self.hits: Sequence[Hit] = ()

    @property
    def row_count(self) -> int:
        """See RowList."""
        return len(self.hits)

    @property
    def current(self) -> Hit | None:
        """The hit under the cursor."""
        return self.hits[self.cursor] if 0 <= self.cursor < len(self.hits) else None

    def show(self, hits: Sequence[Hit], *, keep_place: bool) -> None:
        """Show other hits; with `keep_place` the selected hit stays selected if it is still among them."""
        before = self.current
        self.hits = hits
        index = 0
        if keep_place and before is not None and self.cursor:
            same = ((hit.path, hit.line) == (before.path, before.line) for hit in hits)
            index = next((at for at, is_same in enumerate(same) if is_same), 0)
        self.rows_changed(index)

    def row_line(self, index: int, part: int, width: int) -> Line:
        """See RowList."""
        hit = self.hits[index]
        if part == 1:
            spans = lit_spans(hit.snippet, hit.matches, width - 4)
            return Line((Span("   ", "hit.snippet"), *spans))
        moment = f"▸ {hit.moment.raw} " if hit.moment else ""
        follows = index > 0 and self.hits[index - 1].path == hit.path
        room = width - cell_len(moment) - 2
        if follows:
            head = [Span(" ┆ ", "hit.more"), Span(fit(hit.heading or hit.title, room - 3), "hit.heading")]
        else:
            title = fit(hit.title, room)
            head = [Span(" ", "text"), Span(title, "hit.title")]
            where = " › ".join(part for part in (*hit.heading_path,) if part != hit.title) or hit.heading
            left = room - cell_len(title) - 4
            if where and where != hit.title and left > 6:
                head += [Span(" · ", "hit.more"), Span(fit(where, left), "hit.heading")]
        used = sum(cell_len(span.text) for span in head) + cell_len(moment)
        return Line((*head, Span(gap(used, width), "text"), Span(moment, "hit.moment")))

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


def lit_spans(text: str, matches: Sequence[Match], width: int) -> list[Span]:
    """A snippet with its matches in their own role, cut to a width in cells."""
    shown = fit(text, width)
    spans: list[Span] = []
    at = 0
    for match in matches:
        start, end = max(at, match.start), min(match.end, len(shown))
        if start >= end:
            continue
        if start > at:
            spans.append(Span(shown[at:start], "hit.snippet"))
        spans.append(Span(shown[start:end], "match"))
        at = end
    spans.append(Span(shown[at:], "hit.snippet"))
    return spans
