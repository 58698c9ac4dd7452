import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dltui.library.frontmatter import filled_in, parse_frontmatter
from dltui.library.yaml_file import load_mapping


@pytest.mark.parametrize("video", ["12345678901", "1e100000000", "-abcdefghij", "no_--_-2024", "2024-01-010"])
def test_a_video_id_is_never_a_number(video: str) -> None:
    for quote in ("", '"', "'"):
        frontmatter, problems = parse_frontmatter(f"title: x\nvideoId: {quote}{video}{quote}\n")
        assert frontmatter.video_id == video
        assert problems == ()


@pytest.mark.parametrize(
    ("source", "values"),
    [
        (
            "title: A plain title\nvideoId: s3MuSOl1Rog\n",
            {"title": "A plain title", "videoId": "s3MuSOl1Rog"},
        ),
        (
            "title: Physics: an introduction\nvideoId: x",
            {"title": "Physics: an introduction", "videoId": "x"},
        ),
        ("title:\tTabbed\nother: 1", {"title": "Tabbed", "other": "1"}),
        ("title: [unclosed\ntags:\n  - a\n  - 'b'", {"title": "[unclosed", "tags": ("a", "b")}),
        ('title: "half\nx: y', {"title": '"half', "x": "y"}),
        ("", {}),
        ("   \n", {}),
    ],
)
def test_values(source: str, values: dict) -> None:
    assert parse_frontmatter(source)[0].values == values


def test_broken_yaml_is_reported_once_with_its_reason() -> None:
    _, problems = parse_frontmatter("title: a: b")
    assert [(problem.code, problem.line) for problem in problems] == [("frontmatter-invalid", 1)]
    assert "mapping" in problems[0].message


@pytest.mark.parametrize(
    ("source", "aliases", "tags"),
    [
        ("aliases: [A b, C]\ntags: [x, '#y']", ("A b", "C"), ("x", "y")),
        ("aliases: One only\ntags: a, b c", ("One only",), ("a", "b", "c")),
        ("aliases:\ntags:", (), ()),
        ("aliases: null\ntags: null", (), ()),
        ("aliases:\n  -\n  - x", ("x",), ()),
        ("tags: [[deep_nets]], [[two words|Two words]]", (), ("deep_nets", "two_words")),
        ("tags:\n  - '[[deep_nets|Deep nets]]'\n  - y", (), ("deep_nets", "y")),
        ("tags: [[deep_nets]]", (), ("deep_nets",)),
    ],
)
def test_aliases_and_tags(source: str, aliases: tuple, tags: tuple) -> None:
    frontmatter, _ = parse_frontmatter(source)
    assert (frontmatter.aliases, frontmatter.tags) == (aliases, tags)


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("3725", 3725), ("1:02:05", 3725), ("62:05", 3725), ("PT1H2M5S", 3725), ("PT4M", 240), ("long", None), ("0", None),
     ("PT", None), ("99999999", None), ("1e9", None)],
)  # fmt: skip
def test_a_duration_in_its_forms(written: str, seconds: int | None) -> None:
    assert parse_frontmatter(f"duration: '{written}'")[0].duration == seconds


@pytest.mark.parametrize(
    ("written", "video", "codes"),
    [
        ("https://www.youtube.com/watch?v=s3MuSOl1Rog&t=3s", "s3MuSOl1Rog", []),
        ("https://youtu.be/s3MuSOl1Rog", "s3MuSOl1Rog", []),
        ("too-short", None, ["video-id-invalid"]),
        ("s3MuSOl1Rog; rm -rf", None, ["video-id-invalid"]),
        ("../../etc/pw", None, ["video-id-invalid"]),
    ],
)
def test_a_video_id_is_validated(written: str, video: str | None, codes: list[str]) -> None:
    frontmatter, problems = parse_frontmatter(f"title: x\nvideoId: {written}")
    assert frontmatter.video_id == video
    assert [problem.code for problem in problems] == codes
    assert all(problem.line == 3 for problem in problems)


