"""The marks that the interface draws with, in ASCII: each as wide as it is, so that nothing is measured anew."""

import unicodedata

from rich.cells import cell_len

_MARKS = dict(
    zip(
        "★●◆▲■▼○✗▶⏸▾▸›▎┆│─━·×≈…–≡▁▂▃▄▅▆▇█",
        "*o@!#vOx>=v>>|||-=-x~~-=_.:-=+*#",
        strict=True,
    )
)
_LETTERS = dict(
    zip(
        "‘’‚“”„«»‐‑—−→←↑↓↔⇧•◦▪▫∙°′″═║",
        '\'\',"""<>----><^v-S*o*o.o\'"=|',
        strict=True,
    )
) | dict.fromkeys("┌┐└┘├┤┬┴┼╭╮╰╯┿", "+")

IN_ASCII = {ord(mark): plain for mark, plain in _MARKS.items()}
"""What is a mark of the interface's own; it looks the same where it stands in a title."""

_LOOKALIKES = _MARKS | _LETTERS


def in_ascii(text: str) -> str:
    """A text of the interface with its marks in ASCII."""
    return text if text.isascii() else text.translate(IN_ASCII)


def lookalike(text: str) -> str:
    """What stands for a text that the terminal's encoding has no letters for; each letter as many cells wide."""
    return "".join(map(_lookalike, text))


def _lookalike(char: str) -> str:
    if char in _LOOKALIKES:
        return _LOOKALIKES[char]
    width, plain = cell_len(char), " " if char.isspace() else unicodedata.normalize("NFD", char)[0]
    return plain if width == 1 and plain.isascii() and plain.isprintable() else "?" * width
