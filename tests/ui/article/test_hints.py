"""Letter hints: every link in sight gets a label, typing it follows, peeks or copies."""

import base64

from dltui.model.location import Location
from dltui.ui.article.hint_labels import hint_labels
from dltui.ui.article.peek_screen import PeekScreen
from dltui.ui.parts.choice_screen import ChoiceScreen
from tests.ui.conftest import World, rows_shown, screen_of


def test_labels_are_as_short_as_their_number_allows_and_none_begins_another():
    for count in (1, 2, 25, 26, 700):
        labels = hint_labels(count)
        assert len(set(labels)) == count
        assert len({len(label) for label in labels}) == 1
    assert [len(hint_labels(count)[0]) for count in (25, 26, 626)] == [1, 2, 3]


async def test_a_label_is_typed_and_followed(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("f")
        assert "a garden of aoots and swo pages".lower() in "\n".join(rows_shown(app)).lower()
        await pilot.press("x")
        assert "A garden of roots and two pages" in "\n".join(rows_shown(app))
        await pilot.press("f", "s")
        assert isinstance(app.screen, ChoiceScreen)


async def test_hints_peek_and_copy(garden: World) -> None:
    app = garden.app()
    sent = []
    app.write_raw = sent.append
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("F", "a")
        assert isinstance(app.screen, PeekScreen)
        await pilot.press("escape", "y", "f", "a")
        assert base64.b64encode(b"[[roots]]") in sent[0]
        assert screen_of(app).journey.path == "index.md"


async def test_labels_end_with_the_article_they_were_put_on(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("f")
        screen_of(app).open(Location("trees/birch.md"))
        await pilot.press("a")
        assert screen_of(app).journey.path == "trees/birch.md"
        assert not screen_of(app).reader.takes_letters
