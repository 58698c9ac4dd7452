"""The block grammar: markdown-it's rules for CommonMark with the dialect's among them."""

from collections.abc import Mapping
from functools import cache
from typing import Any, TypedDict, cast

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.token import Token

from dltui.markdown.blocks.depth import DEEPEST, too_deep
from dltui.markdown.blocks.details import details
from dltui.markdown.blocks.footnotes import footnote
from dltui.markdown.blocks.references import reference
from dltui.markdown.blocks.regions import comment, math, raw_html
from dltui.markdown.blocks.tables import table
from dltui.markdown.session import Reference
from dltui.model.clean import clean_line

_INTERRUPTS: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
_INTERRUPTS_TEXT: RuleOptionsType = {"alt": ["paragraph", "reference"]}


class _Grammar(MarkdownIt):
    """markdown-it with the dialect's rules; it keeps addresses as written, since what opens them decides about them."""

    def __init__(self) -> None:
        super().__init__("commonmark", {"maxNesting": DEEPEST + 20})
        ruler = self.block.ruler
        ruler.before("table", "too_deep", too_deep)
        ruler.at("table", table, _INTERRUPTS_TEXT)
        ruler.before("code", "footnote", footnote, _INTERRUPTS_TEXT)
        ruler.before("fence", "math", math, _INTERRUPTS)
        ruler.before("fence", "comment", comment, _INTERRUPTS)
        ruler.before("html_block", "details", details, _INTERRUPTS)
        ruler.at("html_block", raw_html, _INTERRUPTS)
        ruler.at("reference", reference)
        self.enable(["table", "too_deep", "footnote", "math", "comment", "details"])

    def normalizeLink(self, url: str) -> str:  # noqa: N802  # markdown-it's name
        return url

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802  # markdown-it's name
        return True


@cache
def _grammar() -> MarkdownIt:
    return _Grammar()


class Noted(TypedDict, total=False):
    """What the rules note beside the tokens."""

    references: dict[str, dict[str, str]]
    too_deep: bool


def tokens_of(source: str) -> tuple[list[Token], Noted]:
    """The block tokens of a source, and what the rules noted beside them."""
    parser = _grammar()
    tokens: list[Token] = []
    noted: Noted = {}
    parser.block.parse(source, parser, cast("dict[str, Any]", noted), tokens)
    return tokens, noted


def definitions_of(source: str) -> Mapping[str, Reference]:
    """The link reference definitions of a source, by normalised label."""
    _, noted = tokens_of(source)
    return {
        label: Reference(clean_line(definition["href"]), clean_line(definition["title"]))
        for label, definition in noted.get("references", {}).items()
    }
