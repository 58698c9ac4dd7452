"""The ladder a URL leaves by: the first rung that holds takes it, and every rung says what it did."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from dltui.handoff.address import outgoing_url
from dltui.handoff.browsers import is_console_browser
from dltui.handoff.command import Destination
from dltui.handoff.ladder import Attempt, browser_variable, local_desktop, own_command
from dltui.handoff.launcher import DetachedLauncher, Launcher
from dltui.handoff.moment_url import MomentUrl, parse_moment_url
from dltui.handoff.outcome import Outcome, Rung
from dltui.handoff.refusal import Refusal
from dltui.handoff.session import is_remote
from dltui.model.clean import clean_line
from dltui.model.video import is_video_id

_MAX_TITLE = 300
_SAMPLE = Destination("https://www.youtube.com/")


class Opener:
    """Hands URLs over to a browser, wherever the reader sits.

    Args:
        environment: usually `os.environ`.
        command: the reader's own command, an argument list with `{url}`, `{video}`, `{seconds}`, `{title}`.
        in_terminal: the command draws on the terminal (known console browsers are recognised without it).
        served: the program is shown in a web browser, which can open URLs itself.
        platform: as `sys.platform` names it.
        launcher: what starts programs.
        patience_seconds: a program that fails within this time gives its turn to the next rung.
    """

    def __init__(
        self,
        environment: Mapping[str, str],
        command: Sequence[str] = (),
        *,
        in_terminal: bool = False,
        served: bool = False,
        platform: str = sys.platform,
        launcher: Launcher | None = None,
        patience_seconds: float = 1.5,
    ) -> None:
        self._environment = environment
        self._command = tuple(command)
        self._in_terminal = in_terminal or is_console_browser(self._command, environment)
        self._served = served
        self._platform = platform
        self._launcher = launcher or DetachedLauncher()
        self._patience_seconds = patience_seconds

    def open(
        self, url: str, *, video: str | None = None, seconds: int | None = None, title: str = ""
    ) -> Outcome:
        """Hand a URL over. Blocks for `patience_seconds` per program tried: call it from a thread.

        Args:
            url: as an article has it; checked here.
            video: for `{video}`, where the URL itself doesn't name one.
            seconds: for `{seconds}`, likewise.
            title: for `{title}`.
        """
        destination = _destination(url, video, seconds, title)
        if isinstance(destination, Refusal):
            return Outcome(Rung.REFUSED, destination.message, done=True)
        problems: list[str] = []
        for attempt in self._attempts(destination):
            problem = attempt.problem or self._try(attempt)
            if not problem:
                return self._taken(attempt, destination, problems)
            problems.append(problem)
        return self._left_over(destination, problems)

    def programs(self) -> tuple[tuple[Rung, str], ...]:
        """The rungs that could take a URL from here and their programs, in order; nothing is started."""
        found = [(attempt.rung, attempt.name) for attempt in self._attempts(_SAMPLE) if attempt.argv]
        return (*found, (Rung.PAGE, "page") if self._served else (Rung.CARD, "card"))

    def problems(self) -> tuple[tuple[Rung, str], ...]:
        """Why some programs that were asked for can't take a URL, one sentence each."""
        return tuple(
            (attempt.rung, attempt.problem) for attempt in self._attempts(_SAMPLE) if attempt.problem
        )

    def _attempts(self, destination: Destination) -> Iterator[Attempt]:
        command = own_command(self._command, destination, self._environment)
        if self._served:
            # What else there is would open on the server's screen; so would a command that needs a terminal.
            return iter(()) if self._in_terminal else command
        return chain(
            command,
            browser_variable(destination, self._environment),
            local_desktop(destination, self._environment, self._platform),
        )

    def _try(self, attempt: Attempt) -> str:
        """Start a program; why it failed, or nothing. One for the terminal is the caller's to start."""
        if attempt.rung is Rung.COMMAND and self._in_terminal:
            return ""
        try:
            process = self._launcher.start(attempt.argv, attempt.environment)
        except (OSError, ValueError):
            return f"{attempt.name} can't be started."
        code = process.wait(self._patience_seconds)
        return f"{attempt.name} failed with exit code {code}." if code else ""

    def _taken(self, attempt: Attempt, destination: Destination, problems: list[str]) -> Outcome:
        if attempt.rung is Rung.COMMAND and self._in_terminal:
            message = f"{attempt.name} takes over the terminal."
            return Outcome(Rung.CONSOLE, message, done=False, url=destination.url, argv=attempt.argv)
        message = _sentence(problems, f"Opened with {attempt.name}.")
        return Outcome(attempt.rung, message, done=True, url=destination.url)

    def _left_over(self, destination: Destination, problems: list[str]) -> Outcome:
        if self._served:
            message = _sentence(problems, "Opened in a tab of your browser.")
            return Outcome(Rung.PAGE, message, done=False, url=destination.url)
        if is_remote(self._environment):
            reason = "Your browser is at the other end of the SSH line: take the URL from here."
        else:
            reason = "No browser can be started here: take the URL."
        return Outcome(Rung.CARD, _sentence(problems, reason), done=False, url=destination.url)


def _destination(url: str, video: str | None, seconds: int | None, title: str) -> Destination | Refusal:
    checked = outgoing_url(url)
    if isinstance(checked, Refusal):
        return checked
    named = parse_moment_url(checked)
    if isinstance(named, MomentUrl):
        video, seconds = named.video, named.seconds if named.seconds is not None else seconds
    elif video and not is_video_id(video):
        return Refusal("That isn't a YouTube video id, so nothing is opened.")
    return Destination(checked, video or "", max(0, seconds or 0), clean_line(title)[:_MAX_TITLE])


def _sentence(problems: list[str], end: str) -> str:
    """One sentence: what went wrong on the way, and how it ended."""
    if not problems:
        return end
    return f"{problems[-1].removesuffix('.')}; {end[0].lower()}{end[1:]}"
