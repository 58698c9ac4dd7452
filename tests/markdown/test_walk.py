"""Ways through the tree."""

from dltui.markdown.document import parse_document
from dltui.markdown.walk import children_of, inlines_of, plain_text, walk_blocks, walk_inlines, walk_stamps
from dltui.model.block import Heading, List, Paragraph, Table
from dltui.model.inline import Chip, Text, Wikilink

_TEXT = """# Head [00:00:01]

> [!info] Title
> - a [[x | X]]
>   - b

| h |
|---|
| [00:00:02] |

```
[00:00:03]
```

[00:00:04] [00:00:04] [00:00:04] [00:00:04]

<details><summary>sum</summary>in</details>
"""


def test_blocks_come_before_what_they_hold() -> None:
    kinds = [type(block).__name__ for block in walk_blocks(parse_document(_TEXT).blocks)]
    assert kinds == [
        *("Heading", "Callout", "List", "Paragraph", "List", "Paragraph", "Table", "CodeBlock", "Paragraph"),
        *("Details", "Paragraph"),
    ]


def test_inlines_of_blocks_and_of_inlines() -> None:
    blocks = parse_document(_TEXT).blocks
    texts = [node.text for node in walk_inlines(blocks) if isinstance(node, Text | Wikilink)]
    assert texts[:6] == ["Head ", "Title", "a ", "X", "b", "h"]
    assert texts[-2:] == ["sum", "in"]
    paragraph = parse_document("*a **b***").blocks[0]
    assert isinstance(paragraph, Paragraph)
    assert plain_text(paragraph.children) == "a b"


def test_stamps_count_repetitions_and_code() -> None:
    blocks = parse_document(_TEXT).blocks
    assert [stamp.label for stamp in walk_stamps(blocks)] == [
        "00:00:01",
        "00:00:02",
        "00:00:03",
        *["00:00:04"] * 4,
    ]
    assert sum(isinstance(node, Chip) for node in walk_inlines(blocks)) == 3


def test_plain_text_says_labels_and_leaves_out_stamps_notes_and_comments() -> None:
    source = "A [[b | *c*]] `d` [e](f) $g$ ![h](i) #j <k> [00:00:01]%%l%%[^n]\nm\n\n[^n]: o\n"
    paragraph = parse_document(source).blocks[0]
    assert isinstance(paragraph, Paragraph)
    assert plain_text(paragraph.children) == "A *c* d e g h #j <k>  m"


def test_children_and_inlines_of_a_block() -> None:
    heading, *_, table, listed = parse_document(
        "# A *b*\n\n| c | d |\n|---|---|\n| e | f |\n\n- g\n- h\n"
    ).blocks
    assert isinstance(heading, Heading)
    assert list(inlines_of(heading)) == [heading.children]
    assert isinstance(table, Table)
    assert [plain_text(run) for run in inlines_of(table)] == ["c", "d", "e", "f"]
    assert isinstance(listed, List)
    assert [block.line for block in children_of(listed)] == [7, 8]
