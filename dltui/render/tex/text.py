"""Formulas as Unicode text, on one row or as they would be written on paper."""

import re
from functools import lru_cache

from dltui.render.tex.commands import COMMANDS
from dltui.render.tex.flat import flat
from dltui.render.tex.formula import Formula, NotDrawableError
from dltui.render.tex.nodes import Node
from dltui.render.tex.tall import tall

_LONGEST = 4000
_BLANKS = re.compile(r"[ \t]+")


@lru_cache(maxsize=256)
def formula_text(source: str) -> str | None:
    """A formula as text; several lines where it has several.

    Returns:
        None where it isn't well-formed or Unicode can't show all of it: its source says more than a part would.
    """
    node = _read(source)
    if node is None:
        return None
    lines = (_BLANKS.sub(" ", line).strip() for line in flat(node).split("\n"))
    return "\n".join(line for line in lines if line) or None


@lru_cache(maxsize=256)
def formula_rows(source: str) -> tuple[str, ...] | None:
    """A formula with its fractions, limits and matrices on rows of their own, all of them equally wide.

    Returns:
        None where `formula_text` gives None.
    """
    node = _read(source)
    rows = tall(node).rows if node is not None else ()
    return rows if any(row.strip() for row in rows) else None


def _read(source: str) -> Node | None:
    if len(source) > _LONGEST:
        return None
    try:
        return Formula(source, COMMANDS).whole()
    except NotDrawableError:
        return None
