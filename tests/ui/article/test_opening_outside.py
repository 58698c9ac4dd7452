"""`o` hands on what is selected; where nothing is, it says so."""

from collections.abc import Callable

import pytest

from tests.ui.conftest import World, rows_shown, until

_FRAME = '<iframe src="https://www.youtube.com/embed/aircAruvnKk?start=95"></iframe>'


@pytest.mark.parametrize(
    ("source", "url"),
    [
        ("![chart](https://example.org/a.png)", "https://example.org/a.png"),
        (_FRAME, "https://www.youtube.com/watch?v=aircAruvnKk&t=95s"),
    ],
)
async def test_a_picture_of_the_web_and_a_player_open(
    world_of: Callable[..., World], source: str, url: str
) -> None:
    world = world_of({"index.md": f"# Home\n\n{source}\n"})
    app = world.app("index.md")
    async with app.run_test(size=(100, 20)) as pilot:
        await pilot.press("full_stop", "o")
        await until(pilot, lambda: bool(world.opener.opened))
    assert world.opener.opened == [url]


async def test_with_nothing_selected_that_is_said(world_of: Callable[..., World]) -> None:
    world = world_of({"index.md": "# Home\n\n[a](https://example.org)\n"})
    app = world.app("index.md")
    async with app.run_test(size=(100, 20)) as pilot:
        await pilot.press("o")
        await pilot.pause()
        assert "No link is selected" in rows_shown(app)[-1]
    assert world.opener.opened == []
