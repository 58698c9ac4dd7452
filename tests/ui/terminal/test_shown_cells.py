"""Sending only what changes leaves the same screen as sending everything."""

import re

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes
from rich.console import Console
from rich.segment import ControlType, Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from dltui.ui.terminal.shown_cells import ShownCells
from dltui.ui.terminal.strip_cells import Cell, Look, StripCells

#: Small, so that updates meet each other.
_WIDTH, _HEIGHT = 7, 2
_CONSOLE = Console(color_system="truecolor", force_terminal=True, legacy_windows=False)
_LINK = re.compile(r"\x1b\]8;[^;]*;([^\x1b]*)\x1b\\")
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")


class Terminal(pyte.Screen):
    """A terminal that measures text as Rich does, knows links, and blanks the rest of a wide character that is cut."""

    def __init__(self):
        super().__init__(_WIDTH, _HEIGHT)
        self._stream = pyte.Stream(self)
        self.links = {}
        self._link = ""

    def receive(self, text):
        for at, part in enumerate(_LINK.split(text)):
            if at % 2:
                self._link = part
            else:
                self._stream.feed(part)

    def draw(self, data):
        for text, width in _drawn_as_one(data):
            if not width:
                raise AssertionError(f"a mark without a letter: {data!r}")
            self._put(text, width)

    def linefeed(self):
        """Every row begins with a move; only here may two of them be the last one, where a terminal would scroll."""

    def _put(self, text, width):
        row, column = self.buffer[self.cursor.y], self.cursor.x
        for at in (column, column + width):
            if at < _WIDTH and not row[at].data:
                owner = next(left for left in range(at, -1, -1) if row[left].data)
                for half in range(owner, min(at + 1, _WIDTH)):
                    row[half] = row[half]._replace(data=" ")
        for at in range(column, column + width):
            row[at] = self.cursor.attrs._replace(data=text if at == column else "")
            self.links[self.cursor.y, at] = self._link
        self.cursor.x = min(column + width, _WIDTH - 1)

    @property
    def shown(self):
        cells = [[self.buffer[y][x] for x in range(_WIDTH)] for y in range(_HEIGHT)]
        return cells, {place: link for place, link in self.links.items() if link}


def _drawn_as_one(text):
    spans = [(text[start:end], width) for start, end, width in split_graphemes(text)[0]]
    joined = []
    for part, width in spans:
        if joined and _FLAG.fullmatch(joined[-1][0] + part):
            joined[-1] = (joined[-1][0] + part, 2)
        else:
            joined.append((part, width))
    return joined


#: What a terminal draws as one; Rich's own cutting would tear these apart.
_WHOLE = ["👨\u200d👩\u200d👧", "🇩🇪", "🇫🇷", "❤\ufe0f", "1\ufe0f\u20e3"]
_PIECES = st.sampled_from(["a", "b", " ", "é", "e\u0301", "漢", "字", "한", "🙂", "▎", "…", "שׁ", *_WHOLE])
_STYLES = st.sampled_from(
    [
        None,
        Style(),
        Style.parse("bold #ff0000 on #001122"),
        Style.parse("#ff0000 on #001122"),
        Style.parse("italic underline"),
        Style.parse("reverse"),
        Style.parse("underline link https://example.org/a"),
        Style.parse("underline link https://example.org/b"),
        Style.parse("bold link https://example.org/b"),
    ]
)


@st.composite
def _rows(draw, width):
    """A row of segments, each of them one thing to draw, and the cells where it may be cut."""
    segments, cuts, at = [], [0], 0
    style = draw(_STYLES)
    for text, is_new in draw(st.lists(st.tuples(_PIECES, st.booleans()), max_size=width)):
        size = cell_len(text)
        if at + size > width:
            break
        style = draw(_STYLES) if is_new else style
        segments.append(Segment(text, style))
        cuts += range(at + (size if text in _WHOLE else 1), at + size + 1)
        at += size
    if at < width:
        segments.append(Segment(" " * (width - at), draw(_STYLES)))
    return Strip(segments, width), [*cuts, *range(at + 1, width + 1)]


@st.composite
def _strips(draw, width):
    """A strip with runs of one style joined, as the program's are."""
    return draw(_rows(width))[0].simplify()


@st.composite
def _layouts(draw):
    x, y = draw(st.integers(0, _WIDTH - 1)), draw(st.integers(0, _HEIGHT - 1))
    region = Region(x, y, draw(st.integers(1, _WIDTH - x)), draw(st.integers(1, _HEIGHT - y)))
    return LayoutUpdate([[draw(_strips(region.width))] for _ in range(region.height)], region)


@st.composite
def _chops(draw):
    chops, ends, spans = [], [], []
    for y in range(_HEIGHT):
        whole, cuts = draw(_rows(_WIDTH))
        places = sorted({*draw(st.lists(st.sampled_from(cuts[1:]), max_size=3)), _WIDTH})
        pieces = dict(zip([0, *places], whole.divide(places), strict=False))
        chops.append({x: None if draw(st.booleans()) and x else strip for x, strip in pieces.items()})
        ends.append(places)
        first, last = sorted((draw(st.integers(0, _WIDTH)), draw(st.sampled_from(cuts))))
        if first < last:
            spans.append((y, first, last))
    return ChopsUpdate(chops, spans or [(0, 0, _WIDTH)], ends)


