"""Every kind of imperfection that the parser meets, by its stable code: the guide explains each of them."""

from dataclasses import dataclass
from enum import StrEnum

from dltui.model.diagnostic import Diagnostic, Severity


class Code(StrEnum):
    """The `code` of a Diagnostic that comes from parsing."""

    BLOCK_TOO_LONG = "block-too-long"
    BODY_IN_FENCE = "body-in-fence"
    CALLOUT_UNMARKED = "callout-unmarked"
    COMMENT_UNCLOSED = "comment-unclosed"
    CONTROL_CHARACTERS = "control-characters"
    DETAILS_UNCLOSED = "details-unclosed"
    FENCE_UNCLOSED = "fence-unclosed"
    FOOTNOTE_DUPLICATE = "footnote-duplicate"
    FOOTNOTE_MISSING = "footnote-missing"
    FRONTMATTER_SECOND = "frontmatter-second"
    FRONTMATTER_UNCLOSED = "frontmatter-unclosed"
    NESTING_TOO_DEEP = "nesting-too-deep"
    PADDING_COLLAPSED = "padding-collapsed"
    PREFACE = "preface"
    STRUCTURE_INFERRED = "structure-inferred"
    TABLE_ROW_LONG = "table-row-long"
    TIMESTAMP_BROKEN = "timestamp-broken"
    TIMESTAMP_DOUBLED = "timestamp-doubled"
    TIMESTAMP_REPEATED = "timestamp-repeated"
    TIMESTAMP_UNLABELLED = "timestamp-unlabelled"
    WIKILINK_EMPTY = "wikilink-empty"
    WIKILINK_UNCLOSED = "wikilink-unclosed"


@dataclass(frozen=True, slots=True)
class Kind:
    """What a code means.

    Attributes:
        message: one sentence for the problems screen, without markup.
        remedy: what an author can do about it, one sentence.
    """

    severity: Severity
    message: str
    remedy: str


_NOTE, _WARNING = Severity.NOTE, Severity.WARNING

KINDS: dict[Code, Kind] = {
    Code.BLOCK_TOO_LONG: Kind(
        _WARNING,
        "A block is longer than two million characters; it's shown in parts.",
        "Divide it with empty lines or headings.",
    ),
    Code.BODY_IN_FENCE: Kind(
        _WARNING,
        "The whole body stood in a code fence; it's shown as Markdown.",
        "Delete the first and the last line of the fence.",
    ),
    Code.CALLOUT_UNMARKED: Kind(
        _WARNING,
        "A callout has no > before it; its paragraph is taken as its body.",
        "Write > at the start of each of its lines.",
    ),
    Code.COMMENT_UNCLOSED: Kind(
        _WARNING,
        "A comment is opened and never closed; it's shown as text.",
        "Close it with what it was opened with: %% or -->.",
    ),
    Code.CONTROL_CHARACTERS: Kind(
        _WARNING,
        "The file holds control characters; they're shown as pictures or left out.",
        "Delete them, or save the file as UTF-8 text.",
    ),
    Code.DETAILS_UNCLOSED: Kind(
        _WARNING,
        "A <details> part is never closed; the tag is shown as written.",
        "Write </details> where it ends.",
    ),
    Code.FENCE_UNCLOSED: Kind(
        _WARNING,
        "A code fence is never closed; it reaches to the end of what holds it.",
        "Close it with as many of the same characters.",
    ),
    Code.FOOTNOTE_DUPLICATE: Kind(
        _WARNING,
        "Two footnotes have the same name; references lead to the first.",
        "Give one of them another name.",
    ),
    Code.FOOTNOTE_MISSING: Kind(
        _WARNING,
        "A footnote is referred to and never written; the reference is shown as text.",
        "Write the footnote, or delete the reference.",
    ),
    Code.FRONTMATTER_SECOND: Kind(
        _WARNING,
        "A second front matter stands in the body; it's not shown.",
        "Move its keys into the first one.",
    ),
    Code.FRONTMATTER_UNCLOSED: Kind(
        _WARNING,
        "The front matter has no closing ---; it's taken to end at the first empty line.",
        "Write --- after its last key.",
    ),
    Code.NESTING_TOO_DEEP: Kind(
        _WARNING,
        "Quotes or lists are nested deeper than can be drawn; the rest is shown as text.",
        "Take some of the levels out.",
    ),
    Code.PADDING_COLLAPSED: Kind(
        _NOTE,
        "A line holds hundreds of spaces in a row; they're shown as one.",
        "Delete the spaces.",
    ),
    Code.PREFACE: Kind(
        _NOTE,
        "The article opens with a sentence of the machine that wrote it; it's shown quietly.",
        "Delete the sentence.",
    ),
    Code.STRUCTURE_INFERRED: Kind(
        _NOTE,
        "This is plain text: its headings and lists are a guess.",
        "Import it as Markdown and correct the guess.",
    ),
    Code.TABLE_ROW_LONG: Kind(
        _WARNING,
        "A table row has more cells than the table has columns; the last cell holds the rest.",
        "Add columns to the head, or write \\| for a bar within a cell.",
    ),
    Code.TIMESTAMP_BROKEN: Kind(
        _WARNING,
        "A timestamp's tag is damaged; the time was read all the same.",
        'Write <a class="yt-timestamp" data-t="00:01:02">[00:01:02]</a>.',
    ),
    Code.TIMESTAMP_DOUBLED: Kind(
        _NOTE,
        "A timestamp is written as a link to itself; it's shown once.",
        "Delete one of the two.",
    ),
    Code.TIMESTAMP_REPEATED: Kind(
        _WARNING,
        "The same timestamp is repeated over and over; it's shown once with its count.",
        "Delete the repetitions.",
    ),
    Code.TIMESTAMP_UNLABELLED: Kind(
        _NOTE,
        "A timestamp has no label; its value is shown.",
        "Write the time between the tags.",
    ),
    Code.WIKILINK_EMPTY: Kind(
        _NOTE,
        "A wikilink names nothing; it's shown as written.",
        "Name the article it should lead to.",
    ),
    Code.WIKILINK_UNCLOSED: Kind(
        _WARNING,
        "A wikilink is never closed; it's shown as written.",
        "Close it with ]].",
    ),
}


def diagnose(code: Code, line: int) -> Diagnostic:
    """A diagnostic of that kind at a 1-based line of the file; 0 for the file as a whole."""
    kind = KINDS[code]
    return Diagnostic(kind.severity, code.value, kind.message, line=line)
