"""The page of a target that nobody wrote: who refers to it, and what comes closest. It never offers to write it."""

from dltui.library.shelf import Shelf
from dltui.model.inline import Wikilink
from dltui.model.location import Location
from dltui.ui.article.article_page import ArticlePage
from dltui.ui.article.made_page import MISSING, link_to, made_page, plain


def missing_location(wikilink: Wikilink, path: str) -> Location:
    """The location of the page for a link.

    Args:
        wikilink: as written.
        path: of the article it stands in.
    """
    return Location(f"{MISSING}{path}\n{wikilink.name}\n{wikilink.label}")


def missing_page(shelf: Shelf, path: str) -> ArticlePage:
    """The page itself, made of what the catalogue knows."""
    source_path, _, names = path.removeprefix(MISSING).partition("\n")
    name, _, label = names.partition("\n")
    wikilink = Wikilink(name, "", label, embed=False, line=0)
    lines = [f"Nobody has written an article called “{plain(name)}”.", ""]
    lines += ["## Closest titles", ""]
    near = shelf.catalogue.closest(wikilink.text, source_path)
    lines += [f"- {link_to(one.article.path, one.article.title)}: {one.reason}" for one in near]
    lines += [] if near else ["There is none that comes close."]
    lines += ["", "## Who refers to it", ""]
    wanted = shelf.catalogue.referrers(name)
    lines += [f"- {link_to(link.path, shelf.title(link.path))}: {plain(link.text)}" for link in wanted]
    lines += [] if wanted else ["Only the page you came from."]
    return made_page(shelf, path, wikilink.text, lines, source_path)
