"""The completion script for fish."""

from collections.abc import Iterator

from dltui.cli.surface import Argument, Kind, Surface, commands, program


def script() -> str:
    """The whole script."""
    every = tuple(commands())
    names = " ".join(command.name for command in every)
    lines = [
        "# Completion of dltui for fish: dltui completion fish > ~/.config/fish/completions/dltui.fish\n"
    ]
    alone = f"not __fish_seen_subcommand_from {names}"
    lines += [
        f"complete -c dltui -n '{alone}' -a {command.name} -d {_quoted(command.help)}\n" for command in every
    ]
    lines += _lines(program(), alone)
    for command in every:
        lines += _lines(command, f"__fish_seen_subcommand_from {command.name}")
    return "".join(lines)


def _lines(surface: Surface, condition: str) -> Iterator[str]:
    if surface.places and surface.places[0].kind in (Kind.TEXT, Kind.CHOICE):
        words = f" -a {_quoted(' '.join(surface.places[0].choices))}" if surface.places[0].choices else ""
        yield f"complete -c dltui -n '{condition}' -f{words}\n"
    for option in surface.options:
        yield f"complete -c dltui -n '{condition}'{_names(option)}{_value(option)} -d {_quoted(option.help)}\n"


def _names(option: Argument) -> str:
    return "".join(
        f" -l {name.removeprefix('--')}" if name.startswith("--") else f" -s {name.removeprefix('-')}"
        for name in option.names
    )


def _value(option: Argument) -> str:
    match option.kind:
        case Kind.NOTHING:
            return ""
        case Kind.CHOICE:
            return f" -x -a {_quoted(' '.join(option.choices))}"
        case Kind.FILE:
            return " -r"
        case Kind.FOLDER:
            return " -x -a '(__fish_complete_directories)'"
        case _:
            return " -x"


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
