"""Hypothesis strategies for whole articles, and what a reader must find in them."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum

from hypothesis import strategies as st
from rich.cells import cell_len

from dltui.model import block as b
from dltui.model import inline as i
from dltui.model.timestamp import Stamp
from dltui.render.spot import SpotKind

ALPHABET = "abc de,.-/ 中文。「é\u0301👍🏽👩\u200d❤\ufe0f🇩🇪한글!»العبद्ध"
WORDS = st.text(st.sampled_from(ALPHABET), min_size=1, max_size=24)
NAMES = st.sampled_from(["target", "missing one", "ambiguous", "a long name of a target", "目标"])
LINES = st.just(0)

texts = st.builds(i.Text, WORDS)
leaves = st.one_of(
    texts,
    texts,
    st.builds(i.Code, WORDS),
    st.builds(i.Math, st.sampled_from([r"\frac{1}{2}mv^2", r"\unknown{x}", "a+b"]), st.booleans(), LINES),
    st.builds(i.Wikilink, NAMES, st.just(""), st.one_of(st.just(""), WORDS), st.booleans(), LINES),
    st.builds(
        i.Chip,
        st.builds(
            Stamp, st.just(""), st.sampled_from(["00:41:00", "09:10:57", "N/A", "HH:MM:SS", ""]), LINES
        ),
        st.sampled_from([0, 0, 2081]),
    ),
    st.builds(i.FootnoteReference, st.just("n"), st.integers(1, 12)),
    st.builds(i.Image, st.just("images/picture.png"), WORDS, LINES),
    st.builds(i.Tag, st.sampled_from(["tag", "läng/er"])),
    st.builds(i.Html, st.just("<blink>")),
    st.builds(i.Comment, WORDS),
    st.builds(i.LineBreak, st.booleans()),
)


def _nested(children: st.SearchStrategy[i.Inline]) -> st.SearchStrategy[i.Inline]:
    several = st.lists(children, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(i.Styled, st.sampled_from(list(i.Style)), several),
        st.builds(i.Link, st.sampled_from(["https://example.com/x", "#part"]), st.just(""), several, LINES),
    )


inlines = st.lists(st.recursive(leaves, _nested, max_leaves=4), max_size=5).map(tuple)
headings = st.builds(
    lambda level, children: b.Heading(level, children, "heading", "anchor", 0), st.integers(1, 6), inlines
)
simple = st.one_of(
    st.builds(b.Paragraph, inlines, LINES, st.booleans()),
    st.builds(b.Paragraph, inlines, LINES),
    headings,
    st.builds(
        b.CodeBlock,
        st.sampled_from(["", "x = 1", "def f(中):\n\treturn 'long ' * 99  # 文字\n\n"]),
        st.sampled_from(["", "python", "nolang"]),
        LINES,
    ),
    st.builds(b.MathBlock, st.sampled_from([r"a \\ b", r"\nope"]), LINES),
    st.builds(b.Rule, LINES),
    st.builds(b.HtmlBlock, st.just("<div>\n\tas written</div>"), LINES),
    st.integers(1, 3).flatmap(
        lambda columns: st.builds(
            b.Table,
            st.tuples(*[st.sampled_from(list(b.Align))] * columns),
            st.tuples(*[inlines] * columns),
            st.lists(st.tuples(*[inlines] * columns), max_size=3).map(tuple),
            LINES,
        )
    ),
)


def _containers(children: st.SearchStrategy[b.Block]) -> st.SearchStrategy[b.Block]:
    several = st.lists(children, max_size=3).map(tuple)
    items = st.lists(
        st.builds(b.ListItem, several, LINES, st.sampled_from([None, None, " ", "x", "?"])),
        min_size=1,
        max_size=3,
    )
    return st.one_of(
        st.builds(b.Quote, several, LINES),
        st.builds(
            b.Callout,
            st.sampled_from(["info", "tip", "важно"]),
            inlines,
            several,
            LINES,
            st.sampled_from([None, b.Fold.OPEN, b.Fold.CLOSED]),
        ),
        st.builds(b.Details, inlines, several, LINES, st.sampled_from(b.Fold)),
        st.builds(
            b.List,
            items.map(tuple),
            LINES,
            st.booleans(),
            st.sampled_from([1, 98]),
            st.just("."),
            st.booleans(),
        ),
        st.builds(b.Footnote, st.just("n"), st.integers(1, 12), several, LINES),
    )


blocks = st.recursive(simple, _containers, max_leaves=6)


def numbered(found: tuple[b.Block, ...]) -> tuple[b.Block, ...]:
    """The same blocks, each on a line of its own, with anchors of their own."""
    lines = iter(range(10, 1_000_000))

    def renewed(node: object) -> object:
        if isinstance(node, tuple):
            return tuple(map(renewed, node))
        if not is_dataclass(node) or isinstance(node, Enum):
            return node
        values = {field.name: getattr(node, field.name) for field in fields(node)}
        if "line" in values and not isinstance(node, i.Text):
            values["line"] = next(lines)
        if "anchor" in values and isinstance(node, b.Heading):
            values["anchor"] = f"heading-{values['line']}"
        return type(node)(**{name: renewed(value) for name, value in values.items()})

    return tuple(renewed(block) for block in found)  # type: ignore[return-value]  # blocks stay blocks


articles = st.lists(blocks, min_size=1, max_size=5).map(tuple).map(numbered)


def nodes_in(node: object) -> Iterator[object]:
    """Every node below and including one."""
    if isinstance(node, tuple):
        for child in node:
            yield from nodes_in(child)
    elif is_dataclass(node):
        yield node
        for field in fields(node):
            yield from nodes_in(getattr(node, field.name))


def visible(text: str) -> Counter[str]:
    """The characters of a text that must be drawn, however they are raised, joined or padded."""
    plain = unicodedata.normalize("NFKD", text)
    return Counter(char for char in plain if not char.isspace() and char not in "\u200d\ufe0f")


def written(found: tuple[b.Block, ...]) -> Counter[str]:
    """Every visible character that an article's author wrote."""
    total: Counter[str] = Counter()
    for node in nodes_in(found):
        match node:
            case i.Text() | i.Code():
                total += visible(node.text)
            case i.Wikilink(label=label):
                total += visible(label if cell_len(label.strip()) else "")
            case i.Tag(name=name):
                total += visible(name)
            case i.Chip(stamp=stamp):
                total += visible(stamp.text if stamp.text.strip() != "N/A" else "")
            case i.Image(alt=alt):
                total += visible(alt)
            case b.CodeBlock(text=text):
                total += visible(text)
    return total


SPOTS = {
    i.Wikilink: SpotKind.WIKILINK,
    i.Link: SpotKind.LINK,
    i.Chip: SpotKind.MOMENT,
    i.FootnoteReference: SpotKind.FOOTNOTE,
    i.Image: SpotKind.IMAGE,
    i.Tag: SpotKind.TAG,
    b.Heading: SpotKind.HEADING,
    b.Footnote: SpotKind.FOOTNOTE_BACK,
    b.Details: SpotKind.FOLD,
}


def expected_spots(found: tuple[b.Block, ...]) -> Counter[SpotKind]:
    """How many spots of each kind an article has."""
    total: Counter[SpotKind] = Counter()
    for node in nodes_in(found):
        if isinstance(node, i.Wikilink) and node.is_picture:
            total[SpotKind.IMAGE] += 1
        elif type(node) in SPOTS:
            total[SPOTS[type(node)]] += 1
        elif isinstance(node, b.Callout) and node.fold is not None:
            total[SpotKind.FOLD] += 1
    return total
