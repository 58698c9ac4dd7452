import stat
import tempfile
from pathlib import Path

import pytest

from dltui.handoff import private_folder
from dltui.handoff.private_folder import make_private, runtime_folder
from dltui.handoff.refusal import Refusal


def test_it_is_made_for_its_owner_alone(tmp_path):
    folder = tmp_path / "deep" / "dltui"
    assert make_private(folder) is None
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert make_private(folder) is None


@pytest.mark.parametrize("mode", [0o755, 0o770, 0o701])
def test_one_that_others_can_look_into_is_refused(tmp_path, mode):
    folder = tmp_path / "open"
    folder.mkdir()
    folder.chmod(mode)
    assert isinstance(make_private(folder), Refusal)


def test_one_of_somebody_else_is_refused(tmp_path, monkeypatch):
    owner = tmp_path.stat().st_uid
    folder = tmp_path / "theirs"
    folder.mkdir(mode=0o700)
    monkeypatch.setattr(private_folder.os, "getuid", lambda: owner + 1)
    assert isinstance(make_private(folder), Refusal)


def test_a_link_or_a_file_in_its_place_is_refused(tmp_path):
    (tmp_path / "private").mkdir(mode=0o700)
    (tmp_path / "link").symlink_to(tmp_path / "private")
    (tmp_path / "file").write_text("")
    assert isinstance(make_private(tmp_path / "link"), Refusal)
    assert isinstance(make_private(tmp_path / "file"), Refusal)
    assert isinstance(make_private(tmp_path / "file" / "below"), Refusal)


@pytest.mark.parametrize("runtime", ["", "relative", "/does/not/exist"])
def test_without_a_runtime_folder_it_is_named_after_the_user(runtime):
    folder = runtime_folder({"XDG_RUNTIME_DIR": runtime})
    assert folder.parent == Path(tempfile.gettempdir())
    assert folder.name.startswith("dltui-")


def test_the_runtime_folder_of_the_session(tmp_path):
    assert runtime_folder({"XDG_RUNTIME_DIR": str(tmp_path)}) == tmp_path / "dltui"