def test_a_second_front_matter_fills_gaps_only() -> None:
    first, _ = parse_frontmatter("title: First\n")
    both = filled_in(first, "title: Second\nvideoId: s3MuSOl1Rog\ntags: [x]")
    assert (both.title, both.video_id, both.tags) == ("First", "s3MuSOl1Rog", ("x",))
    assert filled_in(first, "") is first


@settings(max_examples=40)
@given(st.text(max_size=200))
def test_any_text_is_taken_and_comes_out_clean(source: str) -> None:
    frontmatter, _ = parse_frontmatter(source)
    for key, value in frontmatter.values.items():
        for text in (key, *((value,) if isinstance(value, str) else value)):
            assert "\n" not in text
            assert "\x1b" not in text


@settings(max_examples=40)
@given(
    st.dictionaries(
        st.from_regex(r"[A-Za-z][A-Za-z0-9_-]{0,9}", fullmatch=True),
        st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_ .,'()/-]{0,20}", fullmatch=True),
        min_size=1,
    )
)
def test_the_quick_way_means_what_yaml_means(values: dict[str, str]) -> None:
    source = "".join(f"{key}: {value}\n" for key, value in values.items())
    slow = {key: " ".join(value.split()) for key, value in load_mapping(source)[0].items()}
    assert parse_frontmatter(source)[0].values == slow


_ID = "s3MuSOl1Rog"


@pytest.mark.parametrize(
    "line",
    [
        f"VideoID: {_ID}",
        f"video-id: {_ID}",
        f"youtube_id: '{_ID}'",
        f"source: https://www.youtube.com/watch?v={_ID}",
        f"url: https://m.youtube.com/watch?list=PL1&v={_ID}",
        f"link: https://youtu.be/{_ID}?t=3",
        f"media: [https://www.youtube.com/live/{_ID}]",
        f"videoId: null\nvideo: {_ID}",
        f"videoId: [x, {_ID}]",
    ],
)
def test_a_video_goes_by_many_names(line: str) -> None:
    frontmatter, problems = parse_frontmatter(f"title: x\n{line}\n")
    assert (frontmatter.video_id, problems) == (_ID, ())


@pytest.mark.parametrize(
    "line",
    ["videoId: null", "videoId: ~", "videoId:", "source: https://example.org/watch?v=s3MuSOl1Rog", "url: a"],
)
def test_no_video_is_named_and_nothing_is_wrong(line: str) -> None:
    frontmatter, problems = parse_frontmatter(f"title: x\n{line}\n")
    assert (frontmatter.video_id, problems) == (None, ())


def test_keys_are_read_whatever_their_case() -> None:
    frontmatter, _ = parse_frontmatter("Title: X\nTags: [a]\nALIASES: y\n")
    assert (frontmatter.title, frontmatter.tags, frontmatter.aliases) == ("X", ("a",), ("y",))


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("title: A\nvideoId: s3MuSOl1Rog\ntitle: B\n", [4]),
        ("title: A\n\"title\": B: C\n'title' : D\n", [3, 4]),
        ("tags:\n  - a\ntags: [b]\n", [4]),
        ("title: [\ntitle: B\n", [3]),
        (
            "title: A\nnotes: |\n  title: B\n  title: C\n# title: D\nTitle: E\nurl: https://a\n- title: F\n",
            [],
        ),
        ("", []),
    ],
)
def test_a_key_that_stands_there_twice_is_told_with_its_line(source: str, lines: list[int]) -> None:
    _, problems = parse_frontmatter(source)
    assert [problem.line for problem in problems if problem.code == "frontmatter-repeated"] == lines


def test_the_last_of_two_counts() -> None:
    assert parse_frontmatter("title: A\ntitle: B\n")[0].title == "B"
    assert parse_frontmatter("title: A\ntitle: '[B'\n")[0].title == "[B"


@given(st.text(alphabet="ab:# -\n'\"|", max_size=80))
def test_any_front_matter_tells_of_lines_that_it_has(source: str) -> None:
    _, problems = parse_frontmatter(source)
    assert all(0 <= problem.line <= source.count("\n") + 2 for problem in problems)
