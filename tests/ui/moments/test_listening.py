"""Reading along with a local player, whose place a server takes."""

import shutil
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from dltui.handoff.playback import Playback, PlayerState
from dltui.handoff.player import Player
from dltui.state.keepsakes import Keepsakes
from dltui.ui.moments import listening
from dltui.ui.moments.following import Following, status_of
from dltui.ui.screen.navigator import Navigator
from tests.handoff.fake_mpv import FakeMpv
from tests.ui.conftest import LECTURE, World, rows_shown, screen_of

_WATCH = f"https://www.youtube.com/watch?v={LECTURE}"


@pytest.fixture
def folder() -> Iterator[Path]:
    """Short enough for a socket's path, and private."""
    made = Path(tempfile.mkdtemp(prefix="dltui-"))
    yield made
    shutil.rmtree(made)


@pytest.fixture
async def mpv(folder: Path) -> AsyncIterator[FakeMpv]:
    fake = FakeMpv(folder / "mpv.sock")
    await fake.start()
    yield fake
    await fake.die()


@pytest.fixture(autouse=True)
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "ASK_SECONDS", 0.1)


def _player(folder: Path) -> Callable[[], Player]:
    return lambda: Player({}, folder=folder, platform="linux")


async def _until(pilot: Pilot[None], condition: Callable[[], object]) -> None:
    for _ in range(400):
        if condition():
            return
        await pilot.pause(0.01)
    raise AssertionError("it never came")


def _lit(app: object) -> list[str]:
    """The rows whose text is lit as being said."""
    reader = screen_of(app).reader  # type: ignore[arg-type]
    layout = reader.layout_
    assert layout is not None
    return [
        layout.line(row).text.strip()
        for row in range(layout.height)
        if any(True for _ in reader.overlays(row))
    ]


async def test_what_is_being_said_is_lit_and_followed(world: World, folder: Path, mpv: FakeMpv) -> None:
    app = world.app("lectures/vision.md", player=_player(folder))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("right_square_bracket", "p")
        await _until(pilot, lambda: mpv.named("loadfile"))
        assert mpv.named("loadfile")[0]["url"] == f"{_WATCH}&t=600s"
        mpv.properties["time-pos"] = 601.5
        await pilot.press("escape")
        await _until(pilot, lambda: _lit(app))
        assert _lit(app)[0].startswith("Edges come first")
        await _until(pilot, lambda: "▶ 10:01" in rows_shown(app)[-1])
        mpv.properties["time-pos"] = 2465.0
        await _until(pilot, lambda: _lit(app)[0].startswith("The summary"))
        mpv.properties["time-pos"] = 9000.0
        await _until(pilot, lambda: not _lit(app))


async def test_v_seeks_while_it_plays_and_p_closes(world: World, folder: Path, mpv: FakeMpv) -> None:
    app = world.app("lectures/vision.md", player=_player(folder))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("p")
        await _until(pilot, lambda: mpv.named("loadfile"))
        mpv.properties["time-pos"] = 5.0
        await _until(pilot, lambda: "▶ 0:05" in rows_shown(app)[-1])
        await pilot.press("right_square_bracket", "right_square_bracket", "v")
        await _until(pilot, lambda: mpv.named("seek"))
        assert mpv.named("seek")[0][1] == 630
        assert world.opener.opened == []
        await pilot.press("g", "v", "G", "v")
        await _until(pilot, lambda: mpv.named("seek")[1:])
        assert mpv.named("seek")[1][1] == 2460
        await pilot.press("escape", "p")
        await _until(pilot, lambda: mpv.named("quit"))
        await _until(pilot, lambda: "The player is closed." in rows_shown(app)[-1])
        await pilot.press("v")
        await _until(pilot, lambda: world.opener.opened)


async def test_a_player_that_goes_away_leaves_the_article_alone(
    world: World, folder: Path, mpv: FakeMpv
) -> None:
    app = world.app("lectures/vision.md", player=_player(folder))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("p")
        mpv.properties["time-pos"] = 600.0
        await _until(pilot, lambda: _lit(app))
        await mpv.die()
        await _until(pilot, lambda: "mpv was closed." in rows_shown(app)[-1])
        await _until(pilot, lambda: not _lit(app))
        assert not app.is_listening


async def test_without_mpv_there_is_a_clear_sentence(world: World, folder: Path) -> None:
    app = world.app("lectures/vision.md", player=_player(folder))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("p")
        await _until(pilot, lambda: "mpv is not installed here" in rows_shown(app)[-1])
        assert not app.is_listening


async def test_an_article_without_a_video_says_so(world: World, folder: Path) -> None:
    app = world.app("index.md", player=_player(folder))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("p")
        await _until(pilot, lambda: "names no video" in rows_shown(app)[-1])


def test_only_the_articles_own_video_is_followed(world: World) -> None:
    services = world.services()
    page, _ = Navigator(services.shelf, Keepsakes(services.state, "")).page("lectures/language.md")
    assert page is not None
    following = Following()

    def said(video: str, seconds: float | None) -> str | None:
        moment = following.moment_at(page, Playback(PlayerState.PLAYING, video, seconds))
        return moment.text if moment else None

    assert said(LECTURE, 610.0) == "Words are vectors."
    assert said(LECTURE, 1800.0) == "Sentences too."
    assert said(LECTURE, 1.0) is None
    assert said("aaaaaaaaaaa", 610.0) is None
    assert said(LECTURE, None) is None
    assert following.moment_at(page, None) is None


@pytest.mark.parametrize(
    ("playback", "status"),
    [
        (None, ""),
        (Playback(PlayerState.LOADING), "…"),
        (Playback(PlayerState.PLAYING, LECTURE, 61.9), "▶ 1:01"),
        (Playback(PlayerState.PAUSED, LECTURE, 0.0), "⏸ 0:00"),
    ],
)
def test_the_last_line_tells_where_the_player_is(playback: Playback | None, status: str) -> None:
    assert status_of(playback) == status
