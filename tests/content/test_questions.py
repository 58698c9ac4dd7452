"""What a learner asks, and the article and heading that answer it: search must know nearly all of them.

An empty heading means the beginning of the article, which gives the answer in short. Questions as people ask them, in
whole sentences and in other words than the library's, stand in a table of their own, each with its article.
"""

import csv
from pathlib import Path

import pytest

_TABLE = Path(__file__).with_name("questions.csv")
_SENTENCES = Path(__file__).with_name("natural_questions.csv")
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
    ranks = {question: _rank(bundled, question, article, typing) for question, (article, _) in questions}
    assert _mean(ranks) >= 0.9, {question: rank for question, rank in ranks.items() if rank != 1}


@pytest.mark.parametrize("typing", [False, True])
def test_questions_in_whole_sentences_are_understood(bundled, typing):
    """The same; with every word demanded it was 0.41."""
    with _SENTENCES.open(encoding="utf-8", newline="") as table:
        asked = {row["question"]: row["article"] for row in csv.DictReader(table)}
    ranks = {question: _rank(bundled, question, article, typing) for question, article in asked.items()}
    assert len(ranks) == 34
    assert set(asked.values()) <= {loaded.article.stem for loaded in bundled.articles.values()}
    assert _mean(ranks) >= 0.52, {question: rank for question, rank in ranks.items() if rank != 1}


def _rank(bundled, question, article, typing):
    """The place of the article among those found; None where it isn't."""
    hits = bundled.index.search(question, limit=20, budget_seconds=None, typing=typing).hits
    articles = list(dict.fromkeys(Path(hit.path).stem for hit in hits))
    return articles.index(article) + 1 if article in articles else None


def _mean(ranks):
    return sum(1 / rank for rank in ranks.values() if rank) / len(ranks)
