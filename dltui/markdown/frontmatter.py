"""The YAML at the head of a file is split off as text; whoever reads it knows YAML, this module doesn't."""

import re
from typing import NamedTuple

_OPENING = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_FIRST_KEY = re.compile(r"(?:[ \t]*(?:#.*)?\n)*(?:[\w\"'@$][^:\n]{0,100}:(?:[ \t]|$)|\Z)", re.MULTILINE)
_UNCLOSED = re.compile(
    r"---[ \t]*\n(?P<source>(?:[A-Za-z][\w -]{0,40}:(?:[ \t].*)?\n|[ \t]+-?.*\n|- .*\n)+)(?:[ \t]*\n|\Z)"
)
_YAML_LINE = re.compile(r"\s|\Z|[#\[\]{}\"'&*!|>%@-]|[^:]{1,100}:(?:\s|\Z)")


class Frontmatter(NamedTuple):
    """Front matter as text.

    Attributes:
        source: what stands between the fences.
        end: offset behind it.
        closed: whether it has a closing fence.
    """

    source: str
    end: int
    closed: bool = True


def match_frontmatter(text: str, start: int = 0) -> Frontmatter | None:
    """The front matter that starts at an offset; None if a rule and prose stand there, or nothing of the kind."""
    opening = _OPENING.match(text, start)
    if opening is None:
        return None
    closing = _CLOSING.search(text, opening.end())
    fenced = Frontmatter(text[opening.end() : closing.start()], closing.end()) if closing else None
    if fenced and _FIRST_KEY.match(fenced.source) and _is_mapping(fenced.source):
        return fenced
    unclosed = _UNCLOSED.match(text, start)
    if unclosed:
        return Frontmatter(unclosed["source"], unclosed.end(), closed=False)
    return fenced if fenced and start == 0 and _FIRST_KEY.match(fenced.source) else None


def _is_mapping(source: str) -> bool:
    """Whether every line could be YAML: prose below a blank line means that a fence is missing."""
    return all(_YAML_LINE.match(line) for line in source.split("\n"))
