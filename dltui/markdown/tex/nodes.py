"""What a formula is made of, before it is decided whether it stands on one row or on several."""

from typing import NamedTuple


class Symbols(NamedTuple):
    """Characters as they are drawn; spaces count.

    Attributes:
        is_words: text between formulas, which belongs to nothing beside it.
        is_function: a name that keeps clear of what it is applied to.
    """

    text: str
    is_words: bool = False
    is_function: bool = False


class Row(NamedTuple):
    """Parts beside each other."""

    parts: tuple["Node", ...]


class Fraction(NamedTuple):
    """One thing over another; without `ruled` (a binomial) there is no bar between them."""

    above: "Node"
    below: "Node"
    ruled: bool = True


class Root(NamedTuple):
    """A root; `degree` is empty for a square one."""

    degree: str
    body: "Node"


class Scripts(NamedTuple):
    """What is raised and lowered beside something; None where nothing is."""

    base: "Node"
    high: "Node | None"
    low: "Node | None"


class Stacked(NamedTuple):
    """What stands over and under something; None where nothing does."""

    base: "Node"
    above: "Node | None"
    below: "Node | None"


class Braced(NamedTuple):
    """Something with a brace under it, or over it; its script is what the brace says."""

    body: "Node"
    is_over: bool


class Accented(NamedTuple):
    """A combining mark over every character of something."""

    mark: str
    body: "Node"


class Fenced(NamedTuple):
    """Brackets that are as high as what they hold; either may be empty."""

    opening: str
    closing: str
    body: "Node"


class Grid(NamedTuple):
    """Rows of cells: a matrix, cases, equations under each other.

    Attributes:
        name: the environment's.
        columns: of an `array`, one of `lcr` for each, and a `|` wherever a rule stands between two.
        rules: the numbers of the rows over which a rule stands; behind the last one for the end.
    """

    name: str
    rows: tuple[tuple["Node", ...], ...]
    columns: str = ""
    rules: tuple[int, ...] = ()

    @property
    def aligned(self) -> str:
        """The columns alone."""
        return self.columns.replace("|", "")

    @property
    def bars(self) -> frozenset[int]:
        """The numbers of the columns left of which a rule stands; behind the last one for the right end."""
        parts = self.columns.split("|")
        return frozenset(sum(map(len, parts[: at + 1])) for at in range(len(parts) - 1))


Node = Symbols | Row | Fraction | Root | Scripts | Stacked | Braced | Accented | Fenced | Grid
