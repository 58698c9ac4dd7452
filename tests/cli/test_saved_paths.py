"""Whoever started the indexer tells it what was saved meanwhile, on its standard input."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dltui.cli.saved_paths import SavedPaths
from tests.cli.indexing_runs import files, known, known_afresh, write


@pytest.fixture
def pipe(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("dltui.cli.saved_paths._GATHER_SECONDS", 0)
    ends = os.pipe()
    yield ends
    for end in ends:
        try:
            os.close(end)
        except OSError:  # a test has closed it
            continue


def test_what_came_is_read_without_waiting_for_more(pipe: tuple[int, int]) -> None:
    out, into = pipe
    saved = SavedPaths(out)
    assert saved() == set()
    os.write(into, b'"a.md"\n"folder/\\u00e9\\n.md"\n"b.')
    assert saved() == {"a.md", "folder/é\n.md"}
    assert saved() == set()
    os.write(into, b'md"\n')
    assert saved() == {"b.md"}
    os.close(into)
    assert saved() == saved() == set()


def test_what_comes_soon_after_is_gathered(pipe: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    out, into = pipe
    monkeypatch.setattr("dltui.cli.saved_paths._GATHER_SECONDS", 1000)
    saved = SavedPaths(out)
    saved._told = -1000.0
    for path in ("a.md", "b.md", "c.md"):
        os.write(into, f'"{path}"\n'.encode())
        assert saved() == ({"a.md"} if path == "a.md" else set())
    saved._told = -1000.0
    assert saved() == {"b.md", "c.md"}


def test_lines_that_are_no_paths_are_passed_over(pipe: tuple[int, int]) -> None:
    out, into = pipe
    os.write(into, b'\n{}\n[1]\n"\xff"\n"a\\u0000b"\n""\nnot json\n"good.md"\n')
    assert SavedPaths(out)() == {"good.md"}


def test_nothing_is_read_from_a_file_or_from_nowhere(tmp_path: Path) -> None:
    (tmp_path / "file").write_text('"a.md"\n')
    with (tmp_path / "file").open("rb") as file:
        assert SavedPaths(file.fileno())() == set()
    assert SavedPaths(-1)() == set()


def test_the_indexer_sees_to_them_while_it_runs(tmp_path: Path) -> None:
    root, cache = tmp_path / "library", tmp_path / "cache"
    write(root, files(500))
    cache.mkdir(mode=0o700)
    command = [sys.executable, "-m", "dltui", "index", str(root), "--cache", str(cache), "--progress-json"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        states = []
        for line in process.stdout:
            states.append(json.loads(line)["state"])
            if states.count("indexing") == 1 and states[-1] == "indexing":
                write(root, {"folder_0/article_0.md": "# Saved\n\nThe apple is red."})
                process.stdin.write('"folder_0/article_0.md"\n"../outside.md"\n"/etc"\n')
                process.stdin.flush()
    assert (process.returncode, states[-1]) == (0, "done")
    assert known(root, cache) == known_afresh(root, cache)
    again = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=True, text=True)
    assert json.loads(again.stdout.splitlines()[-1])["done"] == 0
