"""How a row of moments is drawn: time and heading, below them what is said, a blank line. No Textual here."""

from typing import NamedTuple

from rich.cells import cell_len

from dltui.model.timestamp import Reading
from dltui.render.line import BLANK, Line, Span
from dltui.ui.moments.moment_rows import MomentRow
from dltui.ui.moments.video_page import Mark
from dltui.ui.parts.fit import fit, gap, wrap

#: The spot of a row's time, for the terminal's own link.
TIME_SPOT = 0
#: The fewest lines of text a row is given below its heading, if it needs them.
_FEWEST_LINES = 3
#: Width from which on the times have a column of their own.
_WIDE = 64
_TIME_ROLES = {Reading.EXACT: "moment", Reading.INFERRED: "moment.inferred", Reading.NONE: "moment.none"}


class RowShape(NamedTuple):
    """What all rows of a list have in common.

    Attributes:
        width: cells there are.
        time_width: cells of the longest time, see `time_width`.
    """

    width: int
    time_width: int

    @property
    def indent(self) -> int:
        """Where the text begins."""
        return self.time_width + 4 if self.width >= _WIDE else 2

    @property
    def text_width(self) -> int:
        """Cells for the text; one stays free at the right."""
        return max(1, self.width - self.indent - 1)


def said_lines(row: MomentRow, width: int, most_cells: int) -> list[str]:
    """What is said at a row's second, as lines: each of several sentences gets a share.

    Args:
        row: to draw.
        width: of the lines.
        most_cells: there should be for all of them.
    """
    most = max(_FEWEST_LINES, -(-most_cells // width))
    sentences = row.sentences[:most]
    if not sentences:
        return []
    share = max(1, most // len(sentences))
    return [line for sentence in sentences for line in wrap(sentence, width, share)]


def row_lines(
    row: MomentRow, said: list[str], shape: RowShape, mark: Mark | None, *, lit: bool
) -> list[Line]:
    """The lines of a row.

    Args:
        row: to draw.
        said: from `said_lines`, at the shape's width of text.
        shape: of the list.
        mark: of the article, where there are several.
        lit: the row is in sight in the article.
    """
    bar = Span("▎" if lit else " ", "moment")
    left = Span(" " * (shape.indent - 1), "text")
    texts = [Line((bar, left, Span(text, "text"))) for text in said]
    return [_head(row, shape, mark, bar), *texts, BLANK]


def _head(row: MomentRow, shape: RowShape, mark: Mark | None, bar: Span) -> Line:
    """The time, the article where there are several, the heading, and how often the second is cited."""
    time = fit(row.time, shape.width - 3)
    repeats = f"×{len(row.moments):,} " if len(row.moments) > 1 else ""
    blanks = " " * (shape.time_width - cell_len(time) if shape.width >= _WIDE else 0)
    between = "  "
    used = 2 + len(blanks) + cell_len(time) + len(between)
    where = _where(row, shape.width - used - len(repeats) - 1, mark)
    used += sum(cell_len(span.text) for span in where) + len(repeats)
    return Line(
        (
            bar,
            Span(f" {blanks}", "text"),
            Span(time, _TIME_ROLES[row.timestamp.reading], TIME_SPOT),
            Span(between, "text"),
            *where,
            Span(gap(used, shape.width), "text"),
            Span(repeats, "quiet"),
        )
    )


def _where(row: MomentRow, width: int, mark: Mark | None) -> list[Span]:
    """The heading, behind the article where there are several."""
    if mark is None:
        of_another = f"video {row.other_video} · " if row.other_video else ""
        return [Span(fit(f"{of_another}{row.heading}", width), "quiet")]
    title = fit(row.article.title, width - 2)
    spans = [Span(f"{mark.shape} {title}", mark.role)]
    left = width - cell_len(title) - 5
    heading = row.moments[0].heading
    return [*spans, Span(f" › {fit(heading, left)}", "quiet")] if heading and left > 6 else spans
