"""The picture of the last first screen: kept, drawn at once, and never believed where it isn't true."""

import json
import os
from pathlib import Path

import pytest
from rich.segment import ControlType, Segment
from rich.style import Style
from textual.strip import Strip

from dltui.ui.terminal.curtain import Curtain, CurtainFile, CurtainScreen, picture_of
from tests.ui.conftest import World, rows_shown, screen_of, until

_ROWS = [
    Strip([Segment("Tree ", Style.parse("bold #ff0000 on #001122")), Segment("漢🙂", Style.parse("italic"))]),
    Strip([Segment(" ", None), Segment("x" * 3, Style.parse("underline reverse dim"))]),
]


def _file(folder: Path, stamp: str = "now") -> CurtainFile:
    return CurtainFile(folder / "curtain-1.json", stamp)


def test_a_picture_comes_back_as_it_was_kept(tmp_path):
    _file(tmp_path).keep(Curtain("harbour-night", picture_of(_ROWS)))
    kept = _file(tmp_path).load()
    assert kept is not None
    assert kept.theme == "harbour-night"
    assert picture_of(kept.rows) == picture_of(_ROWS)
    assert [row.text for row in kept.rows] == ["Tree 漢🙂", " xxx"]


def test_a_picture_of_another_terminal_or_command_line_is_not_shown(tmp_path):
    _file(tmp_path).keep(Curtain("t", _ROWS))
    assert _file(tmp_path, "other").load() is None
    assert CurtainFile(tmp_path / "curtain-2.json", "now").load() is None


def _written(**changes):
    kept = {"stamp": "now", "theme": "t", "styles": ["bold"], "rows": [[["text", 0]]]}
    return json.dumps({**kept, **changes})


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "null",
        "{",
        _written(rows=3),
        _written(rows=[["text"]]),
        _written(rows=[[["text", 9]]]),
        _written(rows=[[[7, 0]]]),
        _written(styles=["no such style"]),
        _written(styles=None),
        _written(rows=[[["\x1b]0;OWNED\x07", 0]]]),
        _written(rows=[[["\u202eDENWO", 0]]]),
        _written(rows=[[["x" * 2_000_000, 0]]]),
    ],
)
def test_what_is_no_clean_picture_is_not_shown(tmp_path, content):
    _file(tmp_path).place.write_text(content, "utf-8")
    assert _file(tmp_path).load() is None


def test_bytes_that_are_no_text_are_not_shown(tmp_path):
    _file(tmp_path).place.write_bytes(b"\xff\xfe\x00")
    assert _file(tmp_path).load() is None


def test_only_the_latest_pictures_are_kept(tmp_path):
    for number in range(12):
        place = tmp_path / f"curtain-{number}.json"
        CurtainFile(place, "now").keep(Curtain("t", _ROWS))
        os.utime(place, ns=(number, number))
    CurtainFile(tmp_path / "curtain-last.json", "now").keep(Curtain("t", _ROWS))
    left = {file.name for file in tmp_path.iterdir()}
    assert left == {"curtain-last.json", *(f"curtain-{number}.json" for number in range(5, 12))}


def test_where_nothing_can_be_written_nothing_happens(tmp_path):
    nowhere = CurtainFile(tmp_path / "none" / "curtain-1.json", "now")
    nowhere.keep(Curtain("t", _ROWS))
    assert nowhere.load() is None


def test_a_picture_holds_looks_alone_and_runs_of_one_look_are_joined():
    link = Style(bold=True, link="https://example.org")
    meta = Style(bold=True, meta={"@click": "app.quit"})
    strip = Strip(
        [
            Segment("a", link),
            Segment("b", meta),
            Segment("", None, [(ControlType.BELL,)]),
            Segment("c", Style()),
        ]
    )
    (row,) = picture_of([strip])
    assert [segment.text for segment in row] == ["ab", "c"]
    assert all(segment.style.link is None and not segment.style.meta for segment in row)


async def test_the_picture_stands_until_the_panes_take_over(garden: World) -> None:
    app = garden.app()
    app._curtain = Curtain("harbour-night", [Strip([Segment("as it was")])])
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: not isinstance(app.screen, CurtainScreen))
        assert "library · 7" in rows_shown(app)[0]
        assert app.focused is screen_of(app).reader


async def test_what_is_seen_is_kept_when_it_will_look_like_this_again(
    garden: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dltui.ui.app._SETTLED_SECONDS", 3600.0)  # the app keeps one by itself then
    file = _file(tmp_path)
    app = garden.app(curtain=file)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.keep_curtain()
        kept = file.load()
        assert [row.text.rstrip() for row in kept.rows] == [row.rstrip() for row in rows_shown(app)]
        file.place.unlink()
        await pilot.press("s", "x")
        assert not app.keep_curtain()
        await pilot.press("escape", "escape", "escape", "1", "c")
        await pilot.press("2")
        assert not app.keep_curtain()
        assert file.load() is None
