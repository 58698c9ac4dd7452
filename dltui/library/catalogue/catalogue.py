"""The catalogue: what is known of every article without reading its file again."""

import zlib
from collections.abc import Collection, Iterable
from pathlib import Path

from dltui.errors import DamagedIndexError
from dltui.library.article.facts import BodyFacts
from dltui.library.catalogue import timeline
from dltui.library.catalogue.article_list import ARTICLE_ROWS, ArticleList, TitleList, article_of
from dltui.library.catalogue.cache import check_private
from dltui.library.catalogue.catalogue_rows import mention_number
from dltui.library.catalogue.changes import Changes, compare
from dltui.library.catalogue.packing import DamagedFactsError, unpack
from dltui.library.catalogue.pressing import DamagedBytesError, Press
from dltui.library.catalogue.store import Store
from dltui.library.linking import links
from dltui.library.linking.closest import Candidate, closest
from dltui.library.names import Name, NameKind, name_key
from dltui.library.scan import FileEntry
from dltui.library.times.evidence import Evidence, evidence_of
from dltui.library.times.witness import Witness
from dltui.model.article import Article, Category
from dltui.model.block import OutlineEntry
from dltui.model.target import Backlink
from dltui.model.timestamp import Moment
from dltui.model.video import Video

_TITLES_AT_ONCE = 2000


