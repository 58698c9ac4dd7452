"""Every node knows the line of the file that it starts on."""

import re

import pytest

from dltui.markdown.document import parse_document
from dltui.markdown.walk import walk_blocks, walk_inlines, walk_stamps
from dltui.model.block import Block, Callout, Heading, Table
from dltui.model.inline import Image, Link, Math, Wikilink

_HEAD = "---\ntitle: x\nvideoId: y\n---\n\nFrom: [[c]] <br/>\n"
_BODY = """
First line with nothing,
then [[w@]] and [l@](u@)
and `code [00:@:00]
over [00:@:00] lines` then [00:@:00] and $x@$
![i@](s) [[w@ | label]]

# Head [[w@]]

- item
  more [[w@]]

  para [00:@:00]
  1. inner
     [l@](u@)

> quote
> [[w@]] and
lazy [00:@:00]
> > deep
> > [l@](u@)

> [!info] Title [[w@]]
> body [00:@:00]
>
> - item
>   [[w@]]
>
> > [!tip]
> > [[w@]]

| a | [[w@ | x]] |
|---|---|
| b | [00:@:00] |
| [[w@\\|y]] | [l@](u@) |

<details>
<summary>s [[w@]]</summary>

para [[w@]]

> quote [00:@:00]

</details>

[^n]: note [[w@]]
    more [00:@:00]

    para [[w@]]

```py
# [00:@:00]
x  # <a class="yt-timestamp" data-t="00:@:00">[00:@:00]</a>
```

<table>
<tr> <a class="yt-timestamp" data-t="00:@:00">[00:@:00]</a>
</table>

[!warning] unmarked [[w@]]
body [[w@]]

Reference[^n] and ^[inline [[w@]]] <b>bold
[[w@]]</b> **strong
[[w@]]** end
"""


def _numbered(text: str) -> str:
    return "\n".join(line.replace("@", str(number)) for number, line in enumerate(text.split("\n"), 1))


def _blocks(text: str) -> tuple[Block, ...]:
    return parse_document(_numbered(text)).blocks


@pytest.mark.parametrize(
    "text", [_BODY, _HEAD + _BODY, _HEAD + "```markdown\n" + _BODY.replace("```", "~~~") + "```\n"]
)
def test_inlines_and_stamps(text: str) -> None:
    blocks = _blocks(text)
    nodes = [node for node in walk_inlines(blocks) if isinstance(node, Wikilink | Link | Math | Image)]
    written = {
        Wikilink: lambda node: node.name,
        Link: lambda node: node.url,
        Math: lambda node: node.source,
        Image: lambda node: node.alt,
    }
    assert len(nodes) == text.count("[[w@") + text.count("(u@)") + text.count("$x@$") + text.count("![i@")
    assert [(node, node.line) for node in nodes if written[type(node)](node)[1:] != str(node.line)] == []
    stamps = list(walk_stamps(blocks))
    assert len(stamps) == len(re.findall(r"\[00:@:00\]", text))
    assert [stamp for stamp in stamps if stamp.label.split(":")[1] != str(stamp.line)] == []


@pytest.mark.parametrize(
    "text",
    [
        "# h@\n\ntext\n\n> # h@\n\n- a\n- # h@\n\nh@\n===\n\ntext\n## h@\n",
        "<details>\n\n# h@\n\n</details>\n\n> [!info] x\n> y\n> ## h@\n",
        "---\na: b\n---\nFrom: [[x]]\n# h@\n```\n# code\n```\n# h@\n",
    ],
)
def test_headings(text: str) -> None:
    headings = [block for block in walk_blocks(_blocks(text)) if isinstance(block, Heading)]
    assert len(headings) == text.count("h@")
    assert all(heading.text == f"h{heading.line}" for heading in headings)


def test_tables_and_callouts() -> None:
    text = "text\n\n| t@ | b |\n|---|---|\n| 1 | 2 |\n\n> [!c@] x\n> > [!c@]\n> > y\n\n- z\n\n  > [!c@] w\n\n  | t@ |\n  |---|\n"
    blocks = list(walk_blocks(_blocks(text)))
    assert [block.kind for block in blocks if isinstance(block, Callout)] == ["c7", "c8", "c13"]
    assert all(block.kind == f"c{block.line}" for block in blocks if isinstance(block, Callout))
    assert [block.line for block in blocks if isinstance(block, Table)] == [3, 15]
