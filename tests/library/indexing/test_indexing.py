"""What is read, and what is read again."""

import os

import pytest

from dltui.library.catalogue.catalogue_writer import CatalogueWriter
from dltui.library.indexing.indexing import IndexProgress
from dltui.library.library import Library
from tests.library.indexing.libraries import article, facts, fresh, many


def test_everything_is_read_once(bench) -> None:
    bench.write(many(20))
    report = bench.index()
    assert (report.indexed, len(report.changes.new), report.unreadable) == (20, 20, [])
    assert (
        sorted(bench.sink.puts)
        == sorted(bench.sink.committed)
        == [entry.path for entry in bench.library.scan()]
    )
    report = bench.index()
    assert (report.indexed, bool(report.changes), bench.sink.puts) == (0, False, [])


def test_only_what_changed_is_read_again(bench) -> None:
    bench.write(many(20))
    bench.index()
    bench.write(
        {"folder_0/article_3.md": article("Said [00:03:11]. Other words now.", "Number 3"), "new.md": "# New"}
    )
    (bench.root / "folder_1/article_4.md").unlink()
    report = bench.index()
    linked_to_what_is_gone = "folder_0/article_12.md"
    assert sorted(bench.sink.puts) == [linked_to_what_is_gone, "folder_0/article_3.md", "new.md"]
    assert report.changes.gone == ("folder_1/article_4.md",)
    assert "folder_1/article_4.md" not in bench.sink.committed
    assert facts(bench) == fresh(bench)


def test_a_file_that_was_only_touched_isnt_indexed_again(bench) -> None:
    bench.write(many(5))
    bench.index()
    os.utime(bench.root / "folder_0/article_0.md", ns=(1, 1))
    report = bench.index()
    assert (report.indexed, len(report.changes.changed)) == (0, 1)
    assert not bench.catalogue.changes(bench.library.scan())


def test_a_change_of_the_same_size_is_seen_by_its_time(bench) -> None:
    bench.write({"a.md": "# One"})
    bench.index()
    bench.write({"a.md": "# Two"})
    os.utime(bench.root / "a.md", ns=(5, 5))
    bench.index()
    assert [found.title for found in bench.catalogue.articles()] == ["Two"]


def test_new_evidence_reads_the_siblings_again(bench) -> None:
    doubtful = article("The economy of silver mines flourished [01:04:00]. Also [02:06:00] and [00:00:09].")
    bench.write({"folder/a.md": doubtful})
    bench.index()
    before = [moment.timestamp.seconds for moment in bench.catalogue.moments("folder/a.md")]
    clean = [f"{n}. Word{n} and thing{n} happened [00:0{n // 6}:{n * 7 % 60:02}]." for n in range(1, 24)]
    clean.append("The economy of silver mines flourished [00:01:04].")
    bench.write({"folder/b.md": article("\n\n".join(clean))})
    bench.index()
    assert sorted(bench.sink.puts) == ["folder/a.md", "folder/b.md"]
    after = [moment.timestamp.seconds for moment in bench.catalogue.moments("folder/a.md")]
    assert (before, after) == ([3840, 7560, 9], [64, 126, 9])
    assert [moment.seconds for moment in bench.sink.passages("folder/a.md")[0].moments] == after
    (bench.root / "folder/b.md").unlink()
    bench.index()
    assert [moment.timestamp.seconds for moment in bench.catalogue.moments("folder/a.md")] == before


def test_an_article_that_appears_is_linked_to_at_once(bench) -> None:
    bench.write({"a.md": "See [[newcomer]]."})
    bench.index()
    assert bench.sink.passages("a.md")[0].features == {"missing"}
    bench.write({"newcomer.md": "# Here"})
    bench.index()
    assert bench.sink.passages("a.md")[0].targets == ("newcomer.md",)
    (bench.root / "newcomer.md").unlink()
    bench.index()
    assert bench.sink.passages("a.md")[0].features == {"missing"}


