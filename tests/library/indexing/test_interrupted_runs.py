"""Runs that are stopped, killed or find damage: nothing is lost, and the next one goes on."""

import os
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
from tests.library.indexing.libraries import facts, fresh, many


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
