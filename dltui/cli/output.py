"""Data to standard output: JSON for programs, aligned and coloured text for people, plain text for pipes."""

import json
import os
import shutil
import sys
from typing import Any

from dltui.model.clean import clean

_SGR = {"bold": "1", "dim": "2", "match": "1;33", "moment": "36"}


def print_json(data: Any) -> None:
    """One JSON object on a line of its own; the text in it is clean."""
    sys.stdout.write(json.dumps(data, ensure_ascii=not _speaks_unicode()) + "\n")


def print_text(text: str) -> None:
    """Text that was made here of clean parts; what the terminal can't encode is replaced."""
    encoding = sys.stdout.encoding or "ascii"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding) + "\n")


def tell(sentence: str) -> None:
    """A sentence for the person, on standard error."""
    print(clean(sentence), file=sys.stderr)


def colours() -> bool:
    """Whether a person looks at standard output, and wants colours (see no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM", "dumb") != "dumb"


def coloured(text: str, look: str) -> str:
    """The text in one of the looks `bold`, `dim`, `match`, `moment`, if colours are wanted."""
    return f"\x1b[{_SGR[look]}m{text}\x1b[0m" if colours() else text


def width() -> int:
    """Columns of the terminal; 80 where there is none."""
    return shutil.get_terminal_size((80, 24)).columns


def _speaks_unicode() -> bool:
    return (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
