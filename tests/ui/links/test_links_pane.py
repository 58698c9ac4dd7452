"""The links beside the article: who leads here, where it leads, what is missing."""

from collections.abc import Callable

from dltui.ui.app import DltuiApp
from dltui.ui.links.link_rows import LinkGroup, link_rows
from dltui.ui.links.links_pane import LinksPane
from tests.ui.conftest import GARDEN, LECTURE, World, rows_shown, screen_of

LINKED = {
    **GARDEN,
    "soil/roots.md": (
        "---\ntitle: Roots\n---\n\nSee [[yew]] and [[yew|the yew]] and [[nobody|No One]], [[#Deep]], ![[p.png]].\n\n"
        "## Deep\n\nAlso [[nobody]], [[roots]] and [[same]] and [[willow | the willow]].\n"
    ),
    "trees/birch.md": "---\ntitle: Birch\n---\n\nA birch has [[roots]]. They are [[roots | shallow]].\n",
}


def _pane(app: DltuiApp) -> LinksPane:
    return app.screen.query_one(LinksPane)


def test_each_target_stands_once_and_what_stays_on_the_page_does_not(
    world_of: Callable[..., World],
) -> None:
    rows = link_rows(world_of(LINKED).services().shelf, "soil/roots.md")
    titles = [(row.group, row.title) for row in rows]
    assert titles == [
        (LinkGroup.BACKLINKS, "Leads here · 3"),
        (LinkGroup.BACKLINKS, "Garden"),
        (LinkGroup.BACKLINKS, "Birch"),
        (LinkGroup.BACKLINKS, "Birch"),
        (LinkGroup.OUTGOING, "Leads to · 3"),
        (LinkGroup.OUTGOING, "Yew"),
        (LinkGroup.OUTGOING, "Same"),
        (LinkGroup.OUTGOING, "Willow"),
        (LinkGroup.MISSING, "Missing · 1"),
        (LinkGroup.MISSING, "No One"),
    ]
    assert rows[2].text == "A birch has roots."
    assert rows[2].location is not None
    assert rows[2].location.line == 5
    assert {row.title: row.url for row in rows if row.url} == {
        "Willow": f"https://www.youtube.com/watch?v={LECTURE}"
    }


async def test_it_follows_the_article_and_leads_to_the_other_end(world_of: Callable[..., World]) -> None:
    app = world_of(LINKED).app("soil/roots.md")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("B")
        await pilot.pause()
        assert app.focused is _pane(app)
        assert "Leads here · 3" in "\n".join(rows_shown(app))
        await pilot.press("j", "o")
        await pilot.pause()
        assert screen_of(app).journey.path == "trees/birch.md"
        assert app.focused is _pane(app)
        assert _pane(app).rows[0].title == "Leads to · 1"
        await pilot.press("enter")
        await pilot.pause()
        assert screen_of(app).journey.path == "soil/roots.md"
        assert app.focused is screen_of(app).reader
        await pilot.press("B")
        assert not screen_of(app).side.display


async def test_a_missing_one_leads_to_its_page(world_of: Callable[..., World]) -> None:
    app = world_of(LINKED).app("soil/roots.md")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("B", "G", "enter")
        await pilot.pause()
        assert "Nobody has written an article called" in "\n".join(rows_shown(app))


async def test_headings_are_passed_over(world_of: Callable[..., World]) -> None:
    app = world_of(LINKED).app("soil/roots.md")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("B", "k")
        assert _pane(app).cursor == 1
        await pilot.press("j", "j", "j")
        assert _pane(app).current is not None
        assert _pane(app).current.title == "Yew"
        await pilot.press("k")
        assert _pane(app).cursor == 3


async def test_an_article_without_links_says_so(world_of: Callable[..., World]) -> None:
    app = world_of({"a.md": "# Alone\n\nText.\n"}).app("a.md")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("B")
        await pilot.pause()
        assert "No links here" in "\n".join(rows_shown(app))
