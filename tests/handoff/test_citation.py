import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from dltui.handoff.citation import Citation, in_video_order, playable, quote_markdown
from dltui.model.article import Article
from dltui.model.video import Video
from tests.handoff.cited import DASHED, ID, cited


def test_what_a_citation_knows():
    citation = cited(3723, video_title="A talk", end=3730)
    assert citation.url == f"https://www.youtube.com/watch?v={ID}&t=3723s"
    assert (citation.clock, citation.video_title, citation.end_seconds) == ("1:02:03", "A talk", 3730)


@pytest.mark.parametrize(
    ("citation", "url", "clock"),
    [
        (cited(None), f"https://www.youtube.com/watch?v={ID}", "01:02"),
        (cited(62, video=None), "", "1:02"),
        (cited(62, video="not an id"), "", "1:02"),
        (cited(-5), f"https://www.youtube.com/watch?v={ID}&t=0s", "0:00"),
    ],
)
def test_what_it_does_not_know(citation, url, clock):
    assert (citation.url, citation.clock) == (url, clock)


@pytest.mark.parametrize("end", [None, 62, 10])
def test_an_end_before_the_start_is_none(end):
    assert cited(62, end=end).end_seconds is None


def test_the_title_of_another_video_is_not_taken():
    article = Article("a.md", "A", video=Video(DASHED, "Another talk"))
    assert Citation(article, cited().moment).video_title == ""


def test_the_caption_falls_back_to_what_stands_above():
    assert cited(text="Said.").caption == "Said."
    assert cited(text="", heading="Above").caption == "Above"
    assert cited(text="", title="Page").caption == "Page"


def test_the_order_of_the_video():
    moments = [
        cited(50, line=1),
        cited(None, line=2),
        cited(7, video=DASHED, line=3),
        cited(20, line=4),
        cited(50, line=0),
    ]
    assert [(m.video, m.seconds, m.moment.line) for m in in_video_order(moments)] == [
        (ID, 20, 4),
        (ID, 50, 0),
        (ID, 50, 1),
        (ID, None, 2),
        (DASHED, 7, 3),
    ]


def test_playable_ones_have_a_video_and_a_time():
    assert playable([cited(1), cited(None), cited(1, video=None)]) == (cited(1),)


def test_a_quote_for_the_clipboard():
    assert quote_markdown(cited(754, video_title="A *talk*", title="A page")) == (
        "> What was said.\n"
        ">\n"
        f"> — A page, “A \\*talk\\*”, [12:34](https://www.youtube.com/watch?v={ID}&t=754s)\n"
    )
    assert quote_markdown(cited(None, video=None)) == "> What was said.\n>\n> — A page, 01:02\n"


@given(st.text(), st.text(), st.text())
def test_a_quote_stays_a_quote_with_one_link(text, title, video_title):
    citation = cited(754, text=text or "x", title=title or "y", video_title=video_title)
    page = MarkdownIt("gfm-like", {"linkify": False}).render(quote_markdown(citation))
    tags = [tag for tag in re.findall(r"<(/?\w+)", page) if tag not in ("p", "/p")]
    assert tags == ["blockquote", "a", "/a", "/blockquote"]
    assert f'href="https://www.youtube.com/watch?v={ID}&amp;t=754s"' in page
    assert html.unescape(page).count("12:34") >= 1
