from collections.abc import Callable

import pytest

from dltui.library.article.loaded import LoadedArticle
from dltui.library.article.passages import passages_of
from dltui.library.source import Source
from dltui.library.times.evidence import NOTHING_KNOWN
from dltui.model.inline import Wikilink
from dltui.model.passage import Passage
from dltui.model.target import FoundBy, LinkState, Target


def resolve(wikilink: Wikilink) -> Target:
    if wikilink.name == "there":
        return Target(LinkState.RESOLVED, FoundBy.STEM, "folder/there.md")
    return Target(LinkState.MISSING)


def passages(text: str, resolver: Callable[[Wikilink], Target] = resolve) -> list[Passage]:
    loaded = LoadedArticle.of("folder/a_stem.md", Source(text, text.encode()), NOTHING_KNOWN)
    return list(passages_of(loaded, resolver))


ARTICLE = """---
title: A title
videoId: s3MuSOl1Rog
tags: [x]
---

From: [[lexfridman]] <br/>

Before any heading [00:00:05].

# One

First paragraph with [[there | a link]] in it <a class="yt-timestamp" data-t="00:01:02">[00:01:02]</a> here.

Second paragraph.

## Two

| head | other |
|------|-------|
| cell | [[gone]] |

> [!tip] Advice
> Take it $x^2$.

### Three

```python
print("code")
```

# Four
"""


def test_there_is_one_passage_for_each_heading() -> None:
    found = passages(ARTICLE)
    assert [passage.heading for passage in found] == ["", "One", "Two", "Three", "Four"]
    assert [passage.heading_path for passage in found] == [
        (),
        ("One",),
        ("One", "Two"),
        ("One", "Two", "Three"),
        ("Four",),
    ]
    assert [passage.line for passage in found] == [9, 11, 17, 26, 32]
    assert {passage.title for passage in found} == {"A title"}
    assert {
        (passage.path, passage.category, passage.channel, passage.video, passage.tags) for passage in found
    } == {("folder/a_stem.md", "folder", "lexfridman", "s3MuSOl1Rog", ("x",))}


def test_texts_features_and_targets() -> None:
    before, one, two, three, four = passages(ARTICLE)
    assert one.text == "First paragraph with a link in it here.\nSecond paragraph."
    assert one.targets == ("folder/there.md",)
    assert (before.features, one.features) == ({"moment"}, {"moment"})
    assert two.features == {"table", "callout", "math", "missing"}
    assert "cell" in two.text
    assert "Advice" in two.text
    assert (three.features, three.text) == ({"code"}, 'print("code")')
    assert (four.features, four.text) == (frozenset(), "")


def test_formulas_are_said_as_the_reader_sees_them() -> None:
    text = "Take $x^2$ [00:00:05] and $\\alpha_i$ of $\\unknown{x}$.\n\n$$\n\\frac{1}{2} mv^2\n$$\n"
    (passage,) = passages(text)
    assert passage.text == "Take x² and αᵢ of \\unknown{x}.\n½ mv²"
    assert passage.text[: passage.moments[0].offset] == "Take x² "
    assert "math" in passage.features


def test_a_moment_knows_its_place_in_the_text() -> None:
    before, one, *_ = passages(ARTICLE)
    (moment,) = one.moments
    assert (moment.seconds, moment.raw) == (62, "00:01:02")
    assert one.text[: moment.offset].endswith("in it ")
    assert before.moments[0].seconds == 5


@pytest.mark.parametrize("text", ["", "---\ntitle: x\n---\n", "%% comment %%"])
def test_an_article_without_text_still_has_a_passage(text: str) -> None:
    (passage,) = passages(text)
    assert (passage.text, passage.line, passage.heading) == ("", 1, "")


def test_a_stamp_in_a_heading_belongs_to_its_passage() -> None:
    (passage,) = passages("# Heading [00:01:02]\n\ntext")
    assert [moment.seconds for moment in passage.moments] == [62]
    assert passage.heading.strip() == "Heading"


def test_a_passage_has_the_hashtags_that_stand_in_it() -> None:
    found = passages(
        "---\ntags: [x]\n---\n\n# One #big\n\nSaid #a/b, #x and `#code`.\n\n- [ ] do #todo\n\n# Two\n\nNone.\n"
    )
    assert [passage.tags for passage in found] == [("x", "big", "a/b", "todo"), ("x",)]
