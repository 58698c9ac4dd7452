r"""Which `\left` of a formula has a `\right`: they are to be drawn as one, so that must be known beforehand."""

from collections.abc import Sequence

_OPENING = frozenset(("{", "\\begin"))
_CLOSING = frozenset(("}", "\\end"))
_BORDERS = frozenset(("&", "\\\\"))


def paired(tokens: Sequence[str]) -> frozenset[int]:
    r"""The indices of every `\left` whose `\right` stands in the same group and the same cell."""
    found: set[int] = set()
    opened: list[list[int]] = [[]]
    for index, piece in enumerate(tokens):
        if piece in _OPENING:
            opened.append([])
        elif piece in _CLOSING:
            opened = opened[:-1] or [[]]
        elif piece in _BORDERS:
            opened[-1] = []
        elif piece == "\\left":
            opened[-1].append(index)
        elif piece == "\\right" and opened[-1]:
            found.add(opened[-1].pop())
    return frozenset(found)
