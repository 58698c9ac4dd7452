"""The catalogue: what is known of every article without reading its file again."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dltui.library.cache import check_private
from dltui.library.changes import Changes, compare
from dltui.library.facts import BodyFacts
from dltui.library.scan import FileEntry
from dltui.library.store import Store
from dltui.model.article import Article, Category
from dltui.model.block import OutlineEntry
from dltui.model.clean import fold, normalised
from dltui.model.video import Video

_COLUMNS = "path, title, category, channel, video, aliases, tags, moments, words"
_ARTICLE = f"""
SELECT {_COLUMNS}, (SELECT title FROM videos WHERE videos.video = articles.video LIMIT 1) FROM articles
"""
_MOST_FOUND = 50


class Catalogue:
    """Answers about a library's articles; every answer is one or two quick queries.

    Args:
        folder: the library's cache folder, see `cache.cache_folder`; None keeps the catalogue in memory.

    Raises:
        IndexUnavailableError: the folder isn't private, or the file can't be opened.
    """

    def __init__(self, folder: Path | None) -> None:
        if folder is not None:
            check_private(folder)
        self.store = Store(folder)

    def close(self) -> None:
        """Close the file."""
        self.store.close()

    def articles(self, category: str | None = None) -> tuple[Article, ...]:
        """All articles, or those that stand directly in one category, sorted by path."""
        if category is None:
            rows = self.store.rows(f"{_ARTICLE} ORDER BY path")
        else:
            rows = self.store.rows(f"{_ARTICLE} WHERE category = ? ORDER BY path", (category,))
        return tuple(map(_article, rows))

    def tree(self) -> tuple[Category, ...]:
        """Every category with articles directly in it, sorted by path, with their number."""
        rows = self.store.rows("SELECT category, COUNT(*) FROM articles GROUP BY category ORDER BY category")
        return tuple(Category(path, count) for path, count in rows)

    def article(self, path: str) -> Article | None:
        """One article; None where the catalogue doesn't know it."""
        rows = self.store.rows(f"{_ARTICLE} WHERE path = ?", (path,))
        return _article(rows[0]) if rows else None

    def find(self, name: str) -> tuple[Article, ...]:
        """The articles a person may mean: by path, by stem, by title, by a unique part; the first rule that answers.

        Several candidates are sorted by path; empty where nothing fits.
        """
        found = self.article(name)
        if found:
            return (found,)
        key = normalised(name)
        query = f"{_ARTICLE} WHERE id IN (SELECT article FROM names WHERE key = ?) ORDER BY path LIMIT ?"
        rows = self.store.rows(query, (key, _MOST_FOUND)) if key else []
        if not rows and key:
            query = f"{_ARTICLE} WHERE id IN (SELECT article FROM names WHERE instr(key, ?)) ORDER BY path LIMIT ?"
            rows = self.store.rows(query, (key, _MOST_FOUND))
        return tuple(map(_article, rows))

    def headings(self, path: str) -> tuple[OutlineEntry, ...]:
        """The outline of an article."""
        return self.body(path).headings

    def body(self, path: str) -> BodyFacts:
        """What is kept of an article's body; empty where it hasn't been read yet."""
        query = "SELECT packed FROM bodies JOIN articles ON article = id WHERE path = ?"
        rows = self.store.rows(query, (path,))
        return BodyFacts.unpacked(rows[0][0]) if rows else BodyFacts()

    def changes(self, entries: Iterable[FileEntry]) -> Changes:
        """How the files differ from what the catalogue read."""
        rows = self.store.rows("SELECT path, size, mtime_ns FROM articles")
        return compare(entries, {path: (size, mtime_ns) for path, size, mtime_ns in rows})

    def progress(self) -> tuple[int, int]:
        """How many articles are read, and how many there are."""
        rows = self.store.rows("SELECT COUNT(*), (SELECT COUNT(*) FROM articles WHERE stage < 2) FROM articles")
        total, waiting = rows[0]
        return total - waiting, total


def _article(row: tuple[Any, ...]) -> Article:
    path, title, category, channel, video, aliases, tags, moments, words, video_title = row
    return Article(
        path,
        title,
        category,
        channel,
        Video(video, video_title or "") if video else None,
        tuple(aliases.split("\n")) if aliases else (),
        tuple(tags.split("\n")) if tags else (),
        moments,
        words,
    )


def name_key(name: str) -> str:
    """What a name is filed under: letters and digits only; the folded name where it has none."""
    return normalised(name) or fold(name).strip()
