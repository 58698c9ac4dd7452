"""Every kind of damage is reported once, at its line."""

import pytest

from dltui.markdown.codes import KINDS, Code
from dltui.markdown.document import parse_document

_ANCHOR = '<a class="yt-timestamp" data-t="00:01:02">[00:01:02]</a>'
_DAMAGE = {
    Code.BLOCK_TOO_LONG: ("b" * 2_000_001, 1),
    Code.BODY_IN_FENCE: ("From: [[a]]\n```markdown\n# a\n```\n", 2),
    Code.CALLOUT_UNMARKED: ("a\n\n[!NOTE]\nb\n", 3),
    Code.COMMENT_UNCLOSED: ("a\nb %%c\n", 2),
    Code.CONTROL_CHARACTERS: ("a\r\nb \x1b[31m\n", 2),
    Code.DETAILS_UNCLOSED: ("a\n\n<details>\nb\n", 3),
    Code.FENCE_UNCLOSED: ("a\n\n```\nb\n", 3),
    Code.FOOTNOTE_DUPLICATE: ("a[^x]\n\n[^x]: b\n\n[^x]: c\n", 5),
    Code.FOOTNOTE_MISSING: ("a\nb[^x]\n", 2),
    Code.FRONTMATTER_SECOND: ("---\na: b\n---\n\n---\ntitle: c\n---\n", 5),
    Code.FRONTMATTER_UNCLOSED: ("---\na: b\n\nc\n", 1),
    Code.NESTING_TOO_DEEP: (">" * 200 + " a\n", 1),
    Code.PADDING_COLLAPSED: ("| a | b |\n|---|---|\n| 1 |" + " " * 400 + "|\n", 3),
    Code.PREFACE: ("Here is the article in Markdown format:\n\n# a\n", 1),
    Code.STRUCTURE_INFERRED: ("A line of text.\n", 0),
    Code.TABLE_ROW_LONG: ("| a |\n|---|\n| 1 | 2 |\n", 3),
    Code.TIMESTAMP_BROKEN: ('a\nb <a class="yt-timestamp" data-t="00:01:02">[00:01:02] c\n', 2),
    Code.TIMESTAMP_DOUBLED: (f"a [00:01:02]({_ANCHOR})\n", 1),
    Code.TIMESTAMP_REPEATED: ("a\nb" + _ANCHOR * 9, 2),
    Code.TIMESTAMP_UNLABELLED: ('<a class="yt-timestamp" data-t="00:01:02"></a>\n', 1),
    Code.WIKILINK_EMPTY: ("a\n[[]]\n", 2),
    Code.WIKILINK_UNCLOSED: ("a\n[[b c\n", 2),
}


@pytest.mark.parametrize("code", Code)
def test_damage_is_reported_at_its_line(code: Code) -> None:
    text, line = _DAMAGE[code]
    found = parse_document(text, plain=code is Code.STRUCTURE_INFERRED).diagnostics
    assert [(entry.code, entry.line) for entry in found] == [(code.value, line)]
    assert found[0].severity is KINDS[code].severity
    assert found[0].message == KINDS[code].message


def test_sound_text_has_no_diagnostics() -> None:
    sound = f"---\ntitle: a\n---\n\nFrom: [[b]] <br/>\n\n# c\n\nd {_ANCHOR} [[e | f]] **g** `h` $i$\n\n> [!info] j\n> k\n"
    assert parse_document(sound).diagnostics == ()


def test_codes_are_kebab_case_and_explained() -> None:
    assert set(KINDS) == set(Code)
    for code, kind in KINDS.items():
        assert code.value == code.name.lower().replace("_", "-")
        assert kind.message.endswith(".")
        assert kind.remedy.endswith(".")
