"""What the reader costs, beside bare Textual and beside Textual's own Markdown widget in the same run.

    python tests/benchmarks/bench_reader.py LIBRARY SMALL LARGE

SMALL and LARGE are paths of articles within the library. Every program runs on a pseudo-terminal of 120 by 40; the
figures are medians of CPU time of all threads (see `terminal_program`), from the key to the first bytes and to the last
ones before a tenth of a second of silence. Bare Textual is one view of 10,000 plain lines that does the same; where we
open an article from a dialog, it only closes an empty one. The Markdown widget opens its pages without a dialog, so it is
compared with what Enter in the tree costs; SMALL and LARGE must not be the last articles of their categories.
"""

import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from terminal_program import Cost, Program

_BARE = """
from rich.segment import Segment
from textual.app import App
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.scroll_view import ScrollView
from textual.strip import Strip
class Lines(ScrollView, can_focus=True):
    BINDINGS = [("j", "go(1)"), ("space", "go(38)"), ("b", "go(-38)"), ("G", "go(9000)"), ("g", "go(-9000)")]
    def on_mount(self):
        self.virtual_size = Size(100, 10_000)
    def action_go(self, rows):
        self.scroll_to(y=self.scroll_offset.y + rows, animate=False, immediate=True)
    def render_line(self, y):
        text = f"line {y + self.scroll_offset.y} " + "words of a line " * 5
        return Strip([Segment(text)]).adjust_cell_length(self.size.width)
class Box(ModalScreen):
    BINDINGS = [("enter", "dismiss")]
class Bare(App):
    BINDINGS = [("t", "turn"), ("o", "ask")]
    def compose(self):
        yield Lines()
    def action_ask(self):
        self.push_screen(Box())
    def action_turn(self):
        self.theme = "textual-dark" if self.theme == "textual-light" else "textual-light"
Bare().run()
"""
_WIDGET = """
import sys
from textual.app import App
from textual.containers import VerticalScroll
from textual.widgets import Markdown
class Page(App):
    BINDINGS = [("1", "show(1)"), ("2", "show(2)")]
    def compose(self):
        with VerticalScroll():
            yield Markdown("# Start")
    async def action_show(self, number):
        await self.query_one(Markdown).update(open(sys.argv[number]).read())
Page().run()
"""
_EMPTY = "from textual.app import App; App().run()"
_PAINT_SECONDS = 0.4
#: CPU ms to the first bytes for what opens or jumps, to the last ones for what scrolls or repaints; MB above an empty library.
_BOUNDS = {
    "open from the tree": 40.0,
    "open from a dialog": 40.0,
    "scroll a line": 8.0,
    "the same, in the middle": 8.0,
    "page down": 16.0,
    "resize": 30.0,
    "another theme": 30.0,
    "jump to the end": 50.0,
    "jump to the last heading": 50.0,
    "find what stands far down": 50.0,
}
_TO_FIRST = {
    "open from the tree",
    "open from a dialog",
    "jump to the end",
    "jump to the last heading",
    "find what stands far down",
}


def _repeat(times: int, act: Callable[[int], Cost]) -> Cost:
    return Cost.median([act(turn) for turn in range(times)])


def _title(path: str) -> str:
    return Path(path).stem.replace("_", " ")


def _far_text(source: str) -> str:
    """Letters that stand only near the end of a text, though all but the last of them stand near its top."""
    low = source.lower()
    for word in reversed(re.findall(r"[a-z]{4,}", low)):
        for size in range(3, len(word) + 1):
            if low.find(word[:size]) > len(low) * 0.85 and low.find(word[: size - 1]) < len(low) * 0.3:
                return word[:size]
    return low.split()[-1]


def _open(program: Program, path: str) -> Cost:
    program.press("\x0f")  # quick open
    program.type(_title(path))
    cost = program.press("\r")
    program.settle()
    return cost


def _open_in_tree(program: Program) -> Cost:
    """From the next article in the tree back to the one the program began with."""

    def turn(key: str) -> Cost:
        program.press("1")
        program.press(key)
        cost = program.press("\r")
        program.settle(0.8)
        return cost

    return _repeat(7, lambda _: (turn("j"), turn("k"))[1])


def _scrolling(program: Program) -> dict[str, Cost]:
    return {
        "scroll a line": _repeat(15, lambda _: program.press("j")),
        "page down": _repeat(
            14, lambda turn: program.press(" b"[turn % 2])
        ),  # and up: a short article has few pages
        "resize": _repeat(8, lambda turn: program.resize(100 + 20 * (turn % 2), 40)),
    }


