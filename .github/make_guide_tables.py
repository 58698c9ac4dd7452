# ruff: noqa: INP001 -- a script, no package
"""Write the guide's tables from the program: `python .github/make_guide_tables.py`, with the program installed.

A table stands between `<!-- table: NAME -->` and `<!-- end of table -->`; whatever was there is replaced.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from dltui.cli.arguments import COMMANDS
from dltui.library.theme_file import load_themes
from dltui.markdown.codes import KINDS
from dltui.ui.keymap import KEYMAP, PANES, key_name

_TOP = Path(__file__).resolve().parents[1]
_PLACE = re.compile(r"(<!-- table: ([a-z-]+) -->\n).*?(?=<!-- end of table -->)", re.DOTALL)
_MARKUP = re.compile(r"[\\*_\[\]<>|$=%~^&#]")


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


def diagnostics() -> Iterator[str]:
    """What the parser says of an article's text."""
    rows = (
        (f"[[#{code}]]", str(kind.severity), _text(kind.message), _text(kind.remedy))
        for code, kind in KINDS.items()
    )
    return _table(("Code", "Severity", "What it means", "What to do"), rows)


def commands() -> Iterator[str]:
    """The commands that take the place of a path."""
    rows = ((f"`dltui {name}`", _text(does)) for name, does in COMMANDS.items())
    return _table(("Command", "What it does"), rows)


def themes() -> Iterator[str]:
    """The themes that come with the program."""
    found = load_themes([_TOP / "themes"])[0].values()
    rows = ((f"`{theme.name}`", _text(theme.title), "dark" if theme.dark else "light") for theme in found)
    return _table(("Name", "Title", "Background"), rows)


TABLES: dict[str, Callable[[], Iterator[str]]] = {
    "commands": commands,
    "diagnostics": diagnostics,
    "keys": keys,
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
