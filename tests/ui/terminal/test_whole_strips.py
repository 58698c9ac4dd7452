"""Rows that leave the screen are freed at once."""

import gc
import weakref

from rich.segment import Segment
from textual.strip import Strip

from dltui.ui.terminal.whole_strips import free_whole_strips


class _Strip(Strip):
    """One that can be watched."""

    __slots__ = ("__weakref__",)


def test_a_strip_that_is_not_cut_is_freed_at_once() -> None:
    free_whole_strips()
    strip = _Strip([Segment("abc")], 3)
    watched = weakref.ref(strip)
    gc.disable()
    try:
        assert list(strip.divide([3])) == [strip]
        del strip
        assert watched() is None
    finally:
        gc.enable()


def test_a_strip_is_cut_as_before() -> None:
    free_whole_strips()
    strip = Strip([Segment("abcdef")], 6)
    assert [piece.text for piece in strip.divide([2, 6])] == ["ab", "cdef"]
    assert [piece.text for piece in strip.divide([2, 6, 9])] == ["ab", "cdef"]
    assert [piece.text for piece in strip.divide([4])] == ["abcd"]
