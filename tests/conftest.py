"""What every test runs in: a home of its own, no network, no browser, no clipboard."""

import os
import socket
import subprocess
import sys
import webbrowser
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

# With the same examples at each run, a red run means that the change broke something; at a desk the search goes on.
# No deadlines: a test that is late on a busy machine has found nothing.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", settings.get_profile("here"), derandomize=True, print_blob=True)
settings.load_profile("here")
if os.environ.get("CI"):
    settings.load_profile("ci")

# Tests start the program in some hundred processes: without bytecode each would compile all of it anew.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

_HOME_VARIABLES = {
    "HOME": "",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_RUNTIME_DIR": "runtime",
}
_TELLTALE = (
    "BROWSER",
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "SSH_CONNECTION",
    "SSH_CLIENT",
    "SSH_TTY",
    "TMUX",
    "STY",
    "DLTUI_LIBRARY",
    "NO_COLOR",
)


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A fresh folder for each test. `mktemp` looks through all earlier ones for the next free number."""
    top = tmp_path_factory.mktemp("homes")
    return (top / str(number) for number in count())


@pytest.fixture(autouse=True)
def _own_world(_homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    home = next(_homes)
    home.mkdir()
    for name, below in _HOME_VARIABLES.items():
        folder = home / below
        folder.mkdir(exist_ok=True, mode=0o700)
        monkeypatch.setenv(name, str(folder))
    for name in _TELLTALE:
        monkeypatch.delenv(name, raising=False)

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise AssertionError("a test tried to leave this machine or to open a browser")

    monkeypatch.setattr(webbrowser, "open", refuse)
    real_connect = socket.socket.connect

    def connect(self: socket.socket, address: object) -> None:
        if self.family != socket.AF_UNIX:
            refuse()
        real_connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", connect)


def pytest_xdist_auto_num_workers() -> int:
    """Three for each core: the tests of the screen and of the terminal mostly wait."""
    return 3 * (os.cpu_count() or 1)


@pytest.fixture
def checkout() -> Path:
    """The project's top folder."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture
def run_dltui(tmp_path: Path):
    """Run the command line in a process of its own, from an empty folder."""
    empty = tmp_path / "empty"
    empty.mkdir()

    def run(*arguments: str, **extra: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parent.parent), **extra}
        return subprocess.run(
            [sys.executable, "-m", "dltui", *arguments],
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=empty,
            env=environment,
            check=False,
            stdin=subprocess.DEVNULL,
            timeout=60,
        )

    return run