def _jumping(program: Program, far: str) -> dict[str, Cost]:
    def begin() -> None:
        program.press("g")
        program.press("g")

    def heading(_: int) -> Cost:
        program.press("O")
        program.press("G")
        cost = program.press("\r")
        program.press("\x1b", _PAINT_SECONDS)
        program.press("O")
        begin()
        return cost

    def find(_: int) -> Cost:
        begin()
        program.press("/")
        program.type(far[:-1])
        cost = program.press(far[-1])
        program.press("\r")
        return cost

    def end(_: int) -> Cost:
        begin()
        return program.press("G")

    found = {
        "jump to the end": _repeat(5, end),
        "jump to the last heading": _repeat(5, heading),
        "find what stands far down": _repeat(5, find),
    }
    program.settle()
    found["the same, in the middle"] = _repeat(15, lambda _: program.press("k"))
    program.press("t", _PAINT_SECONDS)
    found["another theme"] = _repeat(6, lambda turn: program.press("jk"[turn % 2], _PAINT_SECONDS))
    return found


def _ours(library: str, small: str, large: str) -> tuple[list[dict[str, Cost]], tuple[float, float]]:
    """What each step costs on both pages, and the MB right after the start with either."""
    opened = Program([sys.executable, "-m", "dltui", library, "--article", large])
    memory = _memory_of("-m", "dltui", library, "--article", small), opened.memory_mb
    openings: dict[str, list[Cost]] = {small: [], large: []}
    for _ in range(5):
        for path, costs in openings.items():
            costs.append(_open(opened, path))
    opened.close()
    columns = []
    for path in (small, large):
        program = Program([sys.executable, "-m", "dltui", library, "--article", path])
        column = {
            "open from a dialog": Cost.median(openings[path]),
            "open from the tree": _open_in_tree(program),
        }
        column |= _scrolling(program)
        column |= _jumping(program, _far_text((Path(library) / path).read_text("utf-8")))
        program.close()
        columns.append(column)
    return columns, memory


def _bare() -> dict[str, Cost]:
    program = Program([sys.executable, "-c", _BARE])
    costs = _scrolling(program)
    costs["the same, in the middle"] = costs["scroll a line"]
    costs["jump to the end"] = _repeat(6, lambda turn: program.press("Gg"[turn % 2]))
    costs["another theme"] = _repeat(6, lambda _: program.press("t", _PAINT_SECONDS))
    costs["open from a dialog"] = _repeat(6, lambda _: (program.press("o"), program.press("\r"))[1])
    program.close()
    return costs


def _widget(library: str, small: str, large: str) -> tuple[Cost, Cost, float]:
    """What the Markdown widget costs: small, large, and its memory in MB. It draws long after its first bytes."""
    program = Program([sys.executable, "-c", _WIDGET, str(Path(library, small)), str(Path(library, large))])
    costs = program.press("1", 2.0), program.press("2", 15.0)
    memory = program.memory_mb
    program.close()
    return (*costs, memory)


def _memory_of(*arguments: str) -> float:
    program = Program([sys.executable, *arguments])
    memory = program.memory_mb
    program.close()
    return memory


def main() -> None:
    """Measure and tell."""
    library, small, large = sys.argv[1:4]
    bare = _bare()
    (of_small, of_large), memory = _ours(library, small, large)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "page.md").write_text("# A page without text\n")
        nothing = _memory_of("-m", "dltui", folder)
    widget_small, widget_large, widget_memory = _widget(library, small, large)
    empty = _memory_of("-c", _EMPTY)
    print(f"CPU ms to the first and the last bytes; small: {small}, large: {large}\n")
    print(f"{'':26}{'bound':>8}{'small':>16}{'large':>16}{'bare Textual':>16}{'bytes':>9}{'bare':>9}")
    for what, bound in _BOUNDS.items():
        costs = of_small[what], of_large[what], bare.get(what)
        figures = "".join(f"{cost.first:8.1f}{cost.last:8.1f}" if cost else " " * 16 for cost in costs)
        judged = [cost.first if what in _TO_FIRST else cost.last for cost in costs[:2] if cost]
        plain = costs[2]
        sent = f"{costs[1].bytes:9,.0f}{plain.bytes:9,.0f}" if plain else f"{costs[1].bytes:9,.0f}"
        print(f"{what:26}{bound:8.0f}{figures}{sent}{'' if max(judged) < bound else '   above'}")
    opened = [column["open from the tree"].first for column in (of_small, of_large)]
    print(f"\nthe large one opens {abs(opened[1] - opened[0]):.1f} ms after the small one (bound 16)")
    for name, widget, ours, factor in zip(
        ("small", "large"), (widget_small, widget_large), opened, (10, 500), strict=True
    ):
        ratio = widget.last / ours
        print(
            f"Markdown widget opens {name} in {widget.last:,.0f} ms: {ratio:,.1f} times ours (bound {factor})"
        )
    print(
        f"memory MB: an app without widgets {empty:.0f}, ours with the small one {memory[0]:.0f},"
        f" with the large one {memory[1]:.0f}, with a library of one empty page {nothing:.0f},"
        f" widget {widget_memory:.0f}"
    )
    print(
        f"the large one and its library take {memory[1] - nothing:.0f} above ours with nothing in it (bound 15),"
        f" {memory[1] - empty:.0f} above the app without widgets"
    )


if __name__ == "__main__":
    main()
