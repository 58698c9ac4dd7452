r"""Formulas as Unicode text: `\frac{1}{2}mv^2` is `½mv²`."""

import re
from functools import lru_cache

from dltui.render.tex.commands import COMMANDS
from dltui.render.tex.formula import Formula, NotDrawableError

_LONGEST = 4000
_BLANKS = re.compile(r"[ \t]+")


@lru_cache(maxsize=256)
def formula_text(source: str) -> str | None:
    """A formula as text; several lines where it has several.

    Returns:
        None where it isn't well-formed or Unicode can't show all of it: its source says more than a part would.
    """
    if len(source) > _LONGEST:
        return None
    try:
        text = Formula(source, COMMANDS).whole()
    except NotDrawableError:
        return None
    lines = (_BLANKS.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line) or None
