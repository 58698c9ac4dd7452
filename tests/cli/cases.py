"""Tables of cases in Markdown files: a title, an input between lines of a dot, and what is expected of it.

title
.
input
.
expected
.
"""

from pathlib import Path
from typing import NamedTuple


class Case(NamedTuple):
    """One case; `line` is where it stands in its file."""

    line: int
    title: str
    given: str
    expected: str


def cases_in(name):
    """The cases of a file beside this one."""
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    dots = [number for number, line in enumerate(lines) if line == "."]
    assert len(dots) % 3 == 0, f"{name}: a dot is missing"
    return [
        Case(
            first,
            lines[first - 1],
            "\n".join(lines[first + 1 : second]),
            "\n".join(lines[second + 1 : third]),
        )
        for first, second, third in zip(dots[::3], dots[1::3], dots[2::3], strict=True)
    ]
