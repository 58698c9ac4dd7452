"""Markdown links to other articles lead where wikilinks would: encoded or not, missing ones too."""

from collections.abc import Callable

import pytest

from dltui.library.checking import problems_of
from dltui.ui.article.made_page import MISSING
from dltui.ui.links.link_rows import LinkGroup, link_rows
from tests.ui.conftest import World, rows_shown, screen_of

_FILES = {
    "index.md": "# Start\n\nRead [the note](notes/Gr%C3%B6%C3%9Fe%20%26%20mehr.md#Part%20two) first.\n",
    "notes/Größe & mehr.md": "# Größe\n\nSee [up](../index.md) and [beside](<same.md>).\n\n## Part two\n\nText.\n",
    "notes/same.md": "# Same here\n\n[gone](nowhere%20at%20all.md) and [two](twin).\n",
    "same.md": "# Same at the top\n",
    "a/twin.md": "# Twin\n",
    "b/twin.md": "# Twin\n",
}


@pytest.mark.parametrize(
    ("start", "link", "path"),
    [
        ("index.md", 1, "notes/Größe & mehr.md"),
        ("notes/Größe & mehr.md", 1, "index.md"),
        ("notes/Größe & mehr.md", 2, "notes/same.md"),
    ],
)
async def test_it_is_followed(world_of: Callable[..., World], start: str, link: int, path: str) -> None:
    app = world_of(_FILES).app(start)
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press(*"." * link, "enter")
        await pilot.pause()
        assert screen_of(app).journey.path == path


async def test_a_missing_one_shows_who_wants_it(world_of: Callable[..., World]) -> None:
    app = world_of(_FILES).app("notes/same.md")
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press(".", "enter")
        await pilot.pause()
        assert screen_of(app).journey.path.startswith(MISSING)
        assert "nowhere at all" in "\n".join(rows_shown(app))


async def test_one_with_two_ends_asks(world_of: Callable[..., World]) -> None:
    app = world_of(_FILES).app("notes/same.md")
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press(".", ".", "enter")
        await pilot.pause()
        assert "Several articles are called" in "\n".join(rows_shown(app))


def test_it_is_listed_at_both_ends(world_of: Callable[..., World]) -> None:
    shelf = world_of(_FILES).services().shelf
    rows = [(row.group, row.title, row.text) for row in link_rows(shelf, "index.md") if not row.is_heading]
    assert rows == [
        (LinkGroup.BACKLINKS, "Größe", "See up and beside."),
        (LinkGroup.OUTGOING, "Größe", "Read the note first."),
    ]


async def test_a_file_that_is_no_article_is_named_and_not_missed(world_of: Callable[..., World]) -> None:
    world = world_of({"index.md": "# Start\n\nThe [[paper.pdf#page=3]].\n", "files/notes.md": "# Notes\n"})
    (world.root / "files" / "paper.pdf").write_bytes(b"%PDF")
    app = world.app()
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press(".", "enter")
        await pilot.pause()
        assert "This is a file, not an article: files/paper.pdf" in rows_shown(app)[-1]
    assert link_rows(world.services().shelf, "index.md") == ()
    assert not [problem for problem in problems_of(world.services().shelf, "index.md") if problem.line]


async def test_a_file_that_came_after_the_page_was_drawn_is_found(world_of: Callable[..., World]) -> None:
    world = world_of({"index.md": "# Start\n\nThe ![[talk.mp3]].\n"})
    app = world.app()
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press(".")
        (world.root / "talk.mp3").write_bytes(b"ID3")
        await pilot.press("enter")
        await pilot.pause()
        assert "This is a file, not an article: talk.mp3" in rows_shown(app)[-1]
