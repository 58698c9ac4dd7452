"""What holds for every text that is parsed, cut into chunks and laid out, at every width."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dltui.markdown.document import parse_document
from dltui.render.layout import Layout
from dltui.render.settings import LayoutSettings
from dltui.render.spot import SpotKind
from tests.render.articles import expected_spots, visible, written
from tests.render.pages import drawn, lay_markdown
from tests.render.test_layout_properties import unfolded

WIDTHS = st.integers(10, 300) | st.integers(10, 50)
FRAGMENTS = (
    "# One\n",
    "## Two `code` [[x]]\n",
    "Setext\n===\n",
    "Another\n---\n",
    "#### Four 00:10:00\n",
    "Text with [[stem | a label]] and [[b#part]], ![[picture.png]] too.\n",
    "See [here](https://example.org/a), <https://example.org/b>, https://example.org/c and [ref][r].\n",
    "[r]: https://example.org/r\n",
    'Said <a class="yt-timestamp" data-t="00:41:00">[00:41:00]</a> and [12:34], [1:02:03].\n',
    '<a class="yt-timestamp" data-t="N/A">[N/A]</a> <a class="yt-timestamp" data-t="00:01:00"></a>\n',
    "A claim[^1] and ^[an inline one].\n",
    "[^1]: The note, with [[a link]].\n",
    "> [!tip]- Folded [[in the title]]\n> Body [00:05:00].\n>\n> > [!note]+ Inner\n> > text\n",
    "> [!info] Plain\n> - one\n> - [ ] two\n",
    "<details><summary>More</summary>\n\nHidden [[thing]].\n\n</details>\n",
    "| a | b |\n|---|--:|\n| [[c\\|d]] 中文 | [00:07:00] |\n",
    "```python\nx = 1  # [00:08:00]\n```\n",
    "![a picture](images/a.png)\n",
    "- one #tag\n  - two ==lit==\n    - three\n\n1. first\n",
    "$$\n\\frac{a}{b} = \\sum_{i=1}^n x_i\n$$\n",
    "So $$\\frac{a}{b}$$, [[after]] it, and $ \\mu $ [00:09:00].\n",
    "%% nobody sees this %%\n",
    "العربية مع [[رابط]] و **نص**.\n",
)
PARTS = ("\n", "\n##### A part\n\n")
"""Between fragments; the page is cut into chunks at its headings."""
texts = st.lists(st.tuples(st.sampled_from(FRAGMENTS), st.sampled_from(PARTS)), min_size=1, max_size=12).map(
    lambda pairs: "".join(part for pair in pairs for part in pair)
)
PLAIN = """An introduction that is long enough to be a sentence.
A. What is it?
It is a thing that has parts.
1. First Part
Structure
It has a structure of its own.
2. Second Part
Structure
It has another structure here.
B. What is it not?
It is not a list.
1. One Thing
This is one of them.
"""


def _reached(layout: Layout, kind: SpotKind) -> list[int]:
    """The spots of a kind that one comes to from the top, each seen to stand where it is said to."""
    found: list[int] = []
    position = layout.next_spot(-1, 0, {kind})
    while position is not None:
        found.append(position.id)
        cells = layout.spot_cells(position.id)
        assert cells[0].row == position.row
        assert all(0 <= cell.start < cell.end <= layout.width for cell in cells)
        position = layout.next_spot(cells[0].row, cells[0].start, {kind}, selected=position.id)
    return found


@given(texts, WIDTHS)
@settings(max_examples=60, deadline=None)
def test_every_link_moment_and_heading_is_reached(text: str, width: int) -> None:
    blocks = parse_document(text).blocks
    layout = unfolded(lay_markdown(text, width=width, settings=LayoutSettings()))
    rows = drawn(layout)
    wanted = expected_spots(blocks)
    for kind in SpotKind:
        found = _reached(layout, kind)
        assert len(set(found)) == len(found) == wanted[kind]
    assert written(blocks) - visible("".join(rows)) == {}
    assert all(layout.line(row).width <= width for row in range(layout.height))
    for entry in layout.page.outline:
        row = layout.row_of_anchor(entry.anchor)
        assert row is not None
        assert layout.heading_at(row) == entry


@given(WIDTHS)
@settings(max_examples=10, deadline=None)
def test_every_heading_that_was_inferred_is_reached(width: int) -> None:
    layout = lay_markdown(PLAIN, width=width, plain=True)
    lines = [layout.spot(spot_id).source_line for spot_id in _reached(layout, SpotKind.HEADING)]
    assert lines == [entry.line for entry in layout.page.outline]
    assert len(lines) > 4
    for entry in layout.page.outline:
        assert layout.heading_at(layout.row_of_anchor(entry.anchor) or 0) == entry
