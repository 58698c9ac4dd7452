"""`dltui search`: for a person, for a pipe, for a program."""

import re

import pytest

_FIELDS = {"query", "understood", "total", "indexed", "articles", "elapsed_ms", "suggestion", "hits"}
_HIT = {
    *(
        "path",
        "title",
        "channel",
        "video",
        "heading",
        "anchor",
        "line",
        "score",
        "snippet",
        "matches",
        "moment",
    )
}
_SGR = re.compile(r"\x1b\[[0-9;]*m")


def test_every_promised_field_is_there(dltui):
    done = dltui("search", "random", "--json")
    assert done.code == 0
    assert set(done.json) >= _FIELDS
    [hit] = done.json["hits"]
    assert set(hit) >= _HIT
    assert hit["path"] == "lectures/dropout.md"
    assert hit["moment"] == {
        "seconds": 120,
        "raw": "00:02:00",
        "url": "https://www.youtube.com/watch?v=F1ka6a13S9I&t=120s",
    }
    assert [hit["snippet"][start:end] for start, end in hit["matches"]] == ["random"]
    assert (done.json["indexed"], done.json["query"]) == (5, "random")


def test_a_hit_without_a_moment_says_so(dltui):
    hits = dltui("search", "words", "about", "evaluation", "path:index", "--json").json["hits"]
    assert [hit["moment"] for hit in hits] == [None]


def test_nothing_found(dltui):
    done = dltui("search", "zebra", "--json")
    assert (done.code, done.json["hits"], done.json["total"]) == (1, [], 0)
    done = dltui("search", "zebra")
    assert (done.out, done.err) == ("", "Nothing is found for “zebra”.\n")
    assert dltui("search", "droput").err == "Nothing is found for “droput”. Did you mean dropout?\n"


def test_rows_for_a_pipe(dltui):
    [row] = dltui("search", "random").rows
    assert row[:3] == ["lectures/dropout.md:8", "00:02:00", "Dropout"]
    assert "random" in row[-1]


def test_for_a_person_it_is_aligned_and_lit(dltui, as_person):
    as_person()
    out = dltui("search", "evaluation").out
    assert "\x1b[1;33mevaluation\x1b[0m" in out
    heads = [line for line in _SGR.sub("", out).splitlines() if "talk" in line.lower() or "Start" in line]
    assert heads[0].index("A talk" if "A talk" in heads[0] else "Start") == 6
    assert "passages in 2 articles" in out


def test_the_number_of_hits(dltui):
    assert len(dltui("search", "evaluation", "-n1").rows) == 1
    assert len(dltui("search", "evaluation", "--number", "2").rows) == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("evaluation", "-words"),
        ("-words", "evaluation"),
        ("evaluation -words",),
        ("-n", "5", "evaluation", "NOT", "words"),
    ],
)
def test_a_word_that_is_not_wanted_is_no_option(dltui, arguments):
    both = {row[0].partition(":")[0] for row in dltui("search", "evaluation").rows}
    less = {row[0].partition(":")[0] for row in dltui("search", *arguments).rows}
    assert both == {"index.md", "talks/a_talk.md"}
    assert not less


@pytest.mark.parametrize("number", ["0", "-1", "1001", "x", "1e3", ""])
def test_a_number_that_is_none(dltui, number):
    done = dltui("search", "x", "-n", number)
    assert (done.code, done.out) == (2, "")


@pytest.mark.parametrize(
    "query", ['"', "(", "*", "title:", "NOT", "~", "a\0b", "\x1b]0;x\x07", "é", "x" * 10_000, "🙂"]
)
def test_any_query_gives_an_answer(dltui, query):
    done = dltui("search", "--json", "--", query)
    assert done.code in (0, 1)
    assert "\x1b" not in done.out
    assert isinstance(done.json["hits"], list)
