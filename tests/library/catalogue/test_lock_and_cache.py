import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from dltui.errors import IndexBusyError, IndexUnavailableError
from dltui.library.catalogue.cache import cache_folder, check_private
from dltui.library.catalogue.lock import WriterLock


def test_a_cache_folder_is_private_and_one_per_library(tmp_path: Path) -> None:
    one = cache_folder(tmp_path / "a" / "notes", tmp_path / "cache")
    other = cache_folder(tmp_path / "b" / "notes", tmp_path / "cache")
    assert one != other
    assert one == cache_folder(tmp_path / "a" / "notes", tmp_path / "cache")
    assert one.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("mode", [0o755, 0o770, 0o777, 0o500, 0o1700])
def test_a_folder_of_another_mode_is_refused(tmp_path: Path, mode: int) -> None:
    folder = tmp_path / "cache"
    folder.mkdir()
    folder.chmod(mode)
    with pytest.raises(IndexUnavailableError, match="mode"):
        check_private(folder)


def test_a_link_or_a_file_or_nothing_is_refused(tmp_path: Path) -> None:
    real = tmp_path / "real"
    real.mkdir(mode=0o700)
    (tmp_path / "link").symlink_to(real)
    (tmp_path / "file").touch()
    for name in ("link", "file", "gone"):
        with pytest.raises(IndexUnavailableError):
            check_private(tmp_path / name)


def test_a_folder_of_somebody_else_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "cache"
    folder.mkdir(mode=0o700)
    owner = folder.stat().st_uid
    monkeypatch.setattr(os, "getuid", lambda: owner + 1)
    with pytest.raises(IndexUnavailableError, match="somebody else"):
        check_private(folder)


def test_a_name_of_any_characters_makes_a_plain_folder(tmp_path: Path) -> None:
    folder = cache_folder(tmp_path / "…/\x1b]0;x\x07 ü" / "n\nä", tmp_path / "cache")
    assert folder.name.isascii()
    assert folder.parent == tmp_path / "cache"


def test_a_cache_that_cant_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "cache").touch()
    with pytest.raises(IndexUnavailableError):
        cache_folder(tmp_path, tmp_path / "cache")


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    first = WriterLock(tmp_path)
    with pytest.raises(IndexBusyError):
        WriterLock(tmp_path)
    first.close()
    with WriterLock(tmp_path):
        pass


def test_the_lock_of_a_killed_writer_is_free(tmp_path: Path, checkout: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from dltui.library.catalogue.lock import WriterLock;"
        "lock = WriterLock(Path(sys.argv[1])); print('held', flush=True); time.sleep(60)"
    )
    held = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, cwd=checkout)
    assert held.stdout is not None
    assert held.stdout.readline() == b"held\n"
    with pytest.raises(IndexBusyError):
        WriterLock(tmp_path)
    held.kill()
    held.wait()
    held.stdout.close()
    WriterLock(tmp_path).close()


def test_a_forked_helper_doesnt_keep_the_lock(tmp_path: Path, checkout: Path) -> None:
    code = (
        "import os, sys, time; from pathlib import Path; from dltui.library.catalogue.lock import WriterLock\n"
        "lock = WriterLock(Path(sys.argv[1]))\n"
        "helper = os.fork()\n"
        "if helper: print(helper, flush=True)\n"
        "time.sleep(60)"
    )
    held = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, cwd=checkout)
    assert held.stdout is not None
    helper = int(held.stdout.readline())
    held.kill()
    held.wait()
    held.stdout.close()
    try:
        for _ in range(100):  # the helper may not have run yet
            with suppress(IndexBusyError):
                WriterLock(tmp_path).close()
                break
            time.sleep(0.02)
        WriterLock(tmp_path).close()
    finally:
        os.kill(helper, signal.SIGKILL)


def test_a_lock_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("kept")
    (tmp_path / "writer.lock").symlink_to(tmp_path / "precious")
    with pytest.raises(IndexUnavailableError):
        WriterLock(tmp_path)
    assert (tmp_path / "precious").read_text() == "kept"
