"""What is saved while the indexer is at work is found at once, and what was read before doesn't come back."""

import pytest

from dltui.library.indexing.workers import Workers
from tests.library.indexing.libraries import facts, fresh, many

_COUNT = 300


@pytest.fixture(params=["one after another", "ahead"])
def _reading(request, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are read when their turn comes, or long before, as helpers do."""
    read = Workers.read

    def read_ahead(workers: Workers, paths, *, whole: bool):
        return iter(list(read(workers, paths, whole=whole)))

    if request.param == "ahead":
        monkeypatch.setattr(Workers, "read", read_ahead)


class _Editor:
    """Changes files when the indexer asks for the n-th time, and looks at what is committed when it asks again."""

    def __init__(self, bench, at: int, change) -> None:
        self.bench = bench
        self.change = change
        self.committed: dict[str, str] = {}
        self._left = at

    def __call__(self) -> set[str]:
        self._left -= 1
        if self._left == -1:
            passages = {path: self.bench.sink.passages(path) for path in self.bench.sink.committed}
            self.committed = {path: " ".join(one.text for one in found) for path, found in passages.items()}
        return self.change(self.bench) if self._left == 0 else set()


def _save_one_that_waits(bench) -> set[str]:
    bench.write({"folder_2/article_299.md": "# Saved\n\nA chrysalis. See [[article_4]]."})
    return {"folder_2/article_299.md"}


def _save_one_that_is_done(bench) -> set[str]:
    bench.write({"folder_0/article_0.md": "# Saved\n\nA chrysalis. See [[article_4]]."})
    return {"folder_0/article_0.md"}


def _save_a_new_one(bench) -> set[str]:
    bench.write({"folder_9/new.md": "# New\n\nA chrysalis. See [[article_4]]."})
    return {"folder_9", "folder_9/new.md"}


def _delete_and_save(bench) -> set[str]:
    (bench.root / "folder_2/article_299.md").unlink()
    (bench.root / "folder_0/article_0.md").unlink()
    return {"folder_2/article_299.md", "folder_0/article_0.md"} | _save_a_new_one(bench)


@pytest.mark.usefixtures("_reading")
@pytest.mark.parametrize("at", [1, 2, 4, 6])
@pytest.mark.parametrize(
    "change", [_save_one_that_waits, _save_one_that_is_done, _save_a_new_one, _delete_and_save]
)
def test_it_is_found_before_the_others(bench, change, at: int) -> None:
    bench.write(many(_COUNT))
    editor = _Editor(bench, at, change)
    bench.index(saved=editor)
    assert [path for path, text in editor.committed.items() if "chrysalis" in text]
    assert len(editor.committed) < _COUNT
    assert facts(bench) == fresh(bench)
    assert not bench.catalogue.changes(bench.library.scan())
    assert sorted(bench.sink.committed) == [entry.path for entry in bench.library.scan()]
    assert bench.index().indexed == 0


@pytest.mark.usefixtures("_reading")
def test_a_whole_folder_waits_for_its_turn(bench) -> None:
    bench.write(many(_COUNT))

    def rename(bench) -> set[str]:
        (bench.root / "folder_1").rename(bench.root / "renamed")
        return {"folder_1", "renamed"}

    report = bench.index(saved=_Editor(bench, 2, rename))
    assert len(report.changes.gone) == _COUNT // 3
    assert facts(bench) == fresh(bench)
    assert bench.index().indexed == 0
