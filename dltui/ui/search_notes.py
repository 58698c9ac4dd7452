"""What there is to say about a query: how it could go on, what was taken literally, what was perhaps meant."""

import re
from collections.abc import Sequence

from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from dltui.model.clean import clean_line
from dltui.model.passage import Answer
from dltui.render.line import Line, Span
from dltui.ui.fit import fit
from dltui.ui.painter import Painter

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
            self.refresh(layout=len(lines) != len(self._lines))
            self._lines = lines
            self.display = bool(lines)

    def repaint(self, painter: Painter) -> None:
        """Draw in another theme."""
        self.painter = painter
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 -- Textual's signature
        """A row for each line."""
        return len(self._lines)

    def render_line(self, y: int) -> Strip:
        """Draw one row (Line API)."""
        width = self.size.width
        line = self._lines[y] if y < len(self._lines) else Line(())
        cut: list[Span] = []
        for span in line.spans:
            room = width - 1 - sum(len(shown.text) for shown in cut)
            cut.append(Span(fit(span.text, room), span.role))
        return self.painter.strip(Line(tuple(cut)), width, "surface")


def notes_about(answer: Answer) -> list[Line]:
    """What an answer says of its query beyond the hits: what was taken literally or given up, what was meant."""
    # What was understood comes first, then a sentence for everything that wasn't.
    _, _, notes = answer.understood.partition("; ")
    lines = [Line((Span(f"   {notes}", "quiet"),))] if notes else []
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
