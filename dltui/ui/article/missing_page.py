"""The page of a target that nobody wrote: who refers to it, and what comes closest. It never offers to write it."""

from dltui.library.article.loaded import LoadedArticle
from dltui.library.shelf import Shelf
from dltui.library.source import Source
from dltui.library.times.evidence import NOTHING_KNOWN
from dltui.model.clean import clean_line
from dltui.model.inline import Wikilink
from dltui.model.location import Location
from dltui.ui.article.article_page import ArticlePage

#: Begins the path of such a page; no file's path does, as it names no folder.
MISSING = "missing:"
_SPECIAL = str.maketrans(dict.fromkeys("\\`*_[]<>#|~=$%^!", " "))


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
    lines = [f"# {_words(wikilink.text)}", "", f"Nobody has written an article called “{_words(name)}”.", ""]
    lines += ["## Closest titles", ""]
    near = shelf.catalogue.closest(wikilink.text, source_path)
    lines += [f"- [[/{one.article.path}|{_words(one.article.title)}]]: {one.reason}" for one in near]
    lines += [] if near else ["There is none that comes close."]
    lines += ["", "## Who refers to it", ""]
    wanted = shelf.catalogue.referrers(name)
    lines += [f"- [[/{link.path}|{_words(shelf.title(link.path))}]]: {_words(link.text)}" for link in wanted]
    lines += [] if wanted else ["Only the page you came from."]
    loaded = LoadedArticle.of(path, Source("\n".join(lines), b""), NOTHING_KNOWN)
    return ArticlePage(loaded, lambda link: shelf.resolve(link, source_path))


def _words(text: str) -> str:
    """Text that means nothing to Markdown."""
    return clean_line(text).translate(_SPECIAL)
