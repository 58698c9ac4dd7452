"""What the card of a URL shows, as lines for a window of any size. No Textual here."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from dltui.handoff.moment_url import MomentUrl, parse_moment_url
from dltui.handoff.qr import qr_lines
from dltui.render.line import BLANK, Line, Span
from dltui.ui.parts.fit import fit, wrap

#: The spot of the URL, for the terminal's own link.
URL_SPOT = 0
#: Not underlined as links are: that hides the `_` of an id from who types it elsewhere.
_URL_ROLE = "strong"
#: Blank cells left and right, the most first.
_MARGINS = (3, 1, 0)
_TOO_SMALL = "The window is too small for the QR code."
_NO_BLOCKS = "The terminal's encoding has no blocks for the QR code."
_TOO_LONG = "The URL is longer than the window: its lines belong together."


@dataclass(frozen=True, slots=True)
class CardContent:
    """What the card shows.

    Attributes:
        url: http or https, checked before.
        title: of the video or link, clean.
        time: the moment as a clock; empty for none.
        reason: why it's a card and not a browser; one sentence.
    """

    url: str
    title: str
    time: str = ""
    reason: str = ""


def card_lines(
    content: CardContent, note: str, width: int, height: int, *, dark: bool, has_blocks: bool = True
) -> list[Line]:
    """Title and time, the URL alone on its line, the QR code where it fits, and what there is to say; centred.

    No line is wider than `width`. There may be more of them than `height` only where even title, URL and notes
    don't fit.

    Args:
        content: of the card.
        note: what became of the URL on its way to the clipboard; empty for nothing.
        width: cells there are.
        height: rows there are.
        dark: the theme's background is dark.
        has_blocks: the terminal can be sent the blocks that the code is drawn with.
    """
    shown, margin = _shown_url(content.url, width)
    room = width - 2 * margin
    url = [
        Line((Span(shown[start : start + width], _URL_ROLE, URL_SPOT),))
        for start in range(0, len(shown), max(1, width))
    ]
    notes = [content.reason, note, _TOO_LONG if len(url) > 1 else "", "" if has_blocks else _NO_BLOCKS]
    rows = qr_lines(content.url, dark=dark) if has_blocks else ()
    code = [Line((Span(row, "qr"),)) for row in rows]
    below = _note_lines(notes, room)
    if code and (code[0].width > width or 1 + len(url) + len(code) + len(below) > height):
        code, below = [], _note_lines([*notes, _TOO_SMALL], room)
    parts = [part for part in ([_title(content, room)], url, code, below) if part]
    spare = height - sum(map(len, parts))
    return [_centred(line, width) for line in _joined(parts, max(0, spare))]


def _title(content: CardContent, width: int) -> Line:
    time = f"  ▸ {content.time}" if content.time else ""
    return Line((Span(fit(content.title, width - cell_len(time)), "header.title"), Span(time, "moment")))


def _shown_url(url: str, width: int) -> tuple[str, int]:
    """The URL, in its short form where only that fits on a line, and the margin that it leaves on either side."""
    moment = parse_moment_url(url)
    for text in (url, moment.short_url) if isinstance(moment, MomentUrl) else (url,):
        for margin in _MARGINS:
            if len(text) + 2 * margin <= width:
                return text, margin
    return url, 0


def _note_lines(notes: Sequence[str], width: int) -> list[Line]:
    return [Line((Span(text, "quiet"),)) for note in notes if note for text in wrap(note, width, 3)]


def _joined(parts: Sequence[Sequence[Line]], spare: int) -> Iterator[Line]:
    """The parts with so many blank lines between them, the upper ones first."""
    for number, part in enumerate(parts):
        if number and number <= spare:
            yield BLANK
        yield from part


def _centred(line: Line, width: int) -> Line:
    return Line((Span(" " * ((width - line.width) // 2), "text"), *line.spans))
