"""Exports from the palette: every source in every format, as the command line writes them."""

from pathlib import Path

import pytest

from dltui.handoff.citation import Citation, in_video_order, playable
from dltui.handoff.export.formats import ExportFormat, export_moments, is_for_players
from dltui.state.keepsakes import Keepsakes
from dltui.ui.moments.exporting import carry_out, exports
from dltui.ui.screen.navigator import Navigator
from tests.ui.conftest import LECTURE, World, rows_shown, until

_ARTICLE = "lectures/vision.md"


def _expected(world: World, paths: list[str], one: ExportFormat) -> str:
    shelf = world.services().shelf
    loaded = [shelf.load(path) for path in paths]
    found = in_video_order(Citation(each.article, moment) for each in loaded for moment in each.moments())
    return export_moments(playable(found) if is_for_players(one) else found, one)


@pytest.mark.parametrize("one", ExportFormat)
@pytest.mark.parametrize(
    ("what", "paths"),
    [
        ("this article", [_ARTICLE]),
        ("this video", ["lectures/language.md", "lectures/sound.md", _ARTICLE]),
        ("all stars", ["lectures/sound.md"]),
    ],
)
def test_every_source_in_every_format(
    world: World, tmp_path: Path, one: ExportFormat, what: str, paths: list[str]
) -> None:
    services = world.services()
    shelf = services.shelf
    page, _ = Navigator(shelf, Keepsakes(services.state, "")).page(_ARTICLE)
    found = exports(shelf, page, ["lectures/sound.md", "gone.md"])
    assert len({export.title for export in found}) == len(found) == 3 * len(ExportFormat)
    [export] = [each for each in found if what in each.title and each.export_format is one]
    sentence = carry_out(export, tmp_path / "exports", world.root)
    [file] = (tmp_path / "exports").iterdir()
    assert file.suffix == f".{one.value}"
    assert file.read_bytes().decode() == _expected(world, paths, one)
    assert f"in {file.name}, in the folder {file.parent}" in sentence
    assert sentence.split()[0].isdigit()


def test_chapters_of_several_videos_are_told_to_be_impossible(world: World, tmp_path: Path) -> None:
    shelf = world.services().shelf
    found = exports(shelf, None, ["lectures/sound.md", "lectures/talk.md"])
    [chapters] = [each for each in found if each.export_format is ExportFormat.FFMETADATA]
    assert "Chapters belong to one video" in carry_out(chapters, tmp_path / "exports", world.root)
    assert not (tmp_path / "exports").exists()


async def test_an_export_is_chosen_from_the_palette(world: World, tmp_path: Path) -> None:
    app = world.app(_ARTICLE, exports=tmp_path / "exports")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("colon", *"export")
        await pilot.pause(0.1)
        await pilot.press("enter")
        await until(pilot, lambda: "Moments of this article as Markdown" in "\n".join(rows_shown(app)))
        await pilot.press(*"video csv")
        await until(pilot, lambda: "as Markdown" not in "\n".join(rows_shown(app)))
        await pilot.press("enter")
        await until(pilot, lambda: "10 moments in video_" in rows_shown(app)[-1])
        [file] = (tmp_path / "exports").iterdir()
        assert file.name == f"video_{LECTURE}.csv"
        assert file.name in rows_shown(app)[-1]


async def test_nothing_to_export_is_told(world: World, tmp_path: Path) -> None:
    app = world.app("index.md", exports=tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("g", "e")
        await pilot.pause()
        assert "nothing to export" in rows_shown(app)[-1]


async def test_a_quote_is_copied_with_its_citation(world: World) -> None:
    import base64

    app = world.app(_ARTICLE)
    sent: list[bytes] = []
    app.write_raw = sent.append  # type: ignore[method-assign, assignment]
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("right_square_bracket", "y", "q", "y", "y")
        await pilot.pause()
    quote, url = (
        base64.b64decode(data.removeprefix(b"\x1b]52;c;").removesuffix(b"\x07")).decode() for data in sent
    )
    assert quote == (
        "> Edges come first.\n>\n> — Vision, “A lecture on learning”, "
        f"[10:00](https://www.youtube.com/watch?v={LECTURE}&t=600s)\n"
    )
    assert url == f"https://www.youtube.com/watch?v={LECTURE}&t=600s"
