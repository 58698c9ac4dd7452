"""Wikilinks and embeds: `[[name#anchor | label]]`."""

from dltui.markdown.codes import Code
from dltui.markdown.inlines.scan import Scan
from dltui.markdown.stamp_plain import is_time
from dltui.model.inline import Chip, Text, Wikilink
from dltui.model.timestamp import Stamp

_LONGEST = 1000
_NO_LINK, _UNCLOSED, _EMPTY = -1, -2, -3
_DAMAGE = {_UNCLOSED: Code.WIKILINK_UNCLOSED, _EMPTY: Code.WIKILINK_EMPTY}


def wikilink(scan: Scan, start: int) -> int:
    """`[[…]]` or `![[…]]`; a time in place of the name is a timestamp."""
    text = scan.text
    embed = text[start] == "!"
    inside = start + 2 + embed
    if not text.startswith("[[", inside - 2):
        return 0
    closing = _closing(text, inside)
    if closing < 0:
        if closing in _DAMAGE:
            scan.report(_DAMAGE[closing])
        return 0
    name, anchor, label = parts_of(text[inside:closing])
    if is_time(name):
        stamp = Chip(Stamp(name, name, scan.line))
        return scan.push_all((Text(f"{label} "), stamp) if label else (stamp,), start, closing + 2)
    return scan.push(Wikilink(name, anchor, label, embed, scan.line), start, closing + 2)


def parts_of(content: str) -> tuple[str, str, str]:
    """Name, anchor and label of what stands between the brackets; an address keeps its `#`."""
    target, bar, label = content.partition("|")
    if bar:
        target = target.removesuffix("\\")
    name, anchor = target, ""
    if "#" in target and "://" not in target:
        name, _, anchor = target.partition("#")
    return name.strip(), anchor.strip(), " ".join(label.split())


def _closing(text: str, inside: int) -> int:
    """The offset of the closing brackets, on the same line; a title may hold single brackets, even at its end."""
    line_end = text.find("\n", inside, inside + _LONGEST)
    closing = text.find("]]", inside, line_end if line_end >= 0 else inside + _LONGEST)
    starts_as_name = text[inside : inside + 1].strip(" [\n") != ""
    if closing < 0:
        return _UNCLOSED if starts_as_name else _NO_LINK
    content = text[inside:closing]
    if not content.strip(" |"):
        return _EMPTY
    if content[0] == "[" or "[[" in content:
        return _NO_LINK
    surplus = content.count("[") - content.count("]")
    if surplus > 0 and text.startswith("]" * surplus, closing + 2):
        closing += surplus
    return closing
