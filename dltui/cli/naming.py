"""Which article is meant: a path, a stem, a title, or a unique part of one."""

from dltui.errors import NotFoundError
from dltui.library.shelf import Shelf
from dltui.model.article import Article

_MOST_LISTED = 12


def article_named(shelf: Shelf, name: str) -> Article:
    """The one article that a name means.

    Raises:
        NotFoundError: none is meant, or several are; the hint lists them.
    """
    found = shelf.find(name)
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFoundError(f"no article is called {name}", "Give a path, a stem, a title or a part of one.")
    listed = "\n".join(f"  {article.path}  {article.title}" for article in found[:_MOST_LISTED])
    more = f"\n  … and {len(found) - _MOST_LISTED:,} more" if len(found) > _MOST_LISTED else ""
    raise NotFoundError(f"{len(found):,} articles are called {name}", f"{listed}{more}")
