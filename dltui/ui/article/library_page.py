"""The page of the library itself, where nobody wrote one: what stands in it, and where to go on reading."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from dltui.library.file_name import readable_stem
from dltui.library.shelf import Shelf
from dltui.model.article import labelled
from dltui.state.keepsakes import Keepsakes
from dltui.ui.article.article_page import ArticlePage
from dltui.ui.article.made_page import LIBRARY, link_to, made_page, plain
from dltui.ui.keys.key_names import key_name
from dltui.ui.keys.keymap import KEYMAP, Key

_MOST_RECENT = 5
_MOST_STARS = 10
_MOST_CATEGORIES = 60
_MOST_LOOSE = 20
_FIRST_KEYS = ("app.search", "app.quick-open", "app.random", "program.help")


def library_page(shelf: Shelf, kept: Keepsakes, keymap: Sequence[Key] = KEYMAP) -> ArticlePage:
    """The page, made of the catalogue and of what the reader left behind; it tells the first keys of a table."""
    lines = [_totals(shelf), ""]
    lines += _section("Go on reading", _links(shelf, kept.recent()[:_MOST_RECENT]))
    lines += _section("Starred", _links(shelf, kept.stars()[:_MOST_STARS]))
    lines += _section("Categories", _categories(shelf))
    lines += _section("Articles", _loose(shelf))
    lines += ["> [!tip] Keys to begin with", *_keys(keymap)]
    return made_page(shelf, LIBRARY, shelf.name, lines)


def _totals(shelf: Shelf) -> str:
    articles = shelf.article_count
    if not articles:
        return "There is no article in this library yet."
    videos, moments = shelf.catalogue.totals()
    parts = [_counted(articles, "article"), _counted(len(_tops(shelf)), "category", "categories")]
    parts += [_counted(videos, "video"), _counted(moments, "moment")]
    return " · ".join(filter(None, parts))


def _counted(number: int, one: str, several: str = "") -> str:
    return f"{number:,} {one if number == 1 else several or one + 's'}" if number else ""


def _section(title: str, rows: Iterable[str]) -> list[str]:
    rows = list(rows)
    return [f"## {title}", "", *rows, ""] if rows else []


def _links(shelf: Shelf, paths: Iterable[str]) -> Iterator[str]:
    for path in paths:
        if (article := shelf.catalogue.article(path)) is not None:
            yield f"- {link_to(path, article.title)}" + _where(article.category)


def _where(category: str) -> str:
    return f" · {plain(_name(category))}" if category else ""


def _name(category: str) -> str:
    return readable_stem(category.rpartition("/")[2])


def _tops(shelf: Shelf) -> Counter[str]:
    """The folders at the top, each with the number of articles anywhere below it."""
    tops: Counter[str] = Counter()
    for category, articles in shelf.tree()[0]:
        if category:
            tops[category.partition("/")[0]] += articles
    return tops


def _categories(shelf: Shelf) -> Iterator[str]:
    tops = _tops(shelf)
    for top in sorted(tops, key=str.lower)[:_MOST_CATEGORIES]:
        page = shelf.page_of(top)
        title = link_to(page.path, page.title) if page else f"**{plain(_name(top))}**"
        yield f"- {title} · {tops[top]:,}"
    if len(tops) > _MOST_CATEGORIES:
        yield f"- and {len(tops) - _MOST_CATEGORIES:,} more, in the tree"


def _loose(shelf: Shelf) -> Iterator[str]:
    """The articles that stand in no category."""
    articles = shelf.tree()[1]("")
    for article, label in labelled(articles[:_MOST_LOOSE]):
        yield f"- {link_to(article.path, label)}"
    if len(articles) > _MOST_LOOSE:
        yield f"- and {len(articles) - _MOST_LOOSE:,} more, in the tree"


def _keys(keymap: Sequence[Key]) -> Iterator[str]:
    table = {key.id: key for key in keymap}
    for name in _FIRST_KEYS:
        yield f"> - `{key_name(table[name].keys.partition(',')[0])}` {table[name].does}"
