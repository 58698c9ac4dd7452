"""Where a wikilink leads: eight rules, the first that answers."""

import posixpath
from collections.abc import Iterable

from dltui.library.file_name import category_of, stem_of
from dltui.library.names import Name, NameKind, Names, name_key
from dltui.library.scan import ENDINGS
from dltui.model.clean import clean_line, normalised
from dltui.model.inline import Wikilink
from dltui.model.target import FoundBy, LinkState, Target

_FOLDER_PAGES = ("/index.md", "/README.md")
_PAGE_KEYS = ("index", "readme")
_URL_SCHEMES = ("http://", "https://", "mailto:")


class Resolver:
    """Resolves wikilinks by the names of a library's articles.

    It never picks one of several equals, and never goes to another top folder by a label: what isn't certain is
    ambiguous or missing.

    Args:
        names: the catalogue.
    """

    def __init__(self, names: Names) -> None:
        self._names = names

    def resolve(self, wikilink: Wikilink, source_path: str) -> Target:
        """Where a link of an article leads.

        Args:
            wikilink: as written.
            source_path: the path of the article that holds it.
        """
        name = clean_line(wikilink.name)
        if not name:
            return Target(
                LinkState.ANCHOR, path=source_path, anchor=self._anchor(source_path, wikilink.anchor)
            )
        if name.lower().startswith(_URL_SCHEMES):
            return Target(LinkState.URL, url=name)
        found = (
            self._by_path(name, source_path)
            or self._by_name(name, source_path)
            or (None if wikilink.embed else self._by_label(wikilink.label, source_path))
            or Target(LinkState.MISSING)
        )
        if found.state is not LinkState.RESOLVED or not wikilink.anchor:
            return found
        return Target(found.state, found.found_by, found.path, self._anchor(found.path, wikilink.anchor))

    def _by_path(self, name: str, source_path: str) -> Target | None:
        """Rule 1: a path from the library's root, or from the article's folder."""
        if "/" not in name and not name.lower().endswith(ENDINGS):
            return None
        # `readme.md` alone is the one beside the article; a path counts from the root first, as Obsidian writes it.
        bases = ("", category_of(source_path))
        for base in bases if "/" in name else reversed(bases):
            path = posixpath.normpath(posixpath.join(base, name.lstrip("/")))
            for ending in ("", *ENDINGS, *_FOLDER_PAGES):
                if self._names.has(path + ending):
                    return Target(LinkState.RESOLVED, FoundBy.PATH, path + ending)
        return None

    def _by_name(self, name: str, source_path: str) -> Target | None:
        """Rules 2 to 6: stem, title or alias, in the same folder, then in the library."""
        stem = name.rstrip("/").rpartition("/")[2]
        if stem.lower().endswith(ENDINGS):
            stem = stem_of(stem)
        found = self._names.named(name_key(stem)) if stem else ()
        below = _below(found, name) or self._pages_of_folder(name)
        category = category_of(source_path)
        here = [one for one in found if category_of(one.path) == category]
        exact = [one for one in here if one.kind is NameKind.STEM and stem_of(one.path) == stem]
        stems = [one for one in here if one.kind is NameKind.STEM]
        return (
            (_elsewhere(below, stem, source_path, FoundBy.PATH) if below else None)
            or _only(exact, FoundBy.STEM)
            or _only(stems, FoundBy.NORMALISED)
            or _only(here, FoundBy.TITLE)
            or _elsewhere(found, stem, source_path, FoundBy.ELSEWHERE)
        )

    def _pages_of_folder(self, name: str) -> list[Name]:
        """The pages that stand for a folder, where a link names that as the address of a site does: `/posts/topic/`."""
        if "/" not in name or not name.strip("/"):
            return []
        pages = (one for key in _PAGE_KEYS for one in self._names.named(key) if one.kind is NameKind.STEM)
        return _below(pages, f"{name.rstrip('/')}/")

    def _by_label(self, label: str, source_path: str) -> Target | None:
        """Rule 7: what the link is called on the page, within the same top folder."""
        key = normalised(label)
        if not key:
            return None
        near = [one for one in self._names.named(key) if _top(one.path) == _top(source_path)]
        here = [one for one in near if category_of(one.path) == category_of(source_path)]
        found = _only(here, FoundBy.LABEL) or _only(near, FoundBy.LABEL)
        return found if found and found.state is LinkState.RESOLVED else None

    def _anchor(self, path: str, written: str) -> str:
        """The anchor of the heading that is meant; as written where none fits (`^block` stays as it is)."""
        wanted = written.rpartition("#")[2].strip()
        if not wanted or wanted.startswith("^"):
            return wanted
        key = name_key(wanted)
        for entry in self._names.headings(path):
            if entry.anchor == wanted or name_key(entry.text) == key:
                return entry.anchor
        return wanted


def _below(found: Iterable[Name], name: str) -> list[Name]:
    """The articles whose path ends as the name does, by whole folders: `sub/page` leads to `top/sub/page.md`."""
    folders = [part.casefold() for part in name.split("/")[:-1] if part.strip(".")]
    if not folders:
        return []
    return [one for one in found if category_of(one.path).casefold().split("/")[-len(folders) :] == folders]


def _elsewhere(found: Iterable[Name], stem: str, source_path: str, found_by: FoundBy) -> Target | None:
    """Rules 5 and 6: the only one, or the only one under the same top folder.

    A link names a file first: those called so exactly come before others called nearly so, titles and aliases.
    """
    everywhere = list(found)
    top = _top(source_path)
    near = [one for one in everywhere if top and _top(one.path) == top] or everywhere
    stems = [one for one in near if one.kind is NameKind.STEM]
    exact = [one for one in stems if stem_of(one.path) == stem]
    return _only(exact or stems or near, found_by)


def _top(path: str) -> str:
    """The top folder a path is in; empty at the top of the library."""
    return path.partition("/")[0] if "/" in path else ""


def _only(names: Iterable[Name], found_by: FoundBy) -> Target | None:
    """The one article that goes by these names; ambiguous if there are several, None if there is none."""
    paths = sorted({one.path for one in names})
    if not paths:
        return None
    if len(paths) == 1:
        return Target(LinkState.RESOLVED, found_by, paths[0])
    return Target(LinkState.AMBIGUOUS, candidates=tuple(paths))
