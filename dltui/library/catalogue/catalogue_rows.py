"""The rows that one article has in the catalogue: written together, and what they make stale elsewhere with them."""

import sqlite3
import zlib
from collections.abc import Iterable, Sequence

from dltui.library.catalogue.head import Head
from dltui.library.file_name import category_of, readable_stem, stem_of
from dltui.library.names import NameKind, name_key, names_of
from dltui.library.scan import FileEntry
from dltui.library.times.witness import Witness
from dltui.model.article import Article
from dltui.model.clean import clean_line
from dltui.model.video import Video

_NO_WITNESS = Witness().packed()


def stub_of(path: str) -> Article:
    """What can be said of an article before its file is read."""
    return Article(path, clean_line(readable_stem(stem_of(path))) or path, category_of(path))


def insert_stubs(connection: sqlite3.Connection, entries: Sequence[FileEntry]) -> None:
    """Put articles on the list by their names alone; they wait to be read."""
    first = connection.execute("SELECT IFNULL(MAX(id), 0) + 1 FROM articles").fetchone()[0]
    rows, names = [], []
    for number, entry in enumerate(entries, first):
        stub = stub_of(entry.path)
        rows.append((number, stub.path, stub.title, stub.category, entry.size, entry.mtime_ns))
        names.append((name_key(stub.stem), NameKind.STEM, number))
    query = "INSERT INTO articles (id, path, title, category, size, mtime_ns) VALUES (?, ?, ?, ?, ?, ?)"
    connection.executemany(query, rows)
    connection.executemany("INSERT INTO names VALUES (?, ?, ?)", sorted(names))  # in the order of the table
    if connection.execute("SELECT 1 FROM mentions LIMIT 1").fetchone():
        _make_stale_by_key(connection, (key for key, *_ in names))


def delete_article(connection: sqlite3.Connection, path: str) -> None:
    """Delete an article; a trigger deletes what belongs to it."""
    row = connection.execute("SELECT id, video FROM articles WHERE path = ?", (path,)).fetchone()
    if row is None:
        return
    number, video = row
    keys = connection.execute("SELECT key FROM names WHERE article = ?", (number,)).fetchall()
    witness = _witness(connection, number)
    connection.execute("DELETE FROM articles WHERE id = ?", (number,))
    _make_stale_by_key(connection, (key for (key,) in keys))
    if witness != _NO_WITNESS:
        _make_stale_by_video(connection, video, number)


def write_head(connection: sqlite3.Connection, head: Head) -> None:
    """Write what the first pass learnt; a file whose text is the same as before is done with that."""
    query = "SELECT id, video, indexed FROM articles WHERE path = ?"
    row = connection.execute(query, (head.article.path,)).fetchone()
    if row is None:
        return
    number, video_before, indexed = row
    fingerprint = (head.entry.size, head.entry.mtime_ns)
    if indexed == head.digest:
        connection.execute(
            "UPDATE articles SET stage = 2, size = ?, mtime_ns = ? WHERE id = ?", (*fingerprint, number)
        )
        return
    _write_article(connection, number, head)
    _write_names(connection, number, head.article)
    _write_witness(connection, number, head, video_before)
    _write_videos(connection, number, head.videos)
    connection.execute("DELETE FROM cited WHERE article = ?", (number,))
    connection.executemany("INSERT INTO cited VALUES (?, ?)", [(video, number) for video in head.cited])


def _write_article(connection: sqlite3.Connection, number: int, head: Head) -> None:
    article = head.article
    video = article.video.id if article.video else ""
    known = connection.execute("SELECT title FROM videos WHERE video = ? LIMIT 1", (video,)).fetchone()
    connection.execute(
        "UPDATE articles SET title = ?, category = ?, channel = ?, video = ?, video_title = ?, aliases = ?, tags = ?,"
        " moments = ?, words = ?, size = ?, mtime_ns = ?, digest = ?, indexed = x'', stage = 1 WHERE id = ?",
        (
            *(article.title, article.category, article.channel, video, known[0] if known else ""),
            *("\n".join(article.aliases), "\n".join(article.tags), article.moments, article.words),
            *(head.entry.size, head.entry.mtime_ns, head.digest, number),
        ),
    )


def _write_names(connection: sqlite3.Connection, number: int, article: Article) -> None:
    """Write the keys of an article; links that were written with a key that came or went are to be looked at again."""
    found = connection.execute("SELECT key, kind FROM names WHERE article = ?", (number,))
    before = {(key, NameKind(kind)) for key, kind in found}
    now = set(names_of(article))
    connection.executemany(
        "DELETE FROM names WHERE key = ? AND kind = ? AND article = ?",
        [(*name, number) for name in before - now],
    )
    connection.executemany("INSERT INTO names VALUES (?, ?, ?)", [(*name, number) for name in now - before])
    keys = {key for key, _ in before} ^ {key for key, _ in now}
    _make_stale_by_key(connection, keys)


def _write_witness(connection: sqlite3.Connection, number: int, head: Head, video_before: str) -> None:
    """Write what an article tells about its video; if that is new, its siblings' times are to be read again."""
    video = head.article.video.id if head.article.video else ""
    before = _witness(connection, number)
    if before == head.witness and video == video_before:
        return
    connection.execute("INSERT OR REPLACE INTO witnesses VALUES (?, ?)", (number, head.witness))
    if before != _NO_WITNESS:
        _make_stale_by_video(connection, video_before, number)
    if head.witness != _NO_WITNESS:
        _make_stale_by_video(connection, video, number)


def _witness(connection: sqlite3.Connection, number: int) -> bytes:
    row = connection.execute("SELECT packed FROM witnesses WHERE article = ?", (number,)).fetchone()
    return bytes(row[0]) if row else _NO_WITNESS


def _write_videos(connection: sqlite3.Connection, number: int, videos: Iterable[Video]) -> None:
    """Write the videos of a channel page, and their titles wherever one of them is known by its id."""
    rows = [(number, position, video.id, video.title) for position, video in enumerate(videos)]
    before = connection.execute("SELECT video, title FROM videos WHERE article = ?", (number,)).fetchall()
    titles = {video: title for *_, video, title in rows}
    if dict(before) == titles and len(before) == len(rows):
        return
    connection.execute("DELETE FROM videos WHERE article = ?", (number,))
    connection.executemany("INSERT INTO videos VALUES (?, ?, ?, ?)", rows)
    changed = {video: titles.get(video, "") for video in {*titles, *dict(before)}}
    connection.executemany(
        "UPDATE articles SET video_title = ? WHERE video = ? AND video <> ''",
        [(title, video) for video, title in changed.items()],
    )


def _make_stale_by_key(connection: sqlite3.Connection, keys: Iterable[str]) -> None:
    connection.executemany(
        "UPDATE articles SET stage = 1, indexed = x''"
        " WHERE stage = 2 AND id IN (SELECT article FROM mentions WHERE key = ?)",
        [(mention_number(key),) for key in keys],
    )


def mention_number(key: str) -> int:
    """What stands in the catalogue for a key that a link is written with."""
    return zlib.crc32(key.encode("utf-8", "surrogatepass"))


def _make_stale_by_video(connection: sqlite3.Connection, video: str, but: int) -> None:
    connection.execute(
        "UPDATE articles SET stage = 1, indexed = x'' WHERE video = ? AND video <> '' AND stage = 2 AND id <> ?",
        (video, but),
    )
