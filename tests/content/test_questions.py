"""What a learner asks, and the article and heading that answer it: search must know nearly all of them.

An empty heading means the beginning of the article, which gives the answer in short.
"""

import csv
from pathlib import Path

import pytest

_TABLE = Path(__file__).with_name("questions.csv")
_FEWEST = 36
_FEWEST_ARTICLES = 38


@pytest.fixture(scope="module")
def questions():
    with _TABLE.open(encoding="utf-8", newline="") as table:
        return [(row["question"], (row["article"], row["heading"])) for row in csv.DictReader(table)]


def test_the_answers_are_in_the_library(questions, bundled):
    headings = {
        (loaded.article.stem, heading)
        for loaded in bundled.articles.values()
        for heading in ("", *(entry.text for entry in loaded.document.outline))
    }
    assert len(questions) == len({question for question, _ in questions}) == 40
    assert not [answer for _, answer in questions if answer not in headings]


def test_search_finds_the_answer_first_or_second(questions, bundled):
    missed = {}
    for question, answer in questions:
        hits = bundled.index.search(question, limit=2, budget_seconds=None, typing=False).hits
        found = [(Path(hit.path).stem, hit.heading) for hit in hits]
        if answer not in found:
            missed[question] = found
    assert len(questions) - len(missed) >= _FEWEST, missed


def test_search_finds_the_article_among_the_first_five(questions, bundled):
    """Where the heading isn't found at once, the article is."""
    missed = {}
    for question, (article, _) in questions:
        hits = bundled.index.search(question, limit=5, budget_seconds=None, typing=False).hits
        if article not in {Path(hit.path).stem for hit in hits}:
            missed[question] = [hit.path for hit in hits]
    assert len(questions) - len(missed) >= _FEWEST_ARTICLES, missed


@pytest.mark.parametrize("typing", [False, True])
def test_the_article_that_answers_comes_first_or_close_to_it(questions, bundled, typing):
    """The mean reciprocal rank over all questions, as they are typed and as they stand."""
    ranks = {}
    for question, (article, _) in questions:
        hits = bundled.index.search(question, limit=20, budget_seconds=None, typing=typing).hits
        articles = list(dict.fromkeys(Path(hit.path).stem for hit in hits))
        ranks[question] = articles.index(article) + 1 if article in articles else None
    mean = sum(1 / rank for rank in ranks.values() if rank) / len(ranks)
    assert mean >= 0.9, {question: rank for question, rank in ranks.items() if rank != 1}
