"""`dltui links`: where an article leads, what is missing there, and what leads to it."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dltui.cli.arguments import ARTICLE_HELP
from dltui.cli.article_json import link_json
from dltui.cli.ensure_index import catalogued
from dltui.cli.hanging import print_hanging
from dltui.cli.naming import article_named
from dltui.cli.opening import open_library
from dltui.cli.output import Span, bold, dim, for_a_person, print_json, print_line, print_row, warned
from dltui.errors import ExitCode
from dltui.library.linking.closest import Candidate
from dltui.library.linking.outgoing import Outgoing, outgoing
from dltui.library.shelf import Shelf
from dltui.model.article import Article
from dltui.model.target import Backlink, LinkState

_MOST_CLOSEST = 3


@dataclass(frozen=True, slots=True)
class Links:
    """All links from and to an article.

    Attributes:
        closest: for each missing target, as written, the articles that may have been meant.
    """

    article: Article
    leading: tuple[Outgoing, ...]
    missing: tuple[Outgoing, ...]
    closest: dict[str, tuple[Candidate, ...]]
    backlinks: tuple[Backlink, ...]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("name", metavar="ARTICLE", help=ARTICLE_HELP)
    parser.add_argument("--json", action="store_true", help="one JSON object")


def run(arguments: argparse.Namespace) -> ExitCode:
    """Print the links."""
    shelf = catalogued(open_library(arguments.library)).shelf
    links = links_of(shelf, article_named(shelf, arguments.name).path)
    if arguments.json:
        print_json(_as_json(links, shelf))
    elif for_a_person():
        _print_for_a_person(links, shelf)
    else:
        _print_rows(links)
    return ExitCode.DONE


def links_of(shelf: Shelf, path: str) -> Links:
    """The links from and to the article at a path."""
    loaded = shelf.load(path)
    found = tuple(outgoing(loaded, lambda wikilink: shelf.resolve(wikilink, path)))
    missing = tuple(link for link in found if link.target.state is LinkState.MISSING)
    closest = {
        link.written: shelf.catalogue.closest(link.label or link.written, path, _MOST_CLOSEST)
        for link in missing
    }
    leading = tuple(link for link in found if link.target.state is not LinkState.MISSING)
    return Links(loaded.article, leading, missing, closest, shelf.backlinks(path))


def _as_json(links: Links, shelf: Shelf) -> dict[str, Any]:
    return {
        "path": links.article.path,
        "title": links.article.title,
        "links": [{**link_json(link), "text": link.text} for link in links.leading],
        "missing": [
            {**link_json(link), "text": link.text, "closest": _closest_json(links.closest[link.written])}
            for link in links.missing
        ],
        "backlinks": [
            {"path": link.path, "title": shelf.title(link.path), "line": link.line, "text": link.text}
            for link in links.backlinks
        ],
    }


def _closest_json(candidates: Sequence[Candidate]) -> list[dict[str, str]]:
    return [
        {"path": one.article.path, "title": one.article.title, "reason": one.reason} for one in candidates
    ]


def _print_rows(links: Links) -> None:
    """For a pipe: state, place, target and sentence, parted by tabs."""
    for link in (*links.leading, *links.missing):
        place = f"{links.article.path}:{link.line}"
        print_row(link.target.state, place, _leads_to(link), link.text or link.label)
    for backlink in links.backlinks:
        print_row("backlink", f"{backlink.path}:{backlink.line}", links.article.path, backlink.text)


def _print_for_a_person(links: Links, shelf: Shelf) -> None:
    if links.leading:
        print_line(("Links", bold))
        for link in links.leading:
            print_hanging("  ", link.label or link.written, (f"  {_leads_to(link)}", dim))
    if links.missing:
        print_line(("Missing", bold))
        for link in links.missing:
            _print_said((link.written, warned), f"line {link.line}", link.text)
            for one in links.closest[link.written]:
                print_hanging("    ", f"{one.article.title}", (f"  {one.article.path}: {one.reason}", dim))
    if links.backlinks:
        print_line(("Backlinks", bold))
        for backlink in links.backlinks:
            _print_said(shelf.title(backlink.path), f"{backlink.path}:{backlink.line}", backlink.text)


def _print_said(what: Span, where: str, sentence: str) -> None:
    print_hanging("  ", what, (f"  {where}", dim))
    if sentence:
        print_hanging("    ", (sentence, dim))


def _leads_to(link: Outgoing) -> str:
    """Where a link leads, in one word; what was written where that isn't known."""
    target = link.target
    anchor = f"#{target.anchor}" if target.anchor else ""
    if target.state is LinkState.AMBIGUOUS:
        return " or ".join(target.candidates)
    return f"{target.path}{anchor}" or target.url or link.written
