"""The links of an article: as written, where they lead, and the sentence they stand in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dltui.library.article.links_within import wikilink_of
from dltui.library.article.loaded import LoadedArticle
from dltui.library.article.sentences import Sentences
from dltui.markdown.walk import plain_text, walk_inlines
from dltui.model.inline import Link, Wikilink
from dltui.model.target import LinkState, Target

Resolve = Callable[[Wikilink], Target]


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One link.

    Attributes:
        written: its target as the article has it.
        label: the visible text; empty where none was written.
        text: the sentence it stands in; the label for what isn't a wikilink.
    """

    written: str
    label: str
    line: int
    embed: bool
    target: Target
    text: str


def outgoing(loaded: LoadedArticle, resolve: Resolve) -> Iterator[Outgoing]:
    """The links of an article, in the order of the file.

    Args:
        loaded: the article.
        resolve: where its wikilinks lead.
    """
    sentences = _sentences(loaded)
    for node in walk_inlines(loaded.document.blocks):
        match node:
            case Wikilink():
                written = f"{node.name}#{node.anchor}" if node.anchor else node.name
                text = sentences.get(id(node), "")
                yield Outgoing(written, node.label, node.line, node.embed, resolve(node), text)
            case Link():
                label = plain_text(node.children).strip()
                target = _target(node.url, resolve)
                yield Outgoing(node.url, label, node.line, embed=False, target=target, text=label)
            case _:
                pass


def _sentences(loaded: LoadedArticle) -> dict[int, str]:
    """The sentence of each wikilink, by the identity of its node: equal ones stand in several sentences."""
    found: dict[int, str] = {}
    for run in loaded.runs:
        if run.links:
            sentences = Sentences(run.text)
            found.update({id(node): sentences.holding(offset) for offset, node in run.links})
    return found


def _target(url: str, resolve: Resolve) -> Target:
    """Where a Markdown link leads: to a heading of the page, to another article, or to whatever else."""
    if url.startswith("#"):
        return Target(LinkState.ANCHOR, anchor=url[1:])
    wikilink = wikilink_of(url)
    return resolve(wikilink) if wikilink else Target(LinkState.URL, url=url)
