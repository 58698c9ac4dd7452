"""Commands that hand their words to a shell after all: `ssh` to one at the other end, `sh -c` to one here.

A URL is full of what shells obey (`&`, `;`, `$(…)`), and whoever wrote an article chose it.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from dltui.handoff.browsers import behind_env

_REMOTE = frozenset({"ssh", "autossh"})
_SHELLS = frozenset({"sh", "ash", "bash", "dash", "fish", "ksh", "zsh"})
_SCRIPT_FOLLOWS = re.compile(r"-[A-Za-z]*c")
_QUOTED = re.compile(r"[\s'\"\\`$]")


def ends_in_a_shell(command: Sequence[str]) -> bool:
    """Whether a shell at the other end reads the words of a command, joined by blanks."""
    return _program(command) in _REMOTE


def shell_problem(command: Sequence[str], placeholder: re.Pattern[str]) -> str:
    """Why what is filled into a command can't be kept whole, in one sentence; empty if it can.

    Args:
        command: with placeholders.
        placeholder: what one looks like.
    """
    filled = [word for word in command if placeholder.search(word)]
    if ends_in_a_shell(command) and any(_QUOTED.search(placeholder.sub("", word)) for word in filled):
        return (
            f"Give {_program(command)} each placeholder in a word of its own: it is quoted for the other end."
        )
    words = list(behind_env(command))
    if _program(command) in _SHELLS:
        scripts = [word for option, word in pairwise(words) if _SCRIPT_FOLLOWS.fullmatch(option)]
        if any(placeholder.search(word) for word in scripts):
            return (
                "A shell would obey what is filled in: write $1 in its script, and the placeholder after it."
            )
    return ""


def _program(command: Sequence[str]) -> str:
    words = behind_env(command)
    return Path(words[0]).name if words else ""
