"""Linear text: every kind of block and inline, told in words and marks that a screen reader says."""

import re
import runpy
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dltui.cli.linear.article import linear_lines
from dltui.library.article.loaded import LoadedArticle
from dltui.library.source import Source
from dltui.library.times.evidence import NOTHING_KNOWN
from dltui.model.clean import is_clean
from dltui.model.target import LinkState, Target

_CASES = runpy.run_path(str(Path(__file__).with_name("cases.py")))["cases_in"]("linear_cases.md")
_FRAMES = re.compile("[─-╿▀-▟■-◿]")


def _resolve(wikilink):
    return Target(LinkState.RESOLVED if wikilink.name == "known" else LinkState.MISSING)


def _lines(source, width=None):
    loaded = LoadedArticle.of("a.md", Source(source, b""), NOTHING_KNOWN)
    return list(linear_lines(loaded, _resolve, width))


def _body(source):
    lines = _lines(source)
    return "\n".join(lines[lines.index("") + 1 :])


@pytest.mark.parametrize("case", _CASES, ids=[case.title for case in _CASES])
def test_case(case):
    assert _body(case.given) == case.expected


def test_the_head_says_what_it_is(dltui):
    lines = dltui("show", "neural_nets", "--plain").out.splitlines()
    assert lines[:6] == [
        "Title: Neural nets",
        "Channel: lectures",
        "Video: Nuts and bolts https://www.youtube.com/watch?v=F1ka6a13S9I",
        "Tags: basics",
        "Moments: 4",
        lines[5],
    ]
    assert re.fullmatch(r"Words: \d+, about 1 min", lines[5])


def test_nothing_is_drawn(dltui):
    out = dltui("show", "--all", "--plain").out
    assert not _FRAMES.search(out)
    assert "\x1b" not in out
    assert max(map(len, out.splitlines())) > 80  # no width, so nothing is wrapped


@pytest.mark.parametrize("width", [10, 24, 40])
def test_a_width_is_kept_to_and_no_word_is_lost(dltui, width):
    narrow = dltui("show", "neural_nets", "--plain", "--width", width).out
    wide = dltui("show", "neural_nets", "--plain").out
    assert max(map(len, narrow.splitlines())) <= width
    letters = str.maketrans("", "", " \n>")
    assert narrow.translate(letters) == wide.translate(letters)


def test_what_goes_on_stands_under_its_text():
    lines = _lines("- one two three four\n\n> five six seven eight\n", 12)
    assert lines[-6:] == ["- one two", "  three four", "", "> five six", "> seven", "> eight"]


_PIECES = st.sampled_from(
    [
        *(
            "word",
            "*a*",
            "**b",
            "`c`",
            "[[x|y]]",
            "[x](y)",
            "![z](w)",
            "$q$",
            "^[note]",
            "==h==",
            "<br>",
            "<x>",
            "#t",
        ),
        *(
            "\n",
            "\n\n",
            "> ",
            "- ",
            "1. ",
            "# ",
            "| a | b |\n|---|---|\n| c | d |\n",
            "```\n",
            "$$\n",
            "    ",
        ),
        *(
            "> [!tip]- t\n",
            "%%",
            "<details>\n",
            "[00:01:02]",
            "09:10:57",
            "é模\u0301\u200d",
            "\x1b]0;x\x07",
            "\u202e",
        ),
    ]
)


@settings(max_examples=60, deadline=None)
@given(source=st.lists(_PIECES, max_size=30).map(" ".join), width=st.sampled_from([None, 10, 33]))
def test_any_source_is_clean_lines(source, width):
    for line in _lines(source, width):
        assert is_clean(line)
        assert "\n" not in line
        assert line == line.rstrip()


@settings(max_examples=40, deadline=None)
@given(
    words=st.lists(
        st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8), min_size=1, max_size=20
    )
)
def test_plain_words_are_all_there_in_their_order(words):
    words = [unicodedata.normalize("NFC", word) for word in words]
    body = _body("Start " + " ".join(words))
    assert body.split() == ["Start", *" ".join(words).split()]
