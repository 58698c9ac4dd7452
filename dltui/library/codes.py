"""Every kind of imperfection that reading files, their front matter and their times meets, by its stable code."""

from enum import StrEnum

from dltui.markdown.codes import Kind
from dltui.model.diagnostic import Diagnostic, Severity


class Code(StrEnum):
    """The `code` of a Diagnostic that comes from the library."""

    FILE_TOO_LARGE = "file-too-large"
    FILE_UNREADABLE = "file-unreadable"
    FRONTMATTER_INVALID = "frontmatter-invalid"
    FRONTMATTER_REPEATED = "frontmatter-repeated"
    NOT_UTF8 = "not-utf8"
    OUTSIDE_LIBRARY = "outside-library"
    THEME_INVALID = "theme-invalid"
    TIMESTAMP_INFERRED = "timestamp-inferred"
    TIMESTAMP_WITHOUT_TIME = "timestamp-without-time"
    TITLE_MISSING = "title-missing"
    VIDEO_ID_INVALID = "video-id-invalid"


_NOTE, _WARNING, _ERROR = Severity.NOTE, Severity.WARNING, Severity.ERROR

KINDS: dict[Code, Kind] = {
    Code.FILE_TOO_LARGE: Kind(
        _ERROR,
        "The file is larger than an article can be; only its beginning is shown.",
        "Split it into several articles.",
    ),
    Code.FILE_UNREADABLE: Kind(
        _ERROR,
        "A file or folder can't be read; it's left out.",
        "Give yourself the right to read it.",
    ),
    Code.FRONTMATTER_INVALID: Kind(
        _WARNING,
        "The front matter is no YAML; it was read line by line.",
        "Quote values that hold a colon, and indent with spaces.",
    ),
    Code.FRONTMATTER_REPEATED: Kind(
        _WARNING,
        "The front matter has a key twice; the last one counts.",
        "Keep one of them.",
    ),
    Code.NOT_UTF8: Kind(
        _WARNING,
        "The file isn't UTF-8; its encoding was guessed.",
        "Save it as UTF-8.",
    ),
    Code.OUTSIDE_LIBRARY: Kind(
        _WARNING,
        "A link in the file system leads out of the library, or nowhere; it isn't followed.",
        "Copy what it leads to into the library, or open that as a library of its own.",
    ),
    Code.THEME_INVALID: Kind(
        _WARNING,
        "A theme file holds what isn't a theme; that part is left out.",
        "Compare it with one of the themes that come with the program.",
    ),
    Code.TIMESTAMP_INFERRED: Kind(
        _NOTE,
        "A timestamp can't mean what its digits say; its time was inferred.",
        "Write the time as HH:MM:SS.",
    ),
    Code.TIMESTAMP_WITHOUT_TIME: Kind(
        _NOTE,
        "A timestamp names no time.",
        "Write the time, or delete the timestamp.",
    ),
    Code.TITLE_MISSING: Kind(
        _NOTE,
        "The front matter names no title; the first heading or the file's name stands for it.",
        "Write a `title:` into the front matter.",
    ),
    Code.VIDEO_ID_INVALID: Kind(
        _WARNING,
        "The front matter names a video by what isn't a video's id; the article has no video.",
        "Write the eleven characters that stand after `v=` in the video's URL.",
    ),
}


def diagnose(code: Code, detail: str = "", *, path: str = "", line: int = 0) -> Diagnostic:
    """A diagnostic of that kind.

    Args:
        code: its kind.
        detail: what it is about, clean; put after the kind's sentence.
        path: of the article.
        line: 1-based line of the file; 0 for the file as a whole.
    """
    kind = KINDS[code]
    message = f"{kind.message[:-1]}: {detail}" if detail else kind.message
    return Diagnostic(kind.severity, code.value, message, path, line)
