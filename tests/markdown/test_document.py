"""A document: what stands around its body, its chunks, and when they're parsed."""

import subprocess
import sys

from dltui.markdown.document import parse_document
from dltui.markdown.walk import plain_text
from dltui.model.block import Heading, Paragraph

_LONG = "Prose that fills a line. " * 20
_PAGE = "\n\n".join(f"### Head {number}\n\n- [[a{number} | b]]\n- [[c]]" for number in range(50))


def test_chunks_are_parsed_when_they_are_looked_at() -> None:
    document = parse_document(_PAGE)
    assert len(document.chunks) == 50
    assert not any(chunk.parsed for chunk in document.chunks)
    assert isinstance(document.chunks[3].blocks[0], Heading)
    assert [chunk.parsed for chunk in document.chunks].count(True) == 1


def test_the_outline_parses_no_more_than_the_headings() -> None:
    document = parse_document(_PAGE)
    assert [entry.text for entry in document.outline][:2] == ["Head 0", "Head 1"]
    assert not any(chunk.parsed for chunk in document.chunks)


def test_the_outline_finds_headings_that_no_chunk_starts_with() -> None:
    document = parse_document("# One\n\nTwo\n===\n\n> ## Three\n\n- #### Four\n")
    assert [(entry.level, entry.text, entry.line) for entry in document.outline] == [
        (1, "One", 1),
        (1, "Two", 3),
        (2, "Three", 6),
        (4, "Four", 8),
    ]


def test_an_anchor_is_the_same_whichever_chunk_is_parsed_first() -> None:
    text = "# A\n\ntext\n\n# A\n\ntext\n\n# A\n"
    last = parse_document(text).chunks[-1].blocks[0]
    assert isinstance(last, Heading)
    assert last.anchor == parse_document(text).blocks[-1].anchor == "a-2"  # type: ignore[union-attr]


def test_chunks_start_where_their_lines_say() -> None:
    text = (
        f"---\ntitle: x\n---\n\nFrom: [[c]] <br/>\n\n{_LONG}\n\n" + "\n\n".join([_LONG] * 20) + "\n\n# End\n"
    )
    lines = text.split("\n")
    document = parse_document(text)
    assert len(document.chunks) > 3
    for chunk in document.chunks:
        assert chunk.source.lstrip("\n").startswith(
            lines[chunk.line - 1 + chunk.source.count("\n", 0, 1)][:20]
        )
    assert document.body_line == 6
    assert document.channel == "c"
    assert document.channel_line == 5


def test_references_and_footnotes_reach_across_chunks() -> None:
    document = parse_document("# A\n\n[x][ref] and[^n]\n\n# B\n\n[ref]: http://r.org\n\n[^n]: note\n")
    assert plain_text(document.chunks[0].blocks[1].children) == "x and"  # type: ignore[union-attr]
    assert "note(n 1)" not in plain_text(document.blocks[1].children)  # type: ignore[union-attr]


def test_nothing() -> None:
    for text in ("", "\n", " \n\t\n", "---\ntitle: x\n---\n"):
        document = parse_document(text)
        assert document.blocks == document.outline == document.diagnostics == ()


def test_a_block_without_end_is_cut_between_lines() -> None:
    text = "".join(f"line {number}\n" for number in range(400_000))
    chunks = parse_document(text).chunks
    assert len(chunks) == 3
    assert "".join(chunk.source for chunk in chunks) == text
    assert chunks[1].source.startswith(f"line {chunks[1].line - 1}\n")


def test_line_ends_of_other_systems() -> None:
    document = parse_document("a\r\n\r\nb\rc\r\n\x0cd")
    assert [block.line for block in document.blocks] == [1, 3]


def test_a_separator_that_no_editor_counts_keeps_line_numbers() -> None:
    assert parse_document("a\u2028b\x0bc\n\n# H").outline[0].line == 3


def test_a_byte_order_mark_hides_no_front_matter() -> None:
    assert parse_document("\ufeff---\ntitle: x\n---\n").frontmatter_source == "title: x\n"


def test_block_ids_know_their_lines() -> None:
    document = parse_document("---\ntitle: x\n---\na ^one\n\n- b\n  c ^two-2\n\n^one\n")
    assert document.block_ids == {"one": 4, "two-2": 7}


def test_a_preface_is_quiet_and_comes_first() -> None:
    document = parse_document("Here is the article in Markdown:\n\n# A\n")
    first = document.blocks[0]
    assert isinstance(first, Paragraph)
    assert first.quiet
    assert first.line == 1


def test_start_up_does_not_import_markdown_it() -> None:
    code = (
        "import sys; from dltui.markdown.document import parse_document; parse_document('# a'); "
        "assert 'markdown_it' not in sys.modules; parse_document('# a').blocks; assert 'markdown_it' in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
