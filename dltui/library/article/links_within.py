"""Markdown links to other articles: each amounts to a wikilink, and is resolved, counted and listed like one."""

from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from dltui.library.scan import ENDINGS
from dltui.model.inline import Wikilink


def wikilink_of(url: str, line: int = 0) -> Wikilink | None:
    """The wikilink that a Markdown link amounts to; None for one that leads elsewhere, or within its page.

    Args:
        url: as written: percent-encoded or not, with or without an ending.
        line: 1-based, of the link.
    """
    name, _, anchor = url.partition("#")
    name = unquote(name)
    if not name or _is_outside(url) or PurePosixPath(name).suffix.lower() not in ("", *ENDINGS):
        return None
    return Wikilink(name, unquote(anchor), "", embed=False, line=line)


def _is_outside(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return True
    return bool(parts.scheme or parts.netloc)
