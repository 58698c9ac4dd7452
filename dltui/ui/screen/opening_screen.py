"""Opening an article by its title, or any article at all; asking again what was asked before."""

import asyncio
import secrets

from textual import on

from dltui.model.article import Article
from dltui.model.asked import Asked
from dltui.model.clean import clean_line
from dltui.model.location import Location
from dltui.ui.parts.pick_screen import Picks, PickScreen
from dltui.ui.results.search_bar import SearchBar
from dltui.ui.screen.panes_screen import PanesScreen


class OpeningScreen(PanesScreen):
    """A screen from which one gets to an article without walking the tree."""

    def action_quick_open(self) -> None:
        """Open an article by some letters of its title."""

        def open_(article: Article | None) -> None:
            if article is not None:
                self.open(Location(article.path))

        self.app.push_screen(PickScreen(self.painter, "Open an article", self._load_titles), open_)

    def action_random(self) -> None:
        """Open any article but the one that is open."""
        self.run_worker(self._open_any(), group="random", exclusive=True)

    async def _open_any(self) -> None:
        paths = await asyncio.to_thread(self.services.shelf.paths)
        others = [path for path in paths if path != self.journey.path]
        if others:
            self.open(Location(secrets.choice(others)))
        else:
            self.tell("There is no other article.")

    @on(SearchBar.HistoryWanted)
    def _show_history(self) -> None:
        searches = self.kept.searches()
        if not searches:
            self.tell("Nothing was searched for yet.")
            return

        def search(asked: Asked | None) -> None:
            if asked is not None:
                self.panel.search(asked)

        picks = Picks.of(searches, lambda asked: clean_line(asked.text), _where)
        self.app.push_screen(PickScreen(self.painter, "Earlier searches", lambda: picks), search)

    def _load_titles(self) -> Picks[Article]:
        """Runs in a thread. What was read lately comes first, what is open last among it."""
        articles = self.services.shelf.titles()
        recent = [path for path in self.kept.recent() if path != self.journey.path]
        wanted = dict.fromkeys((*recent, self.journey.path))
        places = {article.path: at for at, article in enumerate(articles) if article.path in wanted}
        return Picks.of(articles, _title, _category, [places[path] for path in wanted if path in places])


def _title(article: Article) -> str:
    return article.title


def _category(article: Article) -> str:
    return clean_line(article.category.replace("_", " "))


def _where(asked: Asked) -> str:
    return f"in {clean_line(asked.category)}" if asked.category else ""
