"""The reader's own command: an argument list with placeholders, filled in without any shell."""

import re
import shlex
from collections.abc import Sequence
from dataclasses import dataclass

from dltui.handoff.refusal import Refusal
from dltui.handoff.shells import ends_in_a_shell, shell_problem

_PLACEHOLDER = re.compile(r"\{(url|video|seconds|title)\}")
_PERCENT_S = re.compile("%s")
_LEADS_THERE = re.compile(r"\{(?:url|video)\}")


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a URL leads, for the placeholders of a command.

    Attributes:
        url: checked by `outgoing_url`.
        video: a validated id; empty where the URL is not of a video.
        seconds: whole seconds from the start; None for no time.
        title: clean, on one line.
    """

    url: str
    video: str = ""
    seconds: int | None = None
    title: str = ""


def leads_there(template: Sequence[str]) -> bool:
    """Whether a command says itself where the destination goes."""
    return any(_LEADS_THERE.search(word) for word in template)


def fill_command(template: Sequence[str], destination: Destination) -> tuple[str, ...] | Refusal:
    """Put a destination into `{url}`, `{video}`, `{seconds}` and `{title}`; each stays within its argument.

    A template without `{url}` and `{video}` gets the URL as its last argument. `{seconds}` is 0 where no time
    is known. What is filled in is never searched for placeholders again.

    Returns:
        The arguments, or a Refusal: a video id that begins with `-` would be read as an option, or a shell that the
        command starts would read what is filled in as commands.
    """
    values = {
        "url": destination.url,
        "video": destination.video,
        "seconds": str(destination.seconds or 0),
        "title": destination.title.lstrip("- "),
    }
    if not leads_there(template):
        template = [*template, "{url}"]
    if problem := shell_problem(template, _PLACEHOLDER):
        return Refusal(problem)
    if ends_in_a_shell(template):
        values = {name: shlex.quote(value) for name, value in values.items()}
    argv: list[str] = []
    for word in template:
        filled = _PLACEHOLDER.sub(lambda match: values[match[1]], word)
        if filled.startswith("-") and not word.startswith("-") and "--" not in argv:
            return Refusal(
                "The video id begins with a dash: write {url}, or -- before {video}, in the command."
            )
        argv.append(filled)
    return tuple(argv)


def fill_browser(words: Sequence[str], url: str) -> tuple[str, ...] | Refusal:
    """Put a URL into an entry of `$BROWSER`: for each `%s`, else as the last argument.

    Returns:
        The arguments, or a Refusal where a shell would read the URL as commands.
    """
    if not any("%s" in word for word in words):
        words = [*words, "%s"]
    if problem := shell_problem(words, _PERCENT_S):
        return Refusal(problem)
    url = shlex.quote(url) if ends_in_a_shell(words) else url
    return tuple(word.replace("%s", url) for word in words)
