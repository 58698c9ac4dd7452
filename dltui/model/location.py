"""Where the reader is, and where they have been."""

from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Location:
    """A place in an article.

    Attributes:
        path: the article's path within the library.
        line: 1-based line of the file that the text at the top of the pane starts on; 0 for the very top.
        flow: ordinal of that text among those starting near that line.
        offset: characters into that text, so that the middle of a long paragraph is a place too.
        rows: rows below (or above, if negative) that character.
        anchor: a heading or block to go to instead of `line`, as written after `#`; empty for none.
        spot: which link or moment is selected, counted within the article; -1 for none.
    """

    path: str
    line: int = 0
    flow: int = 0
    offset: int = 0
    rows: int = 0
    anchor: str = ""
    spot: int = -1


@dataclass(slots=True)
class History:
    """Visited locations and which of them is the current one.

    The current place is always valid: `current` is None exactly while nothing was visited.

    Attributes:
        limit: how many places are kept; the oldest go first.
    """

    limit: int = 200
    _places: list[Location] = field(default_factory=list)
    _index: int = -1

    @property
    def current(self) -> Location | None:
        """Where the reader is."""
        return self._places[self._index] if self._places else None

    @property
    def can_go_back(self) -> bool:
        """Whether there is an earlier place."""
        return self._index > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a later place that was left by going back."""
        return self._index + 1 < len(self._places)

    def visit(self, location: Location) -> None:
        """Go to a new place; the places that were ahead are forgotten."""
        del self._places[self._index + 1 :]
        self._places.append(location)
        del self._places[: -self.limit]
        self._index = len(self._places) - 1

    def update(self, location: Location) -> None:
        """Say where in the current article the reader has scrolled to, so that coming back finds it."""
        if self._places and self._places[self._index].path == location.path:
            self._places[self._index] = replace(location, anchor="")

    def back(self) -> Location | None:
        """Step to the earlier place; None (and no step) if there is none."""
        if not self.can_go_back:
            return None
        self._index -= 1
        return self.current

    def forward(self) -> Location | None:
        """Step to the later place; None (and no step) if there is none."""
        if not self.can_go_forward:
            return None
        self._index += 1
        return self.current
