"""Containers that their children cover. Textual draws those too, line by line, unless they are said to be blank."""

from typing import ClassVar

from textual.containers import Horizontal, Vertical


class Row(Horizontal):
    """Children side by side, and nothing of its own to be seen."""

    BLANK: ClassVar[bool] = True


class Column(Vertical):
    """Children one below the other, and nothing of its own to be seen."""

    BLANK: ClassVar[bool] = True
