"""What is worth keeping of an HTML page: its title, its video, where it came from, and the article itself."""

import re
from dataclasses import dataclass

from dltui.cli.importing.html_blocks import blocks_of
from dltui.cli.importing.html_tree import Element, parse_html
from dltui.handoff.moment_url import MomentUrl, parse_moment_url
from dltui.model.block import Blocks
from dltui.model.clean import clean_line

_WEB = re.compile(r"https?://[^\s<>\"]+")


@dataclass(frozen=True, slots=True)
class Page:
    """A page, taken apart.

    Attributes:
        title: empty where it has none.
        video: id of the one video that it shows; empty where it shows none, or several.
        source: its own address, as it says itself; empty where it doesn't.
    """

    title: str
    video: str
    source: str
    blocks: Blocks


def parse_page(text: str) -> Page:
    """Take a page apart; nothing in it can make this fail."""
    root = parse_html(text)
    body = _first(root, "main") or _only(root, "article") or _first(root, "body") or root
    return Page(_title(root), _video(root), _source(root), blocks_of(body.children, body.line))


def _first(root: Element, name: str) -> Element | None:
    return next((element for element in root.walk() if element.name == name), None)


def _only(root: Element, name: str) -> Element | None:
    found = [element for element in root.walk() if element.name == name]
    return found[0] if len(found) == 1 else None


def _title(root: Element) -> str:
    heading, title = _only(root, "h1"), _first(root, "title")
    said = (clean_line(element.text()) for element in (heading, title) if element)
    return next(filter(None, said), "")


def _video(root: Element) -> str:
    """The id of the video that is shown within the page; links to others don't count."""
    shown = {
        parsed.video
        for element in root.walk()
        if element.name in ("iframe", "embed")
        for parsed in (parse_moment_url(element.attributes.get("src", "")),)
        if isinstance(parsed, MomentUrl)
    }
    return shown.pop() if len(shown) == 1 else ""


def _source(root: Element) -> str:
    for element in root.walk():
        if element.name == "link" and element.attributes.get("rel", "").lower() == "canonical":
            address = clean_line(element.attributes.get("href", ""))
            return address if _WEB.fullmatch(address) else ""
    return ""
