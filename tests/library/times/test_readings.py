import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dltui.library.times.clock_parts import clocks_in
from dltui.library.times.evidence import NOTHING_KNOWN, Evidence, evidence_of
from dltui.library.times.lengths import usual_lengths
from dltui.library.times.readings import flip, read_stamps
from dltui.library.times.stamp_words import StampWords
from dltui.library.times.witness import Witness, is_trusted, witness_of
from dltui.model.timestamp import Reading, Stamp


def stamps(*values: str) -> list[Stamp]:
    return [Stamp(value, value, number) for number, value in enumerate(values, 1)]


def seconds(*values: str, evidence: Evidence = NOTHING_KNOWN) -> list[int | None]:
    return [timestamp.seconds for timestamp in read_stamps(stamps(*values), evidence)]


def witness(*values: str) -> Witness:
    made = stamps(*values)
    return witness_of(
        made, lambda: [frozenset({number, number + 1}) for number in range(0, 2 * len(made), 2)]
    )


def test_the_times_of_the_second_seed() -> None:
    values = (
        "00:41:00",
        "09:10:57",
        "08:10:52",
        "38:00",
        "38:00",
        "00:58:02",
        "00:25:31",
        "09:13:49",
        "00:26:00",
    )
    assert seconds(*values) == [2460, 550, 490, 2280, 2280, 3482, 1531, 553, 1560]
    readings = [timestamp.reading for timestamp in read_stamps(stamps(*values))]
    assert [number for number, reading in enumerate(readings) if reading is Reading.INFERRED] == [1, 2, 7]


@pytest.mark.parametrize(
    ("value", "label", "read", "end", "reading"),
    [
        ("00:01:02", "00:01:02", 62, None, Reading.EXACT),
        ("38:00", "38:00", 2280, None, Reading.EXACT),
        ("", "", None, None, Reading.NONE),
        ("N/A", "N/A", None, None, Reading.NONE),
        ("09:10:57", "09:10:57", 550, None, Reading.INFERRED),
        ("54:46:95", "54:46:95", 3286, None, Reading.INFERRED),
        ("01:00:17:51", "01:00:17:51", 3617, None, Reading.EXACT),
        ("54:46:95:01", "54:46:95:01", 3286, None, Reading.INFERRED),
        ("09:42:07", "00:09:42", 582, None, Reading.INFERRED),
        ("00:01:02", "00:01:30", 62, 90, Reading.EXACT),
        ("00:01:02", "00:02:03", 62, None, Reading.EXACT),
        ("00:01:02", "00:00:50", 62, None, Reading.EXACT),
        ("00:15:11]-[00:15:24", "", 911, 924, Reading.EXACT),
        ("0:07:53-0:08:06", "0:07:53-0:08:06", 473, 486, Reading.EXACT),
        ("0:07:53-0:07:06", "", 473, None, Reading.EXACT),
        ("00:75:10", "00:75:10", 4510, None, Reading.INFERRED),
        ("413", "413", 413, None, Reading.EXACT),
    ],
)
def test_a_lone_stamp(value: str, label: str, read: int | None, end: int | None, reading: Reading) -> None:
    (timestamp,) = read_stamps([Stamp(value, label, 7)])
    assert (timestamp.seconds, timestamp.end_seconds, timestamp.reading) == (read, end, reading)
    assert bool(timestamp.reason) is (reading is not Reading.EXACT)
    assert timestamp.stamp == Stamp(value, label, 7)


def test_an_article_that_pads_is_read_as_shifted_throughout() -> None:
    values = (
        "00:32:00",
        "01:02:00",
        "00:44:00",
        "02:28:00",
        "12:49:00",
        "13:08:00",
        "16:51:00",
        "19:09:00",
        "03:01:00",
    )
    assert seconds(*values) == [32, 62, 44, 148, 769, 788, 1011, 1149, 181]


def test_round_minutes_alone_are_no_slip() -> None:
    values = ("00:05:00", "00:20:00", "00:35:00", "01:10:00", "01:25:00")
    assert seconds(*values) == [300, 1200, 2100, 4200, 5100]


def test_four_parts_make_three_shifted() -> None:
    values = ("01:00:17:51", "00:54:46:95", "01:02:03:04", "03:10:22", "00:12:05")
    assert seconds(*values) == [3617, 3286, 3723, 190, 725]


def test_what_is_far_beyond_the_ceiling_is_shifted() -> None:
    siblings = [witness(*(f"00:{minute:02}:{second:02}" for minute in range(6) for second in (1, 13, 37)))]
    evidence = evidence_of(Witness(), siblings)
    assert evidence.ceiling == 313
    assert seconds("00:00:09", "02:01:06", "02:45:12", evidence=evidence) == [9, 121, 165]
    assert seconds("00:00:09", "00:06:10", evidence=evidence) == [9, 370]


def test_a_duration_overrides_the_ceiling() -> None:
    siblings = [witness(*(f"00:{minute:02}:{second:02}" for minute in range(6) for second in (1, 13, 37)))]
    known = evidence_of(Witness(), siblings)
    long = Evidence(known.ceiling, duration=9000, stamps=known.stamps, known=known.known)
    assert seconds("00:00:09", "02:01:06", "02:05:12", evidence=long) == [9, 7266, 7512]
    assert seconds("00:00:09", "01:59:06", evidence=Evidence(duration=300)) == [9, 119]


def test_videos_of_the_channel_stand_in_where_the_video_is_unknown() -> None:
    values = ("00:00:06", "02:16:00", "02:20:00", "02:31:00", "02:47:00")
    assert seconds(*values) == [6, 8160, 8400, 9060, 10020]
    assert seconds(*values, evidence=Evidence(middle=300, long=700)) == [6, 136, 140, 151, 167]


