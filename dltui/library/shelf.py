"""A library together with what its catalogue knows: what the reader and the commands ask for articles."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from dltui.errors import NotFoundError
from dltui.library.article.loaded import LoadedArticle
from dltui.library.attachments import Attachments, may_be_attachment
from dltui.library.catalogue.catalogue import Catalogue
from dltui.library.catalogue.catalogue_rows import stub_of
from dltui.library.file_name import category_of
from dltui.library.library import Library
from dltui.library.linking.resolver import Resolver
from dltui.library.scan import FileEntry
from dltui.model.article import Article
from dltui.model.inline import Wikilink
from dltui.model.target import Backlink, FoundBy, LinkState, Target
from dltui.model.video import Video

#: Up to this many articles of a category are opened for their titles while the catalogue is still empty.
_MOST_PEEKS = 200
_HOME_NAMES = ("index", "home", "readme", "start", "start_here")


class Shelf:
    """Articles by path, from the catalogue where it knows them and from the files where it doesn't yet.

    Args:
        library: the files.
        catalogue: opened for reading; empty before the first indexing.

    Attributes:
        attachments: its files that are no articles.
    """

    def __init__(self, library: Library, catalogue: Catalogue) -> None:
        self.library = library
        self.catalogue = catalogue
        self.attachments = Attachments(None if library.only else library.root)
        self._resolver = Resolver(catalogue)

    @property
    def name(self) -> str:
        """What the library is called on screen."""
        return self.library.name

    @property
    def article_count(self) -> int:
        """How many articles there are."""
        return sum(count for _, count in self.tree()[0])

    def tree(self) -> tuple[Sequence[tuple[str, int]], Callable[[str], Sequence[Article]]]:
        """Every category with the number of articles directly in it, and what gives a category's articles."""
        known = [(category.path, category.articles) for category in self.catalogue.tree()]
        if known:
            return known, self.catalogue.articles
        return [(path, len(below)) for path, below in self._files.items()], self._articles_from_files

    def paths(self) -> list[str]:
        """The paths of all articles, sorted."""
        return [article.path for article in self.catalogue.titles()] or [
            entry.path for entry in self._entries
        ]

    def titles(self) -> Sequence[Article]:
        """All articles, sorted by path, of which nothing may be told but path, title and category."""
        return self.catalogue.titles() or [stub_of(entry.path) for entry in self._entries]

    def home(self) -> str:
        """The page that was written to begin with: an index or read-me at the top, or the folder's own page.

        A page that says nothing is none. A library of one article begins with that; else the path is empty.
        """
        by_stem = {article.path.rpartition(".")[0].lower(): article.path for article in self.tree()[1]("")}
        for name in (*_HOME_NAMES, self.library.root.name.lower()):
            if name in by_stem and self._says_something(by_stem[name]):
                return by_stem[name]
        paths = self.paths() if self.article_count == 1 else []
        return paths[0] if paths else ""

    def page_of(self, category: str) -> Article | None:
        """The article that speaks for a category: a channel's page, an index or a read-me; None without one."""
        for name in (category.rpartition("/")[2], *_HOME_NAMES):
            path = f"{category}/{name}.md"
            if (found := self.catalogue.article(path)) is not None:
                return found
            if self.library.has(path):
                return stub_of(path)
        return None

    def _says_something(self, path: str) -> bool:
        try:
            return bool(self.library.load(path).article.words)
        except NotFoundError:
            return False

    def load(self, path: str) -> LoadedArticle:
        """An article with its body, its times read with the catalogue's evidence.

        Raises:
            NotFoundError: the file is gone or can't be read.
        """
        known = self.catalogue.article(path)
        title = known.video.title if known and known.video else ""
        return self.library.load(path, self.catalogue.evidence(path), title)

    def find(self, name: str) -> tuple[Article, ...]:
        """The articles that a name may mean, see `Catalogue.find`."""
        return self.catalogue.find(name)

    def resolve(self, wikilink: Wikilink, path: str) -> Target:
        """Where a link of the article at a path leads.

        An article is found by its path also before the catalogue knows it, and a file that is no article by its name.
        """
        found = self._resolver.resolve(wikilink, path)
        named = wikilink.name.lstrip("/")
        if found.state is not LinkState.MISSING or "." not in named:
            return found
        if self.library.has(named):
            return Target(LinkState.RESOLVED, FoundBy.PATH, named, wikilink.anchor)
        file = self.attachments.path_of(named.rpartition("/")[2]) if may_be_attachment(named) else ""
        return Target(LinkState.RESOLVED, FoundBy.ELSEWHERE, file, wikilink.anchor) if file else found

    def backlinks(self, path: str) -> tuple[Backlink, ...]:
        """The sentences elsewhere that link to an article."""
        return self.catalogue.backlinks(path)

    def title(self, path: str) -> str:
        """The title of an article; its path where the catalogue doesn't know it."""
        article = self.catalogue.article(path)
        return article.title if article else path

    def video_of(self, path: str) -> Video | None:
        """The video that an article was made of; None where it has none, or the catalogue doesn't know it."""
        article = self.catalogue.article(path)
        return article.video if article else None

    def refresh(self) -> None:
        """Forget what was read from the files; the catalogue may know more now."""
        self.__dict__.pop("_entries", None)
        self.__dict__.pop("_files", None)
        self.attachments.forget()

    @cached_property
    def _entries(self) -> list[FileEntry]:
        return self.library.scan()

    @cached_property
    def _files(self) -> Mapping[str, Sequence[str]]:
        """The paths of the articles directly in each category, which come in order."""
        files: dict[str, list[str]] = {}
        for entry in self._entries:
            files.setdefault(category_of(entry.path), []).append(entry.path)
        return {category: files[category] for category in sorted(files)}

    def _articles_from_files(self, category: str) -> Sequence[Article]:
        paths = self._files.get(category, ())
        if len(paths) > _MOST_PEEKS:
            return [stub_of(path) for path in paths]
        return [self.library.load(path).article for path in paths]