class Catalogue:
    """Answers about a library's articles; each is a quick query or two. Empty before the first indexing.

    Args:
        folder: the library's cache folder, see `cache.cache_folder`; None keeps the catalogue in memory.
        is_writer: whether it is opened by the one who may write there.

    Raises:
        IndexUnavailableError: the folder isn't private, or the file can't be opened.
    """

    def __init__(self, folder: Path | None, *, is_writer: bool = False) -> None:
        if folder is not None:
            check_private(folder)
        self.store = Store(folder, is_writer=is_writer)
        self._presses: dict[int, Press] = {}

    def close(self) -> None:
        """Close the file."""
        self.store.close()

    @property
    def problem(self) -> str:
        """What went wrong with the catalogue's file, in one sentence; empty while all is well."""
        return self.store.problem

    def progress(self) -> tuple[int, int]:
        """How many articles are read and indexed, and how many there are."""
        waiting = self.store.rows("SELECT COUNT(*) FROM articles WHERE stage < 2")
        total = self.store.rows("SELECT COUNT(*) FROM articles")
        return (total[0][0] - waiting[0][0], total[0][0]) if total and waiting else (0, 0)

    def changes(self, entries: Iterable[FileEntry], at: Collection[str] = ("",)) -> Changes:
        """How the files differ from what the catalogue knows of them.

        Args:
            entries: the files.
            at: the paths where they stand, or below which; the empty one stands for all.
        """
        query = "SELECT path, size, mtime_ns FROM articles"
        below = f"{query} WHERE path = ?1 OR path > ?1 || '/' AND path < ?1 || '0'"  # the sign after a slash
        found = [self.store.rows(query)] if "" in at else [self.store.rows(below, (path,)) for path in at]
        known = {path: (size, mtime_ns) for rows in found for path, size, mtime_ns in rows}
        return compare(entries, known)

    # Articles

    def tree(self) -> tuple[Category, ...]:
        """Every category with articles directly in it, sorted by path, with their number."""
        rows = self.store.rows("SELECT category, COUNT(*) FROM articles GROUP BY category ORDER BY category")
        return tuple(Category(path, count) for path, count in rows)

    def articles(self, category: str | None = None) -> ArticleList:
        """All articles, or those that stand directly in one category, sorted by path."""
        if category is None:
            return ArticleList(self.store.rows(ARTICLE_ROWS + "ORDER BY path"))
        return ArticleList(self.store.rows(ARTICLE_ROWS + "WHERE category = ? ORDER BY path", (category,)))

    def titles(self) -> TitleList:
        """All articles, sorted by path, of which nothing is told but path, title and category."""
        query = "SELECT path, title, category FROM articles WHERE path > ? ORDER BY path LIMIT ?"
        titles, last = TitleList(), ""
        while rows := self.store.rows(query, (last, _TITLES_AT_ONCE)):
            titles.extend(rows)
            last = rows[-1][0]
        return titles

    def totals(self) -> tuple[int, int]:
        """How many videos the articles were made from, and how many moments they cite."""
        query = "SELECT COUNT(DISTINCT NULLIF(video, '')), TOTAL(moments) FROM articles"
        rows = self.store.rows(query)
        return (rows[0][0], int(rows[0][1])) if rows else (0, 0)

    def article(self, path: str) -> Article | None:
        """One article; None where the catalogue doesn't know it."""
        found = self._articles("WHERE path = ?", path)
        return found[0] if found else None

    def find(self, name: str) -> tuple[Article, ...]:
        """The articles a person may mean: by path, by stem, title or alias, or by a part of one.

        The first rule that answers counts; several candidates are sorted by path, at most 50.
        """
        key = name_key(name.strip())
        rules: tuple[tuple[str, str], ...] = (
            ("WHERE path = ?1 OR path = ?1 || '.md' OR path = ?1 || '.txt'", name.strip()),
            ("WHERE id IN (SELECT article FROM names WHERE key = ?) ORDER BY path LIMIT 50", key),
            ("WHERE id IN (SELECT article FROM names WHERE instr(key, ?)) ORDER BY path LIMIT 50", key),
        )
        for rule, wanted in rules:
            if wanted and (found := self._articles(rule, wanted)):
                return found
        return ()

    def _articles(self, condition: str, *parameters: str) -> tuple[Article, ...]:
        """The articles that a condition, one of this module's own, picks."""
        return tuple(map(article_of, self.store.rows(ARTICLE_ROWS + condition, parameters)))

    # Names, for the resolver

    def has(self, path: str) -> bool:
        """Whether there is an article at that path."""
        return bool(self.store.rows("SELECT 1 FROM articles WHERE path = ?", (path,)))

    def named(self, key: str) -> tuple[Name, ...]:
        """The articles that go by a key, sorted by path."""
        query = "SELECT path, kind FROM names JOIN articles ON id = article WHERE key = ? ORDER BY path, kind"
        return tuple(Name(path, NameKind(kind)) for path, kind in self.store.rows(query, (key,)))

    def mentioning(self, keys: Iterable[str]) -> tuple[str, ...]:
        """The paths of the articles with a link that is written with one of the keys, sorted; hardly ever of others."""
        found: set[str] = set()
        query = "SELECT path FROM mentions JOIN articles ON id = article WHERE key = ?"
        for key in set(keys):
            found.update(path for (path,) in self.store.rows(query, (mention_number(key),)))
        return tuple(sorted(found))

    # Bodies

    def body(self, path: str) -> BodyFacts:
        """What is kept of an article's body; empty where it hasn't been read yet."""
        query = "SELECT pressed, dictionary, video FROM bodies JOIN articles ON article = id WHERE path = ?"
        for pressed, dictionary, video in self.store.rows(query, (path,)):
            try:
                return unpack(self._press(dictionary).unpress(pressed), video or None)
            except (DamagedBytesError, DamagedFactsError):
                self.store.renew(DamagedIndexError("The catalogue is damaged."))
        return BodyFacts()

    def _press(self, dictionary: int) -> Press:
        """The press with a dictionary."""
        if dictionary not in self._presses:
            query = "SELECT text FROM dictionaries WHERE number = ?"
            for (text,) in self.store.rows(query, (dictionary,)) if dictionary else [(b"",)]:
                self._presses[dictionary] = Press(text)
        return self._presses.get(dictionary, Press())

    def headings(self, path: str) -> tuple[OutlineEntry, ...]:
        """The outline of an article."""
        return self.body(path).headings

    def moments(self, path: str) -> tuple[Moment, ...]:
        """The moments of an article, in the order of the file."""
        return self.body(path).moments

    def timeline(self, video: str) -> tuple[timeline.SaidMoment, ...]:
        """The moments that articles name of a video, in the order of the video."""
        return timeline.timeline_of(self.said_of(video))

    def said_of(self, video: str) -> list[tuple[Article, tuple[Moment, ...]]]:
        """The articles that were made of a video or name a second of it, each with its moments of that video."""
        return [
            (article, tuple(moment for moment in self.moments(article.path) if moment.video == video))
            for article in self.citing(video)
        ]

    # Links

    def links(self, path: str) -> tuple[links.ResolvedLink, ...]:
        """The wikilinks of an article and where they lead, in the order of the file."""
        return links.links_of(self, path)

    def backlinks(self, path: str) -> tuple[Backlink, ...]:
        """The sentences elsewhere that link to an article."""
        return links.backlinks_of(self, path)

    def referrers(self, name: str) -> tuple[Backlink, ...]:
        """The sentences with a link that is written with a name and leads nowhere."""
        return links.referrers_of(self, name)

    def closest(self, name: str, source_path: str = "", limit: int = 8) -> tuple[Candidate, ...]:
        """The articles closest to a name that nobody bears, each with the reason."""
        return closest(name, self.articles(), self.article(source_path), limit)

    # Videos

    def video(self, video: str) -> Video | None:
        """A video of the library, with its title where a channel page gives one; None where it's unknown."""
        titles = self.store.rows("SELECT title FROM videos WHERE video = ? LIMIT 1", (video,))
        if titles:
            return Video(video, titles[0][0])
        if articles := self.articles_of(video):
            return articles[0].video
        return Video(video) if self.citing(video) else None

    def videos(self, path: str) -> tuple[Video, ...]:
        """The videos of a channel page, in its order."""
        query = "SELECT v.video, v.title FROM videos v JOIN articles ON id = article WHERE path = ? ORDER BY position"
        return tuple(Video(video, title) for video, title in self.store.rows(query, (path,)))

    def articles_of(self, video: str) -> tuple[Article, ...]:
        """The articles made of a video, sorted by path."""
        return self._articles("WHERE video = ? AND video <> '' ORDER BY path", video)

    def citing(self, video: str) -> tuple[Article, ...]:
        """The articles that were made of a video or name a second of it, sorted by path."""
        cited = "SELECT article FROM cited WHERE video = ?1"
        return self._articles(f"WHERE video = ?1 AND video <> '' OR id IN ({cited}) ORDER BY path", video)

    def evidence(self, path: str) -> Evidence:
        """What is known of an article's video, for the reading of its timestamps."""
        rows = self.store.rows("SELECT id, video, channel FROM articles WHERE path = ?", (path,))
        if not rows or not rows[0][1]:
            return Evidence()
        number, video, channel = rows[0]
        query = (
            "SELECT id, packed FROM articles JOIN witnesses ON article = id WHERE video = ? AND video <> ''"
        )
        witnesses = {one: witness_from(packed) for one, packed in self.store.rows(query, (video,))}
        own = witnesses.pop(number, Witness())
        lengths = self.store.rows("SELECT middle, long FROM lengths WHERE channel = ?", (channel,))
        middle, long = lengths[0] if lengths else (None, None)
        return evidence_of(own, tuple(witnesses.values()), middle, long)


def witness_from(packed: bytes) -> Witness:
    """A witness; nothing is said by one that was damaged."""
    try:
        return Witness.unpacked(packed)
    except (zlib.error, ValueError):
        return Witness()
