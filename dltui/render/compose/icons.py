"""The marks a page is drawn with, in Unicode or in ASCII; each is as many cells wide as it has characters."""

from dataclasses import dataclass

from dltui.render.settings import LayoutSettings


@dataclass(frozen=True, slots=True)
class Icons:
    """One set of marks.

    Attributes:
        bullets: of list items, from the outermost level; deeper levels go round.
        heading_marks: before headings of levels 1 to 6; empty for none.
        heading_rules: drawn under headings of levels 1 to 6; empty for none.
        tasks: by the character between the brackets; others are shown as written.
        callouts: by family.
        repeat: before the number of a repetition.
        crossing: where a table's rule crosses a column border.
        formulas_on_rows: displayed formulas have bars and high brackets, rather than all on one row.
    """

    bullets: tuple[str, ...]
    heading_marks: tuple[str, ...]
    heading_rules: tuple[str, ...]
    tasks: dict[str, str]
    callouts: dict[str, str]
    rule: str
    quote_bar: str
    callout_bar: str
    column: str
    row: str
    crossing: str
    header_row: str
    header_crossing: str
    open: str
    closed: str
    embed: str
    image: str
    footnote_back: str
    continuation: str
    repeat: str
    nearly: str
    dot: str
    superscript_digits: bool
    formulas_on_rows: bool


UNICODE = Icons(
    bullets=("•", "◦", "▪", "▫"),
    heading_marks=("", "", "", "› ", "» ", "· "),
    heading_rules=("━", "─", "", "", "", ""),
    tasks={" ": "☐", "x": "☑", "X": "☑", "-": "☒", "/": "◪", ">": "▷"},
    callouts={
        "note": "✎",
        "abstract": "≡",
        "info": "ℹ",
        "todo": "☐",
        "tip": "✦",
        "success": "✓",
        "question": "?",
        "warning": "▲",
        "failure": "✗",
        "danger": "↯",
        "bug": "✱",
        "example": "▤",
        "quote": "❝",
    },
    rule="─",
    quote_bar="▎",
    callout_bar="▎",
    column="│",
    row="─",
    crossing="┼",
    header_row="━",
    header_crossing="┿",
    open="▾",
    closed="▸",
    embed="▤",
    image="▣",
    footnote_back="↩",
    continuation="↪",
    repeat="×",
    nearly="≈",
    dot="·",
    superscript_digits=True,
    formulas_on_rows=True,
)

ASCII = Icons(
    bullets=("*", "-", "+", "-"),
    heading_marks=("", "", "", "> ", ">> ", ">>> "),
    heading_rules=("=", "-", "", "", "", ""),
    tasks={},
    callouts={
        "note": "i",
        "abstract": "=",
        "info": "i",
        "todo": "o",
        "tip": "*",
        "success": "+",
        "question": "?",
        "warning": "!",
        "failure": "x",
        "danger": "!",
        "bug": "#",
        "example": ">",
        "quote": '"',
    },
    rule="-",
    quote_bar="|",
    callout_bar="|",
    column="|",
    row="-",
    crossing="+",
    header_row="=",
    header_crossing="+",
    open="v",
    closed=">",
    embed=">",
    image="#",
    footnote_back="^",
    continuation="\\",
    repeat="x",
    nearly="~",
    dot="-",
    superscript_digits=False,
    formulas_on_rows=False,
)


def icons_for(settings: LayoutSettings) -> Icons:
    """The set that the settings ask for."""
    return ASCII if settings.ascii_icons else UNICODE
