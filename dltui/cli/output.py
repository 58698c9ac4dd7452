"""Data to standard output: JSON for programs, aligned and coloured text for people, plain text for pipes.

Whatever is printed passes through here, so nothing that a terminal could obey leaves the program.
"""

import json
import os
import shutil
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

from dltui.model.clean import clean, is_clean

Paint = Callable[[str], str]
"""Gives clean text a look, by what it puts before and after it."""

Span = str | tuple[str, Paint]
"""Text as it came, with a look if it has one."""


def _sgr(code: str, text: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m"


bold = partial(_sgr, "1")
dim = partial(_sgr, "2")
lit = partial(_sgr, "1;33")
timed = partial(_sgr, "36")
warned = partial(_sgr, "31")


def print_json(data: Any) -> None:
    """One JSON object on a line of its own; what a terminal could obey is escaped, so the data stays as it is."""
    text = json.dumps(data, ensure_ascii=not _speaks_unicode())
    if not is_clean(text):
        for char in sorted(set(text)):
            if not is_clean(char):
                text = text.replace(char, f"\\u{ord(char):04x}")
    sys.stdout.write(text + "\n")


def print_line(*spans: Span) -> None:
    """One line, made of text that is cleaned here; looks are left out where nobody would see them."""
    painted = colours()
    parts = []
    for span in spans:
        text, paint = (span, None) if isinstance(span, str) else span
        text = _printable(text)
        parts.append(paint(text) if paint and painted and text else text)
    sys.stdout.write("".join(parts) + "\n")


def print_row(*fields: str | int) -> None:
    """One line for a program: fields parted by tabs, which none of them holds."""
    print_line("\t".join(" ".join(clean(str(field)).split()) for field in fields))


def counted(count: int, thing: str) -> str:
    """So many things, e.g. `1 note`, `2,000 notes`."""
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"


def tell(sentence: str) -> None:
    """A sentence for the person, on standard error."""
    print(clean(sentence), file=sys.stderr)


def for_a_person() -> bool:
    """Whether a person looks at standard output, so that it is aligned and shortened for the eye."""
    return sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb"


def colours() -> bool:
    """Whether that person wants colours (see no-color.org)."""
    return for_a_person() and not os.environ.get("NO_COLOR")


def width() -> int:
    """Columns of the terminal; 80 where there is none."""
    return shutil.get_terminal_size((80, 24)).columns


def _printable(text: str) -> str:
    """Text on one line, without what the output can't encode."""
    text = clean(text).replace("\n", " ")
    if text.isascii():
        return text
    encoding = sys.stdout.encoding or "ascii"
    return text.encode(encoding, "replace").decode(encoding)


def _speaks_unicode() -> bool:
    return (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
