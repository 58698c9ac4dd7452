"""What the reader keeps: stars, marks, the articles read lately; and what the keys of a sequence would do."""

from collections.abc import Sequence
from functools import partial

from dltui.library.shelf import Shelf
from dltui.model.location import Location
from dltui.ui.article.made_page import is_made
from dltui.ui.keys.key_sequences import FollowUp
from dltui.ui.parts.prefix_guide import PrefixGuide
from dltui.ui.screen.panes_screen import PanesScreen


class KeepingScreen(PanesScreen):
    """A screen that remembers places."""

    def visited(self, path: str) -> None:
        """See PanesScreen; a file is written, so that happens beside."""
        if not is_made(path):
            self.run_worker(partial(self.kept.visited, path), thread=True, group="kept")

    def action_star(self) -> None:
        """Give a star to the article under the cursor of the tree, else to the one that is open; or take it away."""
        row = self.category_tree.row if self.category_tree.has_focus else None
        path = row.path if row is not None and row.is_article else self.journey.path
        if not path or is_made(path):
            self.tell("There is no article here to give a star to.")
            return
        starred = self.kept.toggle_star(path)
        self.tree_pane.stars_changed()
        title = self.services.shelf.title(path)
        self.tell(f"“{title}” has a star." if starred else f"“{title}” has no star any more.")

    def action_mark(self, letter: str) -> None:
        """Mark the place where the reader is with a letter."""
        location = self.reader.location
        if location is None:
            return
        self.kept.keep_mark(letter, location)
        self.tell(f"Marked as {letter}; ' and {letter} comes back here.")

    def action_go_to_mark(self, letter: str) -> None:
        """Go to a marked place."""
        location = self.kept.marks().get(letter)
        if location is None:
            self.tell(f"Nothing is marked as {letter}; m and {letter} marks a place.")
        else:
            self.open(location)

    def guide(self, first: str, entries: Sequence[FollowUp]) -> None:
        """Say what can follow the first key of a sequence.

        Args:
            first: the key; empty for none.
            entries: what can follow; none takes the guide away.
        """
        self.query(PrefixGuide).remove()
        if first and entries:
            marks = self._marked() if any(entry.id == "app.to-mark" for entry in entries) else []
            self.mount(PrefixGuide(self.painter, marks or entries))

    def _marked(self) -> list[FollowUp]:
        shelf = self.services.shelf
        return [FollowUp(letter, _named(shelf, place)) for letter, place in self.kept.marks().items()]


def _named(shelf: Shelf, place: Location) -> str:
    return shelf.title(place.path) + (f", line {place.line}" if place.line else "")
