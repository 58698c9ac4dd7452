import html
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from dltui.handoff.markdown_text import escape_markdown
from dltui.model.clean import clean_line

PARSER = MarkdownIt("gfm-like", {"linkify": False})


def rendered(markdown):
    """The text of the page, or None if the markdown made anything but one paragraph of plain text."""
    page = PARSER.render(markdown).strip()
    match = re.fullmatch(r"<p>([^<]*)</p>", page)
    return html.unescape(match[1]) if match else None


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("plain words, it's fine (really) - yes!", "plain words, it's fine (really) - yes!"),
        ("snake_case and *stars*", "snake\\_case and \\*stars\\*"),
        ("[[wikilink]] [x](javascript:y)", "\\[\\[wikilink\\]\\] \\[x\\](javascript:y)"),
        ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"),
        ("# not a heading", "\\# not a heading"),
        ("- not an item", "\\- not an item"),
        ("1. not a list", "1\\. not a list"),
        ("1999) nor this", "1999\\) nor this"),
        ("3.14 is a number", "3.14 is a number"),
        ("--- ", "\\---"),
        ("==lit== %%hidden%% a=b 5%", "\\=\\=lit\\=\\= \\%\\%hidden\\%\\% a=b 5%"),
        ("&amp; and AT&T", "\\&amp; and AT&T"),
        ("$x$ `code` ~~gone~~ #tag ^block", "\\$x\\$ \\`code\\` \\~\\~gone\\~\\~ \\#tag \\^block"),
        ("two\nlines", "two lines"),
    ],
)
def test_what_is_escaped(text, escaped):
    assert escape_markdown(text) == escaped


@given(st.text(min_size=1) | st.text("#*_-+=>|`[]()<>!\\&;.1 \t:~$^%a", min_size=1))
@example("a &#65; b")
@example("+")
@example("1)")
@example("- - -")
@example("=")
@example("&copy;")
@example("\\")
@example(":-- | --:")
def test_rendered_it_is_the_text_again(text):
    line = clean_line(text)
    if line:
        assert rendered(escape_markdown(text)) == line
        assert rendered("words " + escape_markdown(text)) == "words " + line
