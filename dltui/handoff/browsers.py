"""Which commands are browsers for the console, and what `$BROWSER` names."""

import os
import shlex
import shutil
from collections.abc import Mapping, Sequence
from itertools import dropwhile
from pathlib import Path

CONSOLE_BROWSERS = frozenset(
    {
        "w3m",
        "lynx",
        "links",
        "links2",
        "elinks",
        "felinks",
        "www-browser",
        "browsh",
        "carbonyl",
        "cha",
        "chawan",
        "edbrowse",
        "netrik",
        "retawq",
        "offpunk",
        "amfora",
    }
)
GRAPHICAL_BROWSERS = (
    "x-www-browser",
    "firefox",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "brave-browser",
    "epiphany",
    "konqueror",
    "falkon",
)
_MAX_ENTRIES = 8


def find_program(name: str, environment: Mapping[str, str]) -> str | None:
    """The path of a program as the environment's PATH finds it; `~/` is the reader's home."""
    if name.startswith("~/") and environment.get("HOME"):
        name = environment["HOME"] + name[1:]
    return shutil.which(name, path=environment.get("PATH", os.defpath))


def behind_env(argv: Sequence[str]) -> Sequence[str]:
    """The command that `env` would run, where a command begins with it."""
    if argv and Path(argv[0]).name == "env":
        return list(dropwhile(lambda word: "=" in word or word.startswith("-"), argv[1:]))
    return argv


def is_console_browser(argv: Sequence[str], environment: Mapping[str, str]) -> bool:
    """Whether a command would draw on the terminal, also behind `env` or under another name."""
    words = behind_env(argv)
    if not words:
        return False
    program = find_program(words[0], environment)
    names = {Path(words[0]).name, Path(os.path.realpath(program)).name if program else ""}
    return not CONSOLE_BROWSERS.isdisjoint(names)


def browser_templates(environment: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """The commands of `$BROWSER`, a list separated by colons, in their order and without console browsers.

    Each is split into words, never given to a shell; one that can't be split is passed over.
    """
    found = []
    for entry in environment.get("BROWSER", "").split(":")[:_MAX_ENTRIES]:
        try:
            words = shlex.split(entry)
        except ValueError:
            continue
        if words and not is_console_browser(words, environment):
            found.append(tuple(words))
    return tuple(found)


def without_console_browsers(environment: Mapping[str, str]) -> dict[str, str]:
    """An environment for `xdg-open`, which falls back to `$BROWSER` and, without one, to w3m and lynx."""
    kept = [shlex.join(words) for words in browser_templates(environment)]
    return {**environment, "BROWSER": ":".join(kept or GRAPHICAL_BROWSERS)}
