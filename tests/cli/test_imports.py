"""What each command imports, seen from a process of its own: none needs Textual, and a ready search needs very little."""

import os
import subprocess
import sys
from pathlib import Path

from dltui.cli.arguments import COMMANDS

_TOP = Path(__file__).resolve().parents[2]
_PROBE = """
import sys
from dltui.cli.main import run
for arguments in {calls!r}:
    try:
        run(arguments)
    except SystemExit:
        pass
print("IMPORTED", *sorted(sys.modules))
"""


def _imported(library, *calls):
    environment = {**os.environ, "PYTHONPATH": str(_TOP), "DLTUI_LIBRARY": str(library)}
    done = subprocess.run(
        [sys.executable, "-c", _PROBE.format(calls=[list(call) for call in calls])],
        capture_output=True, text=True, check=True, env=environment, cwd=library,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    return set(done.stdout.rpartition("IMPORTED ")[2].split())


def test_no_command_imports_textual(library, tmp_path):
    page = tmp_path / "page.txt"
    page.write_text("Words.\n", "utf-8")
    calls = {
        "show": ["neural_nets"],
        "search": ["random"],
        "moments": ["neural_nets"],
        "at": ["https://youtu.be/F1ka6a13S9I?t=3"],
        "open": ["neural_nets", "--print"],
        "links": ["neural_nets"],
        "export": ["neural_nets", "--format", "md"],
        "import": [str(page), "-o", str(tmp_path / "out")],
        "completion": ["bash"],
    }
    every = [[name, *calls.get(name, [])] for name in COMMANDS]
    shown = [
        ["show", "neural_nets", "--json"],
        ["show", "neural_nets", "--plain"],
        ["--version"],
        ["--help"],
        ["nowhere"],
    ]
    assert "textual" not in _imported(library, *every, *shown)


def test_a_search_of_a_ready_index_imports_little(library):
    _imported(library, ["index"])
    imported = _imported(library, ["search", "random", "--json"])
    assert "whoosh" in imported
    costly = {
        "markdown_it",
        "yaml",
        "sqlite3",
        "rich",
        "pygments",
        "dltui.markdown.document",
        "multiprocessing",
    }
    assert not imported & costly


def test_the_version_needs_next_to_nothing(library):
    imported = _imported(library, ["--version"])
    assert not imported & {"whoosh", "sqlite3", "pygments", "rich", "platformdirs", "dltui.library"}
