"""The query language: what is understood, and that anything is."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dltui.search.language.lexer import LONGEST_QUERY
from dltui.search.language.parser import MOST_LEAVES, parse_query
from dltui.search.language.query import And, Filter, Node, Not, Or, Phrase, Span, Word, leaves
from dltui.search.language.understood import in_words

UNDERSTOOD = [
    ("neural", "“neural”"),
    ("Neural NETWORKS", "“neural” and “networks”"),
    ("deep OR wide nets", "“deep” or (“wide” and “nets”)"),
    ("a AND b", "“a” and “b”"),
    ("(deep OR wide) nets", "(“deep” or “wide”) and “nets”"),
    ("deep -wide", "“deep” and not “wide”"),
    ("deep NOT wide", "“deep” and not “wide”"),
    ("-(a b) c", "not (“a” and “b”) and “c”"),
    ("NOT NOT foo", "“foo”"),
    ("--foo", "“foo”"),
    ("self-driving", "“self” and “driving”"),
    ("don't", "“don” and “t”"),
    ("+how +(deep nets) +title:x", "“how” and “deep” and “nets” and “x” in the title"),
    ("a+b ++c -+d", "“a” and “b” and “c” and not “d”"),
    ("C++ c#", "“c++” and “c#”"),
    ('"deep learning"', "the phrase “deep learning”"),
    ("“deep learning”", "the phrase “deep learning”"),
    ('"deep', "“deep”"),
    ('"deep learning', "the phrase “deep learning”"),
    ("pre*", "“pre…”"),
    ("wrng~ other~2 a~", "words like “wrng” and words like “other” and “a”"),
    ("title:deep heading:nets", "“deep” in the title and “nets” in the heading"),
    ("title:(a OR b)", "“a” in the title or “b” in the title"),
    ('TITLE:"deep nets"', "the phrase “deep nets” in the title"),
    ("-title:deep", "not “deep” in the title"),
    (
        "channel:lex category:ml/nets tag:#ai",
        "in the channel “lex” and in the category “ml/nets” and with the tag “#ai”",
    ),
    (
        "video:abc path:x.md links:[[y]]",
        "of the video “abc” and in a file whose path holds “x.md” and linking to “[[y]]”",
    ),
    ("has:table has:co", "with a table and with code"),
    ("has:m", "with math or a missing link or a moment"),
    ("at:10:00..20:00", "with a moment between 10:00 and 20:00"),
    ("at:1:02:03..", "with a moment after 1:02:03"),
    ("at:..90", "with a moment between 0:00 and 1:30"),
    ("at:12:30", "with a moment between 12:00 and 13:00"),
    ("神经网络", "“神经网络”"),
    ("神经", "“神经”"),
    ("神", "“神…”"),
    ("OR", "“or”"),
    ("foo OR", "“foo” and “or”"),
    ("NOT", "“not”"),
    ("title:", "“title”"),
    ("foo:bar", "“foo” and “bar”"),
    ("https://x.y/z", "“https” and “x” and “y” and “z”"),
    ("a)b(c", "“a” and “b” and “c”"),
    ("()", ""),
    ("", ""),
    ('"', ""),
    ("***", "“***” has no letter or digit to look for"),
    ("deep 🙂", "“deep”; “🙂” has no letter or digit to look for"),
    ("at:soon", "“soon”; “soon” is no time, so it is searched as a word"),
    (
        "has:wings",
        "“wings”; has: knows callout, code, math, missing, moment, table; “wings” is searched as a word",
    ),
]


@pytest.mark.parametrize(("text", "words"), UNDERSTOOD)
def test_what_is_understood(text: str, words: str) -> None:
    assert in_words(parse_query(text, typing=False)).whole == words


TYPED = [
    ("neur", Word("neur", prefix=True, typed=True)),
    ("neur ", Word("neur")),
    ("deep neur", And((Word("deep"), Word("neur", prefix=True, typed=True)))),
    ("title:neur", Word("neur", "title", prefix=True, typed=True)),
    ('"deep neur', Phrase(("deep", "neur"), prefix=True)),
    ('"deep neur"', Phrase(("deep", "neur"))),
    ("neur*", Word("neur", prefix=True)),
    ("-neur", Not(Word("neur", prefix=True, typed=True))),
    ("(deep OR wid", Or((Word("deep"), Word("wid", prefix=True, typed=True)))),
    ("c++", Word("c++")),
    ("at:10..20", Span(10, 20)),
    ("tag:x", Filter("tag", "x")),
]


@pytest.mark.parametrize(("text", "root"), TYPED)
def test_the_last_word_goes_on_while_typing(text: str, root: Node) -> None:
    assert parse_query(text, typing=True).root == root


def test_edits_are_bounded() -> None:
    words = leaves(parse_query("wrng~99 ab~2 abcdefgh~ abc~0", typing=False).root)
    assert [word.edits for word in words if isinstance(word, Word)] == [2, 0, 2, 0]


def test_a_long_query_is_cut_and_says_so() -> None:
    query = parse_query("word " * 1000, typing=False)
    assert len(leaves(query.root)) <= MOST_LEAVES
    assert "only the first 1000 characters are read" in query.notes
    assert f"only the first {MOST_LEAVES} words are looked for" in query.notes


CLASSICS = [
    '"', '""', "(", ")", "[" * 6000, "(" * 6000, "*", "?" * 200, "~", "^", "a^2", "title:", "NOT", "OR OR OR", "- - -",
    "the of and", "x" * 10_000, "🙂", "\x00\x1b[31m", "\ud800", "a\u202eb", "foo~9", "'; DROP TABLE", "AND", "-", ":", "\n\t",
]  # fmt: skip


@pytest.mark.parametrize("text", CLASSICS)
@pytest.mark.parametrize("typing", [True, False])
def test_the_classics_are_understood(text: str, typing: bool) -> None:
    assert isinstance(in_words(parse_query(text, typing=typing)).whole, str)


PIECES = [*"ab1 \"()-:*~'#+神\n", "title:", "at:", "has:", "NOT ", " OR ", "AND "]


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join), st.booleans())
@example("-" * LONGEST_QUERY, True)
@example(")" * LONGEST_QUERY, True)
@example("-(" * LONGEST_QUERY, True)
@example("NOT " * LONGEST_QUERY, True)
@example("title:" * LONGEST_QUERY, True)
@example("-at:" * LONGEST_QUERY, True)
@settings(max_examples=150)
def test_any_query_is_understood_within_bounds(text: str, typing: bool) -> None:
    query = parse_query(text, typing=typing)
    assert len(leaves(query.root)) <= LONGEST_QUERY
    assert _depth(query.root) < 40
    assert isinstance(in_words(query).whole, str)


def _depth(node: Node | None) -> int:
    match node:
        case Not(child):
            return 1 + _depth(child)
        case And(children) | Or(children):
            return 1 + max(map(_depth, children), default=0)
        case _:
            return 0
