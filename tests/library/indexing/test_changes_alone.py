"""A look at what has changed alone, beside one at everything."""

import shutil
from pathlib import Path

import pytest

from dltui.library.library import Library
from tests.library.indexing.libraries import facts, fresh, many


def _save_by_renaming(root: Path) -> set[str]:
    (root / ".new").write_text("# Saved\n\nOther words, see [[article_4]].")
    (root / ".new").replace(root / "folder_0/article_3.md")
    return {"folder_0/article_3.md"}


def _delete(root: Path) -> set[str]:
    (root / "folder_1/article_4.md").unlink()
    return {"folder_1/article_4.md"}


def _rename_a_folder(root: Path) -> set[str]:
    (root / "folder_2").rename(root / "renamed")
    return {"folder_2", "renamed"}


def _put_a_folder_in_place_of_another(root: Path) -> set[str]:
    shutil.rmtree(root / "folder_0")
    (root / "folder_1").rename(root / "folder_0")
    return {"folder_0", "folder_1"}


def _put_a_folder_in_place_of_a_file(root: Path) -> set[str]:
    (root / "folder_0/article_3.md").unlink()
    (root / "folder_0/article_3.md").mkdir()
    (root / "folder_0/article_3.md/inner.md").write_text("# Inner")
    return {"folder_0/article_3.md", "folder_0/article_3.md/inner.md"}


@pytest.mark.parametrize(
    "change",
    [
        _save_by_renaming,
        _delete,
        _rename_a_folder,
        _put_a_folder_in_place_of_another,
        _put_a_folder_in_place_of_a_file,
    ],
)
def test_a_look_at_what_has_changed_alone_is_as_good_as_one_at_everything(bench, change) -> None:
    bench.write({**many(20), "folder_00/other.md": "# Beside", "folder_0.md": "# Alike"})
    bench.index()
    changed = change(bench.root)
    (bench.root / "unseen.md").write_text("# Unseen")
    bench.index(at=changed)
    assert bench.catalogue.article("unseen.md") is None
    (bench.root / "unseen.md").unlink()
    assert facts(bench) == fresh(bench)
    assert sorted(bench.sink.committed) == [entry.path for entry in bench.library.scan()]
    assert not bench.catalogue.changes(bench.library.scan())


def test_a_single_file_is_looked_at_where_it_has_changed(bench) -> None:
    bench.write({"a.md": "# One", "b.md": "# Other"})
    library = Library.open(bench.root / "a.md")
    assert [entry.path for entry in library.scan_at({"a.md"})] == ["a.md"]
    assert [entry.path for entry in library.scan_at({""})] == ["a.md"]
    assert library.scan_at({"b.md"}) == []
