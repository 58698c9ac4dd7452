"""The article and, while something is sought in it, the line below it."""

from textual import on
from textual.app import ComposeResult

from dltui.ui.article.find_bar import FindBar
from dltui.ui.article.reader import Reader
from dltui.ui.messages import FindWanted
from dltui.ui.parts.covered import Column
from dltui.ui.parts.painter import Painter


class ArticlePane(Column):
    """Reader and find line; what is typed in the one is lit in the other."""

    def __init__(self, painter: Painter) -> None:
        super().__init__(id="article")
        self._painter = painter

    def compose(self) -> ComposeResult:
        """The reader above, the line below it hidden."""
        yield Reader(self._painter, id="reader")
        yield FindBar("Find in this article", id="find")

    @property
    def reader(self) -> Reader:
        """The article."""
        return self.query_one(Reader)

    @on(FindWanted)
    def _begin(self) -> None:
        bar = self.query_one(FindBar)
        bar.value = ""
        bar.display = True
        self.reader.begin_find()
        self.screen.set_focus(bar, scroll_visible=False)

    @on(FindBar.Changed)
    def _find(self, message: FindBar.Changed) -> None:
        message.stop()
        self.reader.find(message.value)

    @on(FindBar.Stepped)
    def _step(self, message: FindBar.Stepped) -> None:
        self.reader.action_next_match(message.direction)

    @on(FindBar.Submitted)
    def _keep(self, message: FindBar.Submitted) -> None:
        message.stop()
        self._close()

    @on(FindBar.Left)
    def _give_up(self) -> None:
        self.reader.give_up_find()
        self._close()

    def _close(self) -> None:
        self.query_one(FindBar).display = False
        self.screen.set_focus(self.reader, scroll_visible=False)
