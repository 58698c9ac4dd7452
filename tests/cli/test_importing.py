"""`dltui import`: HTML and text become Markdown that says the same; nothing is overwritten."""

import runpy
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dltui.cli.importing.article_file import article_of_html, article_of_text
from dltui.cli.importing.block_writer import markdown_of
from dltui.cli.importing.page import parse_page
from dltui.library.frontmatter import parse_frontmatter
from dltui.library.source import decode
from dltui.markdown.document import parse_document
from dltui.markdown.walk import inlines_of, plain_text, walk_blocks

_CASES = runpy.run_path(str(Path(__file__).with_name("cases.py")))["cases_in"]("import_cases.md")


@pytest.mark.parametrize("case", _CASES, ids=[case.title for case in _CASES])
def test_html(case):
    assert markdown_of(parse_page(case.given).blocks).rstrip("\n") == case.expected


def _said(blocks):
    """The words that blocks show, in order."""
    words = []
    for block in walk_blocks(blocks):
        for run in inlines_of(block):
            words += plain_text(run).split()
        words += getattr(block, "text", "").split() if type(block).__name__ == "CodeBlock" else []
    return words


@pytest.mark.parametrize("case", _CASES, ids=[case.title for case in _CASES])
def test_the_markdown_says_what_the_page_says(case):
    blocks = parse_page(case.given).blocks
    assert _said(parse_document(markdown_of(blocks)).blocks) == _said(blocks)


_WORDS = st.text(
    st.characters(categories=["L", "N", "P", "S"], exclude_characters="<>&"), min_size=1, max_size=6
)


@settings(max_examples=150, deadline=None)
@given(words=st.lists(_WORDS, min_size=1, max_size=8))
@example(words=["[0", "]"])
def test_any_words_of_a_paragraph_read_the_same(words):
    text = " ".join(words)
    blocks = parse_page(f"<p>{text}</p>").blocks
    again = parse_document(markdown_of(blocks)).blocks
    assert _said(again) == _said(blocks) == text.split()


_TAGS = (
    "p",
    "div",
    "b",
    "em",
    "code",
    "pre",
    "ul",
    "ol",
    "li",
    "table",
    "tr",
    "td",
    "h2",
    "blockquote",
    "a",
    "dl",
    "dd",
    "br",
)
_PIECES = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in _TAGS] + [f"</{tag}>" for tag in _TAGS]),
    st.sampled_from(
        ["word", " ", "\n", "<", "<a href='x y'>", "<!-- c", "]]>", "&#0;", "&amp", "\x1b", "<td", "|"]
    ),
)


@settings(max_examples=100, deadline=None)
@given(pieces=st.lists(_PIECES, max_size=40))
def test_any_html_gives_an_article(pieces):
    text = article_of_html(decode("".join(pieces).encode()), Path("some_page.html")).text
    assert text.startswith("---\ntitle: Some page\n---\n")
    parse_document(text).blocks  # noqa: B018


def test_nesting_without_end_is_no_danger():
    blocks = parse_page("<div><ul><li><b>" * 5000 + "deep").blocks
    assert "deep" in markdown_of(blocks)


def test_what_a_page_tells_of_itself():
    page = parse_page(
        "<title>Site</title><link rel=canonical href='https://example.org/a'><main><h1>The title</h1><p>x"
        "<iframe src='https://www.youtube-nocookie.com/embed/F1ka6a13S9I?start=3'></iframe></main>outside"
    )
    assert (page.title, page.video, page.source) == ("The title", "F1ka6a13S9I", "https://example.org/a")
    assert "outside" not in markdown_of(page.blocks)


@pytest.mark.parametrize(
    ("html", "title"),
    [
        ("<title>Only: a title</title>x", "Only: a title"),
        ("<h1>a</h1><h1>b</h1>", "My page"),
        ("<title>null</title>", "null"),
        ('<title>"Quoted" \\ back</title>', '"Quoted" \\ back'),
        ("<title>a\nb\x1b[31m</title>", "a b␛[31m"),
        ("<title># no comment</title>", "# no comment"),
    ],
)
def test_titles_survive_the_front_matter(html, title):
    text = article_of_html(decode(html.encode()), Path("my_page.html")).text
    assert parse_frontmatter(parse_document(text).frontmatter_source)[0].title == title


