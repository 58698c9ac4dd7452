"""A library on disk: a folder of articles, an Obsidian vault, or a single file."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from dltui.errors import NotFoundError
from dltui.library.article.loaded import LoadedArticle
from dltui.library.codes import Code, diagnose
from dltui.library.file_name import file_path, path_text
from dltui.library.scan import FileEntry, Scan, is_inside, scan_at, scan_folder
from dltui.library.source import Source, load_source
from dltui.library.times.evidence import NOTHING_KNOWN, Evidence


@dataclass(frozen=True, slots=True)
class Library:
    """A library.

    Attributes:
        root: the folder, absolute, with links followed.
        only: the path of the one article of a library that is a single file; empty for a folder.
    """

    root: Path
    only: str = ""

    @classmethod
    def open(cls, place: Path) -> "Library":
        """Open a folder or a single file.

        Raises:
            NotFoundError: it isn't there, or can't be read.
        """
        try:
            resolved = place.expanduser().resolve(strict=True)
            if resolved.is_dir():
                next(resolved.iterdir(), None)  # a folder that can't be listed is no library
                return cls(resolved)
            with resolved.open("rb"):
                return cls(resolved.parent, path_text(resolved.name))
        except (OSError, RuntimeError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "it leads in a circle"
            raise NotFoundError(
                f"can't open the library {place}: {reason}", "Give a folder of Markdown files, or one file."
            ) from error

    @property
    def name(self) -> str:
        """What the library is called on screen."""
        return self.only or path_text(self.root.name) or "/"

    def scan(self) -> list[FileEntry]:
        """Its articles' files, sorted by path."""
        return self.scan_with_problems().entries

    def scan_at(self, paths: Collection[str]) -> list[FileEntry]:
        """The files at some paths or below them alone, sorted by path; the empty path stands for all."""
        if "" in paths or (self.only and self.only in paths):
            return self.scan()
        return [] if self.only else scan_at(self.root, paths).entries

    def scan_with_problems(self) -> Scan:
        """Its articles' files, and the folders and links that were left out."""
        if not self.only:
            return scan_folder(self.root)
        try:
            return Scan([self.entry(self.only)], ())
        except NotFoundError as error:
            return Scan([], (diagnose(Code.FILE_UNREADABLE, error.message, path=self.only),))

    def entry(self, path: str) -> FileEntry:
        """One article's file as it is now.

        Raises:
            NotFoundError: it's gone.
        """
        return _entry(path, self.locate(path))

    def locate(self, path: str) -> Path:
        """The place of an article on disk.

        Args:
            path: as in `Article.path`.

        Raises:
            NotFoundError: there is no such file, or the path leads out of the library.
        """
        parts = PurePosixPath(file_path(path))
        if not path or parts.is_absolute() or ".." in parts.parts or "\0" in path:
            raise NotFoundError(f"not a path within the library: {path!r}")
        place = self.root / parts
        if not is_inside(self.root, place):
            raise NotFoundError(f"no such article: {path}")
        return place

    def has(self, path: str) -> bool:
        """Whether there is such an article's file."""
        try:
            return self.locate(path).is_file()
        except (NotFoundError, OSError):
            return False

    def entry_and_source(self, path: str) -> tuple[FileEntry, Source]:
        """One article's file as it is now, and then its text.

        Raises:
            NotFoundError: the file is gone or can't be read.
        """
        place = self.locate(path)
        return _entry(path, place), load_source(place, path)

    def source(self, path: str) -> Source:
        """The text of an article's file.

        Raises:
            NotFoundError: the file is gone or can't be read.
        """
        return load_source(self.locate(path), path)

    def load(self, path: str, evidence: Evidence = NOTHING_KNOWN, video_title: str = "") -> LoadedArticle:
        """Read an article.

        Args:
            path: as in `Article.path`.
            evidence: of its video, from the catalogue.
            video_title: of its video, from the catalogue.

        Raises:
            NotFoundError: the file is gone or can't be read. Nothing is raised for what it holds.
        """
        return LoadedArticle.of(path, self.source(path), evidence, video_title)


def _entry(path: str, place: Path) -> FileEntry:
    try:
        stat = place.stat()
    except OSError as error:
        raise NotFoundError(f"the file is gone: {path}") from error
    return FileEntry(path, stat.st_size, stat.st_mtime_ns)
