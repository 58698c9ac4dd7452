"""How a hit is drawn: its title or heading with the moment, and below it the snippet. No Textual here."""

from collections.abc import Sequence

from rich.cells import cell_len

from dltui.model.passage import Match
from dltui.render.line import Line, Span
from dltui.ui.parts.fit import fit, gap
from dltui.ui.results.shown_hits import ShownHit

#: The fewest cells in which a heading beside the title says something.
_NARROWEST = 6
#: Width of the list from which on there is room for the channel.
_WIDE = 76


def title_line(row: ShownHit, width: int) -> Line:
    """Title and heading of a hit, or the heading alone below another hit of its article; channel and moment."""
    hit = row.hit
    moment = f" ▸ {hit.moment.raw} " if hit.moment else " "
    channel = "" if row.follows or width < _WIDE else fit(hit.channel, width // 5)
    room = width - cell_len(moment) - cell_len(channel) - 3
    if row.follows:
        head = [Span(" ┆ ", "hit.more"), Span(fit(hit.heading or hit.title, room), "hit.heading")]
    else:
        title = fit(hit.title, room)
        head = [Span(" ", "text"), Span(title, "hit.title")]
        where = " › ".join(part for part in hit.heading_path if part != hit.title) or hit.heading
        left = room - cell_len(title) - 3
        if where and where != hit.title and left > _NARROWEST:
            head += [Span(" · ", "hit.more"), Span(fit(where, left), "hit.heading")]
    used = sum(cell_len(span.text) for span in head) + cell_len(channel) + cell_len(moment)
    return Line(
        (*head, Span(gap(used, width), "text"), Span(channel, "hit.more"), Span(moment, "hit.moment"))
    )


def snippet_line(row: ShownHit, width: int) -> Line:
    """The snippet, and how many more hits of the article `l` would show."""
    hidden = f" +{row.hidden} " if row.hidden else ""
    spans = lit_spans(row.hit.snippet, row.hit.matches, width - 4 - len(hidden))
    used = 3 + sum(cell_len(span.text) for span in spans) + len(hidden)
    return Line(
        (Span("   ", "hit.snippet"), *spans, Span(gap(used, width), "text"), Span(hidden, "hit.more"))
    )


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
