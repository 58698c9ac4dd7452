"""How an article is to be laid out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LayoutSettings:
    """What the reader of an article may choose.

    Attributes:
        column: greatest width of running text, in cells; tables and code may be wider.
        margin: blank cells kept left and right of the text where the pane has room for them.
        centred: whether the column stands in the middle of a wider pane.
        air: blank rows above the article's header.
        ascii_icons: draw marks, bars and tables with ASCII characters only.
        unfolded: show what the author has folded, for pages that nobody can unfold: those that are printed.
    """

    column: int = 72
    margin: int = 2
    centred: bool = True
    air: int = 0
    ascii_icons: bool = False
    unfolded: bool = False
