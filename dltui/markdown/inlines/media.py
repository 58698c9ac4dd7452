"""Pictures, players and frames written as HTML: each becomes the placeholder that an image of Markdown has."""

import html
import re

from dltui.model.clean import clean_line
from dltui.model.inline import Image

#: Tags that show what their `src` names.
SHOWN = frozenset({"img", "iframe", "embed", "source", "video", "audio"})
#: Tags that stand around such ones.
HOLDERS = frozenset({"picture", "iframe", "video", "audio"})
_VALUE = r"\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'=<>`]+))"
_SOURCE = re.compile(rf"\ssrc{_VALUE}", re.IGNORECASE)
_LABEL = re.compile(rf"\s(?:alt|title){_VALUE}", re.IGNORECASE)


def media(attributes: str, line: int) -> Image | None:
    """What a tag with these attributes shows; None if it names no source.

    Args:
        attributes: as written, with the space before them.
        line: 1-based.
    """
    source = _value(_SOURCE.search(attributes))
    return Image(source, _value(_LABEL.search(attributes)), line) if source else None


def _value(match: re.Match[str] | None) -> str:
    """An attribute's value, its entities read; empty if it isn't there."""
    return (
        clean_line(html.unescape(match["double"] or match["single"] or match["bare"] or "")) if match else ""
    )
