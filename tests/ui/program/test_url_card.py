"""The card: the URL alone on its line, sent to the clipboard, with a code where there is room."""

from dltui.handoff.outcome import Rung
from dltui.ui.program.url_card import UrlCard
from tests.ui.conftest import FakeOpener, World, rows_shown, until

_URL = "https://www.youtube.com/watch?v=s3MuSOl1Rog&t=60s"


async def test_the_card_shows_url_time_and_code(garden: World) -> None:
    app = garden.app("trees/willow.md")
    sent = []
    app.write_raw = sent.append
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("U")
        assert isinstance(app.screen, UrlCard)
        rows = rows_shown(app)
        assert [row.partition(_URL)[2].strip(" │") for row in rows if _URL in row] == [""]
        assert "▸ 1:00" in "\n".join(rows)
        assert "▄▄▄▄▄" in "\n".join(rows)
        assert len(sent) == 1
        await pilot.press("y")
        assert len(sent) == 2
        assert sent[0] == sent[1]
        assert sent[0].startswith(b"\x1b]52;c;")
        await pilot.press("enter")
        assert not isinstance(app.screen, UrlCard)


async def test_where_the_code_does_not_fit_the_card_says_so(garden: World) -> None:
    app = garden.app("trees/willow.md")
    async with app.run_test(size=(60, 15)) as pilot:
        await pilot.press("U")
        shown = "\n".join(rows_shown(app))
        assert "too small for the QR code" in shown
        assert _URL in shown


async def test_the_ladder_ends_at_the_card_and_an_article_without_a_video_says_so(garden: World) -> None:
    opener = FakeOpener(Rung.CARD)
    app = garden.app("trees/willow.md", opener=lambda: opener)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v")
        await until(pilot, lambda: isinstance(app.screen, UrlCard))
        assert opener.opened == [_URL]
        await pilot.press("escape", "g", "h", "v")
        assert "names no video" in rows_shown(app)[-1]
