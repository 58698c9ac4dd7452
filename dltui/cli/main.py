"""The entry point: arguments to a command, errors to sentences and exit codes."""

import os
import sys
from collections.abc import Sequence

from dltui import __version__
from dltui.cli.arguments import load_command, main_parser, parse_command, split_command
from dltui.cli.output import tell
from dltui.errors import DltuiError, ExitCode

_INTERRUPTED = 130  # what shells give for a program that Ctrl-C ended


def run(arguments: Sequence[str]) -> int:
    """Run one command.

    Args:
        arguments: without the program's name.

    Returns:
        The exit code, see `dltui.errors.ExitCode`.
    """
    try:
        name, rest = split_command(arguments)
        exit_code: int = _run_command(name, rest) if name else _run_reader(rest)
        sys.stdout.flush()
    except DltuiError as error:
        tell(f"dltui: {error.message}")
        if error.hint:
            tell(error.hint)
        return error.exit_code
    except BrokenPipeError:
        # The reader of the pipe has seen enough (`dltui show … | head`); Python must not complain while it closes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.DONE
    except KeyboardInterrupt:
        return _INTERRUPTED
    return exit_code


def _run_command(name: str, rest: Sequence[str]) -> ExitCode:
    command = load_command(name)
    return command.run(parse_command(name, command, rest))


def _run_reader(arguments: Sequence[str]) -> int:
    parsed = main_parser().parse_args(arguments)
    if parsed.version:
        print(f"dltui {__version__}")
        return ExitCode.DONE
    from dltui.cli.reader import open_reader  # noqa: PLC0415 -- Textual is imported only when it is used

    return open_reader(parsed)
