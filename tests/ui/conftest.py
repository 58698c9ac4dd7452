"""A small library, indexed, and the program on it without a terminal."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from dltui.errors import IndexUnavailableError
from dltui.handoff.outcome import Outcome, Rung
from dltui.library.catalogue.catalogue import Catalogue
from dltui.library.catalogue.catalogue_writer import CatalogueWriter
from dltui.library.indexing.indexing import index_articles
from dltui.library.library import Library
from dltui.library.shelf import Shelf
from dltui.library.themes import Themes
from dltui.model.location import Location
from dltui.search.disk.prepare import prepare
from dltui.search.disk.writer import IndexWriter
from dltui.search.index import SearchIndex
from dltui.state.store import StateStore
from dltui.ui.app import DltuiApp
from dltui.ui.screen.main_screen import MainScreen
from dltui.ui.services import Services

_TOP = Path(__file__).resolve().parents[2]
LECTURE, TALK = "s3MuSOl1Rog", "-abcdefghij"


def stamp(value: str, label: str | None = None) -> str:
    """A timestamp as the articles write it."""
    return f'<a class="yt-timestamp" data-t="{value}">[{value if label is None else label}]</a>'


def article(title: str, body: str, video: str = LECTURE) -> str:
    """An article as the articles are written."""
    return f"---\ntitle: {title}\nvideoId: {video}\n---\n\nFrom: [[lectures]] <br/>\n\n{body}"


FILES: Mapping[str, str] = {
    "index.md": "---\ntitle: Home\n---\n\nBegin with [[lectures/vision|vision]] or [the web](https://example.org/a).\n",
    "lectures/lectures.md": (
        f"---\ntitle: Lectures\n---\n\n### [A lecture on learning](https://www.youtube.com/watch?v={LECTURE})\n"
        "- [[vision]]\n- [[language]]\n"
    ),
    "lectures/vision.md": article(
        "Vision",
        f"Opening words.\n\n## Edges\n\nEdges come first {stamp('00:10:00')}. Corners follow {stamp('00:10:30')}.\n\n"
        f"## Later\n\nThe summary {stamp('00:41:00')}. It was announced early {stamp('00:02:05')}.\n\n"
        f"Edges once more {stamp('00:10:00')}. Shifted {stamp('09:10:57')}. Nowhere {stamp('N/A')}.\n",
    ),
    "lectures/language.md": article(
        "Language", f"## Words\n\nWords are vectors {stamp('00:10:04')}. Sentences too {stamp('00:30:00')}.\n"
    ),
    "lectures/sound.md": article("Sound", f"Sound is a picture {stamp('00:09:55')}.\n"),
    "lectures/talk.md": article("Talk", f"Another video {stamp('00:10:00')}.\n", TALK),
}


#: A library to search in: several passages of one article, words in titles, headings and texts, folders in folders.
GARDEN: Mapping[str, str] = {
    "index.md": "---\ntitle: Garden\n---\n\nA garden of [[roots]] and [[same|two pages]].\n",
    "trees/willow.md": article(
        "Willow",
        "Willows grow slowly.\n\n## Bark\n\nThe bark of a willow is rough "
        f"{stamp('00:01:00')}.\n\n## Acorns\n\nA willow bears acorns {stamp('00:02:00')}.\n\n"
        "## Wood\n\nThe wood of the willow is hard.\n\n## Age\n\nA willow lives for centuries.\n\n"
        "## Roots\n\nThe willow has deep roots.\n",
    ),
    "trees/birch.md": article("Birch", "A birch has white bark, and no acorns.\n", TALK),
    "trees/old/yew.md": "---\ntitle: Yew\n---\n\nThe yew is older than any willow.\n",
    "soil/roots.md": "---\ntitle: Roots\n---\n\n# Roots\n\nRoots hold the bark beetle's winter quarters.\n",
    "soil/same.md": "# Same\n\nOne of two.\n",
    "trees/same.md": "# Same\n\nThe other of two.\n",
}


class Sink:
    """An index that forgets everything."""

    fingerprints: Mapping[str, str] = {}

    def put(self, prepared: Any) -> None:
        """Take passages."""

    def delete(self, path: str) -> None:
        """Drop them."""

    def commit(self) -> None:
        """Keep nothing."""


@dataclass
class FakeOpener:
    """Remembers what was to be opened, and says how that ended."""

    rung: Rung = Rung.DESKTOP
    opened: list[str] = field(default_factory=list)

    def open(self, url: str, **_more: object) -> Outcome:
        self.opened.append(url)
        return Outcome(self.rung, "Opened by nobody.", done=self.rung is not Rung.CARD, url=url)


@dataclass
class World:
    """A library with all that the interface is given to work with."""

    root: Path
    cache: Path
    opener: FakeOpener = field(default_factory=FakeOpener)
    environment: dict[str, str] = field(default_factory=lambda: {"TERM": "xterm-256color"})

    def write(self, files: Mapping[str, str]) -> None:
        for path, content in files.items():
            place = self.root / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(content, "utf-8")

    def index(self, *, searchable: bool = False) -> None:
        """Bring the catalogue up to date, and the index with it only where a test searches."""
        folder = self.cache / "index"
        index: AbstractContextManager[Any] = IndexWriter(folder) if searchable else nullcontext(Sink())
        with CatalogueWriter(self.cache) as writer, index as sink:
            index_articles(self.library, writer, sink, prepare, processes=0)
            sink.commit()

    @property
    def library(self) -> Library:
        return Library.open(self.root)

    def services(self, start: str = "", **changes: Any) -> Services:
        def open_index() -> SearchIndex:
            if not (self.cache / "index").exists():
                raise IndexUnavailableError("There is no index.")
            return SearchIndex.open(self.cache / "index")

        services = Services(
            shelf=Shelf(self.library, Catalogue(self.cache)),
            start=Location(start) if start else None,
            themes=Themes([_TOP / "themes"], None),
            open_index=open_index,
            indexer=(),
            opener=lambda: self.opener,  # type: ignore[arg-type, return-value]
            environment=self.environment,
            state=StateStore(None),
        )
        return replace(services, **changes)

    def app(self, start: str = "", theme: str = "harbour-night", **changes: Any) -> DltuiApp:
        services = self.services(start, **changes)
        return DltuiApp(lambda: services, services.themes.get(theme))


@pytest.fixture
def world_of(tmp_path: Path) -> Callable[..., World]:
    """Makes a library of files and indexes it."""

    def make(files: Mapping[str, str], *, searchable: bool = False) -> World:
        world = World(tmp_path / "library", tmp_path / "cache")
        world.cache.mkdir(mode=0o700)
        world.write(files)
        world.index(searchable=searchable)
        return world

    return make


@pytest.fixture(scope="session")
def garden(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A library with an index, for tests that change nothing in it."""
    top = tmp_path_factory.mktemp("garden")
    world = World(top / "library", top / "cache")
    world.cache.mkdir(mode=0o700)
    world.write(GARDEN)
    world.index(searchable=True)
    return world


@pytest.fixture
def world(world_of: Callable[..., World]) -> World:
    """The small library of this folder's tests."""
    return world_of(FILES)


def screen_of(app: DltuiApp) -> MainScreen:
    """The panes."""
    assert isinstance(app.screen, MainScreen)
    return app.screen


def rows_shown(app: DltuiApp) -> Sequence[str]:
    """The rows of the screen as text."""
    return [strip.text for strip in app.screen._compositor.render_strips()]


async def until(pilot: Pilot[None], is_so: Callable[[], object], seconds: float = 20.0) -> None:
    """Wait for what happens in a thread or after a rest."""
    for _ in range(round(seconds / 0.01)):
        if is_so():
            await pilot.pause()
            return
        await pilot.pause(0.01)
    raise AssertionError(f"it never came to that:\n{chr(10).join(rows_shown(pilot.app))}")  # type: ignore[arg-type]
