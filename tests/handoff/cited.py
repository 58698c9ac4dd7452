"""Citations to test with."""

from hypothesis import strategies as st

from dltui.handoff.citation import Citation
from dltui.model.article import Article
from dltui.model.timestamp import Moment, Reading, Stamp, Timestamp
from dltui.model.video import Video

ID = "dQw4w9WgXcQ"
DASHED = "-_-_-_-_-_-"


def cited(
    seconds=62,
    *,
    text="What was said.",
    title="A page",
    video=ID,
    video_title="A talk",
    heading="",
    end=None,
    line=7,
):
    article = Article("a/page.md", title, video=Video(video, video_title) if video else None)
    timestamp = Timestamp(Stamp("00:01:02", "01:02", line), seconds, end, Reading.INFERRED, "shifted")
    return Citation(article, Moment(video, timestamp, text, heading, line))


texts = st.text(max_size=60) | st.text("=+-@|%;#\\,\"'\n\r\t\x1b[]() 12", max_size=20)
citations = st.builds(
    cited,
    st.none() | st.integers(0, 20_000),
    text=texts,
    title=texts.map("T".__add__),
    video=st.sampled_from([ID, DASHED, None]),
    video_title=texts,
    heading=texts,
    end=st.none() | st.integers(0, 20_000),
)
lists = st.lists(citations, max_size=8)


def playables(moments):
    return [m for m in moments if m.video and m.seconds is not None]
