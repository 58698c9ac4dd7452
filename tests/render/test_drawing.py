"""How each kind of block is drawn."""

from itertools import pairwise

import pytest

from dltui.model.block import Callout, CodeBlock, Fold, Footnote, Heading, Paragraph
from dltui.model.inline import (
    Chip,
    Code,
    FootnoteReference,
    Image,
    LineBreak,
    Link,
    Style,
    Styled,
    Text,
    Wikilink,
)
from dltui.model.timestamp import Stamp
from dltui.model.video import Video
from dltui.render.compose.callouts import FAMILIES, family_of, title_of
from dltui.render.compose.highlight import get_ready, highlighted
from dltui.render.header import ArticleHeader
from dltui.render.layout import Layout
from dltui.render.settings import LayoutSettings
from dltui.render.spot import Place
from tests.render.pages import drawn, lay_blocks, lay_markdown


def paragraph(*children: object) -> Paragraph:
    return Paragraph(tuple(children), 1)  # type: ignore[arg-type]  # inlines of every kind


def runs(layout: Layout, row: int) -> list[tuple[str, str]]:
    """The texts of a row with their roles."""
    drawn(layout)
    return [(span.text, span.role) for span in layout.line(row).spans]


@pytest.mark.parametrize(
    ("children", "expected"),
    [
        ((Text("a"), Styled(Style.STRONG, (Text("b"),))), [("a", "text"), ("b", "strong")]),
        ((Styled(Style.STRONG, (Styled(Style.EMPHASIS, (Text("b"),)),)),), [("b", "strong+emphasis")]),
        ((Styled(Style.SUPERSCRIPT, (Text("2"),)),), [("²", "superscript")]),
        ((Styled(Style.KEYBOARD, (Text("Esc"),)),), [("\u00a0Esc\u00a0", "keyboard")]),
        ((Code("a  b"),), [("a  b", "code")]),
        ((Wikilink("x", "", "X", embed=False, line=1),), [("X", "link")]),
        ((Wikilink("missing", "", "", embed=False, line=1),), [("missing", "link.missing")]),
        ((Wikilink("ambiguous", "", "", embed=False, line=1),), [("ambiguous", "link.ambiguous")]),
        ((Wikilink("x", "", "", embed=True, line=1),), [("▤\u00a0x", "link")]),
        ((Link("https://a.b", "", (Text("c"),), 1),), [("c", "link.external")]),
        ((Link("#part", "", (Text("c"),), 1),), [("c", "link")]),
        ((Link("https://a.b", "", (), 1),), [("https://a.b", "link.external")]),
        ((Image("x/y.png", "", 1), Text(".")), [("▣\u00a0y.png", "image"), (".", "text")]),
        (
            (Image("data:image/png;base64,AAAA", "", 1), Text(".")),
            [("▣\u00a0data:image/png;base64", "image"), (".", "text")],
        ),
        ((Wikilink("a/p.PNG", "", "300x200", embed=True, line=1),), [("▣\u00a0p.PNG", "image")]),
        ((Wikilink("p.png", "", "A lake", embed=True, line=1),), [("▣\u00a0A lake", "image")]),
        ((Image("p.png", "A lake|300", 1), Text(".")), [("▣\u00a0A lake", "image"), (".", "text")]),
        ((FootnoteReference("n", 12),), [("¹²", "footnote")]),
        ((Text("a  \t b"),), [("a b", "text")]),
        ((Text("a"), LineBreak(hard=False), Text("b")), [("a b", "text")]),
        ((Text("中"), LineBreak(hard=False), Text("文")), [("中文", "text")]),
        ((Text("a"), LineBreak(hard=False), Text("中")), [("a 中", "text")]),
    ],
)
def test_inlines(children: tuple[object, ...], expected: list[tuple[str, str]]) -> None:
    assert runs(lay_blocks(paragraph(*children)), 0) == expected


