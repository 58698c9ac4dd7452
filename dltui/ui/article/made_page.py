"""Pages that no file stands behind: they are made of what the catalogue knows each time they are opened."""

from collections.abc import Iterable
from dataclasses import replace

from dltui.library.article.loaded import LoadedArticle
from dltui.library.shelf import Shelf
from dltui.library.source import Source
from dltui.library.times.evidence import NOTHING_KNOWN
from dltui.model.clean import clean_line
from dltui.ui.article.article_page import ArticlePage

#: Begins the path of the page of a target that nobody wrote.
MISSING = "missing:"
#: The path of the page of the library itself.
LIBRARY = "library:"
_SPECIAL = str.maketrans(dict.fromkeys("\\`*_[]<>#|~=$%^!", " "))


def is_made(path: str) -> bool:
    """Whether a page has no file; no file's path begins like that, as it names no folder."""
    return path.startswith((MISSING, LIBRARY))


def made_page(
    shelf: Shelf, path: str, title: str, lines: Iterable[str], source_path: str = ""
) -> ArticlePage:
    """A page of lines of Markdown.

    Args:
        shelf: the library, for the links.
        path: of the page.
        title: of the page, any text.
        lines: of Markdown, without line ends.
        source_path: the article whose links they are.
    """
    loaded = LoadedArticle.of(path, Source("\n".join(lines), b""), NOTHING_KNOWN)
    # Nobody asks how long it takes to read such a page.
    loaded.article = replace(loaded.article, title=clean_line(title), words=0)
    return ArticlePage(loaded, lambda link: shelf.resolve(link, source_path), shelf.video_of)


def link_to(path: str, title: str) -> str:
    """A wikilink to an article, by its path from the library's root."""
    return f"[[/{path}|{plain(title)}]]"


def plain(text: str) -> str:
    """Text that means nothing to Markdown."""
    return clean_line(text).translate(_SPECIAL)
