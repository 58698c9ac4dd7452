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
_BLANK_LINE = re.compile(r"\n[ \t>]*(?=\n)")
_SHORTEST_FENCE = 3


def end_of_code(text: str, start: int) -> int:
    """Where the code ends that a run of backticks or tildes opens; no further than the run if it opens none."""
    run = _RUN.match(text, start)
    if run is None:
        return start
    prefix = text[text.rfind("\n", 0, start) + 1 : start]
    if _is_fence(text, run, prefix):
        return _end_of_fence(text, run, is_quoted=">" in prefix)
    return _end_of_span(text, run) if run[0][0] == "`" else run.end()


def may_span_lines(text: str, start: int) -> bool:
    """Whether a run of backticks may open a span that ends on a later line: that only the blocks around it can tell."""
    run = _RUN.match(text, start)
    if run is None or run[0][0] != "`" or _is_fence(text, run, text[text.rfind("\n", 0, start) + 1 : start]):
        return False
    closing, end = _closing(run), text.find("\n", run.end())
    if end < 0 or closing.search(text, run.end(), end):
        return False
    blank = _BLANK_LINE.search(text, end)
    return closing.search(text, end, blank.start() if blank else len(text)) is not None


def _is_fence(text: str, run: re.Match[str], prefix: str) -> bool:
    is_long = run.end() - run.start() >= _SHORTEST_FENCE
    return is_long and not prefix.strip(" \t>") and not _has_ticks(text, run)


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
    closing = _closing(run).search(text, run.end(), limit)
    return closing.end() if closing else run.end()


def _closing(run: re.Match[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!`){run[0]}(?!`)")
