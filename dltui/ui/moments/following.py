"""Which moment of the article that is open the local player has reached. No Textual here."""

from dltui.handoff.playback import Playback, PlayerState
from dltui.handoff.read_along import ReadAlong
from dltui.model.timestamp import Moment, clock
from dltui.ui.article.article_page import ArticlePage

_SIGNS = {
    PlayerState.PLAYING: "▶",
    PlayerState.PAUSED: "⏸",
    PlayerState.LOADING: "…",
    PlayerState.SILENT: "?",
}


class Following:
    """Finds the moment that is being said; keeps an article's moments while it is open."""

    def __init__(self) -> None:
        self._page: ArticlePage | None = None
        self._video = ""
        self._moments: tuple[Moment, ...] = ()
        self._along = ReadAlong(())

    def moment_at(self, page: ArticlePage, playback: Playback | None) -> Moment | None:
        """The moment of an article that is being said; None between moments, and in another video.

        Args:
            page: of the article that is open.
            playback: where the player is; None while there is none.
        """
        if playback is None or playback.seconds is None or not playback.video:
            return None
        if page is not self._page or playback.video != self._video:
            self._page, self._video = page, playback.video
            self._moments = tuple(moment for moment in page.moments() if moment.video == playback.video)
            self._along = ReadAlong(self._moments)
        index = self._along.index_at(playback.seconds)
        return None if index is None else self._moments[index]


def status_of(playback: Playback | None) -> str:
    """Where the player is, in a few cells; empty where there is none."""
    if playback is None:
        return ""
    sign = _SIGNS.get(playback.state, "")
    return sign if playback.seconds is None else f"{sign} {clock(int(playback.seconds))}"
