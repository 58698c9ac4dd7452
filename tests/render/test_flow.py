import pytest

from dltui.render.text.flow import FlowBuilder, Piece


def builder() -> FlowBuilder:
    return FlowBuilder(0, 10)


def test_blanks_collapse_across_pieces() -> None:
    build = builder()
    for text in ("  a ", " b\t", " ", "c  "):
        build.text(text, "text")
    assert build.done().text == "a b c"


def test_pieces_cover_the_text() -> None:
    build = builder()
    build.text("one ", "text")
    build.text("two", "strong", 3)
    build.text(" ", "text")
    flow = build.done()
    assert flow.text == "one two"
    assert flow.pieces == [Piece(4, "text"), Piece(7, "strong", 3)]
    assert [tuple(span) for span in flow.spans(2, 6)] == [("e ", "text", -1), ("tw", "strong", 3)]
    assert flow.spans(4, 4) == []


def test_lines_of_the_file() -> None:
    build = builder()
    build.text("a", "text")
    build.soft_break()
    build.text("b", "text")
    build.hard_break()
    build.soft_break()
    build.text("c", "text")
    flow = build.done()
    assert flow.text == "a b\nc"
    assert [flow.line_at(flow.text.index(char)) for char in "abc"] == [10, 11, 12]


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        ("word", "word", "word 0:10 word"),
        ("(", ")", "(0:10)"),
        ("word ", " word", "word 0:10 word"),
        ("", "", "0:10"),
    ],
)
def test_apart(before: str, after: str, text: str) -> None:
    build = builder()
    build.text(before, "text")
    build.apart("0:10", "moment")
    build.end_apart()
    build.text(after, "text")
    assert build.done().text == text


def test_breaks_at_the_ends_leave_nothing() -> None:
    build = builder()
    build.hard_break()
    build.text("a", "text")
    build.hard_break()
    build.soft_break()
    flow = build.done()
    assert (flow.text, flow.pieces) == ("a", [Piece(1, "text")])
    assert builder().done().text == ""


def test_joiners_that_join_nothing_go() -> None:
    build = builder()
    build.text("a\u200d", "text")
    build.text("\u200db", "strong")
    build.text("👩\u200d👧", "text")
    assert build.done().text == "ab👩\u200d👧"


def test_rows_stay_as_written() -> None:
    build = builder()
    build.rows(["  a  b", "", "c"], "html")
    flow = build.done()
    assert flow.text == "  a  b\n\nc"
    assert flow.line_at(flow.text.index("c")) == 12
