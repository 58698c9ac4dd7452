"""Formulas as they would be written on paper."""

from functools import lru_cache

from dltui.markdown.tex.text import read_formula
from dltui.render.tex.tall import tall


@lru_cache(maxsize=256)
def formula_rows(source: str) -> tuple[str, ...] | None:
    """A formula with its fractions, limits and matrices on rows of their own, all of them equally wide.

    Returns:
        None where `formula_text` gives None.
    """
    node = read_formula(source)
    rows = tall(node).rows if node is not None else ()
    return rows if any(row.strip() for row in rows) else None
