"""What holds for every text."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dltui.markdown.cut import cut
from dltui.markdown.deferred import parse_chunk
from dltui.markdown.document import parse_document
from dltui.markdown.facts import gather_facts
from dltui.markdown.session import Session
from dltui.markdown.source import clean_source
from dltui.markdown.stamps import scan_stamps
from dltui.markdown.walk import walk_blocks, walk_inlines, walk_stamps
from dltui.model.block import Heading, OutlineEntry
from dltui.model.clean import is_clean
from dltui.model.inline import Text
from tests.markdown.documents import documents, lines, texts
from tests.markdown.tree_words import letters_of, tree_content, tree_words

_DEEPEST = 400


def _depth(node: object, depth: int = 0) -> int:
    children = getattr(node, "children", None) or getattr(node, "items", None) or ()
    return max([_depth(child, depth + 1) for child in children if not callable(children)], default=depth)


@given(texts, st.booleans())
@settings(max_examples=150, deadline=None)
def test_nothing_raises_and_lines_are_the_files(text: str, plain: bool) -> None:
    document = parse_document(text, plain=plain)
    last = clean_source(text)[0].count("\n") + 1
    blocks = document.blocks
    assert all(1 <= block.line <= last for block in walk_blocks(blocks))
    assert all(1 <= stamp.line <= last for stamp in walk_stamps(blocks))
    assert all(0 <= entry.line <= last for entry in document.diagnostics)
    assert all(1 <= chunk.line <= last for chunk in document.chunks)
    assert all(node.text and is_clean(node.text) for node in walk_inlines(blocks) if isinstance(node, Text))


@given(documents())
@settings(max_examples=112, deadline=None)
def test_no_word_of_a_construct_is_lost(case: tuple[str, list[str]]) -> None:
    text, words = case
    shown = tree_words(parse_document(text).blocks)
    assert {word: shown[word] for word in words if shown[word] != 1} == {}


@given(
    st.lists(
        st.sampled_from(
            [*"*_`[]()!#|-=~$^&.\"' \n", "word", "w2", "| ", "> ", "- ", "```\n", "](", "[[", "]]"]
        )
    )
)
@settings(max_examples=112, deadline=None)
def test_no_letter_of_noise_is_gone_altogether(parts: list[str]) -> None:
    text = "".join(parts)
    assert not letters_of(text) - letters_of(tree_content(parse_document(text).blocks))


@given(lines)
@settings(max_examples=150, deadline=None)
def test_chunks_parse_to_what_the_whole_parses_to(body: str) -> None:
    chunks = list(cut(body, 1, shortest=0))
    facts, _ = gather_facts(chunks)
    whole = parse_chunk(body, 1, Session(facts))
    parts = [block for chunk in chunks for block in parse_chunk(chunk.source, chunk.line, Session(facts))]
    assert "".join(chunk.source for chunk in chunks) == body
    assert tuple(parts) == whole


@given(texts)
@settings(max_examples=75, deadline=None)
def test_the_outline_is_the_headings_of_the_blocks_and_their_anchors_differ(text: str) -> None:
    outline = parse_document(text).outline
    headings = [block for block in walk_blocks(parse_document(text).blocks) if isinstance(block, Heading)]
    assert outline == tuple(OutlineEntry(h.level, h.text, h.anchor, h.line) for h in headings)
    assert len({entry.anchor for entry in outline}) == len(outline)


@given(documents())
@settings(max_examples=75, deadline=None)
def test_scanning_finds_the_stamps_that_parsing_finds(case: tuple[str, list[str]]) -> None:
    text, _ = case
    assume("$" not in text and "\n    " not in f"\n{text}")  # formulas and indented code are shown as written
    document = parse_document(text)
    assert sorted(map(str, document.stamps)) == sorted(map(str, walk_stamps(document.blocks)))


@pytest.mark.parametrize(
    "text",
    [
        "> `a\n> [b](00:01:19)\n| `c` | d |\n|---|---|\n",
        "- a `b\n| [c](00:01:19) ` d\n",
        "a `b\n\\[00:01:02\\] c` d",
        "a ``b ` c\n(00:01:02) `` d",
    ],
)
def test_where_only_parsing_tells_what_is_code_it_is_asked(text: str) -> None:
    document = parse_document(text)
    assert scan_stamps(text) is None
    assert document.stamps == tuple(walk_stamps(document.blocks))


@pytest.mark.parametrize(
    "text",
    [
        "a `b` c [00:01:02]",
        "```\n[00:01:02]\n```\n",
        "a `b\n\nc` [00:01:02]",
        "> ~~~\n> `a\n> b`\n> ~~~\n\n[01:02]",
        "a ` b\nc [01:02]",
    ],
)
def test_everything_else_is_told_without_parsing(text: str) -> None:
    document = parse_document(text)
    assert scan_stamps(text) is not None
    assert document.stamps == tuple(walk_stamps(document.blocks))
    assert len(document.stamps) == 1


@pytest.mark.parametrize(
    "text",
    ["a `b\n<div>\n[00:01:02] c` d", "a `b\n<ul>\n[00:01:02] c` d", "> a `b\n> <p>[00:01:02]</p> c` d"],
)
def test_code_ends_before_a_tag_of_a_block_for_both(text: str) -> None:
    assert len(parse_document(text).stamps) == len(list(walk_stamps(parse_document(text).blocks))) == 1


@given(texts)
@settings(max_examples=60, deadline=None)
def test_trees_are_shallow_enough_to_walk(text: str) -> None:
    assert max(map(_depth, parse_document(text * 30).blocks), default=0) < _DEEPEST
