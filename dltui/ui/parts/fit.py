"""Text cut to a number of cells."""

from rich.cells import cell_len, set_cell_size


def fit(text: str, width: int) -> str:
    """The text itself if it fits into `width` cells, else its beginning and an ellipsis."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…"


def gap(used: int, width: int) -> str:
    """The blanks that push what follows to the right end; one at least."""
    return " " * max(1, width - used)


def wrap(text: str, width: int, lines: int) -> list[str]:
    """The text in at most so many lines of `width` cells, broken between words; the last one is cut if need be."""
    found: list[str] = []
    while width > 0 and len(found) < lines - 1 and cell_len(text) > width:
        head = _beginning(text, width)
        blank = text.rfind(" ", 0, len(head) + 1)
        end = blank if blank > 0 else max(1, len(head))
        found.append(text[:end].rstrip())
        text = text[end:].lstrip()
    return [*found, fit(text, width)]


def _beginning(text: str, width: int) -> str:
    """As many characters as fit."""
    head = set_cell_size(text, width)
    return head if text.startswith(head) else head[:-1]
