"""The indexer runs beside the program; its progress arrives as lines."""

import asyncio
import json
from collections.abc import AsyncGenerator, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass

_BAR_CELLS = 8
_LONG_SECONDS = 100


@dataclass(frozen=True, slots=True)
class IndexProgress:
    """How far the indexer is.

    Attributes:
        state: `scanning`, `mending` (something was damaged), `indexing`, `done`, `busy` (another program is at it) or
            `failed`.
        done: articles read so far, of `total` that have changed.
        per_second: articles a second; 0 while unknown.
        message: one sentence, where there is something to say.
    """

    state: str
    done: int = 0
    total: int = 0
    per_second: float = 0.0
    message: str = ""

    @property
    def sentence(self) -> str:
        """What the status bar shows; empty when all is well."""
        if self.state == "failed":
            return self.message or "The index can't be brought up to date."
        if self.state != "indexing" or not self.total:
            return ""
        parts = [f"indexing {_bar(self.done / self.total)} {self.done:,}/{self.total:,}"]
        if self.per_second >= 1:
            parts.append(f"{self.per_second:,.0f} a second")
        left = (self.total - self.done) / self.per_second if self.per_second else 0
        if left >= 1:
            parts.append(f"{left:.0f} s left" if left < _LONG_SECONDS else f"{left / 60:.0f} min left")
        return " · ".join(parts)


def _bar(part: float) -> str:
    """How far it is, in a few cells."""
    full = min(_BAR_CELLS, int(part * _BAR_CELLS))
    return "━" * full + "─" * (_BAR_CELLS - full)


def parse_progress(line: bytes) -> IndexProgress | None:
    """One line of the indexer; None if it isn't one."""
    try:
        data = json.loads(line)
    except ValueError:
        return None
    if not isinstance(data, dict) or not isinstance(data.get("state"), str):
        return None
    numbers = {
        name: data[name]
        for name in ("done", "total", "per_second")
        if isinstance(data.get(name), int | float)
    }
    return IndexProgress(data["state"], message=str(data.get("message", "")), **numbers)


class SavedPaths:
    """The way to the indexer that runs: what is saved meanwhile is told to it."""

    def __init__(self) -> None:
        self._input: asyncio.StreamWriter | None = None

    def lead_to(self, input_: asyncio.StreamWriter | None) -> None:
        """From now on to another indexer's standard input; None: to none."""
        self._input = input_

    def tell(self, paths: Iterable[str]) -> None:
        """Tell the indexer of paths, see `Watch.changed`; it may have ended, or be past looking."""
        if self._input is not None and not self._input.is_closing():
            self._input.writelines(f"{json.dumps(path)}\n".encode() for path in paths)


async def follow_indexer(command: Sequence[str], saved: SavedPaths) -> AsyncGenerator[IndexProgress, None]:
    """Start the indexer and yield its progress until it ends; it's stopped if the caller stops listening.

    Args:
        command: the argument list to start it with; no shell is involved.
        saved: leads to it while it runs.
    """
    try:
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        yield IndexProgress("failed", message=f"The indexer can't be started: {error.strerror}.")
        return
    last = None
    saved.lead_to(process.stdin)
    try:
        while process.stdout is not None and (line := await process.stdout.readline()):
            if (progress := parse_progress(line)) is not None:
                last = progress
                yield progress
        await process.wait()
        if process.returncode and (last is None or last.state != "failed"):
            yield IndexProgress("failed", message="The indexer ended early; search knows what it had read.")
    finally:
        saved.lead_to(None)
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.terminate()
            await process.wait()  # until then it may hold what the next one needs
