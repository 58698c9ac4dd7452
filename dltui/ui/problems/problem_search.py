"""Looking for what is imperfect, article by article, as long as somebody wants to know. No Textual here."""

import time
from collections.abc import Iterator, Sequence
from threading import Lock

from dltui.library.checking import problems_in
from dltui.library.shelf import Shelf
from dltui.model.diagnostic import Diagnostic


class ProblemSearch:
    """Goes through a library once; whoever comes back finds it where it was left.

    Attributes:
        found: all problems so far, in the order of the articles; grows while `advance` runs in a thread.
        articles_read: how many of `article_count` that are.
        is_done: whether all are.
        cursor: the row that was looked at last, for whoever comes back.
    """

    def __init__(self, shelf: Shelf, others: Sequence[Diagnostic] = ()) -> None:
        paths = shelf.paths()
        self.found: list[Diagnostic] = list(others)
        self.articles_read = 0
        self.article_count = len(paths)
        self.is_done = False
        self.cursor = 0
        self._steps: Iterator[tuple[str, list[Diagnostic]]] = problems_in(shelf, paths)
        self._one_at_a_time = Lock()

    def advance(self, seconds: float) -> None:
        """Read on for about that long: one article at least, each as a whole."""
        with self._one_at_a_time:
            until = time.monotonic() + seconds
            for path, problems in self._steps:
                self.found += problems
                self.articles_read += bool(path)
                if time.monotonic() >= until:
                    return
            self.is_done = True
