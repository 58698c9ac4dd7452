from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dltui.errors import NotFoundError
from dltui.library.article.loaded import LoadedArticle
from dltui.library.library import Library
from dltui.library.source import Source
from dltui.library.times.evidence import NOTHING_KNOWN, Evidence
from dltui.model.timestamp import Reading


def write(root: Path, path: str, text: str = "text") -> Path:
    place = root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text)
    return place


def load(text: str, path: str = "folder/some_stem.md", evidence: Evidence = NOTHING_KNOWN) -> LoadedArticle:
    return LoadedArticle.of(path, Source(text, text.encode("utf-8", "surrogatepass")), evidence)


def test_a_folder_is_a_library(tmp_path: Path) -> None:
    write(tmp_path, "notes/b.md")
    library = Library.open(tmp_path / "notes" / ".." / "notes")
    assert (library.name, library.only) == ("notes", "")
    assert [entry.path for entry in library.scan()] == ["b.md"]


def test_a_single_file_is_a_library_of_one(tmp_path: Path) -> None:
    place = write(tmp_path, "a.weird", "# Title")
    write(tmp_path, "b.md")
    library = Library.open(place)
    assert (library.name, library.only) == ("a.weird", "a.weird")
    assert [entry.path for entry in library.scan()] == ["a.weird"]
    assert library.load("a.weird").article.title == "Title"
    place.unlink()
    scan = library.scan_with_problems()
    assert scan.entries == []
    assert [problem.code for problem in scan.problems] == ["file-unreadable"]


@pytest.mark.parametrize("name", ["gone", "gone/deeper", "loop", "nul\0"])
def test_what_isnt_there_is_not_found(tmp_path: Path, name: str) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(NotFoundError):
        Library.open(tmp_path / name)


@pytest.mark.parametrize(
    "path",
    ["", "/etc/passwd", "../outside.md", "a/../../outside.md", "gone.md", "nul\0.md", "link.md", "x" * 5000],
)
def test_paths_that_lead_out_are_refused(tmp_path: Path, path: str) -> None:
    write(tmp_path, "outside.md")
    write(tmp_path, "library/a/b.md")
    (tmp_path / "library" / "link.md").symlink_to(tmp_path / "outside.md")
    library = Library.open(tmp_path / "library")
    with pytest.raises(NotFoundError):
        library.load(path)


def test_a_name_that_isnt_utf8_can_be_opened(tmp_path: Path) -> None:
    (tmp_path / "a\udcff\udc80.md").write_text("# It works")
    library = Library.open(tmp_path)
    (entry,) = library.scan()
    entry.path.encode("utf-8")
    assert library.load(entry.path).article.title == "It works"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("---\ntitle: Given\n---\n# Heading", "Given"),
        ("---\ntitle: ''\n---\n# The [[x | Heading]] *here*", "The Heading here"),
        ("no heading", "Some stem"),
        ("", "Some stem"),
        ("#   \n", "Some stem"),
        ("---\ntitle: \x1b]0;evil\x07 [bold]x\n---\n", "␛]0;evil␇ [bold]x"),
    ],
)
def test_titles(text: str, title: str) -> None:
    assert load(text).article.title == title


def test_all_that_the_catalogue_needs_is_known_without_parsing_the_body() -> None:
    loaded = load(
        "---\ntitle: T\nvideoId: s3MuSOl1Rog\ntags: [a]\naliases: b\n---\n\nFrom: [[lexfridman]] <br/> \n\n"
        'Six words stand in this line <a class="yt-timestamp" data-t="00:01:02">[00:01:02]</a>.\n'
    )
    article = loaded.article
    assert (article.category, article.channel, article.moments) == ("folder", "lexfridman", 1)
    assert (article.tags, article.aliases) == (("a",), ("b",))
    assert article.video is not None
    assert article.video.id == "s3MuSOl1Rog"
    assert 6 <= article.words <= 8
    assert not any(chunk.parsed for chunk in loaded.document.chunks)


def test_moments_have_their_second_their_line_and_their_sentence() -> None:
    loaded = load(
        '---\ntitle: T\nvideoId: s3MuSOl1Rog\n---\n\nOne. Two is said <a class="yt-timestamp" data-t="09:10:57">'
        "[09:10:57]</a>. Three.\n\n## Later\n\n- Four [00:01:02]\n\n| a | b |\n|---|---|\n| five | [00:02:03] |\n"
    )
    found = [
        (moment.timestamp.seconds, moment.timestamp.reading, moment.text, moment.heading, moment.line)
        for moment in loaded.moments()
    ]
    assert found == [
        (550, Reading.INFERRED, "Two is said.", "", 6),
        (62, Reading.EXACT, "Four", "Later", 10),
        (123, Reading.EXACT, "five", "Later", 14),
    ]
    assert {moment.video for moment in loaded.moments()} == {"s3MuSOl1Rog"}


