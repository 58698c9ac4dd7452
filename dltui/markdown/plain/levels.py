"""How deep each heading of a plain text stands."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from dltui.markdown.plain.headings import Section
from dltui.markdown.plain.lines import Kind, PlainLine

_FRAMES = (Kind.CHAPTER, Kind.ROMAN, Kind.LETTERED)
_DEEPEST = 6


def assign_levels(sections: Sequence[Section], *, title: Section | None) -> None:
    """Give every section with a heading its level; the title, if the text has one, alone is at level 1."""
    headed = [section for section in sections if section.heading and section is not title]
    if title:
        title.level = 1
    frames = [kind for kind in _FRAMES if any(_kind(section) is kind for section in headed)]
    base = 1
    for frame, scope in _scopes(headed, frames):
        if frame:
            base = 2 + frames.index(_kind(frame))
            frame.level = base
        _assign_in_scope(scope, base + 1 if frames else 2)
    used = sorted({section.level for section in headed})
    for section in headed:
        section.level = min(2 + used.index(section.level), _DEEPEST)


def _kind(section: Section) -> Kind:
    return section.heading.kind if section.heading else Kind.TEXT


def _scopes(
    sections: Sequence[Section], frames: list[Kind]
) -> Iterator[tuple[Section | None, list[Section]]]:
    """The headings under each chapter or letter, with it; those before the first one stand alone."""
    frame: Section | None = None
    scope: list[Section] = []
    for section in sections:
        if _kind(section) in frames:
            yield frame, scope
            frame, scope = section, []
        else:
            scope.append(section)
    yield frame, scope


def _assign_in_scope(scope: list[Section], level: int) -> None:
    """Numbers above titles if a number comes first; otherwise titles above numbers, and a bare title above titles."""
    numbers_first = bool(scope) and _kind(scope[0]) in (Kind.NUMBERED, Kind.DECIMAL)
    inside = False
    for section, following in zip_longest(scope, scope[1:]):
        kind = _kind(section)
        if kind in (Kind.NUMBERED, Kind.DECIMAL):
            depth = section.heading.depth - 1 if section.heading and kind is Kind.DECIMAL else 0
            own = level + (0 if numbers_first else 1) + depth
        elif numbers_first:
            own = level + 1
        else:
            inside, own = _title_level(section, following, level, inside=inside)
        section.level = min(own, _DEEPEST)


def _title_level(
    section: Section, following: Section | None, level: int, *, inside: bool
) -> tuple[bool, int]:
    """Whether the titles that follow stand under one, and this one's level.

    A title directly above another one, or above numbers, is a parent.
    """
    is_parent = following is not None and (
        section.is_bare or (_kind(following) is Kind.NUMBERED and _ordinal(following.heading) == 1)
    )
    if is_parent:
        return True, level
    return inside, level + 1 if inside else level


def _ordinal(line: PlainLine | None) -> int:
    return line.ordinal if line else 0
