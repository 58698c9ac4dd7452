"""Moments leave for other programs, as files."""

from functools import partial

from dltui.model.clean import clean_line
from dltui.ui.moments.exporting import Export, carry_out, exports
from dltui.ui.screen.panes_screen import PanesScreen


class ExportingScreen(PanesScreen):
    """A screen whose moments can be exported."""

    def action_export(self) -> None:
        """Choose what to export, and as what."""
        from dltui.ui.parts.pick_screen import Picks, PickScreen

        found = exports(self.services.shelf, self.reader.page, self.kept.stars())
        if not found:
            self.tell("There is nothing to export: this article names no moment, and none has a star.")
            return
        picks = Picks.of(found, lambda export: export.title, lambda export: export.export_format.value)
        self.app.push_screen(PickScreen(self.painter, "Export", lambda: picks), self._export)

    def _export(self, export: Export | None) -> None:
        if export is not None:
            self.run_worker(partial(self._carry_out, export), thread=True, group="export")

    def _carry_out(self, export: Export) -> None:
        """Runs in a thread: many stars are many articles."""
        sentence = carry_out(export, self.services.exports, self.services.shelf.library.root)
        self.app.call_from_thread(self.tell, clean_line(sentence))
