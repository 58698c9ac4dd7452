"""The page that is made of what stands in a library, where nobody wrote one to begin with."""

from collections.abc import Callable

from dltui.model.inline import Wikilink
from dltui.model.location import Location
from dltui.state.keepsakes import Keepsakes
from dltui.ui.article.library_page import library_page
from dltui.ui.article.made_page import LIBRARY
from dltui.ui.screen.navigator import Navigator
from tests.ui.conftest import FILES, World, article, rows_shown, screen_of, stamp, until

_VAULT = {
    "talks/talks.md": "---\ntitle: The Talks\n---\n\n- [[one]]\n",
    "talks/one.md": article("One", f"Said {stamp('00:01:00')} and {stamp('00:02:00')}."),
    "talks/old/two.md": article("Two", f"Said {stamp('00:03:00')}."),
    "notes/three.md": "# Three\n",
    "same.md": "---\ntitle: Loose *end* | [[x]]\n---\n\nText.\n",
    "other.md": "---\ntitle: Loose *end* | [[x]]\n---\n\nText.\n",
}


def _page(world: World, kept: Keepsakes):
    return library_page(world.services().shelf, kept)


def _kept(world: World) -> Keepsakes:
    return Keepsakes(world.services().state, "a library")


def _items(page) -> list[str]:
    return [line for line in page.document.body.split("\n") if line.startswith("- ")]


def test_it_counts_what_there_is_and_links_to_the_pages_that_speak_for_categories(world_of) -> None:
    world = world_of(_VAULT)
    page = _page(world, _kept(world))
    assert page.article.title == "library"
    assert page.document.body.startswith("6 articles · 2 categories · 1 video · 3 moments\n")
    assert _items(page)[:2] == ["- **Notes** · 1", "- [[/talks/talks.md|The Talks]] · 3"]


def test_every_link_leads_to_its_article_and_titles_are_no_markup(world_of) -> None:
    page = _page(world := world_of(_VAULT), _kept(world))
    links = [node for node in _wikilinks(page) if isinstance(node, Wikilink)]
    assert {page.resolve(link).path for link in links} == {"talks/talks.md", "same.md", "other.md"}
    labels = {link.label for link in links}
    assert len(labels) == 3, "two articles of one title are told apart"
    assert not any(mark in label for label in labels for mark in "*|[]")


def _wikilinks(page) -> list[object]:
    from dltui.markdown.walk import walk_inlines

    return list(walk_inlines(page.document.blocks))


def test_what_was_read_and_starred_stands_first_as_far_as_it_is_still_there(world_of) -> None:
    world = world_of(_VAULT)
    kept = _kept(world)
    for path in ("gone.md", "notes/three.md", "talks/one.md"):
        kept.visited(path)
    kept.toggle_star("talks/old/two.md")
    items = _items(_page(world, kept))
    assert items[:3] == [
        "- [[/talks/one.md|One]] · Talks",
        "- [[/notes/three.md|Three]] · Notes",
        "- [[/talks/old/two.md|Two]] · Old",
    ]


def test_many_categories_are_cut_with_a_word(world_of) -> None:
    world = world_of({f"c{number:02}/a.md": "text" for number in range(63)})
    items = _items(_page(world, _kept(world)))
    assert items[-1] == "- and 3 more, in the tree"
    assert len(items) == 61


def test_an_empty_library_says_so(world_of) -> None:
    world = world_of({"gone.md": "text"})
    (world.root / "gone.md").unlink()
    world.index()
    assert "no article" in _page(world, _kept(world)).document.body


async def test_a_library_without_a_first_page_begins_with_it(world_of: Callable[..., World]) -> None:
    world = world_of(_VAULT)
    async with world.app().run_test(size=(100, 30)) as pilot:
        screen = screen_of(pilot.app)
        await until(pilot, lambda: any("6 articles" in row for row in rows_shown(pilot.app)))
        assert screen.journey.path == LIBRARY
        await pilot.press("full_stop", "enter")
        assert screen.journey.path == "talks/talks.md"
        await pilot.press("H")
        assert screen.journey.path == LIBRARY
        await pilot.press("S", "e", "v")
        assert screen.journey.path == LIBRARY
        assert not screen.kept.stars()


async def test_home_once_more_shows_it_where_somebody_wrote_a_first_page(world: World) -> None:
    async with world.app().run_test(size=(100, 30)) as pilot:
        screen = screen_of(pilot.app)
        assert screen.journey.path == "index.md"
        await pilot.press("g", "h")
        assert screen.journey.path == LIBRARY
        await pilot.press("g", "h")
        assert screen.journey.path == "index.md"


async def test_it_grows_with_the_library(world: World) -> None:
    async with world.app().run_test(size=(100, 30)) as pilot:
        screen = screen_of(pilot.app)
        screen.open(Location(LIBRARY))
        world.write({"new/new.md": "text"})
        world.index()
        screen.library_changed()
        await until(pilot, lambda: any(f"{len(FILES) + 1} articles" in row for row in rows_shown(pilot.app)))


def test_the_navigator_gives_it_for_its_path(world: World) -> None:
    services = world.services()
    page, sentence = Navigator(services.shelf, Keepsakes(services.state, "")).page(LIBRARY)
    assert page is not None
    assert not sentence
