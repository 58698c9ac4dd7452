"""Every time in the library has a row in `moments.csv`: its video, what is written, the second, and where it was found."""

import csv
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from dltui.markdown.walk import plain_text, walk_inlines
from dltui.model.inline import Link
from dltui.model.timestamp import Reading, clock

_TABLE = Path(__file__).with_name("moments.csv")
_VIDEO_TIME = re.compile(r"https://www\.youtube\.com/watch\?v=([\w-]{11})&t=(\d+)s")
_VIDEO = re.compile(r"(?:youtube\.com|youtu\.be)/\S*?([\w-]{11})")
_VIDEO_ID = re.compile(r"^videoId:\s*(\S+)", re.MULTILINE)


class Row(NamedTuple):
    """A row of the table; `raw` as the source writes the time."""

    article_path: str
    video: str
    raw: str
    seconds: int
    source_path: str


class TimedLink(NamedTuple):
    article_path: str
    video: str
    seconds: int
    label: str


@pytest.fixture(scope="module")
def rows():
    with _TABLE.open(encoding="utf-8", newline="") as table:
        return [Row(**{**row, "seconds": int(row["seconds"])}) for row in csv.DictReader(table)]


@pytest.fixture(scope="module")
def stamps(bundled):
    """The times of the articles' own videos, as the program reads them."""
    return [
        (path, moment.video, moment.timestamp)
        for path, loaded in bundled.articles.items()
        for moment in loaded.moments()
    ]


@pytest.fixture(scope="module")
def links(bundled):
    """The links to a second of some video."""
    return [
        TimedLink(path, match[1], int(match[2]), plain_text(node.children))
        for path, loaded in bundled.articles.items()
        for node in walk_inlines(loaded.document.blocks)
        if isinstance(node, Link) and (match := _VIDEO_TIME.fullmatch(node.url))
    ]


def _plain(raw):
    """Seconds of a time that is taken as it is written."""
    seconds = 0
    for part in raw.split(":"):
        seconds = seconds * 60 + int(part)
    return seconds


def test_the_table_is_sorted_and_has_no_row_twice(rows):
    assert rows == sorted(set(rows))
    assert len(rows) > 400


def test_each_time_is_read_as_its_row_says(rows, stamps):
    known = {row[:4] for row in rows}
    read = [(path, video, timestamp.stamp.value, timestamp.seconds) for path, video, timestamp in stamps]
    assert not [one for one in read if one not in known]


def test_each_link_has_a_row(rows, links):
    known = {(row.article_path, row.video, row.seconds) for row in rows}
    assert not [link for link in links if link[:3] not in known]


def test_each_row_is_used(rows, stamps, links):
    read = {(path, video, timestamp.stamp.value) for path, video, timestamp in stamps}
    linked = {link[:3] for link in links}
    unused = [
        row
        for row in rows
        if row[:3] not in read and (row.article_path, row.video, row.seconds) not in linked
    ]
    assert not unused


def test_a_link_says_its_time_and_whether_it_was_inferred(rows, links):
    exact = {(row.article_path, row.video, row.seconds): _plain(row.raw) == row.seconds for row in rows}
    wrong = [
        link
        for link in links
        if not link.label.endswith(f"{'' if exact[link[:3]] else '≈ '}{clock(link.seconds)}")
        or ("≈" in link.label) == exact[link[:3]]
    ]
    assert not wrong


def test_no_address_of_a_video_hides_from_the_parser(bundled, links):
    written = [
        (path, *match.groups())
        for path, loaded in bundled.articles.items()
        for match in _VIDEO_TIME.finditer(loaded.document.body)
    ]
    assert sorted(written) == sorted((link.article_path, link.video, str(link.seconds)) for link in links)
    others = [
        (path, match[0])
        for path, loaded in bundled.articles.items()
        if not path.startswith(("guide/", "lexfridman/"))
        for match in _VIDEO.finditer(_VIDEO_TIME.sub("", loaded.document.body))
    ]
    assert not others


def test_only_three_times_are_doubtful(stamps):
    doubtful = {
        (path, timestamp.stamp.value): timestamp.seconds
        for path, _, timestamp in stamps
        if timestamp.reading is not Reading.EXACT
    }
    article = "applications/applications_of_deep_learning.md"
    assert doubtful == {(article, "08:10:52"): 490, (article, "09:10:57"): 550, (article, "09:13:49"): 553}


def test_the_channel_page_lists_the_videos_of_the_articles(bundled):
    page = bundled.articles["lexfridman/lexfridman.md"].document.body
    listed = {}
    for section in page.split("### ")[1:]:
        head, *topics = section.strip().splitlines()
        listed[_VIDEO.search(head)[1]] = {re.match(r"- \[\[(\w+) \| ", topic)[1] for topic in topics}
    wanted = {}
    for loaded in bundled.articles.values():
        if loaded.frontmatter.video_id:
            wanted.setdefault(loaded.frontmatter.video_id, set()).add(loaded.article.stem)
    assert listed == wanted


def test_each_row_stands_in_its_source(rows, sources):
    """Checks what it can where the sources are at hand, and nothing elsewhere."""
    wrong = []
    for row in rows if sources else ():
        text = sources.get(row.source_path, "")
        video = _VIDEO_ID.search(text)
        written = f'data-t="{row.raw}"' in text or f"[{row.raw}]" in text
        if not (video and video[1] == row.video and written):
            wrong.append(row)
    assert not wrong


def test_each_title_of_the_channel_page_stands_in_its_source(bundled, sources):
    """The same."""
    page = bundled.articles["lexfridman/lexfridman.md"].document.body
    theirs = sources.get("corpus/lexfridman/lexfridman.md", page)
    heads = re.findall(r"^### .*$", page, re.MULTILINE)
    assert len(heads) > 30
    assert not [head for head in heads if head not in theirs]
