"""Garbage is collected while nobody does anything."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from dltui.ui.program import collecting
from dltui.ui.program.collecting import Collecting


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    thresholds = gc.get_threshold()
    yield
    gc.set_threshold(*thresholds)
    gc.unfreeze()


class Clock:
    """A clock that stands still until it is told to go on, and calls what was to be called by then."""

    def __init__(self) -> None:
        self.now = 100.0
        self.waiting: list[tuple[float, object]] = []

    def monotonic(self) -> float:
        return self.now

    def after(self, seconds: float, call) -> None:
        self.waiting.append((self.now + seconds, call))

    def go(self, seconds: float) -> None:
        self.now += seconds
        due, self.waiting = (
            [x for x in self.waiting if x[0] <= self.now],
            [x for x in self.waiting if x[0] > self.now],
        )
        for _, call in due:
            call()


@pytest.fixture
def clock(monkeypatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(collecting, "time", clock)
    return clock


@pytest.fixture
def collections(monkeypatch) -> list[bool]:
    done: list[bool] = []
    monkeypatch.setattr(gc, "collect", lambda _generation=2: done.append(True))
    return done


def test_it_is_collected_once_after_the_last_key(clock: Clock, collections: list[bool]) -> None:
    collecting = Collecting(clock.after, lambda: True)
    collecting.begin()
    for _ in range(10):
        collecting.note_activity()
        clock.go(0.4)
    assert not collections
    assert len(clock.waiting) == 1
    clock.go(0.2)
    assert len(collections) == 1
    clock.go(100)
    assert (len(collections), clock.waiting) == (1, [])
    collecting.note_activity()
    clock.go(2.0)
    assert len(collections) == 2


def test_nothing_is_collected_during_the_start(clock: Clock, collections: list[bool]) -> None:
    Collecting(clock.after, lambda: True).note_activity()
    assert clock.waiting == []


def test_what_was_there_at_the_start_is_never_looked_at_again(clock: Clock) -> None:
    gc.unfreeze()
    Collecting(clock.after, lambda: True).begin()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 1000


class Ring:
    """Refers to itself."""

    def __init__(self) -> None:
        self.itself = self


def test_what_outlives_a_rest_is_set_aside(clock: Clock) -> None:
    collecting = Collecting(clock.after, lambda: True)
    collecting.begin()
    kept = [Ring() for _ in range(1000)]
    collecting.note_activity()
    clock.go(1.0)
    assert not any(type(one) is Ring for one in gc.get_objects())
    assert len(kept) == 1000


def test_rings_that_were_set_aside_are_looked_for_in_a_long_rest(clock: Clock) -> None:
    is_quiet = False
    collecting = Collecting(clock.after, lambda: is_quiet)
    collecting.begin()
    rings = [Ring() for _ in range(100_000)]
    last = weakref.ref(rings[-1])
    collecting.note_activity()
    clock.go(1.0)
    rings.clear()
    for _ in range(30):
        clock.go(1.0)
        collecting.note_activity()
    assert last() is not None
    clock.go(30.0)
    assert last() is not None
    is_quiet = True
    clock.go(1.0)
    assert last() is None


def test_few_rings_are_left_alone(clock: Clock) -> None:
    collecting = Collecting(clock.after, lambda: True)
    collecting.begin()
    for _ in range(5):
        collecting.note_activity()
        clock.go(1.0)
    assert clock.waiting == []
