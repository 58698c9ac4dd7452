"""What is done with an article's links and moments: follow, peek, copy, open the video."""

from textual import events

from dltui.model.block import Footnote
from dltui.model.inline import Chip, FootnoteReference, Image, Link, Tag, Wikilink
from dltui.model.timestamp import Moment, Timestamp
from dltui.model.video import VIDEO_ADDRESS
from dltui.render.layout import Layout
from dltui.render.spot import Spot, SpotKind
from dltui.ui.article.article_page import ArticlePage
from dltui.ui.article.article_said import SaidView
from dltui.ui.article.spot_url import outside_url
from dltui.ui.messages import (
    CopyWanted,
    EditWanted,
    FindWanted,
    FlipWanted,
    LinkFollowed,
    MomentSelected,
    NothingFound,
    NothingLeft,
    PeekWanted,
    PlayWanted,
    TagFollowed,
    WikilinkFollowed,
)

_NAMES = {"url": "URL"}
_LONGEST_NAME = 200
_OF_A_VIDEO = frozenset({"reader.video", "reader.next-moment"})
#: What may lie behind the first link in sight; times are looked at only where they are selected.
_PEEKED = (SpotKind.WIKILINK, SpotKind.LINK, SpotKind.FOOTNOTE)


class Reader(SaidView):
    """An article with all its keys."""

    @property
    def idle_keys(self) -> frozenset[str]:
        """Bindings that have nothing to do in this article: a note names no video and no moment."""
        article = self.page.article if self.page is not None else None
        return (
            _OF_A_VIDEO if article is not None and not article.video and not article.moments else frozenset()
        )

    def action_find(self) -> None:
        """Ask for the line in which one types what to find."""
        self.announce(FindWanted())

    def action_edit(self) -> None:
        """Ask for an editor at the line of what is selected, else at the first one in sight."""
        spot, location = self.selected_spot, self.location
        line = spot.source_line if spot is not None else location.line if location is not None else 0
        self.announce(EditWanted(max(1, line)))

    def action_flip_readings(self) -> None:
        """Read the article's doubtful times the other way."""
        self.announce(FlipWanted())

    def action_unselect(self) -> None:
        """Select nothing and light nothing; where nothing was, let others go on."""
        if self.selected < 0 and not self.is_lit:
            self.announce(NothingLeft())
        self.selected = -1
        self.clear_find()
        self.clear_drag()

    def action_follow(self) -> None:
        """Follow what is selected; with nothing selected, select the first link in sight."""
        if self.layout_ is None:
            return
        if self.selected < 0:
            self.action_next_link(1)
        else:
            self.follow(self.selected)

    def action_open_outside(self) -> None:
        """Hand what is selected to a browser: a link, or a picture of the web; else the moment."""
        spot = self.selected_spot
        if spot is not None and isinstance(spot.node, Link):
            self.announce(LinkFollowed(spot.node.url, spot.text))
        elif spot is not None and (url := outside_url(spot, None)):
            self.announce(LinkFollowed(url, spot.text))
        elif spot is None and self.idle_keys:
            self.announce(NothingFound("No link is selected, and this article names no video."))
        else:
            self.action_video()

    def action_video(self) -> None:
        """The video that the selected link names, else that of the selected or nearest moment."""
        spot = self.selected_spot
        if spot is not None and isinstance(spot.node, Link) and VIDEO_ADDRESS.match(spot.node.url):
            self.announce(LinkFollowed(spot.node.url, spot.text))
            return
        self._select_moment(self.nearest_moment(), card=False)

    def action_card(self) -> None:
        """The URL card of the selected link that leads outside, else of the selected or nearest moment."""
        spot = self.selected_spot
        url = outside_url(spot, None) if spot is not None and spot.timestamp is None else ""
        if spot is not None and url:
            self.announce(LinkFollowed(url, spot.text, card=True))
        else:
            self._select_moment(self.nearest_moment(), card=True)

    def action_play(self) -> None:
        """Hear the selected or nearest moment in the local player, or close that."""
        if self.page is not None:
            self.announce(PlayWanted(self.page.article, self.nearest_moment()))

    def action_peek(self) -> None:
        """Look at the selected link without going there; with nothing selected, at the first one in sight."""
        layout = self.layout_
        if layout is None:
            return
        if self.selected < 0:
            in_sight = layout.spots_in(self.top, self.size.height, _PEEKED)
            if not in_sight:
                self.announce(NothingFound("No link in sight to look at."))
                return
            self.selected = in_sight[0]
        self.announce(PeekWanted(layout.spot(self.selected)))

    def action_copy(self, what: str) -> None:
        """Copy the `url`, a `quote`, a `wikilink`, the `path` or the `title`."""
        page = self.page
        if page is None:
            return
        article = page.article
        texts = {
            "url": lambda: self._url_of(self.selected_spot, page),
            "quote": lambda: self._quote(page),
            "wikilink": lambda: f"[[{article.stem} | {article.title}]]",
            "path": lambda: article.path,
            "title": lambda: article.title,
        }
        self._copy(texts[what](), "URL" if what == "url" else what)

    def hint_chosen(self, spot_id: int, then: str) -> None:
        """See HintedView."""
        if self.layout_ is None or self.page is None:
            return
        self.selected = spot_id
        spot = self.layout_.spot(spot_id)
        if then == "peek":
            self.announce(PeekWanted(spot))
        elif then == "copy":
            self._copy(self._url_of(spot, self.page), "link")
        else:
            self.follow(spot_id)

    def on_click(self, event: events.Click) -> None:
        """A click on a link or moment follows it."""
        spot_id = self.layout_.spot_at(self.top + event.y, event.x) if self.layout_ else -1
        if spot_id >= 0 and not self.was_dragged():
            self.selected = spot_id
            self.follow(spot_id)

    def follow(self, spot_id: int) -> None:
        """Do what a spot is there for."""
        layout = self.layout_
        if layout is None:
            return
        spot = layout.spot(spot_id)
        match spot.node:
            case Wikilink() if spot.target is not None:
                self.announce(WikilinkFollowed(spot.node, spot.target))
            case Link():
                self.announce(LinkFollowed(spot.node.url, spot.text))
            case Image():
                self._follow_picture(spot.node.source, spot.text)
            case Chip():
                self._select_moment(spot.timestamp, card=False)
            case Tag():
                self.announce(TagFollowed(spot.node.name))
            case FootnoteReference() | Footnote():
                self._jump(layout, spot.node)
            case _:
                self._fold(layout, spot_id)

    def _follow_picture(self, source: str, text: str) -> None:
        if "://" in source:
            self.announce(LinkFollowed(source, text))
        else:
            self.announce(NothingFound(f"The picture is a file: {source[:_LONGEST_NAME]}"))

    @property
    def selected_spot(self) -> Spot | None:
        """What is selected."""
        return self.layout_.spot(self.selected) if self.layout_ is not None and self.selected >= 0 else None

    def _select_moment(self, timestamp: Timestamp | None, *, card: bool) -> None:
        if self.page is not None:
            self.announce(MomentSelected(self.page.article, timestamp, card=card))

    def _url_of(self, spot: Spot | None, page: ArticlePage) -> str:
        node = spot.node if spot is not None else None
        if isinstance(node, Link):
            return node.url
        if isinstance(node, Wikilink):
            return f"[[{node.name}]]"
        timestamp = spot.timestamp if spot is not None and spot.timestamp else self.nearest_moment()
        video = page.article.video_of(timestamp.stamp if timestamp else None)
        return video.url(timestamp.seconds if timestamp else None) if video else ""

    def _quote(self, page: ArticlePage) -> str:
        from dltui.handoff.citation import Citation, quote_markdown

        timestamp = self.nearest_moment()
        if timestamp is None:
            return ""
        moments: tuple[Moment, ...] = page.moments()
        found = next((moment for moment in moments if moment.timestamp.stamp == timestamp.stamp), None)
        return quote_markdown(Citation(page.article, found)) if found else ""

    def _copy(self, text: str, what: str) -> None:
        if text:
            self.announce(CopyWanted(text, _NAMES.get(what, what)))
        else:
            self.announce(NothingFound(f"There is no {_NAMES.get(what, what)} to copy here."))

    def _jump(self, layout: Layout, node: FootnoteReference | Footnote) -> None:
        if isinstance(node, Footnote):
            found, sentence = layout.footnote_reference(node.name), "Nothing refers to it."
        else:
            found, sentence = layout.footnote(node), "The footnote has no text."
        if found is None:
            self.announce(NothingFound(sentence))
        else:
            self.selected = found.id
            self.scroll_into_sight(found.row)

    def _fold(self, layout: Layout, spot_id: int) -> None:
        if layout.toggle(spot_id):
            self.scroll_to_row(self.top)
            if cells := layout.spot_cells(spot_id):
                self.scroll_into_sight(cells[0].row)