@pytest.mark.parametrize(
    ("label", "repeats", "expected"),
    [
        ("00:41:00", 0, [("00:41:00", "moment")]),
        ("09:10:57", 0, [("09:10:57", "moment"), ("\u00a0≈\u00a09:10", "moment.inferred")]),
        ("N/A", 0, [("no\u00a0time", "moment.none")]),
        ("HH:MM:SS", 0, [("HH:MM:SS\u00a0(no\u00a0time)", "moment.none")]),
        ("00:41:00", 2081, [("00:41:00", "moment"), ("\u00a0×2,082", "moment.repeats")]),
    ],
)
def test_chips(label: str, repeats: int, expected: list[tuple[str, str]]) -> None:
    chip = Chip(Stamp("", label, 1), repeats)
    assert runs(lay_blocks(paragraph(chip)), 0) == expected


def test_a_chip_that_lost_its_brackets_keeps_clear_of_words() -> None:
    chip = Chip(Stamp("", "0:41", 1))
    layout = lay_blocks(paragraph(Text("so it is"), chip, chip, Text("and (at "), chip, Text(").")))
    assert drawn(layout) == ["so it is 0:41 0:41 and (at 0:41)."]


def test_an_image_alone_has_its_address_beneath_it() -> None:
    layout = lay_blocks(paragraph(Image("x/y.png", "A picture", 1)))
    assert drawn(layout) == ["▣\u00a0A picture", "x/y.png"]
    assert {span.spot for row in range(2) for span in layout.line(row).spans} == {0}


@pytest.mark.parametrize(
    ("kind", "family"),
    [
        ("tip", "tip"),
        ("tldr", "abstract"),
        ("important", "tip"),
        ("caution", "warning"),
        ("see-also", "note"),
        ("важно", "note"),
    ],
)
def test_every_kind_of_callout_has_a_family(kind: str, family: str) -> None:
    assert family_of(kind) == family
    assert family in FAMILIES
    layout = lay_blocks(Callout(kind, (), (), 1))
    assert drawn(layout)[0].endswith(title_of(kind))
    assert layout.line(0).spans[0].role == f"callout.{family}"


def test_marks_are_ascii_if_asked() -> None:
    text = "- a\n  - b\n\n> [!tip]+ T\n> x\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- [x] t\n\n# H\n\n***\n\nx[^1]\n\n[^1]: n"
    lines = drawn(lay_markdown(text, settings=LayoutSettings(ascii_icons=True)))
    assert "".join(lines).replace("\u00a0", "").isascii(), lines


def test_code_is_a_panel_with_its_language() -> None:
    layout = lay_blocks(CodeBlock("def f():\n\treturn 1", "python", 1), width=20)
    assert drawn(layout) == ["             python", " def f():", "     return 1"]
    assert {layout.line(row).width for row in range(3)} == {20}
    assert ("def", "code.block+code.token.k") in runs(layout, 1)


def test_long_code_is_carried_on() -> None:
    layout = lay_blocks(CodeBlock("aaaa bbbb cccc dddd", "", 1), width=14)
    assert drawn(layout) == [" aaaa bbbb", "↪cccc dddd"]


@pytest.mark.parametrize("language", ["python", "nolanguage", "", "mermaid", "javascript"])
@pytest.mark.parametrize("code", ["", "x = 'y'\n\n", "\n\n", "中 = {\n", "x" * 20_000])
def test_highlighting_loses_nothing(code: str, language: str) -> None:
    assert "".join(text for text, _ in highlighted(code, language)) == code


def test_code_may_be_wider_than_the_column() -> None:
    settings = LayoutSettings(column=40, margin=2)
    layout = lay_blocks(CodeBlock("x" * 60, "", 1), paragraph(Text("a")), width=100, settings=settings)
    lines = drawn(layout)
    assert lines[0].index("x") == 31
    assert lines[0].count("x") == 60
    assert lines[2].index("a") == 30


