"""What an article says of itself."""

import pytest

from dltui.model.article import Article
from dltui.model.timestamp import Stamp
from dltui.model.video import Video

OWN, OTHER = Video("s3MuSOl1Rog", "A lecture"), Video("-abcdefghij")


@pytest.mark.parametrize(
    ("own", "named", "found"),
    [(OWN, "", OWN), (OWN, OWN.id, OWN), (OWN, OTHER.id, OTHER), (None, "", None), (None, OTHER.id, OTHER)],
)
def test_the_video_of_a_stamp(own: Video | None, named: str, found: Video | None) -> None:
    article = Article("a.md", "A", video=own)
    assert article.video_of(Stamp("0:05", "0:05", 1, named)) == found
    assert article.video_of(None) == own
