"""Which article is meant: a path, a stem, a title, a unique part of one, or a video with one article."""

from collections.abc import Sequence
from pathlib import Path

from dltui.errors import NotFoundError
from dltui.handoff.moment_url import MomentUrl, parse_moment_url
from dltui.library.catalogue.catalogue_rows import stub_of
from dltui.library.file_name import path_text, stem_of
from dltui.library.names import name_key
from dltui.library.shelf import Shelf
from dltui.model.article import Article
from dltui.model.clean import clean_line, fold
from dltui.model.video import is_video_id

_MOST_LISTED = 12
_MOST_SUGGESTED = 3


def article_named(shelf: Shelf, name: str) -> Article:
    """The one article that a name means.

    Raises:
        NotFoundError: none is meant, or several are; the hint lists them.
    """
    found = _found(shelf, name)
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFoundError(f"no article is called {name}", _suggested(shelf, name))
    listed = "\n".join(_listed(article) for article in found[:_MOST_LISTED])
    more = f"\n  … and {len(found) - _MOST_LISTED:,} more" if len(found) > _MOST_LISTED else ""
    raise NotFoundError(f"{len(found):,} articles are called {name}", f"{listed}{more}")


def video_named(shelf: Shelf, name: str) -> str | None:
    """The id of the video that a name means: a YouTube URL, or the id of a video of the library; else None.

    Raises:
        NotFoundError: it is a YouTube URL that names no video.
    """
    parsed = parse_moment_url(name)
    if isinstance(parsed, MomentUrl):
        return parsed.video
    if parsed is not None:
        raise NotFoundError(parsed.message)
    return name if is_video_id(name) and shelf.catalogue.citing(name) else None


def _found(shelf: Shelf, name: str) -> Sequence[Article]:
    if article := _at_path(shelf, name):
        return (article,)
    name = path_text(name)  # whatever bytes a shell hands over
    found = shelf.find(name) or _by_file_name(shelf, name)
    exact = [article for article in found if name in (article.stem, article.path)]
    titled = [article for article in found if article.title == name]
    for better in (exact, titled):
        if len(better) == 1:
            return better
    if found:
        return found
    video = video_named(shelf, name)
    return shelf.catalogue.articles_of(video) if video else _by_part_of_path(shelf, name)


def _at_path(shelf: Shelf, name: str) -> Article | None:
    """The article of a file that the person can see from here."""
    try:
        place = Path(name).expanduser().resolve(strict=True)
        path = path_text(place.relative_to(shelf.library.root).as_posix())
    except (OSError, RuntimeError, ValueError):
        return None
    return _article(shelf, path) if path in set(shelf.paths()) else None


def _by_file_name(shelf: Shelf, name: str) -> Sequence[Article]:
    """By path or stem, for a library that hasn't been indexed yet."""
    if shelf.catalogue.tree():
        return ()
    key = name_key(name)
    return [stub_of(path) for path in shelf.paths() if path == name or name_key(stem_of(path)) == key]


def _by_part_of_path(shelf: Shelf, name: str) -> Sequence[Article]:
    part = fold(name.strip())
    paths = [path for path in shelf.paths() if part in fold(path)] if part else []
    return [_article(shelf, path) for path in paths]


def _article(shelf: Shelf, path: str) -> Article:
    return shelf.catalogue.article(path) or stub_of(path)


def _suggested(shelf: Shelf, name: str) -> str:
    if _is_file(name):
        return (
            f"That file is in another folder than the library {shelf.library.name}: "
            "`--library` names a folder or a file, `dltui FILE` opens one."
        )
    near = shelf.catalogue.closest(name, limit=_MOST_SUGGESTED)
    if not near:
        return "Give a path, a stem, a title or a part of one; `dltui search` finds by content."
    return "\n".join(["The closest are:", *(_listed(one.article) for one in near)])


def _is_file(name: str) -> bool:
    try:
        return Path(name).expanduser().is_file()
    except (OSError, RuntimeError, ValueError):
        return False


def _listed(article: Article) -> str:
    return f"  {clean_line(article.path)}  {article.title}"
