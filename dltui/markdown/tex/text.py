r"""Formulas as Unicode text on one row: `\frac{1}{2}mv^2` is `½mv²`."""

import re
from functools import lru_cache

from dltui.markdown.tex.commands import COMMANDS
from dltui.markdown.tex.flat import flat
from dltui.markdown.tex.formula import Formula, NotDrawableError
from dltui.markdown.tex.nodes import Node

_LONGEST = 4000
_BLANKS = re.compile(r"[ \t]+")


@lru_cache(maxsize=256)
def formula_text(source: str) -> str | None:
    """A formula as text; several lines where it has several.

    Returns:
        None where it isn't well-formed or Unicode can't show all of it: its source says more than a part would.
    """
    node = read_formula(source)
    if node is None:
        return None
    lines = (_BLANKS.sub(" ", line).strip() for line in flat(node).split("\n"))
    return "\n".join(line for line in lines if line) or None


def read_formula(source: str) -> Node | None:
    """A formula as a tree; None where it isn't well-formed, or Unicode can't show all of it."""
    if len(source) > _LONGEST:
        return None
    try:
        return Formula(source, COMMANDS).whole()
    except NotDrawableError:
        return None
