"""Writing: what is committed can be found, what isn't can't, and the index stays tidy."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dltui.errors import IndexBusyError, IndexUnavailableError
from dltui.model.passage import Hit
from dltui.search.disk import merging
from dltui.search.disk.prepare import prepare
from dltui.search.disk.writer import IndexWriter
from dltui.search.index import SearchIndex


def _found(index: SearchIndex, query: str) -> set[str]:
    return {hit.path for hit in index.search(query, typing=False, budget_seconds=None).hits}


def _hits(index: SearchIndex) -> tuple[Hit, ...]:
    return index.search("pear", article="a.md", budget_seconds=None).hits


def test_a_commit_is_seen_after_a_refresh(folder: Path, passage) -> None:
    index = SearchIndex.open(folder)
    assert (index.articles, index.refresh()) == (0, False)
    with IndexWriter(folder) as writer:
        writer.replace("a.md", [passage("a.md", "apple")])
        writer.commit()
        assert index.refresh()
        assert _found(index, "apple") == {"a.md"}
        writer.replace("b.md", [passage("b.md", "apple")])
        assert not index.refresh()
    assert _found(index, "apple") == {"a.md"}
    assert index.refresh()
    assert _found(index, "apple") == {"a.md", "b.md"}


def test_an_article_is_replaced_whole(folder: Path, passage) -> None:
    with IndexWriter(folder) as writer:
        writer.replace("a.md", [passage("a.md", "apple"), passage("a.md", "pear", heading="Two")])
        writer.commit()
        writer.replace("a.md", [passage("a.md", "plum")])
        writer.replace("a.md", [passage("a.md", "grape")])
    index = SearchIndex.open(folder)
    assert [_found(index, word) for word in ("apple", "pear", "plum", "grape")] == [
        set(),
        set(),
        set(),
        {"a.md"},
    ]
    assert index.articles == 1


def test_a_deleted_article_is_gone(folder: Path, passage) -> None:
    with IndexWriter(folder) as writer:
        for name in "abc":
            writer.replace(f"{name}.md", [passage(f"{name}.md", "apple")])
        writer.commit()
        writer.replace("d.md", [passage("d.md", "apple")])
        writer.delete("d.md")
        writer.delete("a.md")
        writer.delete("nowhere.md")
    index = SearchIndex.open(folder)
    assert _found(index, "apple") == {"b.md", "c.md"}
    assert (index.articles, index.search("apple", typing=False, budget_seconds=None).total) == (2, 2)


def test_an_exception_forgets_what_was_not_committed(folder: Path, passage) -> None:
    def interrupted() -> None:
        with IndexWriter(folder) as writer:
            writer.replace("a.md", [passage("a.md", "apple")])
            writer.commit()
            writer.replace("b.md", [passage("b.md", "apple")])
            writer.delete("a.md")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert _found(SearchIndex.open(folder), "apple") == {"a.md"}
    with IndexWriter(folder) as writer:
        assert set(writer.fingerprints) == {"a.md"}


def test_fingerprints_tell_what_is_there(folder: Path, passage) -> None:
    with IndexWriter(folder) as writer:
        writer.replace("a.md", [passage("a.md", "apple")], "one")
        writer.replace("empty.md", [], "nothing")
        assert writer.fingerprints == {}
        writer.commit()
        assert writer.fingerprints == {"a.md": "one", "empty.md": "nothing"}
        writer.replace("a.md", [passage("a.md", "pear")], "two")
        writer.delete("empty.md")
    with IndexWriter(folder) as writer:
        assert writer.fingerprints == SearchIndex.open(folder).fingerprints == {"a.md": "two"}


def test_an_article_made_ready_elsewhere_is_the_same(folder: Path, passage, tmp_path: Path) -> None:
    passages = [passage("a.md", "apple\nand pear", heading=f"Part {at}", line=at) for at in range(40)]
    with IndexWriter(folder) as writer:
        writer.put(prepare("a.md", iter(passages), "print"))
    with IndexWriter(tmp_path / "other") as writer:
        writer.replace("a.md", passages, "print")
    one, other = SearchIndex.open(folder), SearchIndex.open(tmp_path / "other")
    assert _hits(one) == _hits(other)


def test_rebuilding_forgets_what_was_there_at_the_first_commit(
    folder: Path, passage, write: Callable
) -> None:
    write(folder, [passage("old.md", "apple")])
    index = SearchIndex.open(folder)
    with IndexWriter(folder, rebuild=True) as writer:
        assert writer.fingerprints == {}
        writer.replace("new.md", [passage("new.md", "apple")])
        assert not index.refresh()
        writer.commit()
        index.refresh()
        assert _found(index, "apple") == {"new.md"}


def test_merging_changes_nothing_that_is_found(folder: Path, passage) -> None:
    with IndexWriter(folder) as writer:
        for at in range(30):
            writer.replace(
                f"{at}.md", [passage(f"{at}.md", f"apple number{at}", heading=f"Part {at}", line=at)]
            )
            writer.commit()
        for at in range(0, 30, 3):
            writer.delete(f"{at}.md")
        writer.commit()
        before = SearchIndex.open(folder).search("apple", limit=60, budget_seconds=None)
        rounds = 0
        while writer.tidy():
            rounds += 1
        fingerprints = writer.fingerprints
    index = SearchIndex.open(folder)
    after = index.search("apple", limit=60, budget_seconds=None)
    assert rounds
    assert {hit.path for hit in after.hits} == {hit.path for hit in before.hits} == set(fingerprints)
    assert after.total == before.total == 20
    assert [hit.heading for hit in index.search("number7", typing=False, budget_seconds=None).hits] == [
        "Part 7"
    ]
    assert len(list(folder.glob("*.rec"))) <= merging._MOST_SMALL_SEGMENTS + 1


def test_segments_stay_few_even_if_nobody_tidies(
    folder: Path, passage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dltui.search.disk.writer._MOST_SEGMENTS", 10)
    with IndexWriter(folder) as writer:
        for at in range(25):
            writer.replace(f"{at}.md", [passage(f"{at}.md", "apple")])
            writer.commit()
            assert len(list(folder.glob("*.rec"))) <= 10
    assert SearchIndex.open(folder).search("apple", budget_seconds=None).total == 25


def test_a_segment_that_is_mostly_deleted_is_written_anew(folder: Path, passage) -> None:
    with IndexWriter(folder) as writer:
        for at in range(10):
            writer.replace(f"{at}.md", [passage(f"{at}.md", "apple " * 200)])
        writer.commit()
        size = sum(path.stat().st_size for path in folder.glob("*.pst"))
        for at in range(8):
            writer.delete(f"{at}.md")
        assert writer.tidy()
        assert not writer.tidy()
    assert sum(path.stat().st_size for path in folder.glob("*.pst")) < size
    assert _found(SearchIndex.open(folder), "apple") == {"8.md", "9.md"}


def test_a_large_segment_is_committed_by_itself(
    folder: Path, passage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dltui.search.disk.writer.MOST_PASSAGES", 5)
    with IndexWriter(folder) as writer:
        for at in range(4):
            writer.replace(f"{at}.md", [passage(f"{at}.md", "apple") for _ in range(3)])
        assert writer.pending == 3
        assert len(writer.fingerprints) == 3


def test_there_is_one_writer(folder: Path, passage) -> None:
    with IndexWriter(folder) as writer:
        with pytest.raises(IndexBusyError):
            IndexWriter(folder)
        writer.replace("a.md", [passage("a.md", "apple")])
    with IndexWriter(folder) as writer:
        assert set(writer.fingerprints) == {"a.md"}


def test_a_closed_writer_says_so(folder: Path, passage) -> None:
    with IndexWriter(folder) as writer:
        pass
    writer.cancel()
    with pytest.raises(IndexUnavailableError):
        writer.replace("a.md", [passage("a.md", "apple")])


def test_nothing_written_is_nothing_committed(folder: Path, passage, write: Callable) -> None:
    write(folder, [passage("a.md", "apple")])
    before = sorted(path.name for path in folder.iterdir())
    with IndexWriter(folder) as writer:
        writer.commit()
    assert sorted(path.name for path in folder.iterdir()) == before


def test_strange_names_and_texts_are_written(folder: Path, passage) -> None:
    strange = "odd\tname\n\x00\ud800/🙂.md"
    with IndexWriter(folder) as writer:
        item = passage(
            strange,
            "apple \ud800 \x00\n\t",
            title="T\tT",
            tags=("a\tb",),
            targets=("x\ny",),
            channel="ch\tan",
        )
        writer.replace(strange, [item])
        writer.replace("long.md", [passage("long.md", "w" * 100_000 + " pear " + "字" * 3000)])
    index = SearchIndex.open(folder)
    assert index.search("apple", typing=False, budget_seconds=None).total == 1
    assert _found(index, "pear") == {"long.md"}
    assert _found(index, "w" * 80) == {"long.md"}
    assert _found(index, "字字字") == {"long.md"}
