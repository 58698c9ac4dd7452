"""Finding text in what is drawn."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dltui.model.block import Block, CodeBlock, Paragraph
from dltui.model.inline import Style, Styled, Text
from dltui.render.finding import Sources, letters
from dltui.render.layout import Layout
from dltui.render.matches import Match, Matches
from dltui.render.spot import Place
from tests.render.articles import articles
from tests.render.pages import drawn, lay_blocks, lay_groups, lay_markdown

TOP = Place(0)


def paragraph(text: str, line: int = 1) -> Paragraph:
    return Paragraph((Text(text),), line)


def found(layout: Layout, matches: Matches) -> list[str]:
    """The texts of all matches, as they are drawn."""
    while not matches.advance(0.01):
        pass
    drawn(layout)
    texts = []
    step, seen = matches.next(TOP, here=True), set[Match]()
    while step is not None and step not in seen:
        seen.add(step)
        rows = matches.cells_of(step)
        texts.append(" ".join(layout.line(row).text[start:end] for row, start, end in rows))
        step = matches.next(step.place)
    assert len(texts) == matches.count
    return texts


@pytest.mark.parametrize(
    ("text", "options", "expected"),
    [
        ("night", {}, ["Night", "night", "NIGHT"]),
        ("Night", {}, ["Night"]),
        ("NIGHT", {"ignore_case": True}, ["Night", "night", "NIGHT"]),
        ("night", {"ignore_case": False}, ["night"]),
        ("the NIGHT", {}, ["the NIGHT"]),
        ("a  night", {}, ["a night"]),
        ("n.ght", {}, []),
        ("n.ght", {"regex": True}, ["Night", "night", "NIGHT"]),
        ("x*", {"regex": True}, []),
        ("", {}, []),
        ("  ", {}, []),
        ("nowhere", {}, []),
    ],
)
def test_find(text: str, options: dict[str, bool], expected: list[str]) -> None:
    layout = lay_blocks(paragraph("Night falls, a night"), paragraph("the NIGHT", 2))
    assert found(layout, layout.find(text, **options)) == expected


def test_a_broken_expression_says_so() -> None:
    matches = lay_blocks(paragraph("a")).find("(", regex=True)
    assert matches.problem
    assert matches.complete or matches.advance(0.01)
    assert matches.count == 0
    assert lay_blocks(paragraph("a")).find("(").problem == ""


def test_a_match_may_go_over_several_rows_and_styles() -> None:
    layout = lay_blocks(
        Paragraph((Text("one tw"), Styled(Style.STRONG, (Text("o thr"),)), Text("ee four")), 1), width=8
    )
    assert drawn(layout) == ["one two", "three", "four"]
    matches = layout.find("two three")
    assert found(layout, matches) == ["two three"]
    assert [tuple(cells) for cells in matches.cells(0, 3)] == [(0, 4, 7), (1, 0, 5)]
    assert [tuple(cells) for cells in matches.cells(1, 1)] == [(1, 0, 5)]
    layout.resize(60)
    drawn(layout)
    assert [tuple(cells) for cells in matches.cells(0, 3)] == [(0, 4, 13)]


def test_next_and_previous_go_round() -> None:
    layout = lay_groups([[paragraph("a b a", 1)], [paragraph("c", 2)], [paragraph("a", 3)]])
    matches = layout.find("a")
    walk = []
    match = matches.next(TOP, here=True)
    for _ in range(4):
        assert match is not None
        walk.append((match.line, match.start))
        match = matches.next(match.place)
    assert walk == [(1, 0), (1, 4), (3, 0), (1, 0)]
    back = matches.next(Place(1), -1)
    assert back is not None
    assert (back.line, back.start) == (3, 0)
    assert [matches.ordinal(match) for match in (matches.next(TOP, here=True), back) if match] == [1, 3]


def test_a_match_far_below_is_found_without_laying_out_what_is_between() -> None:
    text = "".join(f"## Part {number}\n\nwords {'again ' * 30}\n\n" for number in range(300))
    layout = lay_markdown(text + "the needle\n")
    layout.ensure(0, 20)
    matches = layout.find("needle")
    match = matches.next(layout.place_at(0))
    assert match is not None
    row = layout.reveal(match.place)
    layout.ensure(row, 20)
    assert [tuple(cells) for cells in matches.cells_of(match)] == [(row, 4, 10)]
    known = sum(layout._chunks.heights.is_known(chunk) for chunk in range(len(layout._chunks)))
    assert known < 20
    assert matches.ordinal(match) in (None, 1)


def test_code_and_tables_are_searched_too() -> None:
    layout = lay_markdown("```\nlet key = 1\n```\n\n| key | value |\n|---|---|\n| a key | x |\n")
    assert found(layout, layout.find("key")) == ["key", "key", "key"]
    code = lay_blocks(CodeBlock("\tkey", "", 1))
    assert found(code, code.find("key")) == ["key"]


SOURCES = [
    ("**bo**ld", "bold"),
    ("H<sub>2</sub>O", "H2O"),
    ("a [li](https://x.y/q)nk", "link"),
    ("pre[[target | mid]]post", "premidpost"),
    ("caf&eacute;", "café"),
    ("Café", "CAFE"),
    ("$\\alpha$", "α"),
    ("two\nwords", "two words"),
    ("under_score_d", "score_d"),
    ("a%%hidden%%b", "ab"),
    ("note[^1]d", "noted"),
    ("[te][ref]xt", "text"),
    ('<a data-t="0:10"></a>', "0:10"),
    ("anything", "?!"),
    ('<a class="yt-timestamp" data-t="N/A">[N/A]</a>', "no time"),
]


@pytest.mark.parametrize(("source", "text"), SOURCES)
def test_a_chunk_that_draws_a_text_is_never_passed_over(source: str, text: str) -> None:
    assert Sources().may_hold(0, source, letters(text))


def test_a_chunk_without_the_letters_is_passed_over() -> None:
    assert not Sources().may_hold(0, "nothing of the kind <b>here</b>", letters("needle"))


@given(articles, st.sampled_from(["a", "中", "e", "。", "target", "0", ".", "def"]), st.integers(10, 60))
@settings(
    max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None
)
def test_all_matches_are_lit_where_the_text_stands(blocks: tuple[Block, ...], text: str, width: int) -> None:
    layout = lay_groups([[block] for block in blocks], width=width, source="&")
    drawn(layout)
    matches = layout.find(text)
    while not matches.advance(1):
        pass
    lit = matches.cells(0, layout.height)
    assert len(lit) <= matches.count
    plain = re.compile("[\x20-\x7e\u00a0-\u02ff─-▿]*")
    for row, start, end in lit:
        line = layout.line(row).text
        if plain.fullmatch(line):
            assert line[start:end].casefold() == text


def test_every_match_of_real_markdown_passes_the_prefilter() -> None:
    text = "".join(f"{source} {number}\n\n" for number, (source, _) in enumerate(SOURCES))
    layout = lay_markdown(text)
    words = set(re.findall(r"\w+", "\n".join(drawn(layout))))
    for word in words:
        everywhere = layout.find(re.escape(word), regex=True, ignore_case=True)
        filtered = layout.find(word, ignore_case=True)
        while not (everywhere.advance(1) and filtered.advance(1)):
            pass
        assert filtered.count == everywhere.count, word
