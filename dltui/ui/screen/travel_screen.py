"""Going places: what follows when a link, a hit, a row of the tree or a tag is chosen."""

from textual import on

from dltui.library.article.links_within import wikilink_of
from dltui.library.attachments import may_be_attachment
from dltui.model.block import Footnote
from dltui.model.inline import FootnoteReference
from dltui.model.location import Location
from dltui.model.target import LinkState
from dltui.ui.article.made_page import LIBRARY
from dltui.ui.messages import (
    FlipWanted,
    LinkFollowed,
    NothingFound,
    PeekWanted,
    TagFollowed,
    WikilinkFollowed,
)
from dltui.ui.results.hit_list import HitList
from dltui.ui.screen.panes_screen import PanesScreen
from dltui.ui.tree.category_tree import CategoryTree


class TravelScreen(PanesScreen):
    """A screen with the ways between its panes."""

    def action_back(self) -> None:
        """Where the reader was before."""
        self.journey.back()

    def action_forward(self) -> None:
        """Where the reader was before going back."""
        self.journey.forward()

    def action_home(self) -> None:
        """The library's first page; from there, the page made of what stands in the library."""
        home = self.journey.navigator.home()
        self.open(Location(LIBRARY) if self.journey.path == home.path else home)

    @on(CategoryTree.ArticleChosen)
    def _open_chosen(self, message: CategoryTree.ArticleChosen) -> None:
        if self.journey.open(Location(message.path)) and not message.stay:
            self.set_focus(self.reader, scroll_visible=False)

    @on(HitList.HitChosen)
    def _open_hit(self, message: HitList.HitChosen) -> None:
        if self.journey.open_hit(message.hit) and not message.stay:
            self.panel.fold()
            self.set_focus(self.reader, scroll_visible=False)

    @on(WikilinkFollowed)
    def _follow_wikilink(self, message: WikilinkFollowed) -> None:
        target = message.target
        if target.state is LinkState.MISSING:
            # The catalogue may have learnt of it since the page was laid out, and a file may have come.
            if may_be_attachment(message.wikilink.name):
                self.services.shelf.attachments.forget()
            target = self.services.shelf.resolve(message.wikilink, self.journey.path)
        if target.state is LinkState.URL:
            self.post_message(LinkFollowed(target.url, message.wikilink.text))
        elif target.state is LinkState.RESOLVED and may_be_attachment(target.path):
            self.tell(f"This is a file, not an article: {target.path}")
        elif target.state is LinkState.AMBIGUOUS:
            from dltui.ui.parts.choice_screen import ChoiceScreen

            options = self.journey.navigator.options(target.candidates)
            title = f"Several articles are called “{message.wikilink.text}”"
            self.app.push_screen(ChoiceScreen(self.painter, title, options), self._open_option)
        else:
            self.open(self.journey.navigator.of_target(message.wikilink, target, self.journey.path))

    @on(LinkFollowed)
    def _follow_link(self, message: LinkFollowed) -> None:
        path = self.journey.path
        if wikilink := wikilink_of(message.url):
            message.stop()
            self.post_message(WikilinkFollowed(wikilink, self.services.shelf.resolve(wikilink, path)))
        elif location := self.journey.navigator.of_url(message.url, path):
            message.stop()
            self.open(location)

    @on(PeekWanted)
    def _peek(self, message: PeekWanted) -> None:
        from dltui.ui.article.peek_screen import PeekScreen

        if isinstance(message.spot.node, FootnoteReference):
            self._peek_at_note(message.spot.node)
            return
        location = self.journey.navigator.of_spot(message.spot, self.journey.path)
        if location is None:
            self.tell("There is nothing to look at behind this one.")
            return
        page, sentence = self.journey.navigator.page(location.path)
        if page is None:
            self.tell(sentence)
        else:
            self.app.push_screen(PeekScreen(self.painter, page, location), self._open_option)

    def _peek_at_note(self, reference: FootnoteReference) -> None:
        from dltui.ui.article.peek_screen import PeekScreen

        page, layout = self.reader.page, self.reader.layout_
        found = layout.footnote(reference) if layout is not None else None
        note = layout.spot(found.id).node if layout is not None and found is not None else None
        if page is None or not isinstance(note, Footnote):
            self.tell("The footnote has no text.")
            return
        location = Location(page.article.path, line=note.line)
        self.app.push_screen(PeekScreen(self.painter, page.footnote(note), location), self._open_option)

    @on(TagFollowed)
    def _follow_tag(self, message: TagFollowed) -> None:
        self.panel.bar.value = f"tag:{message.name} "
        self.set_focus(self.panel.bar, scroll_visible=False)

    @on(FlipWanted)
    def _flip(self) -> None:
        page = self.reader.page
        if page is None:
            return
        flipped = page.flipped()
        if flipped.loaded.timestamps == page.loaded.timestamps:
            self.tell("No time of this article can be read in another way.")
        else:
            self.journey.replace_page(flipped)
            self.tell("The doubtful times are read the other way now; x flips them back.")

    def _open_option(self, location: Location | None) -> None:
        if location is not None:
            self.open(location)

    @on(NothingFound)
    def _say(self, message: NothingFound) -> None:
        self.tell(message.sentence)