def test_the_column_stands_in_the_middle_or_at_the_left() -> None:
    assert (
        drawn(lay_blocks(paragraph(Text("a")), width=100, settings=LayoutSettings(column=40)))[0]
        == " " * 30 + "a"
    )
    left = LayoutSettings(column=40, centred=False, margin=3)
    assert drawn(lay_blocks(paragraph(Text("a")), width=100, settings=left))[0] == "   a"


TABLE = "| Name | Text | Count |\n|---|:-:|---|\n| a | a text of several words | 1,000 |\n| b | c | 22 |"


def test_a_table_that_fits() -> None:
    assert drawn(lay_markdown(TABLE)) == [
        "Name │          Text           │ Count",
        "━━━━━┿━━━━━━━━━━━━━━━━━━━━━━━━━┿━━━━━━",
        "a    │ a text of several words │ 1,000",
        "b    │            c            │    22",
    ]


def test_a_table_whose_cells_wrap() -> None:
    assert drawn(lay_markdown(TABLE, width=30)) == [
        "Name │      Text       │ Count",
        "━━━━━┿━━━━━━━━━━━━━━━━━┿━━━━━━",
        "a    │    a text of    │ 1,000",
        "     │  several words  │",
        "─────┼─────────────────┼──────",
        "b    │        c        │    22",
    ]


def test_a_table_in_a_pane_too_narrow_for_columns() -> None:
    assert drawn(lay_markdown(TABLE, width=16)) == [
        "Name  a",
        "Text",
        "  a text of",
        "  several words",
        "Count  1,000",
        "────────────",
        "Name  b",
        "Text  c",
        "Count  22",
    ]


def test_the_header_of_a_table_is_known_in_its_body() -> None:
    rows = "\n".join(f"| {number} | x |" for number in range(50))
    layout = lay_markdown(f"before\n\n| n | v |\n|---|---|\n{rows}\n\nafter")
    lines = drawn(layout)
    body = lines.index("30 │ x")
    assert [line.text.rstrip() for line in layout.header_rows(body)] == [" n │ v", "━━━┿━━"]
    assert layout.header_rows(0) == ()
    assert layout.header_rows(lines.index(" n │ v")) == ()
    assert layout.header_rows(lines.index("after")) == ()


def test_headings_stand_apart_from_what_is_above_and_close_to_what_is_below() -> None:
    blocks = [Heading(level, (Text(f"H{level}"),), f"H{level}", f"h{level}", level) for level in (1, 2, 3, 4)]
    layout = lay_blocks(paragraph(Text("p")), *blocks, paragraph(Text("q")), width=4)
    assert drawn(layout) == ["p", "", "", "H1", "━━━━", "", "H2", "────", "H3", "H4", "q"]


def test_footnotes_have_a_mark_that_leads_back() -> None:
    layout = lay_blocks(Footnote("a", 1, (paragraph(Text("one")),), 1), Footnote("b", 10, (), 2))
    assert drawn(layout) == ["────────────", "¹ one\u00a0↩", "¹⁰ \u00a0↩"]


def test_a_narrow_pane_puts_marks_on_rows_of_their_own() -> None:
    text = "> > > > > > - 1. deep words"
    lines = drawn(lay_markdown(text, width=10))
    assert lines[-1].endswith("words")
    assert any(line.rstrip().endswith("1.") for line in lines)


@pytest.mark.parametrize("width", [0, 1, 2, 3, 5, 9])
def test_a_pane_of_hardly_any_width_is_drawn_all_the_same(width: int) -> None:
    text = f"# Title\n\n> - word 中文\n\n```\ncode 中\n```\n\n{TABLE}\n\n> [!tip]+ T\n> x[^1]\n\n[^1]: note"
    lines = drawn(lay_markdown(text, width=width, settings=LayoutSettings()))
    assert {char for char in "".join(lines) if char.isalpha()} >= set("Titlewordcode中文note")


def test_a_folded_callout_hides_its_body() -> None:
    block = Callout("tip", (Text("T"),), (paragraph(Text("body")),), 1, Fold.CLOSED)
    assert drawn(lay_blocks(block)) == ["▎ ▸ ✦\u00a0T"]


