"""The links of a library: where an article's lead, who leads to it, and what is closest to a name that nobody bears."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from dltui.library.article.facts import BodyFacts
from dltui.library.linking.resolver import Resolver
from dltui.library.names import Names, name_key, names_of
from dltui.model.article import Article
from dltui.model.inline import Wikilink
from dltui.model.target import Backlink, LinkState, Target


@dataclass(frozen=True, slots=True)
class ResolvedLink:
    """A link of an article.

    Attributes:
        text: the sentence it stands in.
    """

    wikilink: Wikilink
    target: Target
    text: str


class LinkSource(Names, Protocol):
    """What the catalogue must tell for links to be followed."""

    def article(self, path: str) -> Article | None:
        """One article; None where there is none."""

    def body(self, path: str) -> BodyFacts:
        """What is known of an article's body."""

    def mentioning(self, keys: Iterable[str]) -> Sequence[str]:
        """The paths of the articles with a link that is written with one of the keys, sorted."""


def links_of(source: LinkSource, path: str) -> tuple[ResolvedLink, ...]:
    """The wikilinks of an article, in the order of the file."""
    resolver = Resolver(source)
    return tuple(
        ResolvedLink(said.wikilink, resolver.resolve(said.wikilink, path), said.text)
        for said in source.body(path).links
    )


def backlinks_of(source: LinkSource, path: str) -> tuple[Backlink, ...]:
    """The sentences elsewhere that link to an article, by path and line."""
    article = source.article(path)
    if article is None:
        return ()
    resolver = Resolver(source)
    keys = {key for key, _ in names_of(article)}
    return tuple(
        Backlink(other, said.wikilink.line, said.text)
        for other in source.mentioning(keys)
        if other != path
        for said in source.body(other).links
        if not keys.isdisjoint(mention_keys((said.wikilink,)))
        and resolver.resolve(said.wikilink, other).path == path
    )


def referrers_of(source: LinkSource, name: str) -> tuple[Backlink, ...]:
    """The sentences with a link that is written with a name and leads nowhere."""
    key = name_key(name)
    resolver = Resolver(source)
    return tuple(
        Backlink(other, said.wikilink.line, said.text)
        for other in source.mentioning((key,))
        for said in source.body(other).links
        if name_key(said.wikilink.name) == key
        and resolver.resolve(said.wikilink, other).state is LinkState.MISSING
    )


def mention_keys(links: Iterable[Wikilink]) -> set[str]:
    """The keys that links may be resolved by: of their names, of the last part of a path, of their labels."""
    keys = set()
    for link in links:
        last = link.name.rpartition("/")[2]
        keys |= {name_key(link.name), name_key(last), name_key(last.rpartition(".")[0]), name_key(link.label)}
    return keys - {""}
