"""Notices what is saved into a library while it is open: told by the system, or else by looking at the files."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import suppress

from dltui.library.library import Library
from dltui.library.watch import Watch

#: An editor writes in several steps, a download in many: what comes together is told once.
_GATHER_SECONDS = 0.1
#: How often the files are looked at where nobody tells: not less often than each second, if that costs little.
_LOOK_SECONDS = 0.7
_MOST_OF_THE_TIME = 0.05
#: And where somebody tells, as files on a network may be changed by other machines unheard.
_LOOK_ANYWAY_SECONDS = 15.0


async def library_changes(library: Library) -> AsyncIterator[set[str]]:
    """Yield whenever articles of a library have come, changed or gone: their paths, see `Watch.changed`."""
    watch = await asyncio.to_thread(_watch, library)
    known, cost = (None, 0.0) if watch else await asyncio.to_thread(_look, library)
    try:
        while True:
            least = _LOOK_ANYWAY_SECONDS if watch else _LOOK_SECONDS
            told = await _told(watch, max(least, cost / _MOST_OF_THE_TIME))
            if watch is not None and told:
                await asyncio.sleep(_GATHER_SECONDS)
                known = None
                yield told | watch.changed()
                continue
            now, cost = await asyncio.to_thread(_look, library)
            if known not in (None, now):
                yield {""}
            known = now
    finally:
        if watch is not None:
            watch.close()


def _watch(library: Library) -> Watch | None:
    with suppress(OSError):
        return Watch(library.root, deep=not library.only)
    return None


def _look(library: Library) -> tuple[int, float]:
    """A number that differs when the files do, and what it cost to find, in seconds."""
    began = time.thread_time()
    return hash(tuple(library.scan())), time.thread_time() - began


async def _told(watch: Watch | None, seconds: float) -> set[str]:
    """Wait until the system tells of a change, but not longer than so many seconds; what it told."""
    changed: set[str] = set()
    if watch is None:
        await asyncio.sleep(seconds)
        return changed
    loop = asyncio.get_running_loop()
    told = asyncio.Event()

    def read() -> None:
        changed.update(watch.changed())
        if changed:
            told.set()

    loop.add_reader(watch, read)
    try:
        with suppress(TimeoutError):
            await asyncio.wait_for(told.wait(), seconds)
    finally:
        loop.remove_reader(watch)
    return changed