def test_the_header_tells_where_an_article_comes_from_and_how_long_it_is() -> None:
    header = ArticleHeader("A title", "channel", Video("aaaaaaaaaaa", "A video"), 1, 500, ("x", "y"))
    lines = drawn(lay_blocks(paragraph(Text("text")), width=40, header=header))
    assert lines == ["A title", "channel · A video", "1 moment · 2 min read · #x · #y", "━" * 40, "", "text"]
    plain = drawn(lay_blocks(paragraph(Text("text")), width=40, header=ArticleHeader("A title")))
    assert plain == ["A title", "━" * 40, "", "text"]


def test_a_title_is_not_shown_twice() -> None:
    title = Heading(1, (Text("A Title!"),), "A Title!", "a-title", 3)
    header = ArticleHeader("a title", "channel", None, 1, 500)
    lines = drawn(lay_blocks(title, paragraph(Text("text")), width=30, header=header))
    assert lines == ["channel", "1 moment · 2 min read", "", "A Title!", "━" * 30, "", "text"]
    assert drawn(lay_blocks(title, width=8, header=ArticleHeader("A title"))) == ["A Title!", "━━━━━━━━"]


def test_lines_know_the_line_of_the_file_they_come_from() -> None:
    text = "one\ntwo\n\n- three\n- four\n\n```\nfive\nsix\n```\n\n| a |\n|---|\n| seven |\n\n> [!tip] eight\n> nine\n"
    layout = lay_markdown(text, width=30)
    lines = drawn(layout)
    written = text.split("\n")
    for word in ("three", "four", "five", "six", "seven", "eight", "nine"):
        row = next(index for index, line in enumerate(lines) if word in line)
        assert word in written[layout.line(row).source_line - 1]
    sources = [layout.line(row).source_line for row in range(layout.height)]
    assert all(first <= second for first, second in pairwise(sources))


def test_footnotes_that_stand_together_stand_in_order() -> None:
    layout = lay_markdown("One[^b], two[^a], three^[here].\n\n[^a]: Second.\n[^b]: First.\n")
    notes = [row.replace("\u00a0", " ") for row in drawn(layout) if "↩" in row]
    assert notes == ["¹ First. ↩", "² Second. ↩", "³ here ↩"]


def test_there_may_be_air_above_the_header() -> None:
    settings = LayoutSettings(margin=0, column=1000, air=2)
    lines = drawn(lay_blocks(paragraph(Text("text")), settings=settings, header=ArticleHeader("A title")))
    assert lines[:3] == ["", "", "A title"]
    assert drawn(lay_blocks(paragraph(Text("text")), settings=settings)) == ["text"]
    layout = lay_blocks(paragraph(Text("text")), settings=settings, header=ArticleHeader("A title"))
    drawn(layout)
    assert layout.row_of(Place(0)) == 0
    assert [layout.row_of(layout.place_at(row)) for row in range(layout.height)] == [*range(layout.height)]


def test_a_table_is_no_wider_than_it_needs_to_be() -> None:
    text = "| a | b |\n|---|---|\n| " + "word " * 12 + "| " + "other " * 20 + "|\n"
    layout = lay_markdown(text, width=200, settings=LayoutSettings(column=60))
    drawn(layout)
    widths = [layout.line(row).width - 70 for row in range(layout.height)]
    assert 60 < max(widths) < 120


def test_a_header_that_would_cover_what_follows_its_table_goes() -> None:
    layout = lay_markdown("| n | v |\n|---|---|\n| 1 | x |\n| 2 | x |\n| 3 | x |\n\nafter")
    lines = drawn(layout)
    assert layout.header_rows(lines.index("1 │ x")) != ()
    assert layout.header_rows(lines.index("2 │ x")) == ()


def test_what_was_made_ready_colours_as_before() -> None:
    get_ready()
    assert len(highlighted("def f(): pass", "python")) > 1
