"""Going places: what follows when a link, a hit, a row of the tree or a tag is chosen."""

from textual import on
from textual.screen import Screen
from textual.timer import Timer

from dltui.model.location import Location
from dltui.model.target import LinkState
from dltui.ui.category_tree import CategoryTree
from dltui.ui.hit_list import HitList
from dltui.ui.journey import Journey
from dltui.ui.key_bar import KeyBar
from dltui.ui.messages import (
    FlipWanted,
    LinkFollowed,
    NothingFound,
    PeekWanted,
    TagFollowed,
    WikilinkFollowed,
)
from dltui.ui.navigator import Navigator
from dltui.ui.painter import Painter
from dltui.ui.reader import Reader
from dltui.ui.search_panel import SearchPanel
from dltui.ui.services import Services

_NOTICE_SECONDS = 4.0


class TravelScreen(Screen[None]):
    """A screen with a reader, a tree, a search panel and a key bar, and the ways between them."""

    def __init__(self, services: Services, painter: Painter) -> None:
        super().__init__()
        self.services = services
        self.painter = painter
        self._journey: Journey | None = None
        self._notice_timer: Timer | None = None

    @property
    def reader(self) -> Reader:
        """The article."""
        return self.query_one(Reader)

    @property
    def panel(self) -> SearchPanel:
        """The search bar and its results."""
        return self.query_one(SearchPanel)

    @property
    def journey(self) -> Journey:
        """Where the reader goes."""
        if self._journey is None:
            navigator = Navigator(self.services.shelf)
            self._journey = Journey(navigator, self.reader, self.query_one(CategoryTree), self.tell)
        return self._journey

    def open(self, location: Location) -> None:
        """Go somewhere and read there."""
        if self.journey.open(location):
            self.set_focus(self.reader, scroll_visible=False)

    def action_back(self) -> None:
        """Where the reader was before."""
        self.journey.back()

    def action_forward(self) -> None:
        """Where the reader was before going back."""
        self.journey.forward()

    def action_home(self) -> None:
        """The library's first page."""
        home = self.journey.navigator.home()
        if home is not None:
            self.open(home)

    @on(CategoryTree.ArticleChosen)
    def _open_chosen(self, message: CategoryTree.ArticleChosen) -> None:
        if self.journey.open(Location(message.path)) and not message.stay:
            self.set_focus(self.reader, scroll_visible=False)

    @on(HitList.HitChosen)
    def _open_hit(self, message: HitList.HitChosen) -> None:
        if self.journey.open_hit(message.hit) and not message.stay:
            self.panel.fold()
            self.set_focus(self.reader, scroll_visible=False)

    @on(SearchPanel.Previewed)
    def _preview(self, message: SearchPanel.Previewed) -> None:
        self.journey.preview(message.hit)

    @on(SearchPanel.Left)
    def _leave_search(self) -> None:
        self.journey.end_preview()
        self.set_focus(self.reader, scroll_visible=False)

    @on(WikilinkFollowed)
    def _follow_wikilink(self, message: WikilinkFollowed) -> None:
        target = message.target
        if target.state is LinkState.URL:
            self.post_message(LinkFollowed(target.url, message.wikilink.text))
        elif target.state is LinkState.AMBIGUOUS:
            from dltui.ui.choice_screen import ChoiceScreen

            options = self.journey.navigator.options(target.candidates)
            title = f"Several articles are called “{message.wikilink.text}”"
            self.app.push_screen(ChoiceScreen(self.painter, title, options), self._open_option)
        else:
            self.open(self.journey.navigator.of_target(message.wikilink, target, self.journey.path))

    @on(LinkFollowed)
    def _follow_link(self, message: LinkFollowed) -> None:
        location = self.journey.navigator.of_url(message.url, self.journey.path)
        if location is not None:
            message.stop()
            self.open(location)

    @on(PeekWanted)
    def _peek(self, message: PeekWanted) -> None:
        from dltui.ui.peek_screen import PeekScreen

        location = self.journey.navigator.of_spot(message.spot, self.journey.path)
        if location is None:
            self.tell("There is nothing to look at behind this one.")
            return
        page, sentence = self.journey.navigator.page(location.path)
        if page is None:
            self.tell(sentence)
        else:
            self.app.push_screen(PeekScreen(self.painter, page, location), self._open_option)

    @on(TagFollowed)
    def _follow_tag(self, message: TagFollowed) -> None:
        self.panel.bar.value = f"tag:{message.name} "
        self.set_focus(self.panel.bar, scroll_visible=False)

    @on(FlipWanted)
    def _flip(self) -> None:
        page = self.reader.page
        if page is not None:
            self.journey.replace_page(page.flipped())
            self.tell("The doubtful times are read the other way now; x flips them back.")

    def _open_option(self, location: Location | None) -> None:
        if location is not None:
            self.open(location)

    @on(NothingFound)
    def _say(self, message: NothingFound) -> None:
        self.tell(message.sentence)

    @on(SearchPanel.Refused)
    def _refuse(self, message: SearchPanel.Refused) -> None:
        self.tell(message.sentence)

    def tell(self, sentence: str) -> None:
        """Say one sentence in the last line for a while."""
        bar = self.query_one(KeyBar)
        bar.notice = sentence
        if self._notice_timer is not None:
            self._notice_timer.stop()
        self._notice_timer = self.set_timer(_NOTICE_SECONDS, lambda: setattr(bar, "notice", ""))
