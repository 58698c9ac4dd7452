import os
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from dltui.errors import IndexUnavailableError
from dltui.library.catalogue.catalogue_writer import CatalogueWriter
from dltui.library.catalogue.store import catalogue_file
from dltui.library.indexing.indexing import IndexProgress, index_articles
from dltui.library.library import Library

VIDEO = "s3MuSOl1Rog"


def article(body: str, title: str = "A title", video: str = VIDEO) -> str:
    return f"---\ntitle: {title}\nvideoId: {video}\n---\n\nFrom: [[folder]] <br/>\n\n{body}\n"


def many(count: int) -> dict[str, str]:
    return {
        f"folder_{number % 3}/article_{number}.md": article(
            f"# Part\n\nSaid [00:0{number % 9}:11]. See [[article_{(number * 7) % count}]].",
            f"Number {number}",
        )
        for number in range(count)
    }


def facts(bench) -> dict:
    catalogue = bench.catalogue
    return {
        entry.path: (
            entry,
            catalogue.body(entry.path),
            catalogue.links(entry.path),
            bench.sink.passages(entry.path),
        )
        for entry in catalogue.articles()
    }


def fresh(bench):
    """What a first run over the same files gives."""
    other = type(bench)(bench.root, None)
    other.index()
    return facts(other)


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


def test_a_run_that_is_stopped_goes_on_where_it_was(kept_bench) -> None:
    kept_bench.write(many(180))

    class StoppedError(Exception):
        pass

    def stop(now: IndexProgress) -> None:
        if now.done >= 120:
            raise StoppedError

    with pytest.raises(StoppedError):
        kept_bench.index(progress=stop)
    kept_bench.sink.pending.clear()
    done = len(kept_bench.sink.committed)
    assert done >= 100
    report = kept_bench.index()
    assert report.indexed == 180 - done
    assert facts(kept_bench) == fresh(kept_bench)


def test_helpers_give_the_same_as_one_process(kept_bench) -> None:
    kept_bench.write(many(120))
    with CatalogueWriter(kept_bench.cache, kept_bench.catalogue) as writer:
        prepare = sys.modules[type(kept_bench).__module__].prepare
        report = index_articles(kept_bench.library, writer, kept_bench.sink, prepare, processes=2)
    assert report.indexed == 120
    assert facts(kept_bench) == fresh(kept_bench)


def prepare_and_die(path: str, passages: tuple, fingerprint: str) -> tuple:
    if path.endswith("_40.md") and os.getpid() != int(os.environ["DLTUI_TEST_PARENT"]):
        os.kill(os.getpid(), signal.SIGKILL)
    return path, fingerprint, tuple(passages)


def test_this_process_goes_on_where_a_helper_was_killed(kept_bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DLTUI_TEST_PARENT", str(os.getpid()))
    kept_bench.write(many(120))
    with CatalogueWriter(kept_bench.cache, kept_bench.catalogue) as writer:
        index_articles(kept_bench.library, writer, kept_bench.sink, prepare_and_die, processes=2)
    assert facts(kept_bench) == fresh(kept_bench)


RUNNER = """
    import sys
    from pathlib import Path
    from dltui.library.catalogue.catalogue_writer import CatalogueWriter
    from dltui.library.indexing.indexing import index_articles
    from dltui.library.library import Library

    class Sink:
        fingerprints = {}
        def put(self, prepared): pass
        def delete(self, path): pass
        def commit(self): pass

    def prepare(path, passages, fingerprint):
        return list(passages)

    root, cache = map(Path, sys.argv[1:])
    with CatalogueWriter(cache) as writer:
        print("ready", flush=True)
        index_articles(Library.open(root), writer, Sink(), prepare, processes=0)
        print("done", flush=True)
"""


@pytest.mark.parametrize("wait_seconds", [0.0, 0.1, 0.3])
def test_a_kill_at_any_instant_loses_nothing(
    kept_bench, checkout: Path, tmp_path: Path, wait_seconds: float
) -> None:
    kept_bench.write(many(110))
    kept_bench.catalogue.close()
    script = tmp_path / "runner.py"
    script.write_text(textwrap.dedent(RUNNER))
    runner = subprocess.Popen(
        [sys.executable, str(script), str(kept_bench.root), str(kept_bench.cache)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(checkout)},
    )
    assert runner.stdout is not None
    assert runner.stdout.readline() == b"ready\n"
    time.sleep(wait_seconds)
    runner.send_signal(signal.SIGKILL)
    runner.wait()
    runner.stdout.close()
    again = type(kept_bench)(kept_bench.root, kept_bench.cache)
    again.index()
    assert again.catalogue.problem == ""
    assert facts(again) == fresh(again)


def test_a_catalogue_damaged_during_the_run_is_made_anew(kept_bench) -> None:
    kept_bench.write(many(60))
    kept_bench.index()
    before = facts(kept_bench)
    kept_bench.catalogue.close()
    data = bytearray(catalogue_file(kept_bench.cache).read_bytes())
    data[4096:] = b"\xaa" * (len(data) - 4096)
    catalogue_file(kept_bench.cache).write_bytes(data)
    again = type(kept_bench)(kept_bench.root, kept_bench.cache)
    again.index()
    assert again.catalogue.problem
    assert facts(again) == before


def test_a_sink_that_cant_be_written_stops_the_run_with_a_sentence(bench) -> None:
    bench.write(many(3))

    def refuse() -> None:
        raise IndexUnavailableError("the disk is full")

    bench.sink.commit = refuse
    with pytest.raises(IndexUnavailableError):
        bench.index()
    del bench.sink.commit
    assert bench.index().indexed == 3


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
