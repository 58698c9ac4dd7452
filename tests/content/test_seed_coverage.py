"""What the four seed documents speak of has its place: `seed_headings.csv` leads from each heading to an article.

`named` is a word or phrase of the heading's text (not always the seed's own spelling) that the article must hold.
"""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

_TABLE = Path(__file__).with_name("seed_headings.csv")
_MARKDOWN = re.compile(r"(?:#{1,6}|> \[!\w+\]) +(?P<text>.+)")
#: A short line that doesn't end like a sentence and doesn't explain a term.
_PLAIN = re.compile(r"(?P<text>\w(?:(?!: ).){0,72}[^.,:!;])")
_HEADINGS = {"000": 12, "001": 10, "002": 153, "003": 18}


@pytest.fixture(scope="module")
def rows():
    with _TABLE.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def _headings(text):
    """Line and text of each heading of a seed."""
    form = _MARKDOWN if text.startswith("---\n") else _PLAIN
    for line, written in enumerate(text.splitlines(), 1):
        if match := form.fullmatch(written.strip()):
            yield line, match["text"]


def test_every_heading_has_an_article_that_speaks_of_it(rows, bundled):
    bodies = {loaded.article.stem: loaded for loaded in bundled.articles.values()}
    wrong = []
    for row in rows:
        loaded = bodies.get(row["article"])
        text = f"{loaded.article.title}\n{loaded.document.body}" if loaded else ""
        if row["named"].strip() == "" or row["named"].casefold() not in text.casefold():
            wrong.append(row)
    assert not wrong


def test_no_heading_is_left_out(rows, sources):
    """The table against the seeds where they are at hand; elsewhere against the number of their headings."""
    table = {(row["source_path"], int(row["line"])): row["heading"] for row in rows}
    assert len(table) == len(rows)
    assert Counter(path.removeprefix("seeds/")[:3] for path, _ in table) == _HEADINGS
    for path, text in sources.items():
        if path.startswith("seeds/"):
            theirs = dict(_headings(text))
            assert theirs == {line: heading for (seed, line), heading in table.items() if seed == path}


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("---\ntitle: A\n---\n\n## One\nText.\n\n> [!info] Two\n> Text.", [(5, "One"), (8, "Two")]),
        (
            "A. First?\nA sentence that ends.\nTerm: its text\nList:\n1. Second",
            [(1, "A. First?"), (5, "1. Second")],
        ),
    ],
)
def test_headings_of_a_seed(text, headings):
    assert list(_headings(text)) == headings


def test_no_article_carries_all(rows):
    """A table that sends everything to a few pages would say nothing."""
    assert len({row["article"] for row in rows}) > 50
