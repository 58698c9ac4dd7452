"""The one place where text from outside loses whatever a terminal could obey.

Bodies, titles, file names, URLs and queries pass through `clean` before anything lays them out or prints them.
"""

import re
import unicodedata

_C0_PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if code not in (0x09, 0x0A)}
_BIDI_CONTROLS = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_C1 = dict.fromkeys(range(128, 160), "�")
_SURROGATES = dict.fromkeys(range(55296, 57344), "�")
_LINE_SEPARATORS = {0x0B: "\n", 0x0C: "\n", 0x2028: "\n", 0x2029: "\n"}
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)
_KEY_TABLE = {code: chr(code).lower() if chr(code).isalnum() else None for code in range(128)}
_TABLE = {**_C0_PICTURES, **_C1, **_SURROGATES, **_BIDI_CONTROLS, **_LINE_SEPARATORS, 0x7F: "␡", 0xFEFF: None}


def clean(text: str) -> str:
    """Make text safe to draw: tabs and newlines stay, other controls become pictures, bidi controls go.

    CRLF and a lone CR become a newline; byte order marks are dropped; lone surrogates and C1 codes become U+FFFD.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not _UNSAFE.search(text):
        return text
    return text.translate(_TABLE)


def clean_line(text: str) -> str:
    """`clean` for what must stay on one line (a title, a file name): white space runs become one space."""
    return " ".join(clean(text).split())


def is_clean(text: str) -> bool:
    """Whether `clean` would leave the text as it is."""
    return not _UNSAFE.search(text)


def fold(text: str) -> str:
    """The form two spellings are compared in: case and accents removed (NFKD, combining marks dropped)."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def normalised(text: str) -> str:
    """The key of a name: folded, letters and digits only (`Self-Driving Cars` and `selfdriving_cars` agree)."""
    if text.isascii():
        return text.translate(_KEY_TABLE)  # most names are, and a library has tens of thousands
    return "".join(char for char in fold(text) if char.isalnum())
