"""Write the guide's tables from the program: `python .github/make_guide_tables.py`, with the program installed.

A table stands between `<!-- table: NAME -->` and `<!-- end of table -->`; whatever was there is replaced.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from dltui.cli.surface import Argument, Surface
from dltui.cli.surface import commands as all_commands
from dltui.cli.surface import program as whole_program
from dltui.library.codes import KINDS as LIBRARY_KINDS
from dltui.library.theme_file import load_themes
from dltui.markdown.codes import KINDS as TEXT_KINDS
from dltui.markdown.codes import Kind
from dltui.ui.keys.key_names import key_name
from dltui.ui.keys.keymap import KEYMAP, PANES

_TOP = Path(__file__).resolve().parents[1]
_PLACE = re.compile(r"(<!-- table: ([a-z-]+) -->\n).*?(?=<!-- end of table -->)", re.DOTALL)
_MARKUP = re.compile(r"[\\*\[\]<>|$=%~^&#]|\b_|_\b")


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    columns = list(head)
    yield f"| {' | '.join(columns)} |"
    yield f"|{'---|' * len(columns)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _text(words: str) -> str:
    """Words that mean nothing to Markdown; what stands between two backticks stays code."""
    parts = [
        f"`{part}`" if number % 2 else _MARKUP.sub(lambda mark: f"&#{ord(mark[0])};", part)
        for number, part in enumerate(words.split("`"))
    ]
    return "".join(parts)


def keys() -> Iterator[str]:
    """Every key, a table for each pane."""
    for pane, title in PANES.items():
        rows = [
            (" ".join(f"`{key_name(name)}`" for name in key.keys.split(",")), _text(key.does))
            for key in KEYMAP
            if key.pane == pane
        ]
        yield from (f"### {title}", "", *_table(("Keys", "What they do"), rows), "")


def text_diagnostics() -> Iterator[str]:
    """What the parser says of an article's text."""
    return _diagnostics(TEXT_KINDS)


def file_diagnostics() -> Iterator[str]:
    """What the library says of files, front matter, times and links."""
    return _diagnostics(LIBRARY_KINDS)


def _diagnostics(kinds: Mapping[Any, Kind]) -> Iterator[str]:
    rows = (
        (f"[[#{code}]]", str(kind.severity), _text(kind.message), _text(kind.remedy))
        for code, kind in kinds.items()
    )
    return _table(("Code", "Severity", "What it means", "What to do"), rows)


def commands() -> Iterator[str]:
    """The commands that take the place of a path."""
    rows = ((f"`dltui {command.name}`", _text(command.help)) for command in all_commands())
    return _table(("Command", "What it does"), rows)


def program() -> Iterator[str]:
    """What the program itself takes."""
    return _arguments(whole_program())


def arguments() -> Iterator[str]:
    """What each command takes, a table each; `--help` and `--library` are left out, as all take them."""
    for command in all_commands():
        if set(command.arguments) != _common():
            yield from (f"### dltui {command.name}", "", *_arguments(command, _common()), "")


def _common() -> set[Argument]:
    return set.intersection(*(set(command.arguments) for command in all_commands()))


def _arguments(surface: Surface, left_out: Collection[Argument] = ()) -> Iterator[str]:
    rows = (
        (_written(argument), _text(argument.help))
        for argument in surface.arguments
        if argument not in left_out
    )
    return _table(("You give", "What it does"), rows)


def _written(argument: Argument) -> str:
    value = " or ".join(argument.choices) if argument.choices and argument.names else argument.metavar
    names = [f"{name} {value}".strip() for name in argument.names] or [argument.metavar.replace("|", " or ")]
    return ", ".join(f"`{name}`" for name in names)


def themes() -> Iterator[str]:
    """The themes that come with the program."""
    found = load_themes([_TOP / "themes"])[0].values()
    rows = ((f"`{theme.name}`", _text(theme.title), "dark" if theme.dark else "light") for theme in found)
    return _table(("Name", "Title", "Background"), rows)


TABLES: dict[str, Callable[[], Iterator[str]]] = {
    "arguments": arguments,
    "commands": commands,
    "file-diagnostics": file_diagnostics,
    "keys": keys,
    "program": program,
    "text-diagnostics": text_diagnostics,
    "themes": themes,
}


def with_tables(page: str) -> str:
    """A page of the guide with its tables made anew."""

    def made(place: re.Match[str]) -> str:
        lines = "\n".join(TABLES[place[2]]()).rstrip("\n")
        return f"{place[1]}\n{lines}\n\n"

    return _PLACE.sub(made, page)


def main() -> None:
    """Rewrite the pages whose tables are no longer the program's."""
    for page in sorted((_TOP / "content" / "guide").glob("*.md")):
        before = page.read_text("utf-8")
        after = with_tables(before)
        if after != before:
            page.write_text(after, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
