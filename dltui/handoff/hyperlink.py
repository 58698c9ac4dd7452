"""Hyperlinks of the terminal itself (OSC 8): where they work, and how one is written."""

import re
from collections.abc import Mapping

from dltui.handoff.address import outgoing_url
from dltui.handoff.refusal import Refusal
from dltui.handoff.session import Multiplexer, multiplexer
from dltui.model.clean import clean_line

_FIRST_TMUX = (3, 4)
_FIRST_VTE = 5000
_WITHOUT = frozenset({"", "dumb", "linux", "unknown"})
_VERSION = re.compile(r"([0-9]{1,4})\.([0-9]{1,4})")


def supports_hyperlinks(environment: Mapping[str, str]) -> bool:
    """Whether an OSC 8 sequence does any good here.

    tmux drops it before 3.4, GNU screen always. A terminal that nothing is known of is taken to support it:
    one that doesn't ignores it.
    """
    term = environment.get("TERM", "")
    if term in _WITHOUT or term.startswith("eterm") or environment.get("TERM_PROGRAM") == "Apple_Terminal":
        return False
    vte = environment.get("VTE_VERSION", "")
    match multiplexer(environment):
        case Multiplexer.SCREEN | Multiplexer.UNKNOWN:
            return False
        case Multiplexer.TMUX if environment.get("TMUX"):
            return _tmux_version(environment) >= _FIRST_TMUX
        case _:
            return not (vte.isascii() and vte.isdigit() and int(vte[:9]) < _FIRST_VTE)


def hyperlink(text: str, url: str) -> str:
    """A text that the terminal links to a URL; the bare text where the URL may not leave."""
    text = clean_line(text)
    checked = outgoing_url(url)
    if isinstance(checked, Refusal):
        return text
    return f"\x1b]8;;{checked}\x1b\\{text}\x1b]8;;\x1b\\"


def _tmux_version(environment: Mapping[str, str]) -> tuple[int, int]:
    """What tmux says of itself since 3.2 (`3.3a`, `next-3.5`); 0.0 where it says nothing."""
    if environment.get("TERM_PROGRAM") != "tmux":
        return (0, 0)
    match = _VERSION.search(environment.get("TERM_PROGRAM_VERSION", ""))
    return (int(match[1]), int(match[2])) if match else (0, 0)
