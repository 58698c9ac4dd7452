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
        self._moments: tuple[Moment, ...] = ()
        self._along = ReadAlong(())

    def moment_at(self, page: ArticlePage, playback: Playback | None) -> Moment | None:
        """The moment of an article that is being said; None between moments, and in another video.

        Args:
            page: of the article that is open.
            playback: where the player is; None while there is none.
        """
        video = page.article.video
        if playback is None or playback.seconds is None or video is None or playback.video != video.id:
            return None
        if page is not self._page:
            self._page, self._moments = page, page.moments()
            self._along = ReadAlong(self._moments)
        index = self._along.index_at(playback.seconds)
        return None if index is None else self._moments[index]


def status_of(playback: Playback | None) -> str:
    """Where the player is, in a few cells; empty where there is none."""
    if playback is None:
        return ""
    sign = _SIGNS.get(playback.state, "")
    return sign if playback.seconds is None else f"{sign} {clock(int(playback.seconds))}"
