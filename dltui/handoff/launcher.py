"""Starting programs that live on their own: no shell, no terminal, no trace on the screen."""

import subprocess
import threading
from collections.abc import Mapping, Sequence
from typing import Protocol


class Process(Protocol):
    """A program that was started."""

    def wait(self, timeout_seconds: float) -> int | None:
        """Its exit code as soon as it ends; None if it still runs after that time."""


class Launcher(Protocol):
    """What starts programs; tests bring their own."""

    def start(self, argv: Sequence[str], environment: Mapping[str, str]) -> Process:
        """Start a program.

        Args:
            argv: its path and arguments; no shell reads them.
            environment: the program's whole environment.

        Raises:
            OSError: it can't be started.
        """


class DetachedLauncher:
    """Starts programs in a session of their own, away from the terminal; none is left as a zombie."""

    def start(self, argv: Sequence[str], environment: Mapping[str, str]) -> Process:
        """See `Launcher.start`."""
        process = subprocess.Popen(
            list(argv),
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        return _DetachedProcess(process)


class _DetachedProcess:
    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._ended = threading.Event()
        self._process = process
        # Nobody asks again once it is left alone, and without a wait it would stay a zombie.
        threading.Thread(target=self._reap, name=f"reap-{process.pid}", daemon=True).start()

    def _reap(self) -> None:
        self._process.wait()
        self._ended.set()

    def wait(self, timeout_seconds: float) -> int | None:
        """See `Process.wait`."""
        return self._process.returncode if self._ended.wait(timeout_seconds) else None


def run_in_terminal(argv: Sequence[str], environment: Mapping[str, str]) -> bool:
    """Run a program that draws on the terminal and wait for its end; the caller has given the terminal away.

    Returns:
        Whether it could be started.
    """
    try:
        subprocess.run(list(argv), env=dict(environment), check=False)
    except (OSError, ValueError):
        return False
    return True
