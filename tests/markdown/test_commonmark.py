"""Where the dialect adds nothing, a run of text says what markdown-it says."""

import html
import re

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from dltui.markdown.inlines.parser import parse_inlines
from dltui.markdown.session import Session
from dltui.model.inline import Code, Html, Image, Inline, LineBreak, Link, Style, Styled, Text

_PARTS = [
    *(
        "*",
        "**",
        "***",
        "_",
        "__",
        "`",
        "``",
        "[",
        "]",
        "(",
        ")",
        "![",
        "a",
        "b ",
        " ",
        "  ",
        "\n",
        "\\",
        "<",
        ">",
    ),
    *("&amp;", "é", ".", '"', "/u", "](/u)", '](/u "t")', "[x]", "!", "-", "“", "&"),
]
_TAGS = {Style.EMPHASIS: "em", Style.STRONG: "strong"}

_reference = MarkdownIt("commonmark", {"html": False})
_reference.validateLink = lambda _url: True  # type: ignore[method-assign]
_reference.normalizeLink = lambda url: url  # type: ignore[method-assign]


def _rendered(nodes: tuple[Inline, ...]) -> str:
    return "".join(_rendered_node(node) for node in nodes)


def _rendered_node(node: Inline) -> str:
    match node:
        case Text():
            return html.escape(node.text)
        case Html():
            return html.escape(node.source)
        case Code():
            return f"<code>{html.escape(node.text)}</code>"
        case Styled():
            return f"<{_TAGS[node.style]}>{_rendered(node.children)}</{_TAGS[node.style]}>"
        case Link():
            title = f' title="{html.escape(node.title)}"' if node.title else ""
            return f'<a href="{html.escape(node.url)}"{title}>{_rendered(node.children)}</a>'
        case Image():
            return f"<img:{html.escape(node.source)}:{' '.join(node.alt.split())}>"
        case LineBreak():
            return "<br />\n" if node.hard else "\n"
        case _:
            raise AssertionError(node)


def _expected(text: str) -> str:
    def image(match: re.Match[str]) -> str:
        return f"<img:{match[1]}:{' '.join(html.unescape(match[2]).split())}>"

    return re.sub(r'<img src="([^"]*)" alt="([^"]*)"[^>]*>', image, _reference.renderInline(text))


def _is_comparable(text: str) -> bool:
    """Leaves out the dialect's own forms, and places where markdown-it departs from CommonMark."""
    dialect = "[[" in text or re.search(r"<[a-z][^>]*>?|\]\(<|\\[(\[]", text)
    emphasis_at_a_label = "[" in text and re.search(r"[*_]", text)
    space_after_backslash = "\\ " in text
    images_in_images = text.count("![") > 1
    return not (dialect or emphasis_at_a_label or space_after_backslash or images_in_images)


@given(st.lists(st.sampled_from(_PARTS), max_size=12).map("".join))
@settings(max_examples=250, deadline=None)
def test_inlines(text: str) -> None:
    text = text.strip()
    assume(not re.search(r"\n\s*\n", text))
    assume(_is_comparable(text))
    assert html.unescape(_rendered(parse_inlines(text, 1, Session()))) == html.unescape(_expected(text))
