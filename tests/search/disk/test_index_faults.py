"""Files that are cut, garbled or gone, writers that are killed, disks that are full."""

import errno
import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from dltui.errors import DamagedIndexError, IndexBusyError, IndexUnavailableError, OtherVersionError
from dltui.search.disk.contents import NAME
from dltui.search.disk.sections import SectionWriter
from dltui.search.disk.writer import IndexWriter
from dltui.search.index import SearchIndex

QUERIES = ["apple", "number1", '"apple number3"', "heading:part", "app*", "has:table", "title:a"]


@pytest.fixture
def whole(folder: Path, passage) -> dict[str, str]:
    """An index of three segments; returns its fingerprints."""
    with IndexWriter(folder) as writer:
        for at in range(9):
            item = passage(
                f"a{at}.md", f"apple number{at} " * 30, heading=f"Part {at}", features=frozenset({"table"})
            )
            writer.replace(item.path, [item, item], f"print{at}")
            if at % 3 == 2:
                writer.commit()
        return writer.fingerprints


def _ask_everything(folder: Path) -> list[int]:
    index = SearchIndex.open(folder)
    return [index.search(query, typing=False, budget_seconds=None).total for query in QUERIES]


def _mended(folder: Path, passage, whole: dict[str, str]) -> None:
    """Write what the index lacks; then it answers as a new one does."""
    with IndexWriter(folder) as writer:
        for path in whole.keys() - writer.fingerprints.keys():
            at = int(path[1])
            item = passage(
                path, f"apple number{at} " * 30, heading=f"Part {at}", features=frozenset({"table"})
            )
            writer.replace(path, [item, item], whole[path])
        writer.commit()
        assert writer.fingerprints == whole


FILES = ("*.toc", "*.rec", "*.trm", "*.pst")


@pytest.mark.parametrize("pattern", FILES)
@pytest.mark.parametrize("damage", ["empty", "half", "one byte less", "zeroed", "garbage", "gone"])
def test_a_damaged_file_is_noticed_and_what_it_held_is_written_again(
    folder: Path, passage, whole: dict[str, str], pattern: str, damage: str
) -> None:
    before = _ask_everything(folder)
    path = min(folder.glob(pattern))
    data = path.read_bytes()
    damaged = {
        "empty": b"",
        "half": data[: len(data) // 2],
        "one byte less": data[:-1],
        "zeroed": data[:50] + bytes(min(200, len(data) - 50)) + data[250:],
        "garbage": random.Random(1).randbytes(len(data)),  # noqa: S311 - the dice of a test
    }
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(damaged[damage])
    try:
        answers = _ask_everything(folder)
    except DamagedIndexError:
        pass
    else:  # nothing that was asked for stood there, or there is no index any more
        assert answers == before or (damage == "gone" and pattern == "*.toc")
    _mended(folder, passage, whole)
    assert _ask_everything(folder) == before


def _as_the_first_version_named_them(folder: Path) -> None:
    for path in folder.iterdir():
        path.rename(folder / path.name.replace(NAME, f"{NAME}1"))


def _of_a_later_format(folder: Path) -> None:
    (contents,) = folder.glob("*.toc")
    contents.write_bytes(re.sub(rb"index [0-9]+", b"index 999", contents.read_bytes()))


@pytest.mark.parametrize("change", [_as_the_first_version_named_them, _of_a_later_format])
def test_an_index_of_another_version_is_told_as_such_and_begun_anew(
    folder: Path, passage, whole: dict[str, str], change: Callable[[Path], None]
) -> None:
    before = _ask_everything(folder)
    change(folder)
    with pytest.raises(OtherVersionError, match="another version"):
        SearchIndex.open(folder)
    with IndexWriter(folder) as writer:
        assert "another version" in writer.problem
        assert writer.fingerprints == {}
    assert SearchIndex.open(folder).articles == 0
    assert {path.name for path in folder.iterdir() if path.suffix != ".toc"} == {"writer.lock"}
    _mended(folder, passage, whole)
    assert _ask_everything(folder) == before


def test_damage_is_told_once(folder: Path, passage, whole: dict[str, str]) -> None:
    min(folder.glob("*.pst")).write_bytes(b"")
    with IndexWriter(folder) as writer:
        assert writer.problem == "The index is damaged."
    with IndexWriter(folder) as writer:
        assert writer.problem == ""


def test_what_is_open_survives_a_commit_that_removes_its_files(
    folder: Path, passage, whole: dict[str, str]
) -> None:
    index = SearchIndex.open(folder)
    before = index.search("apple", typing=False, budget_seconds=None).total
    with IndexWriter(folder, rebuild=True) as writer:
        writer.replace("new.md", [passage("new.md", "pear")])
    assert index.search("apple", typing=False, budget_seconds=None).total == before
    assert index.search("number2", typing=False, budget_seconds=None).hits
    index.refresh()
    assert index.search("pear", typing=False, budget_seconds=None).total == 1


WRITER = """
import sys
from pathlib import Path
from dltui.model.passage import Passage
from dltui.search.disk.writer import IndexWriter

def passage(path, at):
    return Passage(path, "T", "", "", None, (), "", (), "", 1, f"apple number{at} " * 20)

with IndexWriter(Path(sys.argv[1])) as writer:
    print("writing", flush=True)
    for at in range(10_000):
        path = f"a{at}.md"
        if path not in writer.fingerprints:
            writer.replace(path, [passage(path, at)] * 3, "print")
        if at % 7 == 6:
            writer.commit()
            if at % 35 == 34:
                writer.tidy()
            print(at, flush=True)
"""


def _started(folder: Path, checkout: Path) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(checkout)},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "writing\n"
    return process


