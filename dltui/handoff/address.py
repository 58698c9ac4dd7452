"""The gate every URL passes on its way out: http and https only, nothing a terminal or a shell could obey."""

import re
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

from dltui.handoff.moment_url import NOT_A_VIDEO, MomentUrl, parse_moment_url
from dltui.handoff.refusal import Refusal
from dltui.model.clean import clean_line

_MAX_LENGTH = 8000
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_AUTHORITY = re.compile(r"[A-Za-z0-9._~!$&'()*+,;=:@%\[\]-]+")
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_SUBDELIMS = "!$&'()*+,;=:@%-._~/"


def outgoing_url(url: str) -> str | Refusal:
    """Check a URL from an article and spell it in printable ASCII, as RFC 3986 has it.

    A URL of a YouTube video is rebuilt from its id and whole seconds; of others only what may not stand in a
    URL is percent-encoded. Never raises.

    Returns:
        The URL to hand over, or why it stays here.
    """
    url = url.strip(" ")
    if len(url) > _MAX_LENGTH:
        return Refusal("The URL is too long to be opened.")
    if _CONTROLS.search(url):
        return Refusal("The URL holds control characters, so it isn't opened.")
    parts = _web_parts(url)
    if isinstance(parts, Refusal):
        return parts
    moment = parse_moment_url(url)
    if isinstance(moment, MomentUrl):
        return moment.url
    if moment is not None and moment is not NOT_A_VIDEO:
        return moment
    return _ascii(parts)


def _web_parts(url: str) -> SplitResult | Refusal:
    """The parts of an http or https URL with a host."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return Refusal("The URL is malformed, so it isn't opened.")
    if parts.scheme not in {"http", "https"}:
        kind = f"{clean_line(parts.scheme)[:20]}:" if parts.scheme else "a link without a scheme"
        return Refusal(f"Only http and https are opened, not {kind}.")
    if not host:
        return Refusal("The URL names no host, so it isn't opened.")
    return parts


def _ascii(parts: SplitResult) -> str | Refusal:
    authority = parts.netloc if parts.netloc.isascii() else _idna(parts)
    if not _AUTHORITY.fullmatch(authority):
        return Refusal("The URL's host is malformed, so it isn't opened.")
    path, query, fragment = (
        quote(_LONE_PERCENT.sub("%25", text), safe=_SUBDELIMS + extra)
        for text, extra in ((parts.path, ""), (parts.query, "?"), (parts.fragment, "?"))
    )
    return urlunsplit((parts.scheme, authority, path, query, fragment))


def _idna(parts: SplitResult) -> str:
    """The authority with its host in ASCII; empty if it has no such form."""
    try:
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except UnicodeError:
        return ""
    return host if parts.port is None else f"{host}:{parts.port}"
