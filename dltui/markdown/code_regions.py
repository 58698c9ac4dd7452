"""Where code stands in Markdown that isn't parsed: for the scans that must not look into it."""

import re

from dltui.markdown.regions import BLOCK_TAG, TEXT_TAG

_RUN = re.compile(r"`+|~+")
_BLOCK_END = re.compile(
    r"\n(?=[ \t>]*(?:\n|#{1,6}[ \t]|[-*+][ \t]|\d{1,9}[.)][ \t]|`{3,}[^`\n]*(?:\n|\Z)|~{3}|\|"
    rf"|{BLOCK_TAG.pattern}|{TEXT_TAG.pattern}))",
    re.IGNORECASE,
)
_UNQUOTED = re.compile(r"\n(?![ \t]*>)")
_SHORTEST_FENCE = 3


def end_of_code(text: str, start: int) -> int:
    """Where the code ends that a run of backticks or tildes opens; no further than the run if it opens none."""
    run = _RUN.match(text, start)
    if run is None:
        return start
    prefix = text[text.rfind("\n", 0, start) + 1 : start]
    if run.end() - start >= _SHORTEST_FENCE and not prefix.strip(" \t>") and not _has_ticks(text, run):
        return _end_of_fence(text, run, is_quoted=">" in prefix)
    return _end_of_span(text, run) if run[0][0] == "`" else run.end()


def _has_ticks(text: str, run: re.Match[str]) -> bool:
    """Whether the line holds backticks behind the run, so that it's a span and no fence."""
    end = text.find("\n", run.end())
    return run[0][0] == "`" and text.find("`", run.end(), end if end >= 0 else len(text)) >= 0


def _end_of_fence(text: str, run: re.Match[str], *, is_quoted: bool) -> int:
    unquoted = _UNQUOTED.search(text, run.end()) if is_quoted else None
    limit = unquoted.start() if unquoted else len(text)
    closing = re.compile(rf"^[ \t>]*{run[0]}{run[0][0]}*[ \t]*$", re.MULTILINE).search(text, run.end(), limit)
    return closing.end() if closing else limit


def _end_of_span(text: str, run: re.Match[str]) -> int:
    block_end = _BLOCK_END.search(text, run.end())
    limit = block_end.start() if block_end else len(text)
    closing = re.compile(rf"(?<!`){run[0]}(?!`)").search(text, run.end(), limit)
    return closing.end() if closing else run.end()
