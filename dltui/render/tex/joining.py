"""Parts of a formula beside each other: where blanks stand between them."""

import re
from collections.abc import Iterator

from dltui.render.tex.figure import BAR, Figure

_RELATIONS = re.compile(r" *(:?[=<>≤≥≠≈≡∼≃≅∝∈∉⊂⊆⊃⊇→←↔⇒⇐⇔⟹⟺⟶↦]+) *")
_OPENING, _CLOSING = "([{⟨|⌊⌈‖", ")]}⟩|⌋⌉‖,.;:!′"
_BLANKS = re.compile(r" {2,}")
_NAME = re.compile(r"[A-Za-z]{2,}$")
_WIDE_GAP = 3
_HIGH_OPENING = "⎛⎡⎢⎧⎰"


def apart(pieces: list[Figure]) -> Iterator[Figure]:
    """Pieces with the blanks that belong between them: what is high keeps clear of the text beside it."""
    last = len(pieces) - 1
    for index, figure in enumerate(pieces):
        if figure.is_high:
            if index and pieces[index - 1].is_high:
                yield Figure((" ",))
            yield figure
            continue
        text = relaxed(figure.rows[0])
        before = pieces[index - 1] if index else None
        after = pieces[index + 1] if index < last else None
        yield Figure((_between(before, text, after),))


def _between(before: Figure | None, text: str, after: Figure | None) -> str:
    """A text with a blank on each side where something high stands, but none within brackets."""
    inner = text.strip()
    if not inner:
        return text if before and after else ""
    left = " " if before and inner[0] not in _CLOSING and not _leaves_air(before) else ""
    clings = after is not None and inner[-1].isalnum() and _may_be_touched(after, by=inner)
    right = " " if after and inner[-1] not in _OPENING and not clings else ""
    return f"{left}{inner}{right}"


def _leaves_air(figure: Figure) -> bool:
    """Whether a figure ends with a blank on the line, as beside its scripts."""
    return figure.rows[figure.baseline].endswith(" ")


def _may_be_touched(figure: Figure, by: str) -> bool:
    """Whether text may stand right before a figure: before a bracket, and a letter before what only has scripts."""
    if figure.rows[0][:1] in _HIGH_OPENING:
        return True
    starts = {row[:1] for at, row in enumerate(figure.rows) if at != figure.baseline}
    is_open = starts == {" "} and not figure.rows[figure.baseline].startswith(BAR)
    return is_open and not _NAME.search(by)


def relaxed(text: str) -> str:
    """A text with a space on both sides of its relations, and no gaps but those that are meant."""
    spaced = _RELATIONS.sub(r" \1 ", text)
    return _BLANKS.sub(lambda gap: " " * (_WIDE_GAP if len(gap[0]) >= _WIDE_GAP else 1), spaced)
