"""Laying out on demand: rows, places, spots and folds over several chunks."""

import pytest

from dltui.model.block import Callout, Details, Fold, Footnote, Heading, Paragraph
from dltui.model.inline import Chip, Comment, FootnoteReference, Link, Text, Wikilink
from dltui.model.target import LinkState, Target
from dltui.model.timestamp import Stamp
from dltui.render.chunks import Chunks
from dltui.render.header import ArticleHeader
from dltui.render.heights import Heights
from dltui.render.layout import Layout
from dltui.render.line import BLANK
from dltui.render.spot import Cells, Place, SpotKind
from tests.render.pages import BlockPage, drawn, lay_blocks, lay_groups, lay_markdown, read

LOREM = "one two three four five six seven eight nine ten "


def long_article(chunks: int = 40) -> str:
    """Sections of two paragraphs, each with a link and a moment."""
    parts = [
        f"## Part {number}\n\n{LOREM * 4}word{number} [[target{number}]] [00:{number:02}:00].\n\n{LOREM * 3}\n"
        for number in range(chunks)
    ]
    return "\n".join(parts)


def test_nothing_is_laid_out_before_it_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    lay_out = Chunks._lay_out
    monkeypatch.setattr(Chunks, "_lay_out", lambda self, chunk: (seen.append(chunk), lay_out(self, chunk))[1])
    layout = lay_markdown(long_article())
    assert seen == []
    assert layout.line(0) == BLANK
    assert layout.height > 100
    layout.ensure(0, 30)
    assert seen == sorted(seen)
    assert len(seen) < 10
    assert not layout.complete


