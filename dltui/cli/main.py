"""The entry point: arguments to a command, errors to sentences and exit codes."""

import os
import sys
from collections.abc import Sequence

from dltui import __version__
from dltui.cli.arguments import command_parser, is_command, load_command, main_parser
from dltui.errors import DltuiError, ExitCode
from dltui.model.clean import clean


def run(arguments: Sequence[str]) -> int:
    """Run one command.

    Args:
        arguments: without the program's name.

    Returns:
        The exit code, see `dltui.errors.ExitCode`.
    """
    try:
        if is_command(arguments):
            return _run_command(arguments[0], arguments[1:])
        return _run_reader(arguments)
    except DltuiError as error:
        print(f"dltui: {clean(error.message)}", file=sys.stderr)
        if error.hint:
            print(clean(error.hint), file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:
        # The reader of the pipe has seen enough (`dltui show … | head`); Python must not complain while it closes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.DONE
    except KeyboardInterrupt:
        return 130


def _run_command(name: str, rest: Sequence[str]) -> int:
    command = load_command(name)
    exit_code = command.run(command_parser(name, command).parse_args(rest))
    sys.stdout.flush()
    return exit_code


def _run_reader(arguments: Sequence[str]) -> int:
    parsed = main_parser().parse_args(arguments)
    if parsed.version:
        print(f"dltui {__version__}")
        return ExitCode.DONE
    from dltui.cli.reader import open_reader  # noqa: PLC0415 -- Textual is imported only when it is used

    return open_reader(parsed)
