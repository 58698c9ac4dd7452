"""The system tells what changes in a library."""

import sys
import time
from pathlib import Path

import pytest

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


def _changed(watch: Watch) -> bool:
    """Whether it tells of a change; it may take an instant."""
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


@pytest.mark.parametrize("change", [_save_in_place, _save_by_renaming, _delete, _add, _rename_a_folder])
def test_every_way_to_change_an_article_is_told(watch: Watch, tmp_path: Path, change) -> None:
    assert not watch.changed()
    change(tmp_path)
    assert _changed(watch)
    assert not watch.changed()


def test_what_is_no_article_is_not_told(watch: Watch, tmp_path: Path) -> None:
    (tmp_path / "folder/picture.png").write_bytes(b"")
    (tmp_path / "folder/.a.md.swp").write_text("half")
    (tmp_path / ".hidden/a.md").write_text("hidden")
    (tmp_path / "folder/a.md").read_text()
    assert not _changed(watch)


def test_a_folder_that_comes_later_is_watched_too(watch: Watch, tmp_path: Path) -> None:
    (tmp_path / "later/deep").mkdir(parents=True)
    assert _changed(watch)
    (tmp_path / "later/deep/a.md").write_text("new")
    assert _changed(watch)


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
