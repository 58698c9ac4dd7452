"""How a hit is drawn: what is lit, and what is left out where there is little room."""

import pytest
from rich.cells import cell_len

from dltui.model.passage import Hit, Match, PassageMoment
from dltui.ui.results.hit_line import in_sight, snippet_line, title_line
from dltui.ui.results.shown_hits import ShownHit

WIDTHS = (24, 40, 52, 80, 120)


def _hit(**values) -> Hit:
    known = {
        "path": "a.md", "title": "Training neural networks", "category": "", "channel": "A channel", "video": None,
        "heading": "Dropout", "heading_path": ("Advanced techniques in training", "Dropout"), "anchor": "dropout",
        "line": 1, "score": 1.0, "snippet": "Units are left out at random: that is dropout.",
        "matches": (Match(38, 45),), "moment": PassageMoment(0, 3052, "00:50:52"), "terms": ("dropout",),
    }  # fmt: skip
    return Hit(**{**known, **values})


def _text(line) -> str:
    return "".join(span.text for span in line.spans)


def _lit(line) -> list[str]:
    return [span.text for span in line.spans if span.role == "match"]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("follows", [False, True])
def test_a_line_fills_its_width_and_ends_with_the_moment(width: int, follows: bool) -> None:
    row = ShownHit(_hit(), follows, 3)
    for line in (title_line(row, width), snippet_line(row, width)):
        assert cell_len(_text(line)) == width
    assert _text(title_line(row, width)).endswith(" ▸ 00:50:52 ")
    assert _text(snippet_line(row, width)).endswith(" +3 ")


def test_words_that_were_found_are_lit_in_title_and_heading() -> None:
    line = title_line(ShownHit(_hit(terms=("neural", "dropout")), follows=False, hidden=0), 120)
    assert _lit(line) == ["neural", "Dropout"]
    assert _lit(title_line(ShownHit(_hit(), follows=True, hidden=0), 60)) == ["Dropout"]


def test_of_a_long_path_of_headings_the_last_one_stays() -> None:
    row = ShownHit(_hit(), follows=False, hidden=0)
    assert "Advanced techniques in training › Dropout" in _text(title_line(row, 120))
    assert " · … › Dropout" in _text(title_line(row, 80))


@pytest.mark.parametrize("width", WIDTHS)
def test_the_first_match_is_in_sight(width: int) -> None:
    long = "word " * 30 + "needle " + "word " * 10
    hit = _hit(snippet=long, matches=(Match(150, 156),))
    assert _lit(snippet_line(ShownHit(hit, follows=False, hidden=0), width)) == ["needle"]


def test_a_row_is_filled_as_far_as_there_is_text() -> None:
    text = "word " * 20 + "needle."
    shown, (match,) = in_sight(text, (Match(100, 106),), 60)
    assert shown[match.start : match.end] == "needle"
    assert 55 <= cell_len(shown) <= 60


def test_a_snippet_whose_match_is_in_sight_begins_at_its_beginning() -> None:
    text, matches = "a needle " + "word " * 30, (Match(2, 8),)
    assert in_sight(text, matches, 40) == (text, matches)
    assert in_sight("no match " * 20, (), 40) == ("no match " * 20, ())


@pytest.mark.parametrize(
    ("raw", "seconds", "shown"),
    [
        ("00:50:52", 3052, "00:50:52"),
        ("75:10", 4510, "75:10"),
        ("09:10:57", 550, "≈9:10"),
        ("00:20:00", 20, "≈0:20"),
        ("0:07:53-0:08:06", 473, "0:07:53-0:08:06"),
    ],
)
def test_a_time_that_was_read_otherwise_than_it_says_is_marked(raw: str, seconds: int, shown: str) -> None:
    row = ShownHit(_hit(moment=PassageMoment(0, seconds, raw)), follows=False, hidden=0)
    assert _text(title_line(row, 80)).endswith(f" ▸ {shown} ")
