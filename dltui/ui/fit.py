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
