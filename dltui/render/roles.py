"""The names of what a run of text is. Themes give each a style; `a.b` without one looks like `a`.

A span's role may join several with `+` (`quote+strong`): the styles are laid over each other from left to right.
"""

from functools import cache

TEXT = "text"
QUIET = "quiet"

EMPHASIS = "emphasis"
STRONG = "strong"
STRIKE = "strike"
UNDERLINE = "underline"
HIGHLIGHT = "highlight"
SUPERSCRIPT = "superscript"
SUBSCRIPT = "subscript"
KEYBOARD = "keyboard"
SMALL = "small"

CODE = "code"
CODE_BLOCK = "code.block"
CODE_LANGUAGE = "code.language"
CODE_SYNTAX = "code.token"
"""Followed by `.` and Pygments' short name of the token, e.g. `code.token.k` for a keyword."""

LINK = "link"
LINK_MISSING = "link.missing"
LINK_AMBIGUOUS = "link.ambiguous"
LINK_EXTERNAL = "link.external"

MOMENT = "moment"
MOMENT_INFERRED = "moment.inferred"
MOMENT_NONE = "moment.none"
MOMENT_REPEATS = "moment.repeats"

QUOTE = "quote"
QUOTE_BAR = "quote.bar"
CALLOUT = "callout"
"""Followed by `.` and a family, and by `.title` for the title, e.g. `callout.tip.title`."""

TABLE_HEADER = "table.header"
TABLE_BORDER = "table.border"
RULE = "rule"
LIST_MARKER = "list.marker"
LIST_DONE = "list.done"
TASK = "task"
TASK_DONE = "task.done"
FOLD = "fold"
FOOTNOTE = "footnote"
MATH = "math"
"""A formula's variables; what else is in it has the role of its own that follows."""
MATH_UPRIGHT = "math.upright"
IMAGE = "image"
HTML = "html"
TAG = "tag"

HEADER_TITLE = "header.title"
HEADER_META = "header.meta"
HEADER_RULE = "header.rule"

HEADING = "heading"
"""Followed by `.` and the level. The rule under a heading is `rule.heading.` and the level."""


def heading(level: int) -> str:
    """The role of a heading of that level, 1 to 6."""
    return f"{HEADING}.{level}"


@cache
def over(base: str, role: str) -> str:
    """A role laid over another; running text adds nothing to what stands on it."""
    if not role or base == role:
        return base
    if base in ("", TEXT):
        return role
    return f"{base}+{role}"
