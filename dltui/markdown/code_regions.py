"""Where code stands in Markdown that isn't parsed: for the scans that must not look into it."""

import re

CODE_START = r"^(?P<fence>[ \t>]*(?:`{3,}|~{3,}))|(?P<ticks>`+)"
"""Part of a pattern, to be compiled with `re.MULTILINE`: where a fence or a code span may start."""

_BLOCK_END = re.compile(r"\n(?=[ \t>]*(?:\n|#{1,6}[ \t]|[-*+][ \t]|\d{1,9}[.)][ \t]|`{3}|~{3}|\|))")
_UNQUOTED = re.compile(r"\n(?![ \t]*>)")


def end_of_code(text: str, start: re.Match[str]) -> int:
    """Where the code that a match of `CODE_START` opens ends; 0 if it's no code after all."""
    if start["fence"]:
        fence = start["fence"].lstrip(" \t>")
        limit = _end_of_quote(text, start.end()) if ">" in start["fence"] else len(text)
        closing = re.compile(rf"^[ \t>]*{fence}{fence[0]}*[ \t]*$", re.MULTILINE).search(
            text, start.end(), limit
        )
        return closing.end() if closing else limit
    block_end = _BLOCK_END.search(text, start.end())
    limit = block_end.start() if block_end else len(text)
    closing = re.compile(rf"(?<!`){start['ticks']}(?!`)").search(text, start.end(), limit)
    return closing.end() if closing else 0


def _end_of_quote(text: str, start: int) -> int:
    unquoted = _UNQUOTED.search(text, start)
    return unquoted.start() if unquoted else len(text)
