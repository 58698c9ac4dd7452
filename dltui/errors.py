"""What can stop the program, each with its exit code and a hint for the person at the keyboard."""

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes of every command."""

    DONE = 0
    NOTHING_FOUND = 1
    BAD_USAGE = 2
    NO_SUCH = 3
    INDEX_UNWRITABLE = 4


class DltuiError(Exception):
    """The program can't go on.

    Args:
        message: one sentence for standard error, without markup.
        hint: what the reader can do about it; may be empty.
    """

    exit_code = ExitCode.BAD_USAGE

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(DltuiError):
    """The command line, a setting or the terminal is not usable."""


class NotFoundError(DltuiError):
    """There is no such library or article, or it can't be read."""

    exit_code = ExitCode.NO_SUCH


class IndexUnavailableError(DltuiError):
    """The index or the catalogue can't be written or trusted."""

    exit_code = ExitCode.INDEX_UNWRITABLE


class IndexBusyError(IndexUnavailableError):
    """Another program is writing the index; this one can go on reading it."""


class DamagedIndexError(DltuiError):
    """The index's files contradict themselves: whoever asked rebuilds it."""

    exit_code = ExitCode.INDEX_UNWRITABLE


class OtherVersionError(DamagedIndexError):
    """Another version of the program wrote the index: it's built again too, but nothing is broken."""
