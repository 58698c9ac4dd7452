import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dltui.library.article.sentences import Sentences
from dltui.library.times.stamp_words import MOST_WORDS, StampWords
from dltui.model.timestamp import Stamp


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("One thing. Another thing |.", "Another thing."),
        ("One thing. Another thing. |", "Another thing."),
        ("One thing. | Another thing.", "One thing."),
        ("| What follows it. More.", "What follows it."),
        ("Dr. Smith said so | and left.", "Dr. Smith said so and left."),
        ("It grew by 3.5 percent | in 2020.", "It grew by 3.5 percent in 2020."),
        ("He asked “why?” Then | he left.", "Then he left."),
        ("一句话。另一句| 话。", "另一句 话。"),
        ("first line\nsecond line |\nthird", "second line"),
        ("no end at all |", "no end at all"),
        ("|", ""),
        ("   |   ", ""),
        ("So! Really? Yes |", "Yes"),
    ],
)
def test_the_sentence_that_a_stamp_backs(text: str, sentence: str) -> None:
    offset = text.index("|")
    assert Sentences(text.replace("|", "", 1)).around(offset) == sentence


@settings(max_examples=40)
@given(st.text(alphabet="ab. \n?!。”", max_size=80), st.integers(0, 90))
def test_any_offset_gives_a_part_of_the_text(text: str, offset: int) -> None:
    sentences = Sentences(text)
    for found in (sentences.around(offset), sentences.holding(min(offset, max(0, len(text) - 1)))):
        kept = "".join(char for char in text if not char.isspace())
        assert "".join(char for char in found if not char.isspace()) in kept


def test_a_sentence_without_end_is_cut() -> None:
    assert len(Sentences("word " * 1000).around(100)) == 600


def test_each_stamp_has_the_words_of_its_own_sentence() -> None:
    text = (
        'The market fell sharply yesterday <a class="yt-timestamp" data-t="00:01:02">[00:01:02]</a>. '
        'Inflation expectations rose instead. <a class="yt-timestamp" data-t="00:02:03">[00:02:03]</a> '
        "Afterwards central bankers intervened [00:03:04]."
    )
    stamps = [
        Stamp("00:01:02", "00:01:02", 1),
        Stamp("00:02:03", "00:02:03", 1),
        Stamp("00:03:04", "00:03:04", 1),
    ]
    found = StampWords(text, stamps).of_all()
    alone = [
        StampWords(f"{sentence} [00:09:09]", [Stamp("00:09:09", "", 1)]).of(0)
        for sentence in (
            "The market fell sharply yesterday",
            "Inflation expectations rose instead",
            "Afterwards central bankers intervened",
        )
    ]
    assert list(found) == alone
    assert alone[0].isdisjoint(alone[1])


@settings(max_examples=40)
@given(st.text(max_size=300), st.lists(st.text(alphabet="0123456789:", max_size=8), max_size=5))
def test_words_are_few_and_small_numbers(text: str, values: list[str]) -> None:
    for words in StampWords(text, [Stamp(value, "", 1) for value in values]).of_all():
        assert len(words) <= MOST_WORDS
        assert all(0 <= word < 65_536 for word in words)