def test_a_stamp_that_stands_alone_backs_what_stands_before_it() -> None:
    loaded = load(
        "First. Second sentence.\n\n[00:01:02]\n\n## Part\n\n[00:02:03]\n\n[00:03:04] What follows.\n"
    )
    assert [moment.text for moment in loaded.moments()] == ["Second sentence.", "Part", "What follows."]


def test_flipping_reads_the_other_way_and_back() -> None:
    loaded = load("Said [09:10:57] and [00:01:02].")
    flipped = loaded.flipped()
    assert [timestamp.seconds for timestamp in loaded.timestamps] == [550, 62]
    assert [timestamp.seconds for timestamp in flipped.timestamps] == [33057, 62]
    assert flipped.flipped().timestamps == loaded.timestamps
    plain = load("Said [00:01:02] and [38:00].").flipped()
    assert [timestamp.seconds for timestamp in plain.timestamps] == [1, 2280]


def test_the_duration_of_the_front_matter_is_evidence() -> None:
    loaded = load("---\nduration: 5:00\n---\nSaid [02:11:06].", evidence=Evidence(ceiling=9000))
    assert [timestamp.seconds for timestamp in loaded.timestamps] == [131]


def test_problems_come_with_their_path_and_in_the_order_of_the_file() -> None:
    loaded = load(
        '---\ntitle: a: b\nvideoId: nope\n---\nSaid [09:10:57] or <a class="yt-timestamp" data-t="N/A">[N/A]</a>.'
    )
    problems = loaded.diagnostics()
    assert {problem.path for problem in problems} == {"folder/some_stem.md"}
    assert [problem.line for problem in problems] == sorted(problem.line for problem in problems)
    codes = [problem.code for problem in problems]
    for code in ("frontmatter-invalid", "video-id-invalid", "timestamp-inferred", "timestamp-without-time"):
        assert codes.count(code) == 1
    (inferred,) = [problem for problem in problems if problem.code == "timestamp-inferred"]
    assert (inferred.line, "09:10:57 is read as 9:10" in inferred.message) == (5, True)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# The heading\n\ntext\n\n## Part\n", "The heading"),
        ("Heading\n===\n\ntext", "Heading"),
        ("#tag #other\n<img src=x>\n[![badge](x)](y)\n\n# The heading\n", "The heading"),
        ("# The heading\n\n```sh\n# a comment\n```\n", "The heading"),
        ("text\n\n# Concepts\n", "Some stem"),
        ("## Definition\n\ntext", "Some stem"),
        ("# Installation\n\n# Use\n", "Some stem"),
        ("# Installation\n\nUse\n===\n", "Some stem"),
        ("# \n\ntext", "Some stem"),
        ("---\ntitle: Named\n---\n# The heading\n", "Named"),
        ("---\nvideoId: s3MuSOl1Rog\n---\ntext\n\n## Concepts\n", "Concepts"),
        ("From: [[channel]] <br/>\n\ntext\n\n# \n\n# Concepts\n", "Concepts"),
    ],
)
def test_only_a_heading_above_everything_is_the_title_of_a_note(text: str, title: str) -> None:
    assert load(text).article.title == title


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("---\nvideoId: abcdefghijk\n---\ntext", ["title-missing"]),
        ("---\ntags: [a]\n---\ntext", []),
        ("# A note\n\ntext", []),
    ],
)
def test_only_an_article_of_a_video_owes_its_title(text: str, codes: list[str]) -> None:
    assert [problem.code for problem in load(text).diagnostics()] == codes


def test_a_time_that_its_label_corrects_is_told_by_its_value() -> None:
    loaded = load('<a class="yt-timestamp" data-t="09:42:07">[00:09:42]</a>')
    assert "09:42:07 is read as 9:42" in loaded.diagnostics()[-1].message


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(data=st.binary(max_size=300))
def test_any_bytes_load(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.md").write_bytes(data)
    loaded = Library.open(tmp_path).load("a.md")
    assert loaded.article.title
    loaded.moments()
    loaded.diagnostics()
    assert len(loaded.flipped().timestamps) == len(loaded.stamps)


PIECES = st.sampled_from(
    [
        '<a class="yt-timestamp" data-t="00:01:02">[00:01:02]</a>',
        '<a class="yt-timestamp" data-t="09:10:57"></a>',
        "[00:03:04, 00:05:06]",
        "[[link | label]]",
        "**bold [00:07:08]**",
        "| a | [00:09:10] |\n|---|---|\n| b | c |",
        "## Heading [01:02:03]",
        "- item [12:34]",
        "> [!note] Title [00:01:03]\n> body",
        "```\ncode [00:01:04]\n```",
        "plain words.",
        "\n\n",
        "\n",
    ]
)


@settings(max_examples=40)
@given(st.lists(PIECES, max_size=14).map(" ".join) | st.lists(PIECES, max_size=14).map("\n".join))
def test_the_quick_count_of_stamps_is_what_the_parser_finds(text: str) -> None:
    loaded = load(text)
    parsed = sorted((stamp.line, stamp.text) for run in loaded.runs for _, stamp in run.stamps)
    assert parsed == sorted((stamp.line, stamp.text) for stamp in loaded.stamps)
