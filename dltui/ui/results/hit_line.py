"""How a hit is drawn: its title or heading with the moment, and below it the snippet. No Textual here."""

from collections.abc import Sequence

from rich.cells import cell_len

from dltui.model.passage import Hit, Match, PassageMoment
from dltui.model.timestamp import clock
from dltui.render.line import Line, Span
from dltui.search.language.lighting import lit_in
from dltui.search.language.seconds import read_seconds
from dltui.ui.parts.fit import fit, gap
from dltui.ui.results.shown_hits import ShownHit

#: The fewest cells in which a heading beside the title says something.
_NARROWEST = 6
#: Width of the list from which on there is room for the channel.
_WIDE = 76
_ELLIPSIS = "…"


def title_line(row: ShownHit, width: int) -> Line:
    """Title and heading of a hit, or the heading alone below another hit of its article; channel and moment."""
    hit = row.hit
    moment = f" ▸ {_time(hit.moment)} " if hit.moment else " "
    channel = "" if row.follows or width < _WIDE else fit(hit.channel, width // 5)
    room = width - cell_len(moment) - cell_len(channel) - 3
    head = _heading_alone(hit, room) if row.follows else _title_and_heading(hit, room)
    used = sum(cell_len(span.text) for span in head) + cell_len(channel) + cell_len(moment)
    return Line(
        (*head, Span(gap(used, width), "text"), Span(channel, "hit.more"), Span(moment, "hit.moment", 0))
    )


def _time(moment: PassageMoment) -> str:
    """The time as written; where it was read otherwise than it says, what it was read as, marked."""
    written = read_seconds(moment.raw)
    return moment.raw if written in {None, moment.seconds} else f"≈{clock(moment.seconds)}"


def _heading_alone(hit: Hit, room: int) -> list[Span]:
    return [Span(" ┆ ", "hit.more"), *_named(hit.heading or hit.title, "hit.heading", hit, room)]


def _title_and_heading(hit: Hit, room: int) -> list[Span]:
    title = _named(hit.title, "hit.title", hit, room)
    head = [Span(" ", "text"), *title]
    above = [part for part in hit.heading_path if part != hit.title]
    left = room - sum(cell_len(span.text) for span in title) - 3
    if above and left > _NARROWEST:
        head += [Span(" · ", "hit.more"), *_named(_path_in(above, left), "hit.heading", hit, left)]
    return head


def _named(text: str, role: str, hit: Hit, width: int) -> list[Span]:
    """A title or heading with the words that were found lit in it."""
    return lit_spans(text, lit_in(text, hit.terms), width, role)


def _path_in(headings: Sequence[str], width: int) -> str:
    """The headings above a passage and its own, which comes last and is what tells most: it goes last of all."""
    whole = " › ".join(headings)
    if cell_len(whole) <= width or len(headings) == 1:
        return whole
    return f"{_ELLIPSIS} › {headings[-1]}" if cell_len(headings[-1]) + 4 <= width else headings[-1]


def snippet_line(row: ShownHit, width: int) -> Line:
    """The snippet, and how many more hits of the article `l` would show."""
    hidden = f" +{row.hidden} " if row.hidden else ""
    room = width - 4 - len(hidden)
    spans = lit_spans(*in_sight(row.hit.snippet, row.hit.matches, room), room)
    used = 3 + sum(cell_len(span.text) for span in spans) + len(hidden)
    return Line(
        (Span("   ", "hit.snippet"), *spans, Span(gap(used, width), "text"), Span(hidden, "hit.more"))
    )


def in_sight(text: str, matches: Sequence[Match], width: int) -> tuple[str, Sequence[Match]]:
    """A snippet that begins so late that its first match fits into a width in cells, if that is possible."""
    if not matches or cell_len(text) <= width or cell_len(text[: matches[0].end]) < width:
        return text, matches
    wanted = matches[0].start - width // 4
    if cell_len(text) == len(text):  # no row is left half empty
        wanted = min(wanted, len(text) - width + 2)
    blank = text.find(" ", max(0, wanted), matches[0].start)
    start = blank + 1 if blank >= 0 else matches[0].start
    moved = len(_ELLIPSIS) - start
    return _ELLIPSIS + text[start:], [Match(item.start + moved, item.end + moved) for item in matches]


def lit_spans(text: str, matches: Sequence[Match], width: int, role: str = "hit.snippet") -> list[Span]:
    """A text with its matches in their own role, cut to a width in cells."""
    shown = fit(text, width)
    spans: list[Span] = []
    at = 0
    for match in matches:
        start, end = max(at, match.start), min(match.end, len(shown))
        if start >= end:
            continue
        if start > at:
            spans.append(Span(shown[at:start], role))
        spans.append(Span(shown[start:end], "match"))
        at = end
    if at < len(shown):
        spans.append(Span(shown[at:], role))
    return spans
