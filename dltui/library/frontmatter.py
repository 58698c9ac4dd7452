"""The front matter of an article: YAML with a way out for what isn't YAML."""

import re
from collections.abc import Iterator

from dltui.library.codes import Code, diagnose
from dltui.library.video_names import plain_key, video_in
from dltui.model.article import Frontmatter
from dltui.model.clean import clean_line
from dltui.model.diagnostic import Diagnostic

Value = str | tuple[str, ...]
Node = str | tuple["Node", ...] | dict[str, "Node"]  # as in yaml_file

_KEY_LINE = re.compile(r"^([^\s:#\-][^:\n]*?)[ \t]*:(?:[ \t]+(.*?))?[ \t]*$")
_KEY = re.compile(r"^(?![\s#\-])([^:\n]+?)[ \t]*:(?=[ \t]|$)", re.MULTILINE)
_ITEM_LINE = re.compile(r"^[ \t]*-[ \t]+(.*?)[ \t]*$")
_PLAIN = re.compile(r"(?:[A-Za-z][\w-]*: [A-Za-z0-9][\w .,'()/-]*(?:\n|\Z))+", re.ASCII)
_WIKILINK = re.compile(r"\[\[(?P<name>[^\[\]|]+)(?:\|[^\[\]]*)?\]\]")
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{2})")
_ISO_DURATION = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?")
_MOST_SECONDS = 48 * 3600


def parse_frontmatter(source: str) -> tuple[Frontmatter, tuple[Diagnostic, ...]]:
    """Read the YAML between the fences.

    Args:
        source: without the fences; may be empty.

    Returns:
        The front matter, every scalar as clean text; and what was wrong with it (paths left empty).
    """
    values, problem = _values(source)
    problems = []
    if problem:
        problems.append(diagnose(Code.FRONTMATTER_INVALID, problem, line=1))
    problems += _repeated_keys(source)
    video, written = video_in(values)
    if written and video is None:
        problems.append(diagnose(Code.VIDEO_ID_INVALID, written[:40], line=_line_of(source, written)))
    named = {plain_key(key): value for key, value in values.items()} | values
    frontmatter = Frontmatter(
        title=_first_text(named, "title"),
        video_id=video,
        aliases=_texts(named, "aliases") or _texts(named, "alias"),
        tags=tuple(tag.lstrip("#") for tag in _tags(named)),
        duration=_duration(_first_text(named, "duration")),
        values=values,
    )
    return frontmatter, tuple(problems)


def filled_in(frontmatter: Frontmatter, source: str) -> Frontmatter:
    """Front matter with what it lacks taken from a second one.

    Args:
        frontmatter: the first.
        source: the YAML of the second; empty if there is none.
    """
    if not source:
        return frontmatter
    other, _ = parse_frontmatter(source)
    return Frontmatter(
        title=frontmatter.title or other.title,
        video_id=frontmatter.video_id or other.video_id,
        aliases=frontmatter.aliases or other.aliases,
        tags=frontmatter.tags or other.tags,
        duration=frontmatter.duration or other.duration,
        values={**other.values, **frontmatter.values},
    )


def _values(source: str) -> tuple[dict[str, Value], str | None]:
    if not source.strip():
        return {}, None
    if _PLAIN.fullmatch(source):  # the usual two lines mean the same without a YAML parser
        pairs = (line.partition(": ") for line in source.splitlines())
        return {key: clean_line(value) for key, _, value in pairs}, None
    from dltui.library.yaml_file import load_mapping  # noqa: PLC0415 -- 25 ms that most articles don't need

    nodes, problem = load_mapping(source)
    if problem:
        return _line_by_line(source), problem
    return {clean_line(key): _value(node) for key, node in nodes.items()}, None


def _repeated_keys(source: str) -> Iterator[Diagnostic]:
    """What is wrong with keys that stand at the margin more than once."""
    seen: set[str] = set()
    line = at = 0
    for key in _KEY.finditer(source):
        line += source.count("\n", at, key.start())
        at = key.start()
        name = _unquoted(key[1])
        if name in seen:
            yield diagnose(Code.FRONTMATTER_REPEATED, clean_line(name)[:40], line=line + 2)
        seen.add(name)


def _value(node: Node) -> Value:
    """A node as a text or a list of texts; deeper structure is flattened into its texts."""
    if isinstance(node, str):
        return clean_line(node)
    return tuple(_flat(node))


def _flat(node: Node) -> list[str]:
    if isinstance(node, str):
        return [clean_line(node)]
    if isinstance(node, dict):
        return [text for key, child in node.items() for text in (clean_line(key), *_flat(child))]
    return [text for child in node for text in _flat(child)]


def _line_by_line(source: str) -> dict[str, Value]:
    """`key: rest of line`, and `- item` lines below a key without one."""
    values: dict[str, Value] = {}
    last = ""
    for line in source.splitlines():
        if match := _KEY_LINE.match(line):
            last = clean_line(match[1])
            values[last] = clean_line(_unquoted(match[2] or ""))
        elif last and (match := _ITEM_LINE.match(line)):
            before = values[last]
            items = before if isinstance(before, tuple) else tuple(filter(None, (before,)))
            values[last] = (*items, clean_line(_unquoted(match[1])))
    return values


def _unquoted(text: str) -> str:
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        return text[1:-1]
    return text


def _first_text(values: dict[str, Value], key: str) -> str:
    value = values.get(key, "")
    if isinstance(value, tuple):
        return value[0] if value else ""
    return value


def _texts(values: dict[str, Value], key: str) -> tuple[str, ...]:
    """A list, or a bare text as a list of one."""
    value = values.get(key, ())
    texts = value if isinstance(value, tuple) else (value,)
    return tuple(text for text in texts if text and text not in {"null", "~", "Null", "NULL"})


def _tags(values: dict[str, Value]) -> tuple[str, ...]:
    """Tags as a list, or in one text parted by commas or spaces; of a wikilink, the name of its target."""
    value = values.get("tags", values.get("tag", ()))
    if isinstance(value, str):
        named = _WIKILINK.sub(lambda link: link["name"].strip().replace(" ", "_"), value)
        return tuple(part for part in re.split(r"[,\s]+", named) if part and part != "null")
    return tuple(_WIKILINK.sub(r"\g<name>", text).strip() for text in value if text)


def _duration(text: str) -> int | None:
    """Seconds from `3725`, `1:02:05` or `PT1H2M5S`."""
    if text.isascii() and text.isdigit() and len(text) < 8:
        seconds = int(text)
    elif match := _CLOCK.fullmatch(text) or _ISO_DURATION.fullmatch(text):
        hours, minutes, second = (int(part or 0) for part in match.groups())
        seconds = hours * 3600 + minutes * 60 + second
    else:
        return None
    return seconds if 0 < seconds <= _MOST_SECONDS else None


def _line_of(source: str, text: str) -> int:
    """The line of the file a value stands on; the fence is the first."""
    return source[: max(0, source.find(text))].count("\n") + 2
