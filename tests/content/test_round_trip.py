"""The URL of a moment leads back to the sentence that it backs, for every moment of the bundled library."""

from collections import defaultdict

import pytest

from dltui.handoff.moment_url import MomentUrl, parse_moment_url
from dltui.library.catalogue.timeline import said_at, timeline_of
from dltui.model.video import watch_url


@pytest.fixture(scope="module")
def bodies(bundled):
    found = defaultdict(list)
    for loaded in bundled.articles.values():
        if loaded.article.video:
            found[loaded.article.video.id].append((loaded.article, loaded.moments()))
    return found


def test_every_moment_finds_its_own_sentence_first(bodies):
    asked = 0
    for video, articles in bodies.items():
        timeline = timeline_of(articles)
        for article, moments in articles:
            for moment in moments:
                seconds = moment.timestamp.seconds
                if seconds is None:
                    continue
                asked += 1
                url = parse_moment_url(watch_url(video, seconds))
                assert url == MomentUrl(video, seconds)
                # With its article open; without, it is among those that are cited at the very same second.
                own = said_at(timeline, url.seconds, article.path)[0]
                texts = {other.text for other in moments if other.timestamp.seconds == seconds}
                assert (own.article.path, own.moment.timestamp.seconds) == (article.path, seconds)
                assert own.moment.text in texts
                first = said_at(timeline, url.seconds)[0]
                assert first.moment.timestamp.seconds == seconds
    assert asked > 300
