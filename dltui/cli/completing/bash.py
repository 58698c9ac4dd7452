"""The completion script for bash."""

from collections.abc import Iterator

from dltui.cli.surface import Argument, Kind, Surface, commands, program

_HEAD = """\
# Completion of dltui for bash: eval "$(dltui completion bash)"
_dltui_places() {
    local place
    while IFS= read -r place; do COMPREPLY+=("$place"); done < <(compgen "$1" -- "$2")
}
_dltui() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= word
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case $word in
"""
_MIDDLE = """\
        esac
    done
    COMPREPLY=()
    case $command:$previous in
"""
_TAIL = """\
    esac
}
complete -o filenames -F _dltui dltui
"""


def script() -> str:
    """The whole script."""
    every = tuple(commands())
    names = " ".join(command.name for command in every)
    lines = [_HEAD, f"            {names.replace(' ', '|')}) command=$word; break;;\n", _MIDDLE]
    for surface in (program(), *every):
        lines += _values(surface)
    lines += ["    esac\n", "    case $command in\n"]
    for surface in (program(), *every):
        lines.append(_words(surface, names if not surface.name else ""))
    return "".join((*lines, _TAIL))


def _values(surface: Surface) -> Iterator[str]:
    """What may follow an option."""
    for option in surface.options:
        if option.kind is not Kind.NOTHING:
            pattern = "|".join(f"{surface.name}:{name}" for name in option.names)
            yield f"        {pattern}) {_reply(option)} return;;\n"


def _reply(argument: Argument) -> str:
    match argument.kind:
        case Kind.CHOICE:
            return f"COMPREPLY=($(compgen -W '{' '.join(argument.choices)}' -- \"$current\"));"
        case Kind.FILE:
            return '_dltui_places -f "$current";'
        case Kind.FOLDER:
            return '_dltui_places -d "$current";'
        case _:
            return ""


def _words(surface: Surface, more: str) -> str:
    """What may stand where no option's value is wanted."""
    options = " ".join(name for option in surface.options for name in option.names)
    places = "".join(f" {_reply(place)}" for place in surface.places[:1])
    words = f"COMPREPLY+=($(compgen -W '{f'{more} {options}'.strip()}' -- \"$current\"));"
    return (
        f"        '{surface.name}'){places} {words};\n" if surface.name else f"        ''){places} {words};\n"
    )