def test_a_writer_killed_at_any_instant_leaves_a_whole_index(folder: Path, checkout: Path, passage) -> None:
    chance = random.Random(3)  # noqa: S311 - the dice of a test
    committed = 0
    for _ in range(3):
        process = _started(folder, checkout)
        time.sleep(chance.uniform(0.0, 0.25))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        with IndexWriter(folder) as writer:
            known = writer.fingerprints
            writer.replace("b.md", [passage("b.md", "pear")])
        index = SearchIndex.open(folder)
        answer = index.search("apple", typing=False, budget_seconds=None)
        assert answer.total == 3 * len(known.keys() - {"b.md"})
        assert len(known) >= committed
        assert index.search("pear", typing=False, budget_seconds=None).total == 1
        assert not list(folder.glob("*.tmp"))
        committed = len(known)


def test_others_read_while_one_writes_and_a_second_writer_is_told(folder: Path, checkout: Path) -> None:
    process = _started(folder, checkout)
    try:
        with pytest.raises(IndexBusyError):
            IndexWriter(folder)
        index = SearchIndex.open(folder)
        totals = []
        deadline = time.monotonic() + 20
        while len(set(totals)) < 4 and time.monotonic() < deadline:
            index.refresh()
            answer = index.search("apple", typing=False, budget_seconds=None, limit=5)
            assert answer.total == 3 * index.articles
            totals.append(answer.total)
        assert totals == sorted(totals)
        assert len(set(totals)) >= 4
    finally:
        process.kill()
        process.communicate()


def test_a_forked_helper_does_not_keep_the_lock(folder: Path) -> None:
    writer = IndexWriter(folder)
    waits, go_on = os.pipe()
    started, says = os.pipe()
    helper = os.fork()
    if not helper:
        os.close(go_on)
        os.write(says, b".")
        os.read(waits, 1)
        os._exit(0)
    os.close(waits)
    os.read(started, 1)
    lock, writer._store._lock = writer._store._lock, None
    os.close(lock.fd)  # as when the process dies: nothing is unlocked, only closed
    lock.fd = None
    try:
        IndexWriter(folder).cancel()
    finally:
        os.close(go_on)
        os.waitpid(helper, 0)


def test_a_full_disk_is_one_sentence_and_loses_nothing(
    folder: Path, passage, whole: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _ask_everything(folder)
    files = sorted(path.name for path in folder.iterdir())
    written = SectionWriter.write
    calls = 0

    def full(self: SectionWriter, data: bytes) -> int:
        nonlocal calls
        calls += 1
        if calls > 20:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return written(self, data)

    def attempt() -> None:
        with IndexWriter(folder) as writer:
            for at in range(30):
                writer.replace(f"b{at}.md", [passage(f"b{at}.md", "apple")])

    monkeypatch.setattr(SectionWriter, "write", full)
    with pytest.raises(IndexUnavailableError, match="No space left"):
        attempt()
    monkeypatch.undo()
    assert sorted(path.name for path in folder.iterdir()) == files
    assert _ask_everything(folder) == before
    with IndexWriter(folder) as writer:
        assert writer.fingerprints == whole


def test_a_folder_that_cannot_be_written_is_one_sentence(
    folder: Path, passage, whole: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: str, *_arguments: object) -> int:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(IndexUnavailableError, match="can't be written: Permission denied"):
        IndexWriter(folder)
    monkeypatch.undo()
    blocked = folder / "writer.lock" / "index"
    with pytest.raises(IndexUnavailableError, match="can't be created"):
        IndexWriter(blocked)


def test_a_stale_lock_file_stops_nobody(folder: Path, passage, write: Callable) -> None:
    write(folder, [passage("a.md", "apple")])
    (folder / "writer.lock").write_text("left behind")
    (folder / f"{NAME}.tmp").mkdir(exist_ok=True)
    (folder / f"{NAME}.tmp" / "run").write_text("left behind")
    with IndexWriter(folder) as writer:
        assert set(writer.fingerprints) == {"a.md"}
    assert not (folder / f"{NAME}.tmp").exists()
