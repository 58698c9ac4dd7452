"""The links of an article as rows: who leads to it, where it leads, and what is missing. No Textual here."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from dltui.library.attachments import may_be_attachment
from dltui.library.linking.links import ResolvedLink
from dltui.library.names import name_key
from dltui.library.shelf import Shelf
from dltui.model.inline import Wikilink
from dltui.model.location import Location
from dltui.model.target import LinkState, Target


class LinkGroup(StrEnum):
    """What a link is to the article, in the words of its heading."""

    BACKLINKS = "Leads here"
    OUTGOING = "Leads to"
    MISSING = "Missing"


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link, or the heading of a group of links.

    Attributes:
        group: which it is in.
        title: of the article at the other end; of a heading, what it says.
        text: the sentence the link stands in.
        location: of that sentence, where it stands in another article.
        wikilink: as written in this article, with its `target`; None for a backlink.
        url: of the video that the article at the other end was made of; empty for none.
    """

    group: LinkGroup
    title: str
    text: str = ""
    location: Location | None = None
    wikilink: Wikilink | None = None
    target: Target | None = None
    url: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether it only says what follows."""
        return self.location is None and self.wikilink is None

    @property
    def path(self) -> str:
        """Of the article at the other end; empty where there is none, or several."""
        if self.location is not None:
            return self.location.path
        return self.target.path if self.target is not None else ""


def link_rows(shelf: Shelf, path: str) -> tuple[LinkRow, ...]:
    """The rows of an article, each group under a heading that counts it; groups without links are left out."""
    return tuple(
        row
        for rows in (backlink_rows(shelf, path), *outgoing_rows(shelf, path))
        if rows
        for row in (LinkRow(rows[0].group, f"{rows[0].group} · {len(rows):,}"), *rows)
    )


def backlink_rows(shelf: Shelf, path: str) -> Sequence[LinkRow]:
    """The sentences elsewhere that link to an article."""
    return [
        LinkRow(
            LinkGroup.BACKLINKS,
            shelf.title(link.path),
            link.text,
            Location(link.path, line=link.line),
            url=_url(shelf, link.path),
        )
        for link in shelf.backlinks(path)
    ]


def outgoing_rows(shelf: Shelf, path: str) -> tuple[Sequence[LinkRow], Sequence[LinkRow]]:
    """Where an article leads, and what nobody has written yet; each target once, in the order of the file."""
    links = list(_once(shelf, path))
    leading = [
        replace(
            _row(LinkGroup.OUTGOING, link, shelf.title(link.target.path) if link.target.path else ""),
            url=_url(shelf, link.target.path),
        )
        for link in links
        if link.target.state is not LinkState.MISSING
    ]
    missing = [_row(LinkGroup.MISSING, link, "") for link in links if link.target.state is LinkState.MISSING]
    return leading, missing


def _row(group: LinkGroup, link: ResolvedLink, title: str) -> LinkRow:
    name = title or link.wikilink.text
    return LinkRow(group, name, link.text, wikilink=link.wikilink, target=link.target)


def _url(shelf: Shelf, path: str) -> str:
    """Where the terminal may link an article to, see `spot_url`."""
    video = shelf.video_of(path) if path else None
    return video.url() if video is not None else ""


def _once(shelf: Shelf, path: str) -> Iterator[ResolvedLink]:
    """The links of an article that lead out of it to other articles, the first of each target."""
    seen: set[str] = set()
    for link in shelf.catalogue.links(path):
        target = link.target
        if target.state is LinkState.MISSING and may_be_attachment(shelf.resolve(link.wikilink, path).path):
            continue
        end = target.path or target.url or name_key(link.wikilink.name) or link.wikilink.name
        leaves = target.state is not LinkState.ANCHOR and target.path != path
        if leaves and not link.wikilink.is_picture and end not in seen:
            seen.add(end)
            yield link


def neighbours(rows: Iterable[LinkRow]) -> Sequence[LinkRow]:
    """One row for each article, with the first sentence that links it."""
    return tuple({row.path or row.title: row for row in reversed(list(rows))}.values())[::-1]
