"""Where `--article` and `--at` lead: an article, and the place of the moment nearest to a time."""

from dltui.cli.naming import article_named
from dltui.cli.opening import OpenLibrary
from dltui.cli.time_argument import seconds_of
from dltui.errors import UsageError
from dltui.library.article.loaded import LoadedArticle
from dltui.model.location import Location


def asked_location(opened: OpenLibrary, name: str | None, time: str | None) -> Location:
    """Where to open a library. What can't be done as asked becomes one of its notices.

    Args:
        opened: the library.
        name: of the article; None for that of a library that is one file.
        time: a clock or seconds; None for the beginning.

    Raises:
        NotFoundError: no article is called so, or several are.
        UsageError: the time is none, or there is no article for it.
    """
    path = article_named(opened.shelf, name).path if name else opened.library.only
    if not path:
        raise UsageError("--at needs --article: a time alone names no place.")
    if time is None:
        return Location(path)
    line = nearest_line(opened.shelf.load(path), seconds_of(time))
    if not line:
        opened.notices.append("The article names no time, so it is opened at its beginning.")
    return Location(path, line=line)


def nearest_line(loaded: LoadedArticle, seconds: int) -> int:
    """The 1-based line of the moment nearest to a time; 0 where the article names no time at all."""
    timed = [
        (abs(timestamp.seconds - seconds), timestamp.stamp.line)
        for timestamp in loaded.timestamps
        if timestamp.seconds is not None
    ]
    return min(timed, default=(0, 0))[1]
