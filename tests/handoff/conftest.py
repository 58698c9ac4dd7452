"""Fake programs for the ladder, and a launcher that starts nothing."""

import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from dltui.handoff.launcher import Process
from dltui.handoff.player import Player
from tests.handoff.fake_mpv import FakeMpv

MakeProgram = Callable[..., Path]


class FakeProcess:
    """Ends with `code`, or runs for ever where that is None."""

    def __init__(self, code: int | None) -> None:
        self.code = code
        self.waited: list[float] = []

    def wait(self, timeout_seconds: float) -> int | None:
        self.waited.append(timeout_seconds)
        return self.code


class FakeLauncher:
    """Writes down what it is told to start; `codes` says how each program (by file name) ends."""

    def __init__(self, codes: Mapping[str, int | None] | None = None, broken: Sequence[str] = ()) -> None:
        self.codes = codes or {}
        self.broken = broken
        self.started: list[tuple[str, ...]] = []
        self.environments: list[dict[str, str]] = []
        self.processes: list[FakeProcess] = []

    def start(self, argv: Sequence[str], environment: Mapping[str, str]) -> Process:
        name = Path(argv[0]).name
        if name in self.broken:
            raise OSError("exec format error")
        self.started.append(tuple(argv))
        self.environments.append(dict(environment))
        process = FakeProcess(self.codes.get(name, 0))
        self.processes.append(process)
        return process

    @property
    def names(self) -> list[str]:
        return [Path(argv[0]).name for argv in self.started]


@pytest.fixture
def programs(tmp_path: Path) -> MakeProgram:
    """Makes an executable file in the only folder of the fake PATH, and gives that folder."""
    folder = tmp_path / "bin"
    folder.mkdir()

    def make(*names: str, script: str = "exit 0", target: str = "") -> Path:
        for name in names:
            file = folder / name
            if target:
                file.symlink_to(target)
            else:
                file.write_text(f"#!/bin/sh\n{script}\n")
                file.chmod(0o755)
        return folder

    return make


@pytest.fixture
def fake_launcher() -> Callable[..., FakeLauncher]:
    return FakeLauncher


@pytest.fixture
def folder():
    """Short enough for a socket's path, and private."""
    made = Path(tempfile.mkdtemp(prefix="dltui-"))
    yield made
    shutil.rmtree(made)


@pytest.fixture
async def mpv(folder):
    fake = FakeMpv(folder / "mpv.sock")
    yield fake
    await fake.die()


@pytest.fixture
async def player(folder, programs, fake_launcher):
    """A Player whose mpv is never really started, with the launcher as an attribute."""
    made = []

    def make(command=("mpv",), *, codes=None, broken=(), environment=None, installed=("mpv",), **settings):
        launcher = fake_launcher({"mpv": None, **(codes or {})}, broken)
        surroundings = {"PATH": str(programs(*installed)), "DISPLAY": ":0", **(environment or {})}
        settings = {"start_seconds": 0.0, "reply_seconds": 2.0, "platform": "linux", **settings}
        one = Player(surroundings, command, folder=folder, launcher=launcher, **settings)
        one.launcher = launcher
        made.append(one)
        return one

    yield make
    for one in made:
        await one.close()