@st.composite
def _redrawn(draw):
    """Strips that are drawn again and again, over each other, as widgets keep theirs."""
    pool = [draw(_strips(width)) for width in draw(st.lists(st.integers(1, 4), min_size=2, max_size=3))]
    places = st.tuples(st.sampled_from(pool), st.integers(0, 2)).map(
        lambda place: LayoutUpdate([[place[0]]], Region(place[1], 0, place[0].cell_length, 1))
    )
    return draw(st.lists(places, min_size=3, max_size=8))


@st.composite
def _side_by_side(draw):
    strips = draw(st.lists(_strips(2) | _strips(1), min_size=1, max_size=3))
    return LayoutUpdate([strips, strips], Region(draw(st.integers(0, 1)), 0, _WIDTH, 2))


@settings(max_examples=300, deadline=None)
@given(_redrawn() | st.lists(_layouts() | _side_by_side() | _chops() | st.none(), min_size=1, max_size=8))
def test_the_screen_is_the_same_as_with_everything_sent(updates):
    everything, news, shown = Terminal(), Terminal(), ShownCells()
    for update in updates:
        if update is None:  # somebody else has written on the terminal
            shown.forget()
            for terminal in (everything, news):
                terminal.receive("\x1b[2J")
                terminal.links.clear()
            continue
        everything.receive(update.render_segments(_CONSOLE))
        news.receive(shown.only_news(update, _CONSOLE).render_segments(_CONSOLE))
        assert news.shown == everything.shown


@given(_strips(_WIDTH))
@settings(max_examples=60, deadline=None)
def test_what_is_shown_already_is_not_sent_again(strip):
    shown = ShownCells()
    update = LayoutUpdate([[strip]], Region(0, 0, _WIDTH, 1))
    assert shown.only_news(update, _CONSOLE).render_segments(_CONSOLE)
    again = shown.only_news(update, _CONSOLE)
    assert not again
    assert again.render_segments(_CONSOLE) == ""


@given(_strips(_WIDTH))
@settings(max_examples=60, deadline=None)
def test_a_strip_has_as_many_cells_as_it_is_wide(strip):
    cells = StripCells().of(strip).cells
    assert len(cells) == strip.cell_length
    assert "".join(cell.text for cell in cells) == strip.text


def _sent(shown, text, style=""):
    strip = Strip([Segment(text, Style.parse(style))])
    return shown.only_news(
        LayoutUpdate([[strip]], Region(0, 0, strip.cell_length, 1)), _CONSOLE
    ).render_segments(_CONSOLE)


@pytest.mark.parametrize(
    ("before", "after", "sent"),
    [
        ("abc", "abd", "\x1b[1;3Hd"),
        ("a漢c", "a字c", "\x1b[1;2H字"),
        ("a漢c", "axyc", "\x1b[1;2Hxy"),
        ("a🇩🇪c", "a🇩🇰c", "\x1b[1;2H🇩🇰"),
        ("ae\u0301", "ae\u0300", "\x1b[1;2He\u0300"),
        ("x" + " " * 12 + "x", "y" + " " * 12 + "y", "\x1b[1;1Hy\x1b[1;14Hy"),
        ("x  x", "y  y", "\x1b[1;1Hy  y"),
    ],
)
def test_only_what_changes_is_sent_and_nothing_by_halves(before, after, sent):
    shown = ShownCells()
    _sent(shown, before)
    assert _sent(shown, after) == sent


def test_colours_are_sent_where_they_change_and_taken_back():
    shown = ShownCells()
    _sent(shown, "abc")
    assert _sent(shown, "abc", "bold") == "\x1b[1;1H\x1b[0;1mabc\x1b[0m"
    link = _sent(shown, "abc", "link https://example.org")
    assert link == "\x1b[1;1H\x1b]8;;https://example.org\x1b\\\x1b[0mabc\x1b]8;;\x1b\\"


def test_a_mark_lands_on_the_letter_before_it_and_never_left_of_the_strip():
    plain = Look()
    strip = Strip([Segment("\u0301a"), Segment("\u0308b")])
    assert StripCells().of(strip).cells == [Cell("a\u0308", plain), Cell("b", plain)]


def test_a_control_takes_no_cell():
    strip = Strip([Segment("a"), Segment("x", None, [(ControlType.BELL,)]), Segment("b")])
    assert [cell.text for cell in StripCells().of(strip).cells] == ["a", "b"]


def test_what_is_no_pass_of_the_compositor_is_sent_as_it_is_and_everything_after_it_anew():
    shown = ShownCells()
    first = _sent(shown, "abc")
    assert shown.only_news("anything", _CONSOLE) == "anything"
    assert _sent(shown, "abc") == first
