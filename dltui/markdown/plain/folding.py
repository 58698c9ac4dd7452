"""What a copied page brings along: menus and calls to action; they're folded, not dropped."""

import re
from collections import Counter
from collections.abc import Sequence

from dltui.markdown.plain.headings import Section
from dltui.markdown.plain.lines import Kind, PlainLine
from dltui.model.clean import normalised

_MOST_MENU_WORDS = 4
_FEWEST_MENU_LINES = 3
_MOST_CALL_WORDS = 60
_CONTENTS = frozenset({"contents", "tableofcontents", "inthisarticle", "indice", "inhalt", "sommaire"})
_CALL = re.compile(
    r"(?:get started|learn more|read more|sign up|subscribe|share this|follow us|contact us|book a demo|"
    r"request a demo|try (?:it )?(?:for )?free|related (?:articles|posts)|join (?:us|now)|leave a (?:comment|reply)|"
    r"empieza|suscr[ií]bete|m[aá]s informaci[oó]n)\b[!.]?",
    re.IGNORECASE,
)


def menu_length(lines: Sequence[PlainLine]) -> int:
    """How many lines at the start of a text are a menu: short entries, most of them bullets, and no sentence."""
    entries = 0
    for index, line in enumerate(lines):
        if line.kind is Kind.EMPTY:
            continue
        if (
            line.kind is not Kind.BULLET
            or len(line.text.split()) > _MOST_MENU_WORDS
            or line.text.endswith(".")
        ):
            return index if entries >= _FEWEST_MENU_LINES else 0
        entries += 1
    return 0


def title_of(sections: Sequence[Section]) -> Section | None:
    """The section that bears the text's title: the first one, if nothing but a menu stands before it."""
    if len(sections) < 2 or any(line.kind not in (Kind.EMPTY, Kind.BULLET) for line in sections[0].body):
        return None
    first = sections[1]
    return first if first.heading and first.heading.kind in (Kind.TITLE, Kind.SHORT) else None


def repeated_title(sections: Sequence[Section], title: Section | None) -> Section | None:
    """The second section with the title's text: pages print it twice."""
    if title is None or title.heading is None:
        return None
    name = normalised(title.heading.text)
    return next(
        (s for s in sections if s is not title and s.heading and normalised(s.heading.text) == name), None
    )


def stubs(sections: Sequence[Section]) -> list[Section]:
    """Tables of contents of which only the name was copied."""
    return [
        section
        for section in sections
        if section.heading and section.is_bare and normalised(section.heading.text) in _CONTENTS
    ]


def calls(sections: Sequence[Section]) -> list[Section]:
    """Sections that call for something: a known phrase as heading, little under it, and the phrase more than once."""
    counts = Counter(normalised(section.heading.text) for section in sections if section.heading)
    return [section for section in sections if section.heading and _is_call(section, counts)]


def _is_call(section: Section, counts: Counter[str]) -> bool:
    text = section.heading.text if section.heading else ""
    return (
        _CALL.match(text) is not None and section.words <= _MOST_CALL_WORDS and counts[normalised(text)] > 1
    )
