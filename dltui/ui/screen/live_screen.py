"""The files behind the articles: they are indexed, edited, and read again when they have changed."""

import asyncio
import os
from collections.abc import Collection
from contextlib import aclosing
from pathlib import Path

from textual import on, work
from textual.app import SuspendNotSupported

from dltui.errors import NotFoundError
from dltui.handoff.launcher import run_in_terminal
from dltui.library.scan import FileEntry
from dltui.ui.article.made_page import is_made
from dltui.ui.messages import EditWanted
from dltui.ui.results.search_panel import SearchPanel
from dltui.ui.screen.editor_command import editor_command
from dltui.ui.screen.indexing import IndexProgress, SavedPaths, follow_indexer
from dltui.ui.screen.panes_screen import PanesScreen
from dltui.ui.screen.watching import library_changes

_INDEXER_DELAY_SECONDS = 0.25
_CHECK_SECONDS = 1.0
_BUSY_SECONDS = 2.0
_MOST_DAMAGES = 2
#: Places that the indexer is told of one by one.
_MOST_FIRST = 100


class LiveScreen(PanesScreen):
    """A screen that shows what the library holds now."""

    #: How far the indexer is; empty while there is nothing to tell.
    index_status = ""
    _indexing = _tidying = _asked_again = _is_asked = _is_catalogue_mended = False
    #: How often the index was found damaged.
    _damages = 0
    _seen: tuple[str, FileEntry | None] = ("", None)

    def on_mount(self) -> None:
        """Bring the index up to date, and keep an eye on the article."""
        self._one_indexer = asyncio.Lock()
        self._changed: set[str] = set()
        self._saved = SavedPaths()
        if self.services.indexer:
            self.set_timer(_INDEXER_DELAY_SECONDS, self._start_indexing)
        self.set_interval(_CHECK_SECONDS, self._check_article)
        self.set_interval(_CHECK_SECONDS, self._check_catalogue)

    def _start_indexing(self) -> None:
        self.rescan()
        self.run_worker(self._watch(), group="watch")

    async def _watch(self) -> None:
        """Bring the index up to date whenever a file is saved."""
        async for paths in library_changes(self.services.shelf.library):
            self.rescan(paths)

    def visited(self, path: str) -> None:
        """See PanesScreen."""
        super().visited(path)
        self._seen = (path, self._entry(path))

    def action_rescan(self) -> None:
        """Read what has changed on disk, and say what that was."""
        if not self.services.indexer:
            self.tell("There is no folder for an index, so nothing is kept of the files.")
            return
        self._is_asked = True
        self.rescan()

    def rescan(self, paths: Collection[str] = ("",)) -> None:
        """Start the indexer. One that runs is told, and started again when it has ended; if it tidies, it's broken off.

        Args:
            paths: what is known to have changed, see `Watch.changed`: it is seen to before anything else.
        """
        told = set(paths)
        self._changed |= told
        if self._indexing and not self._tidying:
            self._asked_again = True
            if len(told) <= _MOST_FIRST:
                self._saved.tell(told - {""})  # it may be past them, so all the same it is asked again
        else:
            # Whoever asks before the worker has begun must see that one is coming.
            self._indexing, self._asked_again, self._tidying = True, False, False
            self._index()

    def library_changed(self) -> None:
        """The library holds other articles than before, or the same ones say something else."""
        self.services.shelf.refresh()
        self.tree_pane.library_changed()
        self.call_later(self.journey.reload)  # in a step of its own: each asks the catalogue for much

    def show_status(self) -> None:
        """Show how things stand."""

    @on(SearchPanel.Refused)
    def _mend(self, message: SearchPanel.Refused) -> None:
        """A damaged index is mended; if that didn't help, it is made anew, and then left alone."""
        if message.is_damage and self.services.indexer and self._damages < _MOST_DAMAGES:
            self._damages += 1
            self.rescan()

    def _check_catalogue(self) -> None:
        """A catalogue that turned out to be damaged is empty now: fill it again, and say so once."""
        problem = self.services.shelf.catalogue.problem
        if problem and self.services.indexer and not self._is_catalogue_mended:
            self._is_catalogue_mended = True
            self.tell(f"{problem} It is made anew.")
            self.rescan()

    @work(group="index", exclusive=True)
    async def _index(self) -> None:
        async with self._one_indexer:
            await self._follow()

    async def _follow(self) -> None:
        command = [*self.services.indexer, *self._first()]
        if self._damages == _MOST_DAMAGES:
            self._damages += 1
            command.append("--rebuild")
        async with aclosing(follow_indexer(command, self._saved)) as told:
            async for progress in told:
                if not self.is_whole:
                    return
                self._show_progress(progress)
                self._tidying = progress.state == "done"
                if self._tidying and self._asked_again:
                    break  # what has changed since doesn't wait until everything is looked at
        self._indexing = False
        if self._asked_again:
            self.rescan(())

    def _first(self) -> list[str]:
        """What tells the indexer where to look first: nothing where that could be anywhere, or in many places."""
        changed, self._changed = self._changed, set()
        if "" in changed or len(changed) > _MOST_FIRST:
            return []
        return [f"--first={path}" for path in sorted(changed)]

    def _show_progress(self, progress: IndexProgress) -> None:
        self.index_status = progress.sentence
        self.show_status()
        if progress.state == "mending":
            self.tell(progress.message)
        is_done = progress.state == "done"
        if is_done and progress.total:
            self.library_changed()
        if progress.state == "busy":  # it may have listed the files before the last one was saved
            self.set_timer(_BUSY_SECONDS, self.rescan)
        if progress.done or is_done or progress.state == "busy":
            self.panel.index_grew()
        if self._is_asked and progress.state in {"done", "busy", "failed"}:
            self._is_asked = False
            self.tell(progress.message or _sentence(progress.total))

    # The article that is open

    def _check_article(self) -> None:
        """Read the article again if its file isn't what it was."""
        path = self.journey.path
        if not path or is_made(path) or self.journey.is_previewing:
            return
        before, now = self._seen, (path, self._entry(path))
        self._seen = now
        if before[0] != path or before == now:
            return
        if now[1] is None:
            self.tell("The file of this article is gone; this is what it said.")
            return
        self.journey.reload()
        self.tell("The article has changed on disk and was read again.")

    def _entry(self, path: str) -> FileEntry | None:
        try:
            return self.services.shelf.library.entry(path)
        except NotFoundError:
            return None

    @on(EditWanted)
    def _edit(self, message: EditWanted) -> None:
        path = self.journey.path
        try:
            file = self.services.shelf.library.locate(path)
        except NotFoundError:
            self.tell("This page has no file to edit.")
            return
        if not os.access(file, os.W_OK):
            self.tell("This file is read-only for you: copy the library to a folder of yours to edit it.")
            return
        self._run_editor(file, message.line)

    def _run_editor(self, file: Path, line: int) -> None:
        environment = self.services.environment
        command = editor_command(environment, file, line)
        if not command:
            self.tell("Set VISUAL or EDITOR to your editor first.")
            return
        try:
            with self.app.suspend():
                has_run = run_in_terminal(command, environment)
        except SuspendNotSupported:
            self.tell("This terminal can't be lent to an editor.")
            return
        if has_run:
            self._check_article()
        else:
            self.tell(f"The editor can't be started: {command[0]}")


def _sentence(articles: int) -> str:
    if not articles:
        return "Nothing has changed."
    return "1 article has changed." if articles == 1 else f"{articles:,} articles have changed."
