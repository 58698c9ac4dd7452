import os
from pathlib import Path

import pytest

from dltui.library.library import Library
from dltui.library.scan import is_inside, scan_at, scan_folder


def write(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("text")


def paths_of(root: Path) -> list[str]:
    return [entry.path for entry in scan_folder(root).entries]


def test_articles_are_found_in_all_folders_and_sorted(tmp_path: Path) -> None:
    write(tmp_path, "b.md", "a/z.markdown", "a/b/c.TXT", "a/picture.png", "README")
    assert paths_of(tmp_path) == ["a/b/c.TXT", "a/z.markdown", "b.md"]


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    write(tmp_path, ".obsidian/a.md", ".git/b.md", ".trash/c.md", ".hidden.md", "d.md")
    assert paths_of(tmp_path) == ["d.md"]


def test_size_and_time_are_told(tmp_path: Path) -> None:
    write(tmp_path, "a.md")
    os.utime(tmp_path / "a.md", ns=(1, 1_234_567_891))
    (entry,) = scan_folder(tmp_path).entries
    assert (entry.size, entry.mtime_ns) == (4, 1_234_567_891)


def test_a_folder_that_links_to_itself_is_listed_once(tmp_path: Path) -> None:
    write(tmp_path, "a/b.md")
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    (tmp_path / "loop.md").symlink_to(tmp_path / "loop.md")
    assert paths_of(tmp_path) == ["a/b.md"]


def test_links_out_of_the_library_are_refused_and_reported(tmp_path: Path) -> None:
    library, outside = tmp_path / "library", tmp_path / "outside"
    library.mkdir()
    write(outside, "secret.md")
    (library / "folder").symlink_to(outside)
    (library / "file.md").symlink_to(outside / "secret.md")
    scan = scan_folder(library)
    assert scan.entries == []
    assert {(problem.code, problem.path) for problem in scan.problems} == {
        ("outside-library", "folder"),
        ("outside-library", "file.md"),
    }


def test_a_link_to_an_article_of_the_library_is_another_name_of_it(tmp_path: Path) -> None:
    write(tmp_path, "a.md")
    (tmp_path / "alias.md").symlink_to(tmp_path / "a.md")
    assert paths_of(tmp_path) == ["a.md", "alias.md"]


def test_what_isnt_a_regular_file_is_no_article(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "folder.md").mkdir()
    write(tmp_path, "folder.md/a.md")
    assert paths_of(tmp_path) == ["folder.md/a.md"]


def test_a_folder_that_cant_be_listed_is_a_problem(tmp_path: Path) -> None:
    scan = scan_folder(tmp_path / "gone")
    assert scan.entries == []
    assert [problem.code for problem in scan.problems] == ["file-unreadable"]


@pytest.mark.parametrize(
    ("place", "inside"), [("a.md", True), ("../x", False), ("gone.md", False), (".", True)]
)
def test_inside_means_below_the_root_with_links_followed(tmp_path: Path, place: str, inside: bool) -> None:
    root = tmp_path / "root"
    write(root, "a.md")
    write(tmp_path, "x")
    assert is_inside(root.resolve(), root / place) is inside


def test_some_places_alone_are_found_as_in_the_whole(tmp_path: Path) -> None:
    library, outside = tmp_path / "library", tmp_path / "outside"
    write(
        library,
        "a.md",
        "f/b.md",
        "f/g/c.txt",
        "f/.hidden/d.md",
        "f/picture.png",
        ".h/e.md",
        "f.md/inside.md",
        "ff/z.md",
    )
    write(outside, "secret.md")
    (library / "f/alias.md").symlink_to(library / "a.md")
    (library / "f/out.md").symlink_to(outside / "secret.md")
    (library / "f/folder").symlink_to(library / "ff")
    whole = scan_folder(library).entries
    places = [
        *(
            "a.md",
            "f",
            "f/b.md",
            "f/g",
            "f/g/c.txt",
            "f/.hidden",
            "f/.hidden/d.md",
            "f/picture.png",
            ".h",
            "f.md",
        ),
        *(
            "f/alias.md",
            "f/out.md",
            "f/folder",
            "ff",
            "gone.md",
            "gone/too.md",
            "..",
            "../outside",
            "f//b.md",
            "/a.md",
        ),
    ]
    for place in places:
        expected = [entry for entry in whole if f"{entry.path}/".startswith(f"{place}/")]
        assert scan_at(library, [place]).entries == expected, place
    assert scan_at(library, ["f", "f/g", "a.md", "gone"]).entries == [
        entry for entry in whole if entry.path == "a.md" or entry.path.startswith("f/")
    ]
    assert scan_at(library, ["a.md", ""]).entries == whole[:1]
    assert scan_at(library, []).entries == []
    assert Library(library).scan_at({"a.md", ""}) == whole
