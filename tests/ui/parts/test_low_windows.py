"""In the smallest windows what matters is still there: the rows of a dialog, the words of a search."""

import pytest

from dltui.ui.parts.dialog import Dialog
from dltui.ui.parts.row_list import RowList
from tests.ui.conftest import World, rows_shown, screen_of, until


@pytest.mark.parametrize("keys", [("t",), (":",), ("ctrl+o",), ("question_mark",)])
async def test_a_dialog_shows_rows(garden: World, keys: tuple[str, ...]) -> None:
    app = garden.app()
    async with app.run_test(size=(20, 5)) as pilot:
        await pilot.press(*keys)
        await until(pilot, lambda: any(rows.row_count for rows in app.screen.query(RowList)))
        assert app.screen.query_one(RowList).size.height >= 3


async def test_the_words_of_a_search_are_seen_beside_the_count(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=(20, 5)) as pilot:
        await pilot.press("s", *"willow")
        await until(pilot, lambda: screen_of(app).panel.hits.row_count)
        assert "willow" in rows_shown(app)[0]


async def test_a_dialog_works_its_styles_out_once_where_there_is_room(
    garden: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    passes: list[str] = []
    update = Dialog.update_node_styles

    def counted(self: Dialog[object], animate: bool = True) -> None:
        passes.append(type(self).__name__)
        update(self, animate=animate)

    monkeypatch.setattr(Dialog, "update_node_styles", counted)
    app = garden.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert passes == ["HelpScreen"]
        await pilot.resize_terminal(80, 20)
        await pilot.pause()
        assert passes == ["HelpScreen"]
        await pilot.resize_terminal(80, 6)
        await until(pilot, lambda: app.screen.has_class("-low"))
