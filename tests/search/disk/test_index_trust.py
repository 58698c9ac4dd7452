"""An index of Whoosh is a pickle; ours holds none, and is opened only where nobody else can have written it."""

import os
import pickle
import stat
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

import pytest
from whoosh.fields import TEXT, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.util.varints import varint

from dltui.errors import DamagedIndexError, IndexUnavailableError
from dltui.search.disk.contents import NAME
from dltui.search.disk.storage import temporary_folder
from dltui.search.disk.writer import IndexWriter
from dltui.search.index import SearchIndex


class _Payload:
    """Makes a folder when it is unpickled."""

    def __init__(self, target: Path) -> None:
        self._target = target

    def __reduce__(self) -> tuple[object, ...]:
        return (os.mkdir, (str(self._target),))


@pytest.fixture
def planted(folder: Path, passage, tmp_path: Path) -> Path:
    """An index with a table of contents as Whoosh writes it, which runs code; returns the folder that would make."""
    with IndexWriter(folder) as writer:
        writer.replace("a.md", [passage("a.md", "apple")])
    target = tmp_path / "was-run"
    indexes = FileIndex.create(FileStorage(str(folder)), Schema(a=TEXT), NAME)
    (contents,) = folder.glob(f"_{NAME}_*.toc")
    data = contents.read_bytes()
    schema, payload = pickle.dumps(indexes.schema, 2), pickle.dumps(_Payload(target), 2)
    planted = data.replace(_as_string(schema), _as_string(payload))
    assert payload in planted
    contents.write_bytes(planted)
    pickle.loads(payload)  # noqa: S301 - our own
    target.rmdir()  # it was made, so the payload works
    return target


def _as_string(data: bytes) -> bytes:
    """Bytes as Whoosh writes them: their length, seven bits at a time, before them."""
    return varint(len(data)) + data


@pytest.mark.parametrize("mode", [0o755, 0o750, 0o701, 0o777, 0o1777])
def test_a_folder_others_may_enter_is_refused_and_nothing_in_it_is_run(
    folder: Path, planted: Path, mode: int
) -> None:
    folder.chmod(mode)
    for attempt in (SearchIndex.open, IndexWriter):
        with pytest.raises(IndexUnavailableError) as refused:
            attempt(folder)
        assert "others" in refused.value.message
        assert "chmod 700" in refused.value.hint
    assert not planted.exists()


def test_a_folder_of_somebody_else_is_refused(
    folder: Path, planted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: folder.stat().st_uid + 1)
    with pytest.raises(IndexUnavailableError):
        SearchIndex.open(folder)
    with pytest.raises(IndexUnavailableError):
        IndexWriter(folder)
    assert not planted.exists()


def test_a_link_to_a_folder_is_refused(folder: Path, planted: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(folder)
    with pytest.raises(IndexUnavailableError):
        SearchIndex.open(link)
    assert not planted.exists()


def test_trust_is_checked_at_every_refresh(folder: Path, passage) -> None:
    index = SearchIndex.open(folder)
    with IndexWriter(folder) as writer:
        writer.replace("a.md", [passage("a.md", "apple")])
    folder.chmod(0o755)
    with pytest.raises(IndexUnavailableError):
        index.refresh()


def test_even_in_a_trusted_folder_a_planted_table_of_contents_is_not_run(folder: Path, planted: Path) -> None:
    with pytest.raises(DamagedIndexError):
        SearchIndex.open(folder)
    with IndexWriter(folder) as writer:
        assert writer.fingerprints == {}
    assert not planted.exists()


@pytest.mark.parametrize("claim", [b"dltui index 2 %08x\n", b"dltui index 1 %08x\n", b""])
def test_whatever_a_table_of_contents_claims_to_be_it_is_not_unpickled(
    folder: Path, planted: Path, claim: bytes
) -> None:
    (contents,) = folder.glob(f"_{NAME}_*.toc")
    payload = pickle.dumps(_Payload(planted), 2)
    contents.write_bytes((claim % zlib.crc32(payload) if claim else b"") + payload)
    with pytest.raises(DamagedIndexError):
        SearchIndex.open(folder)
    with IndexWriter(folder):
        pass
    assert not planted.exists()


def test_a_new_folder_is_the_users_alone(folder: Path) -> None:
    with IndexWriter(folder):
        pass
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_temporary_folder_can_hold_an_index_and_outlives_its_process_by_little(
    passage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    folder = temporary_folder()
    with IndexWriter(folder) as writer:
        writer.replace("a.md", [passage("a.md", "apple")])
    assert SearchIndex.open(folder).articles == 1
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    orphan, others = tmp_path / f"dltui-index-{gone.pid}-x", tmp_path / f"dltui-index-{gone.pid}-y"
    for place, mode in ((orphan, 0o700), (others, 0o755)):
        place.mkdir()
        place.chmod(mode)
    temporary_folder()
    assert folder.exists()
    assert not orphan.exists()
    assert others.exists()
