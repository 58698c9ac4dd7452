"""Plain text made safe to stand in Markdown: once rendered it reads the same, also in Obsidian."""

import re

from dltui.model.clean import clean_line

# `=` and `%` mean something only when doubled: highlights, comments, the line under a heading.
_INLINE = re.compile(r"[\\`*_\[\]<>~$#^|]|={2,}|%{2,}|&(?=#?\w{1,40};)")
_LINE_START = re.compile(r"^(?:[-+=%](?=\s|$)|[-+=](?=[-+=])|\d{1,9}(?=[.)](?:\s|$)))")


def escape_markdown(text: str) -> str:
    """One line of text with every character that Markdown could take for markup escaped."""
    line = _INLINE.sub(lambda match: "".join("\\" + char for char in match[0]), clean_line(text))
    start = _LINE_START.match(line)
    if start is None:
        return line
    if start[0].isdigit():
        return f"{start[0]}\\{line[start.end() :]}"
    return f"\\{line}"
