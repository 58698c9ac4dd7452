"""What isn't needed for a page isn't imported for it."""

import subprocess
import sys

PROGRAM = """
import sys
from dltui.markdown.document import parse_document
from dltui.render.layout import Layout
layout = Layout(parse_document("# Title\\n\\nSome *text*{extra}."), 80, resolve=None, read=None)
layout.ensure(0, 40)
print(*sorted(name for name in ("textual", "whoosh", "yaml", "pygments", "unicodeit", "rich.console") if name in sys.modules))
"""


def imported(extra: str) -> list[str]:
    program = PROGRAM.replace("{extra}", extra)
    return subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.split()


def test_text_needs_neither_colours_nor_formulas() -> None:
    assert imported("") == []


def test_code_needs_pygments_and_formulas_need_their_symbols() -> None:
    assert imported("\\n\\n```python\\nx = 1\\n```\\n") == ["pygments"]
    assert imported(" and $\\\\alpha$") == ["unicodeit"]
