"""Which files of a folder are articles, with what tells whether one has changed."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dltui.library.codes import Code, diagnose
from dltui.library.file_name import file_path, path_text
from dltui.model.diagnostic import Diagnostic

ENDINGS = (".md", ".markdown", ".txt")
_MOST_FILES = 1_000_000


@dataclass(frozen=True, slots=True, order=True)
class FileEntry:
    """One article's file.

    Attributes:
        path: relative to the library's root, with `/`.
        size: bytes.
        mtime_ns: time of the last change, nanoseconds since 1970.
    """

    path: str
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Scan:
    """What a walk through a library found: entries sorted by path, and what couldn't be listed."""

    entries: list[FileEntry]
    problems: tuple[Diagnostic, ...]


def is_article_name(name: str) -> bool:
    """Whether a file of that name is an article: visible, and with one of the known endings."""
    return not name.startswith(".") and name.lower().endswith(ENDINGS)


def scan_folder(root: Path) -> Scan:
    """Every article below a folder; hidden folders are left out and links are not followed.

    A link to a folder is skipped: inside the library its content is listed anyway, and outside it isn't
    the library's. Never raises for a folder that can't be read: that's a problem of the scan.
    """
    return _scan([("", os.fspath(root))], root)


def scan_at(root: Path, paths: Iterable[str]) -> Scan:
    """The articles at some places alone, as `scan_folder` would find them.

    Args:
        root: of the library.
        paths: relative to it; of files, of folders for what is below them, or of what isn't there.
    """
    entries: set[FileEntry] = set()
    for path in paths:
        parts = file_path(path).split("/")
        if not any(part.startswith(".") or not part for part in parts):
            place = os.path.join(root, *parts[:-1])  # noqa: PTH118 -- as bytes in, so out
            entries.update(_scan([("/".join([*parts[:-1], ""]), place)], root, only=parts[-1]).entries)
    return Scan(sorted(entries, key=_by_path), ())


def _scan(waiting: list[tuple[str, str]], root: Path, only: str = "") -> Scan:
    """Walk through folders, given as (prefix, folder); `only` names what of the first one is looked at."""
    entries: list[FileEntry] = []
    problems: list[Diagnostic] = []
    while waiting and len(entries) < _MOST_FILES:
        prefix, folder = waiting.pop()
        try:
            with os.scandir(folder) as found:
                items = (item for item in found if item.name == only) if only else found
                waiting += _scan_one(items, prefix, root, entries, problems)
        except OSError as error:
            problems.append(_unreadable(prefix.rstrip("/"), error))
        only = ""
    entries.sort(key=_by_path)
    return Scan(entries, tuple(problems))


def _by_path(entry: FileEntry) -> str:
    return entry.path


def _scan_one(
    found: "Iterable[os.DirEntry[str]]",
    prefix: str,
    root: Path,
    entries: list[FileEntry],
    problems: list[Diagnostic],
) -> list[tuple[str, str]]:
    """List one folder; returns the folders below it as (prefix, folder)."""
    below = []
    for item in found:
        name = item.name
        if name.startswith("."):
            continue
        if item.is_symlink():
            _scan_link(item, prefix, root, entries, problems)
        elif item.is_dir(follow_symlinks=False):
            below.append((f"{prefix}{name}/", item.path))
        elif is_article_name(name):
            _add(item, prefix, entries, problems)
    return below


def _add(item: "os.DirEntry[str]", prefix: str, entries: list[FileEntry], problems: list[Diagnostic]) -> None:
    try:
        if item.is_file():
            stat = item.stat()
            entries.append(FileEntry(path_text(prefix + item.name), stat.st_size, stat.st_mtime_ns))
    except OSError as error:  # gone since it was listed, or a link in a circle
        problems.append(_unreadable(prefix + item.name, error))


def _scan_link(
    item: "os.DirEntry[str]",
    prefix: str,
    root: Path,
    entries: list[FileEntry],
    problems: list[Diagnostic],
) -> None:
    """A link to an article within the library is one more name of it; every other link is left alone."""
    inside = is_inside(root, Path(item.path))
    if not inside:
        problems.append(diagnose(Code.OUTSIDE_LIBRARY, path=path_text(prefix + item.name)))
    elif is_article_name(item.name):
        _add(item, prefix, entries, problems)


def is_inside(root: Path, place: Path) -> bool:
    """Whether what a place leads to, links followed, lies below the root (itself a resolved path)."""
    try:
        return place.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):  # a link in a circle is a RuntimeError up to Python 3.12
        return False


def _unreadable(path: str, error: OSError) -> Diagnostic:
    return diagnose(Code.FILE_UNREADABLE, error.strerror or "", path=path_text(path))
