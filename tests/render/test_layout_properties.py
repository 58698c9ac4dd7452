"""What holds for every article at every width."""

from collections import defaultdict

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from dltui.model.block import Block, Callout, Details
from dltui.render.layout import Layout
from dltui.render.settings import LayoutSettings
from dltui.render.spot import SpotKind
from tests.render.articles import articles, expected_spots, visible, written
from tests.render.pages import drawn, lay_blocks, lay_groups

WIDTHS = st.integers(10, 300) | st.integers(10, 50)
SETTINGS = st.sampled_from(
    [
        LayoutSettings(),
        LayoutSettings(margin=0, column=1000, centred=False),
        LayoutSettings(column=40, ascii_icons=True),
    ]
)
often = settings(
    max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None
)


def unfolded(layout: Layout) -> Layout:
    """The same layout with all callouts and details open."""
    position = layout.next_spot(-1, 0, {SpotKind.FOLD})
    while position is not None:
        node = layout.spot(position.id).node
        assert isinstance(node, Callout | Details)
        if node.fold is not None and node.fold.value == "closed":
            assert layout.toggle(position.id)
        cells = layout.spot_cells(position.id)
        position = layout.next_spot(cells[0].row, cells[0].start, {SpotKind.FOLD})
    return layout


@given(articles, WIDTHS, SETTINGS)
@often
def test_lines_fit_and_lose_nothing(blocks: tuple[Block, ...], width: int, chosen: LayoutSettings) -> None:
    layout = unfolded(lay_blocks(*blocks, width=width, settings=chosen))
    texts = drawn(layout)
    for row in range(layout.height):
        line = layout.line(row)
        assert line.width <= width
        assert cell_len(line.text) <= width
    assert written(blocks) - visible("".join(texts)) == {}
    _check_spots(layout)


def _check_spots(layout: Layout) -> None:
    """The cells of a spot are those that its text is drawn in."""
    texts: defaultdict[int, list[str]] = defaultdict(list)
    for row in range(layout.height):
        for span in layout.line(row).spans:
            texts[span.spot].append(span.text)
    kinds = {SpotKind.WIKILINK, SpotKind.MOMENT, SpotKind.TAG, SpotKind.IMAGE}
    for spot_id in layout.spots_in(0, layout.height, kinds):
        assert visible(layout.spot(spot_id).text) - visible("".join(texts[spot_id])) == {}
        cells = sum(end - start for _, start, end in layout.spot_cells(spot_id))
        assert sum(map(cell_len, texts[spot_id])) == cells


@given(articles, WIDTHS)
@often
def test_every_spot_is_reached_where_it_stands(blocks: tuple[Block, ...], width: int) -> None:
    layout = unfolded(
        lay_groups(
            [[block] for block in blocks],
            width=width,
            source="[[]] ![]() 1:00 N/A [^n] # [!x] <details> data",
        )
    )
    wanted = expected_spots(blocks)
    for kind in SpotKind:
        found = []
        position = layout.next_spot(-1, 0, {kind})
        while position is not None:
            found.append(position.id)
            cells = layout.spot_cells(position.id)
            assert cells[0].row == position.row
            assert all(0 <= cell.start < cell.end <= width for cell in cells)
            if kind not in (SpotKind.HEADING, SpotKind.FOLD):
                assert layout.spot_at(cells[0].row, cells[0].start) >= position.id
                assert position.id in layout.spots_in(cells[0].row, 1)
            position = layout.next_spot(cells[0].row, cells[0].start, {kind}, selected=position.id)
        assert len(set(found)) == len(found) == wanted[kind]
        assert _backwards(layout, kind) == found[::-1]


def _backwards(layout: Layout, kind: SpotKind) -> list[int]:
    found = []
    position = layout.next_spot(layout.height, 0, {kind}, -1)
    while position is not None:
        found.append(position.id)
        cells = layout.spot_cells(position.id)
        position = layout.next_spot(cells[0].row, cells[0].start, {kind}, -1, selected=position.id)
    return found


@given(articles, WIDTHS, WIDTHS, st.integers(0, 10_000))
@often
def test_a_place_survives_another_width(blocks: tuple[Block, ...], width: int, other: int, at: int) -> None:
    layout = lay_groups([[block] for block in blocks], width=width)
    drawn(layout)
    if not layout.height:
        return
    row = at % layout.height
    place = layout.place_at(row)
    assert layout.row_of(place) == row
    layout.resize(other)
    there = layout.row_of(place)
    assert 0 <= there < max(1, layout.height)
    layout.resize(width)
    drawn(layout)
    assert layout.row_of(place) == row


@given(articles, WIDTHS, st.integers(0, 200), st.integers(1, 60))
@often
def test_laying_out_in_any_order_ends_the_same(
    blocks: tuple[Block, ...], width: int, top: int, count: int
) -> None:
    groups = [[block] for block in blocks]
    whole = drawn(lay_groups(groups, width=width))
    layout = lay_groups(groups, width=width)
    shown = layout.ensure(top, count)
    assert 0 <= shown <= max(0, layout.height - 1)
    assert drawn(layout) == whole
