"""Snippets: where they begin and end, and what is lit in them."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dltui.model.passage import PassageMoment
from dltui.search.answering.snippet import cut_snippet, nearest_moment
from dltui.search.disk.record import Record
from dltui.search.language.wanted import Wanted, WantedWords
from dltui.search.language.words import fold_word


def _record(text: str) -> Record:
    return Record((), "", 1, text, ())


def _wanted(*words: str, **more: object) -> WantedWords:
    return WantedWords([Wanted(frozenset({word}), **more) for word in words])  # type: ignore[arg-type]


FILLER = "Some words that nobody looks for stand here in between. "
CUT = [
    ("A short text is shown whole.", ["short"], "A short text is shown whole."),
    (
        FILLER * 4 + "The needle is here. " + FILLER * 4,
        ["needle"],
        "The needle is here. " + (FILLER * 3).strip(),
    ),
    (FILLER * 9, ["missing"], (FILLER * 3).strip()),
    ("First\nsecond line\tand more", ["second"], "First · second line and more"),
    ("An end.\nA list:\n\none\ntwo\n  three", ["two"], "An end. A list: one · two · three"),
    ("Said here  , and here .\nMore  of it , too .", ["more"], "Said here, and here. More of it, too."),
    ("“a”\n(b)\n“c.”\nd", ["d"], "“a” · (b) · “c.” d"),
    ("in  .NET and 3 . 5  ...", ["net"], "in .NET and 3. 5 ..."),
    ("def f(a):\n    return a\n\n", ["return"], "def f(a): return a"),
    (
        "word " * 30 + "needle " + "word " * 60,
        ["needle"],
        "…" + "word " * 13 + "needle " + "word " * 24 + "word…",
    ),
    ("长" * 300, ["长"], "长" * 198 + "…"),
]


@pytest.mark.parametrize(("text", "words", "snippet"), CUT)
def test_where_a_snippet_is_cut(text: str, words: list[str], snippet: str) -> None:
    assert cut_snippet(_record(text), _wanted(*words)).text == snippet


def test_a_snippet_shows_where_most_words_stand_together() -> None:
    text = "One alone. " + FILLER * 6 + "Here one and two stand. " + FILLER * 6
    snippet = cut_snippet(_record(text), _wanted("one", "two"))
    assert snippet.text.startswith("Here one and two stand.")
    assert snippet.offset == 0


def test_what_is_lit_stays_lit_where_blanks_go() -> None:
    snippet = cut_snippet(_record("one  two\nthree\n\nfour ."), _wanted("two", "three", "four"))
    assert snippet.text == "one two · three · four."
    assert [snippet.text[match.start : match.end] for match in snippet.matches] == ["two", "three", "four"]


def test_a_list_of_many_short_items_is_cut_within_its_length() -> None:
    snippet = cut_snippet(_record("\n".join(["item"] * 100)), _wanted("item"))
    assert len(snippet.text) <= 200
    assert snippet.text.endswith("item…")
    assert all(snippet.text[match.start : match.end] == "item" for match in snippet.matches)


def test_accents_and_case_light_up_as_written() -> None:
    snippet = cut_snippet(_record("The Café of ZÜRICH"), _wanted("cafe", "zurich"))
    assert [snippet.text[match.start : match.end] for match in snippet.matches] == ["Café", "ZÜRICH"]


def test_a_prefix_lights_whole_words() -> None:
    snippet = cut_snippet(_record("neural neuron new"), _wanted("neur", prefix="neur"))
    assert [snippet.text[match.start : match.end] for match in snippet.matches] == ["neural", "neuron"]


def test_of_an_unspaced_script_only_the_run_lights_up() -> None:
    wanted = WantedWords([Wanted(frozenset(), run="网络")])
    snippet = cut_snippet(_record("深层神经网络很好"), wanted)
    assert [snippet.text[match.start : match.end] for match in snippet.matches] == ["网络"]


def test_a_common_word_lights_up_only_beside_a_rare_one() -> None:
    wanted = WantedWords(
        [Wanted(frozenset({"the"}), 0.2), Wanted(frozenset({"meaning"}), 4.0), Wanted(frozenset({"of"}), 0.2)]
    )
    text = "The point of the talk is the meaning of it."
    snippet = cut_snippet(_record(text), wanted)
    assert [snippet.text[match.start : match.end] for match in snippet.matches] == ["the", "meaning", "of"]


TEXTS = st.lists(
    st.sampled_from(
        [
            "one",
            "two",
            "Two.",
            "three!",
            "\n",
            "\n\n",
            "…",
            "(a)",
            "“q”",
            "长长长",
            "🙂",
            "e\u0301t",
            "  ",
            "word",
            "one-two",
            "x" * 50,
        ]
    ),
    max_size=120,
).map(" ".join)


@example(text="\n\n (a) (a) one-two one", length=20)
@example(text="one one \n \n one-two one", length=20)
@given(text=TEXTS, length=st.integers(20, 220))
@settings(max_examples=200)
def test_any_snippet_fits_and_lights_what_was_asked_for(text: str, length: int) -> None:
    wanted = _wanted("one", "two")
    snippet = cut_snippet(_record(text), wanted, length)
    assert len(snippet.text) <= length
    assert "\n" not in snippet.text
    assert snippet.text.replace(" · ", " ").strip("…") in " ".join(text.split()) + "…"
    end = 0
    for match in snippet.matches:
        assert end <= match.start < match.end <= len(snippet.text)
        assert wanted.which[snippet.text[match.start : match.end]] >= 0
        end = match.end
    if any(fold_word(word) in {"one", "two"} for word in text.split()):
        assert snippet.matches


@given(st.text(max_size=400), st.text(max_size=10), st.integers(20, 100))
@settings(max_examples=100)
def test_any_text_gives_a_snippet(text: str, word: str, length: int) -> None:
    assert len(cut_snippet(_record(text), _wanted(word or "x", prefix=word), length).text) <= length


MOMENTS = (PassageMoment(10, 60, "1:00"), PassageMoment(30, 120, "2:00"), PassageMoment(80, 180, "3:00"))
TEXT = "x" * 40 + "\n" + "y" * 60


@pytest.mark.parametrize(
    ("offset", "seconds"), [(0, 60), (11, 120), (30, 120), (35, 120), (45, 180), (95, 180)]
)
def test_the_nearest_moment_backs_what_stands_before_it(offset: int, seconds: int) -> None:
    moment = nearest_moment(MOMENTS, TEXT, offset)
    assert moment is not None
    assert moment.seconds == seconds


def test_a_passage_without_moments_has_none() -> None:
    assert nearest_moment((), "text", 0) is None
