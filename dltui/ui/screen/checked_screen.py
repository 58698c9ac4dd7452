"""What is imperfect about the library is listed, and each row leads to its article and line."""

from typing import TYPE_CHECKING

from dltui.model.diagnostic import Diagnostic
from dltui.model.location import Location
from dltui.ui.screen.live_screen import LiveScreen

if TYPE_CHECKING:
    from dltui.ui.problems.problem_search import ProblemSearch


class CheckedScreen(LiveScreen):
    """A screen that can tell the problems of the library."""

    _problems: "ProblemSearch | None" = None

    def action_problems(self) -> None:
        """Look for what is imperfect, or look at it again."""
        from dltui.ui.problems.problem_screen import ProblemScreen
        from dltui.ui.problems.problem_search import ProblemSearch

        if self._problems is None:
            self._problems = ProblemSearch(self.services.shelf, self.services.themes.problems)
        self.app.push_screen(ProblemScreen(self.painter, self._problems), self._open_problem)

    def library_changed(self) -> None:
        """See LiveScreen: what was imperfect may be perfect now."""
        self._problems = None
        super().library_changed()

    def _open_problem(self, problem: Diagnostic | None) -> None:
        if problem is None:
            return
        if self.services.shelf.library.has(problem.path):
            self.open(Location(problem.path, line=problem.line))
        else:
            self.tell(f"There is no article to open there: {problem.path}")
