"""What is said about a query: how much was found, what was taken literally, how it could go on."""

import pytest

from dltui.model.passage import Answer
from dltui.ui.results.answer_panel import count_of
from dltui.ui.results.completions import Completions
from dltui.ui.results.search_notes import completion_line, notes_about


def _answer(total=0, articles=0, *, exact=True, suggestion=None, **said):
    said.setdefault("final", exact)
    return Answer("q", "", (), total, articles, 9, 1.0, exact, suggestion, **said)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (_answer(1, 1), "1 found"),
        (_answer(1200, 1), "1,200 found"),
        (_answer(1200, 34), "1,200 in 34 articles"),
        (_answer(1200, 34, exact=False), "more than 1,200"),
        (_answer(), "nothing found"),
        (_answer(exact=False), "searching"),
        (_answer(exact=False, final=True), "nothing found"),
    ],
)
def test_the_count_is_exact_or_says_more_than(answer, said):
    assert count_of(answer) == said


def _said(line):
    return "".join(span.text for span in line.spans).strip()


def test_what_was_understood_is_said_where_it_tells_more_than_the_words_and_what_was_not_always():
    assert notes_about(_answer()) == []
    said = {"meaning": "“a” in a\x1b[2J title; or so", "notes": ("“x” is no time", "“y” neither")}
    assert notes_about(_answer(1, 1), "a/b") == []
    assert notes_about(_answer(exact=False), "a/b") == []
    assert "searches everywhere" in _said(notes_about(_answer(), "a/b")[0])
    notes = notes_about(_answer(**said, suggestion="b\x1b[2J"))
    assert [_said(note) for note in notes] == [
        "= “a” in a␛[2J title; or so",
        "“x” is no time; “y” neither",
        "Did you mean b␛[2J?  ^y searches for it",
    ]


@pytest.mark.parametrize(
    ("text", "completions", "said"),
    [
        ("cha", ("channel:", "chapter"), "^n  channel:  chapter"),
        ("deep cha", ("deep channel:",), "^n  channel:"),
        ('channel:"Lex', ('channel:"Lex Fridman"',), '^n  channel:"Lex Fridman"'),
        ("(a OR -cha", ("(a OR -channel:",), "^n  -channel:"),
        ("gradi", ("gradient", "gradients"), None),
        ("", (), None),
    ],
)
def test_fields_and_values_are_listed_by_their_last_word(text, completions, said):
    line = completion_line(text, completions, -1)
    assert (_said(line) if line else None) == said


def test_proposals_are_tried_one_after_another_and_what_was_typed_comes_back():
    proposals = Completions()
    proposals.propose("ca", ("category:", "cat"))
    assert proposals.ghost == "category:"
    assert [proposals.next() for _ in range(4)] == ["category:", "cat", "ca", "category:"]
    proposals.propose("category:", ("category:a",))
    assert proposals.typed == "ca"
    proposals.propose("other", ("otherwise",))
    assert (proposals.typed, proposals.chosen) == ("other", -1)


def test_a_word_that_is_likelier_as_it_stands_has_no_ghost():
    proposals = Completions()
    proposals.propose("attention", ("attention", "attentional"))
    assert (proposals.ghost, proposals.next()) == ("", "attentional")
    proposals.propose("net", ("network", "net", "nets"))
    assert proposals.ghost == "network"


def test_a_proposal_that_changes_what_was_typed_is_no_ghost():
    proposals = Completions()
    proposals.propose("channel:lex", ('channel:"Lex Fridman"',))
    assert proposals.ghost == ""