def test_ensure_gives_the_row_that_shows_what_the_top_showed() -> None:
    layout = lay_markdown(long_article())
    row = layout.ensure(layout.height // 2, 40)
    shown = [layout.line(row + index).text for index in range(40)]
    assert all(layout.line(row + index).source_line for index in range(40))
    assert layout.ensure(row, 40) == row
    place = layout.place_at(row)
    while not layout.advance(0.001):
        pass
    row = layout.row_of(place)
    assert [layout.line(row + index).text for index in range(40)] == shown


def test_rows_beyond_the_end_are_blank() -> None:
    layout = lay_blocks(Paragraph((Text("a"),), 1))
    assert layout.ensure(1000, 10) == 0
    assert layout.line(0).text == "a"
    assert layout.line(-1) == layout.line(1) == BLANK


def test_an_empty_page() -> None:
    layout = lay_groups([])
    assert layout.ensure(0, 10) == 0
    assert layout.height == 0
    assert layout.complete
    assert layout.advance(0.001)
    assert layout.line(0) == BLANK
    assert layout.place_at(0) == Place(1)
    assert layout.row_of(Place(7, 3, 2, 1)) == 0
    assert layout.next_spot(0, 0) is None
    assert layout.find("x").next(Place(1)) is None
    assert layout.heading_at(0) is None
    assert layout.spot_at(0, 0) == -1


def test_places_of_a_page_with_nothing_to_draw() -> None:
    comment = Paragraph((Comment("unseen"),), 3)
    layout = lay_groups([[comment], [comment]])
    assert layout.height > 0
    assert layout.place_at(0) == Place(3)
    assert layout.height == 0
    layout = lay_groups([[comment], [Paragraph((Text("seen"),), 5)]])
    assert layout.place_at(0) == Place(5)


def test_far_chunks_are_forgotten_and_come_back_the_same() -> None:
    layout = lay_markdown(long_article(900))
    first = [layout.line(row) for row in range(layout.ensure(0, 40), 40)]
    while not layout.advance(0.05):
        pass
    assert layout._chunks._kept_rows < layout.height
    layout.ensure(layout.height - 40, 40)
    assert layout.ensure(0, 40) == 0
    assert [layout.line(row) for row in range(40)] == first


def test_the_place_survives_a_resize_of_an_article_that_is_only_laid_out_in_part() -> None:
    layout = lay_markdown(long_article(), width=70)
    row = layout.row_of_anchor("part-20")
    assert row is not None
    row = layout.ensure(row, 30)
    place = layout.place_at(row + 2)
    for width in (30, 140, 10, 300):
        layout.resize(width)
        row = layout.ensure(layout.row_of(place), 30)
        start = layout.line(row).text + layout.line(row + 1).text
        assert start.startswith("one")
        assert layout.heading_at(row).text == "Part 20"  # type: ignore[union-attr]  # there are headings


def test_rows_of_lines_and_anchors() -> None:
    layout = lay_markdown("# A\n\nfirst\nsecond\n\n## B\n\nthird\n\n## B\n\nfourth\n")
    lines = drawn(layout)
    for word, line in (("first", 3), ("third", 8), ("fourth", 12)):
        assert word in lines[layout.row_of_line(line)]
    assert layout.row_of_line(9) == layout.row_of_line(8)
    assert [layout.row_of_anchor(anchor) for anchor in ("a", "b", "b-1")] == [
        0,
        lines.index("B"),
        lines.index("B", 8),
    ]
    assert layout.row_of_anchor("nothing") is None
    assert layout.heading_at(lines.index("third")).anchor == "b"  # type: ignore[union-attr]  # there are headings
    assert layout.row_of(Place(3, 99, 5)) == layout.row_of_line(3)


def test_the_header_is_a_place_too() -> None:
    layout = lay_blocks(Paragraph((Text(LOREM),), 7), width=20, header=ArticleHeader("A title", "channel"))
    drawn(layout)
    assert layout.place_at(0) == Place(0)
    assert layout.place_at(1) == Place(0, 1)
    assert layout.row_of(Place(0, 1)) == 1
    kinds = [layout.spot(spot).kind for spot in layout.spots_in(0, layout.height)]
    assert kinds == [SpotKind.WIKILINK]
    layout.resize(9)
    assert drawn(layout)[layout.row_of(Place(7))] == "one two"


def chip(label: str) -> Chip:
    return Chip(Stamp("", label, 1))


def test_spots_have_cells_and_ids_that_last() -> None:
    link = Wikilink("target", "", "a label of words", embed=False, line=1)
    layout = lay_blocks(Paragraph((Text("see "), link, Text(" at "), chip("0:41")), 1), width=12)
    assert drawn(layout) == ["see a label", "of words at", "0:41"]
    first, second = layout.spots_in(0, 3)
    assert layout.spot_cells(first) == [Cells(0, 4, 11), Cells(1, 0, 8)]
    assert layout.spot_cells(second) == [Cells(2, 0, 4)]
    assert layout.spots_in(1, 1) == [first]
    assert layout.spots_in(0, 3, {SpotKind.MOMENT}) == [second]
    assert [layout.spot_at(0, column) for column in (3, 4, 10, 11)] == [-1, first, first, -1]
    assert layout.spot(first).target is not None
    assert layout.spot(second).timestamp is not None
    assert (layout.spot(first).text, layout.spot(second).text) == ("a label of words", "0:41")
    layout.resize(60)
    layout.ensure(0, 5)
    assert layout.spot_cells(first) == [Cells(0, 4, 20)]
    for wrong in (-1, 99, 1 << 40):
        with pytest.raises(KeyError):
            layout.spot(wrong)
        assert layout.spot_cells(wrong) == []


def test_walking_from_spot_to_spot_lays_out_only_what_it_meets() -> None:
    layout = lay_markdown(long_article() + "\n## The end\n\n![picture](a.png)\n")
    layout.ensure(0, 20)
    found = layout.next_spot(0, 0, {SpotKind.IMAGE})
    assert found is not None
    assert layout.spot(found.id).text.endswith("picture")
    assert sum(layout._chunks.heights.is_known(chunk) for chunk in range(len(layout._chunks))) < 10
    found = layout.next_spot(found.row, 0, {SpotKind.MOMENT}, -1)
    assert found is not None
    assert layout.spot(found.id).text == "00:39:00"
    assert layout.next_spot(found.row, 10**6, {SpotKind.MOMENT}) is None


def test_a_heading_that_is_all_link_is_still_a_heading() -> None:
    heading = Heading(
        3, (Link("https://example.com", "", (Text("All link"),), 1),), "All link", "all-link", 1
    )
    layout = lay_blocks(heading)
    outer, inner = layout.spots_in(layout.ensure(0, 1), 1)
    assert [layout.spot(spot).kind for spot in (outer, inner)] == [SpotKind.HEADING, SpotKind.LINK]
    assert layout.spot_cells(outer) == layout.spot_cells(inner) == [Cells(0, 0, 8)]
    assert layout.spot_at(0, 0) == inner
    first = layout.next_spot(-1, 0)
    assert first is not None
    second = layout.next_spot(0, 0, selected=first.id)
    assert (first.id, second and second.id) == (outer, inner)


def body(text: str, line: int = 2) -> Paragraph:
    return Paragraph((Text(text),), line)


@pytest.mark.parametrize(
    "block", [Callout("tip", (), (body("x"),), 1, Fold.CLOSED), Details((), (body("x"),), 1)]
)
def test_folds_open_and_close(block: Callout | Details) -> None:
    layout = lay_blocks(block, body("after", 9))
    closed = drawn(layout)
    spot = layout.spots_in(0, 1)[0]
    assert layout.toggle(spot)
    assert "x" in drawn(layout)[1]
    assert any("▾" in line for line in drawn(layout))
    layout.resize(30)
    assert "x" in drawn(layout)[1]
    assert layout.toggle(spot)
    layout.resize(60)
    assert drawn(layout) == closed


def test_reveal_opens_all_that_hides_a_place() -> None:
    inner = Callout("tip", (), (body("deep", 4),), 3, Fold.CLOSED)
    layout = lay_blocks(Callout("note", (), (inner,), 1, Fold.CLOSED), body("after", 9))
    assert not any("deep" in line for line in drawn(layout))
    match = layout.find("deep").next(Place(1))
    assert match is not None
    assert layout.find("deep").cells_of(match) == []
    row = layout.reveal(match.place)
    drawn(layout)
    assert "deep" in layout.line(row).text
    assert layout.find("deep").cells_of(match) == [Cells(row, 4, 8)]
    assert layout.reveal(match.place) == row


def test_sections_fold_by_their_headings() -> None:
    layout = lay_markdown("# A\n\none\n\n## B\n\ntwo\n\n### C\n\nthree\n\n## D\n\nfour\n")
    drawn(layout)
    row = layout.row_of_anchor("b")
    assert row is not None
    spot = layout.spots_in(row, 1, {SpotKind.HEADING})[0]
    assert layout.toggle(spot)
    lines = drawn(layout)
    assert [word for word in ("one", "▸ B", "two", "C", "three", "D", "four") if word in lines] == [
        "one",
        "▸ B",
        "D",
        "four",
    ]
    assert layout.next_spot(layout.row_of_anchor("b") or 0, 0, {SpotKind.HEADING}).row == lines.index("D")  # type: ignore[union-attr]  # D is there
    match = layout.find("three").next(Place(1))
    assert match is not None
    row = layout.reveal(match.place)
    assert "three" in drawn(layout)[layout.row_of(match.place)]
    assert "▸ B" not in drawn(layout)


def test_what_cannot_fold_says_so() -> None:
    link = Wikilink("target", "", "", embed=False, line=1)
    quoted = Heading(2, (Text("h"),), "h", "h", 5)
    layout = lay_blocks(Paragraph((link,), 1), quoted)
    layout.page.outline = []  # type: ignore[misc]  # a heading that is no section of its own
    link_spot, heading_spot = layout.spots_in(layout.ensure(0, 9), 9)
    assert not layout.toggle(link_spot)
    assert not layout.toggle(heading_spot)


def test_footnotes_lead_there_and_back() -> None:
    reference = FootnoteReference("n", 1)
    blocks = [
        body("before", 1),
        Paragraph((Text("a"), reference), 3),
        Footnote("n", 1, (body("note", 9),), 9),
    ]
    layout = lay_groups([[block] for block in blocks], source="[^n]")
    there = layout.footnote(reference)
    assert there is not None
    assert "note" in layout.line(there.row).text
    back = layout.footnote_reference("n")
    assert back is not None
    assert layout.spot(back.id).node == reference
    assert layout.footnote(FootnoteReference("other", 1)) is None


def test_refresh_asks_again() -> None:
    answers = iter([Target(LinkState.MISSING), Target(LinkState.RESOLVED, path="x.md")])
    page = BlockPage([[Paragraph((Wikilink("x", "", "", embed=False, line=1),), 1)]])
    layout = Layout(page, 60, resolve=lambda _link: next(answers), read=read)
    layout.ensure(0, 1)
    assert layout.line(0).spans[-1].role == "link.missing"
    layout.resize(40)
    layout.refresh()
    layout.ensure(0, 1)
    assert layout.line(0).spans[-1].role == "link"


def test_heights() -> None:
    heights = Heights([5, 0, 3])
    assert (heights.total, heights.top(2), heights.complete) == (8, 5, False)
    assert [heights.chunk_at(row) for row in (0, 4, 5, 7, 99)] == [0, 0, 2, 2, 2]
    heights.settle(0, 2)
    assert (heights.total, heights.top(2), heights.is_known(0)) == (5, 2, True)
    assert list(heights.unknown_from(1)) == [1, 2]
    assert list(heights.unknown_from(2)) == [2, 1]
    heights.settle(1, 0)
    heights.settle(2, 3)
    assert heights.complete
    heights.unsettle(1)
    assert not heights.complete
    assert Heights([]).chunk_at(3) == 0


def test_another_layout_can_be_folded_as_this_one_is() -> None:
    text = "# A\n\nbody\n\n> [!tip]- Folded\n> inside\n\n## B\n\nhidden\n\n# C\n\nlast\n"
    layout = lay_markdown(text)
    for position in (layout.next_spot(-1, 0, {SpotKind.FOLD}), layout.next_spot(5, 0, {SpotKind.HEADING})):
        assert position is not None
        assert layout.toggle(position.id)
    again = lay_markdown(text, folds=layout.folds)
    assert drawn(again) == drawn(layout)
    assert "inside" in "".join(drawn(again))
    assert "hidden" not in "".join(drawn(again))
    assert not any(lay_markdown(text).folds)
