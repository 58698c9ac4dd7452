"""What the catalogue keeps of an article's body: small enough to store, enough to answer without the file."""

from dataclasses import dataclass

from dltui.library.article.loaded import LoadedArticle
from dltui.library.article.runs import Run
from dltui.library.article.sentences import Sentences
from dltui.model.block import OutlineEntry
from dltui.model.inline import Wikilink
from dltui.model.timestamp import Moment


@dataclass(frozen=True, slots=True)
class SaidLink:
    """A wikilink of a body, and the sentence it stands in."""

    wikilink: Wikilink
    text: str


@dataclass(frozen=True, slots=True)
class BodyFacts:
    """What one body holds, in the order of the file."""

    headings: tuple[OutlineEntry, ...] = ()
    moments: tuple[Moment, ...] = ()
    links: tuple[SaidLink, ...] = ()


def facts_of(loaded: LoadedArticle) -> BodyFacts:
    """What an article's body holds; parses it in full."""
    links = (said for run in loaded.runs if run.links for said in _links(run))
    return BodyFacts(loaded.document.outline, loaded.moments(), tuple(links))


def _links(run: Run) -> list[SaidLink]:
    sentences = Sentences(run.text)
    return [SaidLink(wikilink, sentences.holding(offset)) for offset, wikilink in run.links]
