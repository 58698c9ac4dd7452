"""Links as a list: the title at the other end, and the sentence the link stands in below it."""

from collections.abc import Sequence

from textual.message import Message

from dltui.model.target import LinkState
from dltui.render.line import Line, Span
from dltui.ui.links.link_rows import LinkRow
from dltui.ui.parts.fit import fit
from dltui.ui.parts.painter import Painter
from dltui.ui.parts.row_list import RowList

_ROLES = {LinkState.MISSING: "link.missing", LinkState.AMBIGUOUS: "link.ambiguous"}


class LinkList(RowList):
    """Rows of links. Enter goes to the other end."""

    row_height = 2
    empty = "No links here"

    class LinkChosen(Message):
        """A link was chosen; `stay` keeps the focus in the list."""

        def __init__(self, row: LinkRow, *, stay: bool) -> None:
            self.row = row
            self.stay = stay
            super().__init__()

    def __init__(self, painter: Painter, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's own name
        super().__init__(painter, id=id)
        self.rows: Sequence[LinkRow] = ()

    @property
    def row_count(self) -> int:
        """See RowList."""
        return len(self.rows)

    @property
    def current(self) -> LinkRow | None:
        """The link under the cursor; None on a heading."""
        row = self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None
        return row if row is not None and not row.is_heading else None

    def show(self, rows: Sequence[LinkRow]) -> None:
        """Show other links, with the cursor on the first of them."""
        self.rows = rows
        self.scroll_to(y=0, animate=False, immediate=True)
        self.rows_changed(next((at for at, row in enumerate(rows) if not row.is_heading), 0))

    def row_line(self, index: int, part: int, width: int) -> Line:
        """See RowList."""
        row = self.rows[index]
        if row.is_heading:
            return Line((Span(f" {fit(row.title, width - 2)}", "hit.heading"),)) if part else Line(())
        if part:
            return Line((Span(f"   {fit(row.text, width - 4)}", "quiet"),))
        role = _ROLES.get(row.target.state, "hit.title") if row.target is not None else "hit.title"
        return Line((Span(" ", "text"), Span(fit(row.title, width - 2), role, 0)))

    def url_of(self, index: int) -> str:
        """See RowList."""
        return self.rows[index].url

    def action_move(self, rows: int) -> None:
        """See RowList; a heading is passed over."""
        at = self.cursor + rows
        while 0 <= at < len(self.rows) and self.rows[at].is_heading:
            at += 1 if rows > 0 else -1
        if 0 <= at < len(self.rows):
            self.cursor = at

    def action_choose(self) -> None:
        """Go to the other end."""
        if self.current is not None:
            self.announce(self.LinkChosen(self.current, stay=False))
