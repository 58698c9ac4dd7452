"""What happened on the screen, for whoever acts on it."""

from textual.message import Message

from dltui.model.article import Article
from dltui.model.inline import Wikilink
from dltui.model.target import Target
from dltui.model.timestamp import Timestamp
from dltui.render.spot import Spot


class WikilinkFollowed(Message):
    """A wikilink was followed."""

    def __init__(self, wikilink: Wikilink, target: Target) -> None:
        self.wikilink = wikilink
        self.target = target
        super().__init__()


class LinkFollowed(Message):
    """A link with a URL (or a path, or `#anchor`) was followed.

    Attributes:
        url: as written.
        text: what is shown for it.
        card: show the URL card instead of trying a browser; the URL leads out of the library.
    """

    def __init__(self, url: str, text: str, *, card: bool = False) -> None:
        self.url = url
        self.text = text
        self.card = card
        super().__init__()


class MomentSelected(Message):
    """The video should open at a moment.

    Attributes:
        article: whose video, unless the timestamp names another one.
        timestamp: None for the beginning of the video.
        card: show the URL card instead of trying a browser.
    """

    def __init__(self, article: Article, timestamp: Timestamp | None, *, card: bool) -> None:
        self.article = article
        self.timestamp = timestamp
        self.card = card
        super().__init__()


class PlayWanted(Message):
    """The local player should play the video of an article at a moment, or be closed if it is playing.

    Attributes:
        timestamp: None for the beginning of the video.
    """

    def __init__(self, article: Article, timestamp: Timestamp | None) -> None:
        self.article = article
        self.timestamp = timestamp
        super().__init__()


class TagFollowed(Message):
    """A tag was followed."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__()


class PeekWanted(Message):
    """A look at where a link leads is wanted."""

    def __init__(self, spot: Spot) -> None:
        self.spot = spot
        super().__init__()


class CopyWanted(Message):
    """A text should go to the reader's clipboard; `what` names it in a sentence."""

    def __init__(self, text: str, what: str) -> None:
        self.text = text
        self.what = what
        super().__init__()


class FindWanted(Message):
    """The line in which one types what to find is wanted."""


class EditWanted(Message):
    """The file of the article should be edited at a line (1-based)."""

    def __init__(self, line: int) -> None:
        self.line = line
        super().__init__()


class FlipWanted(Message):
    """The article's doubtful times should be read the other way."""


class NothingLeft(Message):
    """The article was asked to let go of what is selected and lit in it, and there was nothing."""


class NothingFound(Message):
    """A movement found nothing to go to; the sentence says what."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        super().__init__()


class Scrolled(Message):
    """The article was scrolled, or another one is shown. A newer one replaces it in the queue."""

    def can_replace(self, message: Message) -> bool:
        """See Textual's Message."""
        return isinstance(message, Scrolled)


class ThemePreviewed(Message):
    """A theme should be shown while the reader looks around."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__()
