"""Text that was made to break a parser: it's shown, in a tree that can be walked."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dltui.markdown.document import parse_document
from dltui.markdown.walk import walk_blocks, walk_inlines
from dltui.model.block import Block, Paragraph, Quote, Table
from dltui.model.inline import Chip
from tests.markdown.tree_words import letters_of, tree_content

_ANCHOR = '<a class="yt-timestamp" data-t="00:01:02">[00:01:02]</a>'
_REPEATED = [
    *(
        ">",
        "> ",
        "[",
        "![",
        "[[",
        "![[",
        "^[",
        "(",
        "<",
        "<a ",
        "<b>",
        "</b>",
        "*",
        "**a ",
        "*a ",
        "_a_",
        "`",
        "``a",
    ),
    *(
        "$",
        "$$",
        "$a",
        "\\(",
        "\\[",
        "%%a ",
        "==a ",
        "~~a ",
        "&",
        "# \n",
        "- ",
        "-\n",
        "1. ",
        "* a\n",
        "<details>\n",
    ),
    *(
        "<!--",
        "<!-- a\n",
        "<?",
        "<pre>\n",
        "```\n",
        "~~~a\n",
        "|",
        "|a",
        "a|b\n-|-\n",
        "[^a]",
        "[^a]: b\n",
        "[a](<",
    ),
    *(
        "[a]: b/c\n",
        '[a](b "',
        "](",
        "[a]",
        "\n",
        "  \n",
        "\t",
        "> [!a]\n",
        "> > ",
        "a\n---\n",
        "---\n",
        "\\",
        "&#27;",
    ),
    *(
        "From: [[a]]\n",
        "[00:01:02, ",
        "(00:01:02-",
        "[00:01:02](",
        "[00:01:02](<a ",
        '<a data-t="',
        "http://a.b/(",
    ),
    *(
        "[!a]\n\n",
        "\x00",
        "\ud800",
        "\u202e",
        "$$a\n\nb\n",
        "\\[a\n",
        "  - a\n",
        "*a**",
        "*[a](b)*",
        '<a b="',
        "^a\n",
    ),
    *(
        "---\na: b\n",
        "Here is the article.\n",
        "```markdown\n",
        "- ```\n",
        "> ```\n",
        "www.",
        "{{",
        "- [x] ",
        "<sup>",
    ),
]


def _walk(blocks: tuple[Block, ...]) -> int:
    return sum(1 for _ in walk_blocks(blocks)) + sum(1 for _ in walk_inlines(blocks))


@pytest.mark.parametrize("part", _REPEATED)
@pytest.mark.parametrize("plain", [False, True])
def test_repeated(part: str, plain: bool) -> None:
    text = f"word {part * 400} end"
    document = parse_document(text, plain=plain)
    assert _walk(document.blocks) > 0
    assert document.outline is not None
    assert document.stamps is not None


def test_what_is_nested_too_deep_is_shown_as_text() -> None:
    blocks = parse_document(">" * 10_000 + " deep\n").blocks
    depth = 0
    while isinstance(blocks[0], Quote):
        blocks, depth = blocks[0].children, depth + 1
    assert depth > 50
    assert isinstance(blocks[0], Paragraph)
    assert tree_content(blocks).rstrip().endswith("> deep")
    brackets = parse_document("[ " * 10_000 + "deep" + " ]" * 10_000).blocks
    assert tree_content(brackets).count("[") == 10_000


@pytest.mark.parametrize(
    "opening", ["- ", "1. ", "> - ", "<details>\n", "<b>", "*a ", "**a _b ", "^[", "> [!a] "]
)
def test_deep_nesting_loses_nothing(opening: str) -> None:
    text = opening * 300 + "deep"
    assert letters_of("deep") <= letters_of(tree_content(parse_document(text).blocks))


@given(st.binary(max_size=300), st.sampled_from(["utf-8", "latin-1", "utf-16-le"]), st.booleans())
@settings(max_examples=60, deadline=None)
def test_any_bytes(data: bytes, encoding: str, plain: bool) -> None:
    document = parse_document(data.decode(encoding, "replace"), plain=plain)
    assert _walk(document.blocks) >= 0


def test_a_runaway_repetition_is_one_chip() -> None:
    paragraph = parse_document("text " + " ".join([_ANCHOR] * 2083) + ".").blocks[0]
    chips = [node for node in walk_inlines([paragraph]) if isinstance(node, Chip)]
    assert [chip.repeats for chip in chips] == [2082]


def test_padding_in_cells_goes() -> None:
    row = "| y" + " " * 185_000 + "| [[a | b]] |\n"
    table = parse_document("| a | b |\n|---|---|\n" + row * 5).blocks[0]
    assert isinstance(table, Table)
    assert len(table.rows) == 5
    assert len(str(table)) < 2000


def test_a_table_of_empty_cells_is_bounded() -> None:
    columns = 500
    text = "|a" * columns + "|\n" + "|-" * columns + "|\n" + "|b|\n" * 2000
    blocks = parse_document(text).blocks
    cells = sum(len(block.rows) * columns for block in blocks if isinstance(block, Table))
    assert cells < 200_000
    assert letters_of(text) == letters_of(tree_content(blocks))