def test_a_sibling_that_says_the_same_at_one_of_the_seconds_decides() -> None:
    text = "Central banks devalue currencies <a data-t='01:31:35'>"
    words = StampWords(text, stamps("01:31:35")).of(0)
    for second, expected in ((5495, 5495), (91, 91)):
        evidence = Evidence(known={second: (words,)})
        (timestamp,) = read_stamps(stamps("01:31:35"), evidence, [words].__getitem__)
        assert timestamp.seconds == expected


def test_the_odds_of_a_stamp_arent_swayed_by_words_that_stand_everywhere() -> None:
    same = frozenset({1, 2, 3})
    siblings = [Witness(tuple(range(10, 400, 10)), (same,) * 39)]
    assert not any(words for found in evidence_of(Witness(), siblings).known.values() for words in found)


def test_own_times_are_no_proof_of_themselves() -> None:
    own = witness("00:01:02", "00:02:13", "00:03:24")
    assert evidence_of(own, [own]).known == {}


def test_a_witness_far_beyond_the_others_isnt_believed() -> None:
    near = [witness("00:01:02", "00:02:13", "00:03:24", "00:03:59") for _ in range(3)]
    far = witness("00:00:10", "00:04:01", "01:41:42", "02:43:52")
    evidence = evidence_of(Witness(), [*near, far])
    assert evidence.ceiling == 239
    assert 9832 not in evidence.known


@pytest.mark.parametrize(
    ("values", "trusted"),
    [
        (("00:01:02", "00:02:13", "01:03:24"), True),
        (("01:31:02", "01:42:13", "02:03:24"), True),
        (("00:01:02", "00:02:13"), False),
        (("00:01:02", "00:02:13", "05:03:24"), False),
        (("00:01:00", "00:02:00", "00:03:24"), False),
        (("01:21:21", "02:46:46", "00:54:54"), False),
        (("00:01:72", "00:02:13", "00:03:24"), False),
        (("02:01:06", "02:11:06", "02:19:06", "00:33:06", "00:41:12", "03:12:06"), False),
        (("00:00:57", "00:00:42", "01:00:04"), False),
        (("00:01:02", "00:02:13", "00:03:24", "00:01:02:03"), False),
    ],
)
def test_only_an_article_without_a_mark_of_a_slip_is_trusted(values: tuple[str, ...], trusted: bool) -> None:
    clocks = [clock for value in values for clock in clocks_in(value)]
    assert is_trusted(clocks) is trusted
    assert bool(witness(*values).seconds) is trusted


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(st.integers(0, 10**6), st.frozensets(st.integers(1, 65535), min_size=1, max_size=8)),
        max_size=30,
    )
)
def test_a_witness_survives_packing(said: list[tuple[int, frozenset[int]]]) -> None:
    made = Witness(tuple(second for second, _ in said), tuple(words for _, words in said))
    assert Witness.unpacked(made.packed()) == made


def test_usual_lengths_need_twenty_videos_of_which_much_is_known() -> None:
    named = [f"00:00:{second}" for second in range(11, 20)]
    videos = [[witness(*named, f"00:{minute:02}:24")] for minute in range(3, 23)]
    hardly_known = [[witness("00:59:24")]] * 30
    assert usual_lengths([*videos[:19], *hardly_known]) == (None, None)
    assert usual_lengths([*videos, *hardly_known, [Witness()]]) == (13 * 60 + 24, 21 * 60 + 24)


times = st.builds("{:02}:{:02}:{:02}".format, st.integers(0, 120), st.integers(0, 99), st.integers(0, 99))
forms = st.one_of(times, st.from_regex(r"\d{1,3}:\d{2}", fullmatch=True), st.text(max_size=12))
evidences = st.builds(
    Evidence,
    ceiling=st.none() | st.integers(1, 20_000),
    duration=st.none() | st.integers(1, 20_000),
    stamps=st.integers(0, 500),
    middle=st.none() | st.integers(1, 20_000),
    long=st.none() | st.integers(1, 20_000),
)


@settings(max_examples=40)
@given(st.lists(forms, max_size=25), evidences)
def test_each_stamp_gets_one_of_its_readings(values: list[str], evidence: Evidence) -> None:
    read = read_stamps(stamps(*values), evidence)
    assert [timestamp.stamp.value for timestamp in read] == values
    for timestamp in read:
        clocks = clocks_in(timestamp.stamp.value)
        if clocks:
            assert timestamp.seconds in (clocks[0].plain, clocks[0].shifted)
        else:
            assert timestamp.seconds is None
        assert bool(timestamp.reason) is (timestamp.reading is not Reading.EXACT)
        assert timestamp.end_seconds is None or timestamp.end_seconds > (timestamp.seconds or 0)


@settings(max_examples=40)
@given(st.lists(forms, max_size=25), evidences)
def test_flipping_moves_only_ambiguous_stamps_and_all_one_way(values: list[str], evidence: Evidence) -> None:
    before = read_stamps(stamps(*values), evidence)
    after = flip(before)
    moved = [(old, new) for old, new in zip(before, after, strict=True) if old.seconds != new.seconds]
    ways = set()
    for old, new in moved:
        (clock, *_) = clocks_in(old.stamp.value)
        assert {old.seconds, new.seconds} == {clock.plain, clock.shifted}
        ways.add(new.seconds == clock.plain)
    assert len(ways) <= 1
    assert bool(moved) is any(clock.ambiguous for value in values for clock in clocks_in(value)[:1])
