"""What `bench_search` sets side by side: the program's index, SQLite's, and Whoosh as its documentation shows it."""

from pathlib import Path

from dltui.model.passage import Passage

HITS = 20
_BATCH = 2000
Article = tuple[str, list[Passage]]


class Ours:
    """The index of the program."""

    def __init__(self, folder: Path) -> None:
        self.place = folder / "ours"
        self.preparing = 0.0
