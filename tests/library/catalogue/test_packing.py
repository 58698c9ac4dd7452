import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dltui.library.article.facts import BodyFacts, SaidLink
from dltui.library.catalogue.packing import DamagedFactsError, pack, unpack
from dltui.library.catalogue.pressing import DamagedBytesError, Press, dictionary_of
from dltui.model.block import OutlineEntry
from dltui.model.inline import Wikilink
from dltui.model.timestamp import Moment, Reading, Stamp, Timestamp

texts = st.text(alphabet=st.characters(codec="utf-8"), max_size=12)
lines = st.integers(1, 10**6)
stamps = st.builds(Stamp, texts, texts, lines, st.sampled_from(["", "-abcdefghij"]))
moments = st.builds(
    lambda stamp, seconds, end, reading, reason, text, heading: Moment(
        stamp.video or "s3MuSOl1Rog",
        Timestamp(stamp, seconds, end, reading, reason),
        text,
        heading,
        stamp.line,
    ),
    stamps,
    st.none() | st.integers(0, 10**6),
    st.none() | st.integers(0, 10**6),
    st.sampled_from(Reading),
    texts,
    texts,
    texts,
)
links = st.builds(SaidLink, st.builds(Wikilink, texts, texts, texts, st.booleans(), lines), texts)
headings = st.builds(OutlineEntry, st.integers(1, 6), texts, texts, lines)
bodies = st.builds(
    BodyFacts, *(st.lists(parts, max_size=5).map(tuple) for parts in (headings, moments, links))
)


@settings(max_examples=40)
@given(bodies)
def test_facts_survive_packing(facts: BodyFacts) -> None:
    assert unpack(pack(facts), "s3MuSOl1Rog") == facts


@pytest.mark.parametrize(
    "packed",
    [
        b"",
        b"garbage",
        b"\xff",
        b"[]",
        b"[[1],[[1]],[],[]]",
        b"[[[1],[7],[0],[1]],[],[],[]]",
        pack(BodyFacts())[:-3],
    ],
)
def test_other_bytes_are_refused(packed: bytes) -> None:
    with pytest.raises(DamagedFactsError):
        unpack(packed, None)


def test_a_sentence_with_many_stamps_is_kept_once() -> None:
    sentence = "A long sentence that many stamps back. " * 10
    facts = BodyFacts(
        moments=tuple(
            Moment(None, Timestamp(Stamp(f"00:00:{n}", f"00:00:{n}", 1), n), sentence, "", 1)
            for n in range(10, 60)
        )
    )
    assert pack(facts).count(sentence.encode()) == 1


def test_what_is_pressed_comes_back_by_the_same_dictionary_alone() -> None:
    samples = [
        f"{number} articles of one library say much in the same words. ".encode() * 40 for number in range(60)
    ]
    dictionary = dictionary_of(samples)
    assert dictionary_of(samples[:3]) == b""
    with_one, with_none, other = Press(dictionary), Press(), Press(b"another")
    assert len({with_one.number, with_none.number, other.number}) == 3
    for press in (with_one, with_none):
        assert press.unpress(press.press(samples[0])) == samples[0]
        for broken in (b"", b"garbage", press.press(samples[0])[:-1]):
            with pytest.raises(DamagedBytesError):
                press.unpress(broken)
    with pytest.raises(DamagedBytesError):
        other.unpress(with_one.press(samples[0]))
    assert len(with_one.press(samples[0])) < len(with_none.press(samples[0]))
