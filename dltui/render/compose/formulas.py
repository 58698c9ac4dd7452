"""Drawn formulas become runs: variables are set apart from digits, signs, names and words, as in print."""

import re
from collections.abc import Iterator

from dltui.render import roles

_VARIABLE = re.compile(
    r"(?<![A-Za-zÀ-ɏ])(?!(?:ln|lg|Pr|if|or|is|to|of|in|on|by|as|at)(?![A-Za-z]))"
    r"(?:[A-Za-zÀ-ɏ]{1,2}(?![A-Za-zÀ-ɏ])|[α-ωϑϕϵ])[\u0300-\u036f\u20d0-\u20ff]*"
)
"""One or two letters; more are a name or a word."""


def formula_runs(row: str) -> Iterator[tuple[str, str]]:
    """A row of a formula in runs, each with its role."""
    start = 0
    for found in _VARIABLE.finditer(row):
        if found.start() > start:
            yield row[start : found.start()], roles.MATH_UPRIGHT
        yield found[0], roles.MATH
        start = found.end()
    if start < len(row):
        yield row[start:], roles.MATH_UPRIGHT
