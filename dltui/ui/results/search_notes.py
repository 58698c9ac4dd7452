"""What there is to say about a query: how it could go on, what was taken literally, what was perhaps meant."""

import re
from collections.abc import Sequence

from rich.cells import cell_len
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from dltui.model.clean import clean_line
from dltui.model.passage import Answer
from dltui.render.line import Line, Span
from dltui.ui.parts.fit import fit, wrap
from dltui.ui.parts.painter import Painter

#: How many rows one sentence may take.
_MOST_ROWS = 3
_WIDEN = Line(
    (
        Span("   Nothing here; ", "quiet"),
        Span("Backspace", "bar.key"),
        Span(", or ", "quiet"),
        Span("w", "bar.key"),
        Span(", searches everywhere", "quiet"),
    )
)
_LAST_WORD = re.compile(r'(?:-?\w+:"[^"]*|[^\s(]*)$')


class SearchNotes(Widget):
    """One row for each thing there is to say; no row for nothing."""

    DEFAULT_CSS = "SearchNotes { height: auto; }"

    def __init__(self, painter: Painter) -> None:
        super().__init__()
        self.painter = painter
        self._lines: Sequence[Line] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Show other rows."""
        if lines != self._lines:
            self._lines = lines
            self.display = bool(lines)
            self.refresh(layout=True)

    def repaint(self, painter: Painter) -> None:
        """Draw in another theme."""
        self.painter = painter
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 -- Textual's signature
        """A row for each line."""
        return len(self._rows(width))

    def render_line(self, y: int) -> Strip:
        """Draw one row (Line API)."""
        width = self.size.width
        rows = self._rows(width)
        return self.painter.strip(rows[y] if y < len(rows) else Line(()), width, "surface")

    def _rows(self, width: int) -> list[Line]:
        """The lines as they fit: one that is a sentence is broken, any other is cut."""
        rows: list[Line] = []
        for line in self._lines:
            if len(line.spans) == 1:
                span = line.spans[0]
                broken = wrap(span.text, width - 4, _MOST_ROWS)
                rows += [Line((Span(f"   {part}", span.role),)) for part in broken]
            else:
                rows.append(_cut(line, width - 1))
        return rows


def _cut(line: Line, width: int) -> Line:
    spans: list[Span] = []
    for span in line.spans:
        spans.append(Span(fit(span.text, width), span.role))
        width -= cell_len(spans[-1].text)
    return Line(tuple(spans))


def notes_about(answer: Answer, category: str = "") -> list[Line]:
    """What an answer says of its query beyond the hits: how it was understood, what was given up, what was meant.

    Args:
        answer: to a query.
        category: the one that the search is narrowed to; empty for none.
    """
    lines = []
    if category and answer.final and not answer.total:
        lines.append(_WIDEN)
    if answer.meaning:
        lines.append(Line((Span(f"= {clean_line(answer.meaning)}", "quiet"),)))
    if answer.notes:
        lines.append(Line((Span(clean_line("; ".join(answer.notes)), "quiet"),)))
    if answer.suggestion:
        meant = clean_line(answer.suggestion)
        lines.append(
            Line(
                (
                    Span("   Did you mean ", "quiet"),
                    Span(meant, "hit.title"),
                    Span("?  ", "quiet"),
                    Span("^y", "bar.key"),
                    Span(" searches for it", "quiet"),
                )
            )
        )
    return lines


def completion_line(text: str, completions: Sequence[str], chosen: int) -> Line | None:
    """The fields, or values of a field, with which the last word of a query could go on; None for other words.

    Args:
        text: as typed.
        completions: whole queries.
        chosen: which of them stands in the bar now; -1 for none.
    """
    found = _LAST_WORD.search(text)
    start = found.start() if found else len(text)
    words = [clean_line(completion[start:]) for completion in completions]
    if not any(":" in word for word in words):
        return None
    spans = [Span(" ^n ", "bar.key")]
    for at, word in enumerate(words):
        spans += [
            Span(" ", "text"),
            Span(word, "match" if at == chosen else "hit.heading"),
            Span(" ", "text"),
        ]
    return Line(tuple(spans))