def test_the_encoding_a_page_names():
    page = "<meta charset=shift_jis><title>深層学習</title><p>学習".encode("shift_jis")
    assert "学習" in article_of_html(decode(page), Path("a.html")).text


def test_text_keeps_its_lines_and_its_signs():
    source = "A line with * a star *\nand [brackets]\n\nAnother\n"
    article = article_of_text(decode(source.encode()), Path("my_notes.txt"))
    assert article.text.startswith("---\ntitle: My notes\n---\n\n")
    assert _said(parse_document(article.text).blocks) == source.split()


_LETTERED = """Some years ago this was written down.
A. What is a Net?
A net is a set of layers, and each of them has weights that are learned.
1. Layers and Weights
Width of a Layer
The width says how many units stand beside each other in a layer of the net.
Depth of a Net
The depth says how many layers follow each other, from the input to the output.
Kinds of layers:
Dense: every unit sees every unit of the layer before it.
Sparse: a unit sees some of them.
***
B. What is it For?
It is for whatever can be shown by examples and can't be written down as rules.
"""


def test_the_structure_that_was_inferred_is_written_out():
    article = article_of_text(decode(_LETTERED.encode()), Path("nets.txt"))
    inferred, written = parse_document(_LETTERED, plain=True), parse_document(article.text)
    headings = [(entry.level, entry.text) for entry in inferred.outline]
    assert "A. What is a Net?" in [text for _, text in headings]
    assert [(entry.level, entry.text) for entry in written.outline] == headings
    assert _said(written.blocks) == _said(inferred.blocks)
    assert len(article.guesses) == 1


def test_the_one_great_heading_of_a_text_is_its_title():
    text = "# On Nets\n\n## Layers\n\nWords.\n"
    assert article_of_text(decode(text.encode()), Path("a.txt")).text.startswith("---\ntitle: On Nets\n---\n")


def test_a_text_with_a_front_matter_keeps_it():
    source = "---\ntitle: Kept\nvideoId: F1ka6a13S9I\nmood: good\n---\n\nFrom: [[lectures]] <br/>\n\nWords.\n"
    text = article_of_text(decode(source.encode()), Path("a.txt")).text
    document = parse_document(text)
    assert document.channel == "lectures"
    assert parse_frontmatter(document.frontmatter_source)[0].values["mood"] == "good"


def test_files_are_written_and_never_overwritten(dltui, tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<title>Page</title><p>words", "utf-8")
    out = tmp_path / "new" / "folder"
    done = dltui("import", page, "-o", out)
    assert (done.code, done.out) == (0, f"{out / 'page.md'}\n")
    assert (out / "page.md").read_text("utf-8") == "---\ntitle: Page\n---\n\nwords\n"
    (out / "page.md").write_text("mine", "utf-8")
    again = dltui("import", page, "-o", out)
    assert (again.code, again.out) == (2, "")
    assert "never" in again.err or "nothing is ever overwritten" in again.err
    assert (out / "page.md").read_text("utf-8") == "mine"


def test_a_link_in_the_target_s_place_is_not_followed(dltui, tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<p>words", "utf-8")
    precious = tmp_path / "precious"
    (tmp_path / "page.md").symlink_to(precious)
    assert dltui("import", page, "-o", tmp_path).code == 2
    assert not precious.exists()


def test_one_bad_file_does_not_stop_the_others(dltui, tmp_path):
    good = tmp_path / "good.txt"
    good.write_text("Words.\n", "utf-8")
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG")
    done = dltui("import", picture, tmp_path / "gone.html", good, "-o", tmp_path / "out")
    assert done.code == 3
    assert done.out == f"{tmp_path / 'out' / 'good.md'}\n"
    assert done.err.count("dltui: ") == 2


@pytest.mark.parametrize("arguments", [("import",), ("import", "x.txt", "-o")])
def test_bad_usage(dltui, arguments):
    assert dltui(*arguments).code == 2
