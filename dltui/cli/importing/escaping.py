"""Plain text with a backslash before whatever Markdown would take for markup, and before nothing else."""

import re

_INLINE = re.compile(
    r"[\\`*\[\]]"
    r"|<(?=[A-Za-z/!])"
    r"|(?<![^\W_])_|_(?![^\W_])"
    r"|~(?=~)|(?<=~)~|=(?==)|(?<==)=|%(?=%)|(?<=%)%"
    r"|(?<!\S)#(?=\w)"
    r"|(?<=\s)\^(?=[A-Za-z0-9-]+$)"
    r"|&(?=#?\w{1,40};)"
)
_LINE_START = re.compile(
    r"(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|-(?=--)|~(?=~~)|\|)|(?P<number>\d{1,9})(?=[.)](?:\s|$))"
)
_DOLLAR = re.compile(r"(?<!\\)\$")


def escaped(text: str) -> str:
    """One stretch of running text that reads the same once it is parsed as Markdown."""
    found = _INLINE.sub(_with_backslash, text)
    return _DOLLAR.sub(r"\\$", found) if found.count("$") > 1 else found


def escaped_start(line: str) -> str:
    """A line of Markdown, kept from being taken for the start of a list, a quote, a heading, a table or a formula."""
    if line.startswith("\\["):  # what begins a line like this may be a formula up to the next `\]`
        return f"&#91;{line[2:]}"
    start = _LINE_START.match(line)
    if start is None:
        return line
    if start["number"]:
        return f"{start['number']}\\{line[start.end() :]}"
    return f"\\{line}"


def _with_backslash(found: re.Match[str]) -> str:
    return f"\\{found[0]}"
