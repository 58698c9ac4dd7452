"""The rungs a URL can leave by from here, as commands in the order they are tried."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dltui.handoff.browsers import browser_templates, find_program, without_console_browsers
from dltui.handoff.command import Destination, fill_browser, fill_command
from dltui.handoff.outcome import Rung
from dltui.handoff.refusal import Refusal
from dltui.handoff.session import has_display, is_remote
from dltui.model.clean import clean_line


@dataclass(frozen=True, slots=True)
class Attempt:
    """One program that could take the URL.

    Attributes:
        name: for messages: clean and short.
        argv: empty where `problem` says why it can't even be tried.
        environment: what the program is started with.
    """

    rung: Rung
    name: str
    argv: tuple[str, ...]
    environment: Mapping[str, str]
    problem: str = ""


def own_command(
    template: Sequence[str], destination: Destination, environment: Mapping[str, str]
) -> Iterator[Attempt]:
    """Rung 0: the reader's command, if there is one."""
    if template:
        filled = fill_command(template, destination)
        yield _attempt(Rung.COMMAND, template[0], filled, environment)


def browser_variable(destination: Destination, environment: Mapping[str, str]) -> Iterator[Attempt]:
    """Rung 2: each browser of `$BROWSER` that needs no terminal."""
    for words in browser_templates(environment):
        yield _attempt(Rung.BROWSER, words[0], fill_browser(words, destination.url), environment)


def local_desktop(
    destination: Destination, environment: Mapping[str, str], platform: str
) -> Iterator[Attempt]:
    """Rung 3: what opens URLs on this desktop, if the reader sits at it. Missing programs are passed over.

    `platform` is what `sys.platform` says.
    """
    if is_remote(environment):
        return
    safe = without_console_browsers(environment)
    for name in _desktop_programs(environment, platform):
        program = find_program(name, environment)
        if program:
            yield Attempt(Rung.DESKTOP, name, (program, destination.url), safe)


def _desktop_programs(environment: Mapping[str, str], platform: str) -> Iterator[str]:
    """In the order of how surely each one is the right one. Elsewhere `open` is a different program."""
    if platform == "darwin":
        yield "open"
    if environment.get("TERMUX_VERSION"):
        yield "termux-open-url"
    if environment.get("WSL_DISTRO_NAME") or environment.get("WSL_INTEROP"):
        yield "wslview"
    if has_display(environment):
        yield "xdg-open"


def _attempt(
    rung: Rung, program: str, argv: tuple[str, ...] | Refusal, environment: Mapping[str, str]
) -> Attempt:
    name = clean_line(Path(program).name)[:30]
    if isinstance(argv, Refusal):
        return Attempt(rung, name, (), environment, argv.message)
    path = find_program(argv[0], environment)
    if path is None:
        return Attempt(rung, name, (), environment, f"{name} is not installed.")
    return Attempt(rung, name, (path, *argv[1:]), environment)
