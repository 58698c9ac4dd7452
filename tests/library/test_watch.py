"""The system tells what changes in a library."""

import os
import sys
import time
from pathlib import Path

import pytest

from dltui.library.file_name import path_text
from dltui.library.watch import Watch

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="inotify is Linux's")


@pytest.fixture
def watch(tmp_path: Path):
    (tmp_path / "folder/below").mkdir(parents=True)
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "folder/a.md").write_text("one")
    watch = Watch(tmp_path)
    yield watch
    watch.close()


def _changed(watch: Watch) -> set[str]:
    """What it tells of; it may take an instant."""
    deadline = time.monotonic() + 0.1
    while not (changed := watch.changed()) and time.monotonic() < deadline:
        time.sleep(0.005)
    return changed


def _save_in_place(top: Path) -> None:
    (top / "folder/a.md").write_text("two")


def _save_by_renaming(top: Path) -> None:
    (top / "folder/.a.md.swp").write_text("two")
    (top / "folder/.a.md.swp").replace(top / "folder/a.md")


def _delete(top: Path) -> None:
    (top / "folder/a.md").unlink()


def _add(top: Path) -> None:
    (top / "folder/below/new.txt").write_text("new")


def _rename_a_folder(top: Path) -> None:
    (top / "folder").rename(top / "other")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_save_in_place, {"folder/a.md"}),
        (_save_by_renaming, {"folder/a.md"}),
        (_delete, {"folder/a.md"}),
        (_add, {"folder/below/new.txt"}),
        (_rename_a_folder, {"folder", "other"}),
    ],
)
def test_every_way_to_change_an_article_is_told(watch: Watch, tmp_path: Path, change, told: set[str]) -> None:
    assert not watch.changed()
    change(tmp_path)
    assert _changed(watch) == told
    assert not watch.changed()


def test_what_happens_in_a_renamed_folder_is_told_by_its_new_name(watch: Watch, tmp_path: Path) -> None:
    _rename_a_folder(tmp_path)
    assert _changed(watch)
    (tmp_path / "other/below/new.md").write_text("new")
    assert _changed(watch) == {"other/below/new.md"}


def test_a_name_that_is_no_utf8_is_told_as_the_catalogue_has_it(watch: Watch, tmp_path: Path) -> None:
    name = os.fsdecode(b"\xff.md")
    try:
        (tmp_path / name).write_text("new")
    except OSError:
        pytest.skip("this file system has no such names")
    assert _changed(watch) == {path_text(name)}


def test_what_is_no_article_is_not_told(watch: Watch, tmp_path: Path) -> None:
    (tmp_path / "folder/picture.png").write_bytes(b"")
    (tmp_path / "folder/.a.md.swp").write_text("half")
    (tmp_path / ".hidden/a.md").write_text("hidden")
    (tmp_path / "folder/a.md").read_text()
    assert not _changed(watch)


def test_a_folder_that_comes_later_is_watched_too(watch: Watch, tmp_path: Path) -> None:
    (tmp_path / "later/deep").mkdir(parents=True)
    assert "later" in _changed(watch)
    (tmp_path / "later/deep/a.md").write_text("new")
    assert _changed(watch) == {"later/deep/a.md"}


def test_a_folder_that_is_not_there_cannot_be_watched(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="can't be watched"):
        Watch(tmp_path / "nowhere")


def test_only_the_folder_of_a_single_file_is_watched(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    watch = Watch(tmp_path, deep=False)
    (tmp_path / "below/a.md").write_text("new")
    assert not _changed(watch)
    (tmp_path / "a.md").write_text("new")
    assert _changed(watch)
    watch.close()