def test_titles_of_videos_follow_the_channel_page(bench) -> None:
    page = "### [{}](https://www.youtube.com/watch?v=s3MuSOl1Rog)\n"
    bench.write({"folder/a.md": article("text"), "folder/folder.md": page.format("First title")})
    bench.index()
    assert bench.catalogue.article("folder/a.md").video.title == "First title"
    bench.write({"folder/folder.md": page.format("Second title, longer")})
    bench.index()
    assert bench.catalogue.article("folder/a.md").video.title == "Second title, longer"
    bench.write({"folder/folder.md": "nothing"})
    bench.index()
    assert bench.catalogue.article("folder/a.md").video.title == ""


def test_articles_stand_in_the_tree_before_they_are_read(bench) -> None:
    bench.write(many(6))
    with CatalogueWriter(None, bench.catalogue) as writer:
        writer.register(bench.library.scan())
    assert [found.title for found in bench.catalogue.articles("folder_0")] == ["Article 0", "Article 3"]
    assert bench.catalogue.progress() == (0, 6)


def test_progress_grows_to_the_whole(bench) -> None:
    seen: list[IndexProgress] = []
    bench.write(many(130))
    bench.index(progress=seen.append)
    assert [now.done for now in seen] == sorted(now.done for now in seen)
    assert seen[-1] == IndexProgress(130, 130)
    assert seen[0].total == 130


def test_files_that_vanish_or_cant_be_read_are_left_out(bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.write(many(6))
    scan = Library.scan

    def scan_then_lose(self: Library) -> list:
        entries = scan(self)
        (bench.root / "folder_0/article_0.md").unlink()
        broken = bench.root / "folder_1/article_1.md"
        broken.unlink()
        broken.mkdir()
        return entries

    monkeypatch.setattr(Library, "scan", scan_then_lose)
    report = bench.index()
    monkeypatch.setattr(Library, "scan", scan)
    assert (report.indexed, report.unreadable) == (4, ["folder_1/article_1.md"])
    bench.index()
    assert sorted(bench.sink.committed) == [entry.path for entry in bench.library.scan()]
    assert facts(bench) == fresh(bench)


@pytest.mark.parametrize("becomes", ["other words, and more of them", None])
def test_files_that_change_or_vanish_while_they_are_read_are_right_after_the_next_run(
    bench, becomes: str | None
) -> None:
    bench.write(many(6))
    source, changed = Library.source, set()

    def read_then_change(self: Library, path: str) -> object:
        found = source(self, path)
        if path not in changed:
            changed.add(path)
            place = bench.root / path
            if becomes is None:
                place.unlink()
            else:
                place.write_text(f"# Title\n\n{becomes} {path}", "utf-8")
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Library, "source", read_then_change)
        bench.index()
    assert len(changed) == 6
    bench.index()
    assert sorted(bench.sink.committed) == [entry.path for entry in bench.library.scan()]
    assert facts(bench) == fresh(bench)


def test_an_index_that_was_lost_is_filled_again(bench) -> None:
    bench.write(many(8))
    bench.index()
    bench.sink.committed.pop("folder_0/article_3.md")
    bench.sink.committed["folder_1/article_4.md"] = ("folder_1/article_4.md", "another fingerprint", ())
    bench.sink.committed["never/heard_of.md"] = ("never/heard_of.md", "", ())
    bench.index()
    assert sorted(bench.sink.puts) == ["folder_0/article_3.md", "folder_1/article_4.md"]
    assert sorted(bench.sink.committed) == [entry.path for entry in bench.library.scan()]


def test_a_catalogue_that_was_cleared_is_filled_again(bench) -> None:
    bench.write(many(8))
    bench.index()
    before = facts(bench)
    with CatalogueWriter(None, bench.catalogue) as writer:
        writer.clear()
        assert bench.catalogue.articles() == ()
    bench.index()
    assert facts(bench) == before


def test_the_first_answers_come_from_everywhere(bench) -> None:
    bench.write({f"folder_{number % 20:02}/article_{number}.md": "# Part" for number in range(600)})

    class StoppedError(Exception):
        pass

    def stop(_: IndexProgress) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        bench.index(progress=stop)
    assert 0 < len(bench.sink.committed) < 50
    assert len({path.partition("/")[0] for path in bench.sink.committed}) > 5
    assert bench.catalogue.progress()[1] == 600
    bench.index()
    assert facts(bench) == fresh(bench)
