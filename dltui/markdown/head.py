"""What stands around an article's body: front matter, the `From:` line, a wrapper fence, a preface."""

import re
from dataclasses import dataclass, field

from dltui.markdown.codes import Code, diagnose
from dltui.markdown.frontmatter import match_frontmatter
from dltui.model.diagnostic import Diagnostic

_CHANNEL = re.compile(
    r"(?:From:|\*\*From:\*\*|\*\*From\*\*:)[ \t]*\[\["
    r"(?P<name>[^\[\]|#\n]+)(?:[|#][^\[\]\n]*)?\]\][ \t]*(?:<br[ \t]*/?>)?[ \t]*",
    re.IGNORECASE,
)
_BLANK = re.compile(r"(?:[ \t]*\n)+")
_WRAPPER = re.compile(r"(?P<fence>`{3,}|~{3,})[ \t]*(?:markdown|md|mdx)[ \t]*\n", re.IGNORECASE)
_FENCE_LINE = re.compile(r"^ {0,3}(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[^\n]*)$", re.MULTILINE)
_PREFACE = re.compile(
    r"(?:(?:sure|certainly|of course|okay|ok|absolutely|claro|por supuesto)\b[!,.]?\s*)?"
    r"(?:(?:here(?:['’]s| is| are)|below is|the following is|this is|i(?:['’]ve| have) (?:written|created)|"
    r"aqu[ií] (?:est[aá]|tienes)|a continuaci[oó]n|voici|hier ist)\b[^\n]{0,300}?"
    r"\b(?:article|markdown|art[ií]culo|artikel|write-?up|blog post|formatted|version)\b[^\n]{0,200}"
    r"|(?:sure|certainly|of course|absolutely)!?)[ \t]*(?:\n|\Z)",
    re.IGNORECASE,
)
_LONGEST_PREFACE = 400
_SHORTEST_WRAPPED = 1000


@dataclass(slots=True)
class Head:
    """The head of a file, and where its body lies in the text.

    Attributes:
        frontmatter_source: between the fences; empty if there is none.
        second_frontmatter_source: of one that stands in the body; empty if there is none.
        frontmatter_line: 1-based line of the first of its lines; 0 if there is none.
        channel: the stem that the `From:` line names; empty if there is none.
        channel_line: 1-based; 0 if there is none.
        preface: the sentence before the article proper; empty if there is none.
        preface_line: 1-based; 0 if there is none.
        unwrapped: whether the body stood in a fence.
        start: offset of the body.
        end: offset behind the body.
    """

    end: int
    start: int = 0
    frontmatter_source: str = ""
    frontmatter_line: int = 0
    second_frontmatter_source: str = ""
    channel: str = ""
    channel_line: int = 0
    preface: str = ""
    preface_line: int = 0
    unwrapped: bool = False
    diagnostics: list[Diagnostic] = field(default_factory=list)


def read_head(text: str) -> Head:
    """Find the body of a clean text: unwrap it, swallow a second front matter, set a preface aside, in that order."""
    head = Head(end=len(text))
    while True:
        start = head.start
        blank = _BLANK.match(text, start)
        place = blank.end() if blank else start
        taken = any(rule(head, text, place) for rule in (_frontmatter, _channel, _wrapper, _preface))
        if not taken:
            return head


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def _frontmatter(head: Head, text: str, place: int) -> bool:
    first = not (head.frontmatter_line or head.channel_line)
    if (first and place != head.start) or head.second_frontmatter_source:
        return False
    found = match_frontmatter(text[: head.end], place)
    if found is None:
        return False
    line = _line(text, place)
    if first:
        head.frontmatter_source, head.frontmatter_line = found.source, line + 1
    else:
        head.second_frontmatter_source = found.source or "\n"
        head.diagnostics.append(diagnose(Code.FRONTMATTER_SECOND, line))
    if not found.closed:
        head.diagnostics.append(diagnose(Code.FRONTMATTER_UNCLOSED, line))
    head.start = found.end
    return True


def _channel(head: Head, text: str, place: int) -> bool:
    if head.channel:
        return False
    match = _CHANNEL.match(text, place, head.end)
    if match is None or not match["name"].strip():
        return False
    head.channel, head.channel_line = match["name"].strip(), _line(text, place)
    head.start = match.end() + text.startswith("\n", match.end())
    return True


def _wrapper(head: Head, text: str, place: int) -> bool:
    match = None if head.unwrapped else _WRAPPER.match(text, place, head.end)
    if match is None:
        return False
    fence = match["fence"]
    closing = _closing_fence(text, match.end(), head.end, fence)
    if closing is not None:
        wrapped, behind = closing.start() - match.end(), len(text[closing.end() : head.end].strip())
        # What follows an article is at most a remark; what follows an example is what it is an example of.
        if behind and (wrapped < _SHORTEST_WRAPPED or behind * 10 > wrapped):
            return False
    head.unwrapped = True
    head.diagnostics.append(diagnose(Code.BODY_IN_FENCE, _line(text, place)))
    head.start = match.end()
    if closing is not None and not text[closing.end() : head.end].strip():
        head.end = closing.start()
    return True


def _closing_fence(text: str, start: int, end: int, fence: str) -> re.Match[str] | None:
    """The fence line that closes the wrapper; fences with a language open parts of their own within it."""
    inner = False
    last = None
    for line in _FENCE_LINE.finditer(text, start, end):
        last = line
        if line["info"]:
            inner = True
        elif inner:
            inner = False
        elif line["fence"].startswith(fence) or line["fence"][0] == fence[0]:
            return line
    is_last = last is not None and not last["info"] and not text[last.end() : end].strip()
    return last if is_last else None


def _preface(head: Head, text: str, place: int) -> bool:
    if head.preface:
        return False
    match = _PREFACE.match(text, place, min(head.end, place + _LONGEST_PREFACE))
    if match is None:
        return False
    following = text[match.end() : match.end() + 1]
    ends_paragraph = not following.strip() or following in "#-`~>*"
    if not ends_paragraph or not match[0].strip().endswith((":", ".", "!")):
        return False
    head.preface, head.preface_line = match[0].strip(), _line(text, place)
    head.diagnostics.append(diagnose(Code.PREFACE, head.preface_line))
    head.start = match.end()
    return True
