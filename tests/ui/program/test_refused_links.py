"""Links that may not leave are refused with a sentence, whatever is pressed on them."""

from collections.abc import Callable

import pytest

from dltui.handoff.opener import Opener
from dltui.ui.program.url_card import UrlCard
from tests.ui.conftest import World, rows_shown, screen_of, until


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("javascript:alert(1)", "not javascript:"),
        ("JavaScript:alert%281%29", "not javascript:"),
        ("file:///etc/passwd", "not file:"),
        ("data:text/html,hello", "not data:"),
        ("vbscript:msgbox", "not vbscript:"),
        ("mailto:somebody@example.org", "not mailto:"),
        ("ftp://example.org/x", "not ftp:"),
        ("https://", "names no host"),
        ("https://www.youtube.com/watch?v=$(reboot)", "no valid video id"),
    ],
)
@pytest.mark.parametrize("key", ["enter", "o"])
async def test_what_may_not_leave_is_refused(
    world_of: Callable[..., World], url: str, said: str, key: str
) -> None:
    world = world_of({"index.md": f"# Home\n\nA [trap](<{url}>) here.\n"})
    app = world.app("index.md", opener=lambda: Opener({"PATH": "/nowhere"}, platform="linux"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("full_stop", key)
        await until(pilot, lambda: said in rows_shown(app)[-1])
        assert screen_of(app).journey.path == "index.md"
        await pilot.press("U")
        await pilot.pause()
        assert not isinstance(app.screen, UrlCard)
