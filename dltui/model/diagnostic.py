"""What is imperfect about the content: collected, shown and counted, never raised."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a reader loses by it."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One imperfection of one file.

    Attributes:
        code: stable kebab-case name of the kind, e.g. `timestamp-shifted`; the guide explains each.
        message: one sentence, without markup.
        path: the article's path within the library, with `/`; empty where the text has no file.
        line: 1-based line of the file; 0 for the file as a whole.
    """

    severity: Severity
    code: str
    message: str
    path: str = ""
    line: int = 0
