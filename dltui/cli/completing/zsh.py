"""The completion script for zsh."""

from collections.abc import Iterator

from dltui.cli.surface import Argument, Kind, Surface, commands, program

_HEAD = """\
#compdef dltui
# Completion of dltui for zsh: dltui completion zsh > a folder of $fpath/_dltui
_dltui() {
    local -a dltui_commands
    dltui_commands=(
"""
_TAIL = """\
    esac
}
if [ "$funcstack[1]" = _dltui ]; then _dltui "$@"; else compdef _dltui dltui; fi
"""


def script() -> str:
    """The whole script."""
    every = tuple(commands())
    lines = [_HEAD]
    lines += [f"        {_quoted(f'{command.name}:{command.help}')}\n" for command in every]
    lines += ["    )\n", "    case ${words[2]} in\n"]
    for command in every:
        lines += [
            f"        {command.name})\n",
            "            shift words; (( CURRENT-- ))\n",
            *_arguments(command),
            "            ;;\n",
        ]
    lines += ["        *)\n", "            (( CURRENT == 2 )) && _describe command dltui_commands\n"]
    lines += [*_arguments(program()), "            ;;\n"]
    return "".join((*lines, _TAIL))


def _arguments(surface: Surface) -> Iterator[str]:
    specs = [spec for argument in surface.arguments for spec in _specs(argument)]
    yield "            _arguments \\\n"
    yield " \\\n".join(f"                {_quoted(spec)}" for spec in specs) + "\n"


def _specs(argument: Argument) -> Iterator[str]:
    value = "" if argument.kind is Kind.NOTHING else f":{_plain(argument.metavar)}:{_action(argument)}"
    if not argument.names:
        yield f"{'*' if argument.several else ''}{value or ':'}"
    for name in argument.names:
        yield f"{name}[{_plain(argument.help)}]{value}"


def _action(argument: Argument) -> str:
    match argument.kind:
        case Kind.CHOICE:
            return f"({' '.join(argument.choices)})"
        case Kind.FILE:
            return "_files"
        case Kind.FOLDER:
            return "_files -/"
        case _:
            return ""


def _plain(text: str) -> str:
    """Text without what means something to `_arguments`."""
    return "".join(char for char in text if char not in '[]:\\`$"')


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
