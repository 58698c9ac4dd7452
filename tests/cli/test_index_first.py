"""What is known to have changed is seen to before all is looked at, and found as soon."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dltui.cli.places import index_folder
from dltui.library.catalogue.store import catalogue_file
from tests.cli.indexing_runs import files, known, known_afresh, write


@pytest.fixture
def place(tmp_path: Path) -> tuple[Path, Path]:
    """A small library with its index, and a private folder for that."""
    root, cache = tmp_path / "library", tmp_path / "cache"
    write(root, files(30))
    cache.mkdir(mode=0o700)
    _run(root, cache)
    return root, cache


def _run(root: Path, cache: Path, *first: str) -> list[tuple[str, int]]:
    command = [sys.executable, "-m", "dltui", "index", str(root), "--cache", str(cache), "--progress-json"]
    told = subprocess.run(
        [*command, *(f"--first={path}" for path in first)], check=True, capture_output=True, text=True
    )
    lines = [json.loads(line) for line in told.stdout.splitlines()]
    return [(line["state"], line.get("total", 0)) for line in lines if line["state"] != "scanning"]


def test_it_is_done_twice_and_both_are_right(place: tuple[Path, Path]) -> None:
    root, cache = place
    write(root, {"folder_1/article_1.md": "# Saved\n\nThe apple is red.", "-x.md": "# A name like an option"})
    write(root, {"folder_2/article_2.md": "# Saved unseen\n\nThe apple is green."})
    told = _run(root, cache, "folder_1/article_1.md", "-x.md", "gone.md")
    assert [total for state, total in told if state == "done"] == [2, 1]
    assert known(root, cache) == known_afresh(root, cache)
    assert _run(root, cache) == [("done", 0)]


def test_an_article_that_is_gone_and_a_folder_that_was_renamed_are_seen_to_first(
    place: tuple[Path, Path],
) -> None:
    root, cache = place
    (root / "folder_0").rename(root / "renamed")
    (root / "folder_1/article_1.md").unlink()
    told = _run(root, cache, "folder_0", "renamed", "folder_1/article_1.md")
    first, second = [total for state, total in told if state == "done"]
    assert (first > 10, second) == (True, 0)
    assert known(root, cache) == known_afresh(root, cache)


@pytest.mark.parametrize("damaged", ["the index", "the catalogue"])
def test_damage_is_left_to_the_look_at_everything(place: tuple[Path, Path], damaged: str) -> None:
    root, cache = place
    spoilt = catalogue_file(cache)
    if damaged == "the index":
        spoilt = next(iter(index_folder(cache).glob("*.rec")))
    os.truncate(spoilt, spoilt.stat().st_size // 2)
    write(root, {"folder_1/article_1.md": "# Saved\n\nThe apple is red."})
    _run(root, cache, "folder_1/article_1.md")
    assert known(root, cache) == known_afresh(root, cache)
