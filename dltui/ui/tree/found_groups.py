"""Which groups of the tree a search is shown by: where it found something, as deep as there is room."""

from collections.abc import Callable, Mapping, Sequence
from heapq import heapify, heappop, heappush

from dltui.ui.tree.tree_arrangements import Group, categories_above

Groups = Callable[[str], Sequence[Group]]
"""The groups in a group."""


class FoundGroups:
    """The groups to show for what a search has found.

    At the top all stand, as long as they fit, so that they keep their places while one types; below it only those with
    hits. Groups are opened by themselves, those with most hits first, as long as what is in them fits too.

    Args:
        found: passages of each category and below.
        narrowed: the category that is shown in any case; empty for none.
        room: how many rows are in sight.
        toggled: what was opened or closed by hand.
    """

    def __init__(self, found: Mapping[str, int], narrowed: str, room: int, toggled: dict[str, bool]) -> None:
        self.toggled = toggled
        self._found = found
        self._wanted = {*found, *categories_above(narrowed)}
        self._room = room
        self._opened: set[str] = set()
        self._is_all_at_top = True

    def choose(self, groups: Groups, used: int) -> None:
        """Choose what is opened.

        Args:
            groups: those of the arrangement.
            used: rows that are taken already.
        """
        top = groups("")
        room = self._room - used
        self._is_all_at_top = len(top) <= room or not self._found
        rows = len(self.shown("", top))
        self._opened = set()
        waiting = [(-self._found.get(group.key, 0), group.key) for group in top if group.key in self._wanted]
        heapify(waiting)
        while waiting:
            _, key = heappop(waiting)
            below = self.shown(key, groups(key)) if self.toggled.get(key, True) else ()
            if below and rows + len(below) <= room:
                self._opened.add(key)
                rows += len(below)
                for group in below:
                    heappush(waiting, (-self._found.get(group.key, 0), group.key))

    def is_open(self, key: str) -> bool:
        """Whether a group is open, by hand or by itself."""
        return self.toggled.get(key, key in self._opened)

    def shown(self, key: str, groups: Sequence[Group]) -> Sequence[Group]:
        """Those of the groups in a group that are shown."""
        if self.toggled.get(key) or (not key and self._is_all_at_top):
            return groups
        return [group for group in groups if group.key in self._wanted]
