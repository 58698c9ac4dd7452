"""An article drawn as on the screen, for a terminal or a pipe of fixed width."""

from collections.abc import Iterator
from functools import partial

from rich.color import ColorSystem
from rich.style import Style

from dltui.cli.output import Paint, Span
from dltui.cli.places import bundled
from dltui.library.article.loaded import LoadedArticle
from dltui.library.linking.outgoing import Resolve
from dltui.library.theme_file import load_themes
from dltui.render.header import ArticleHeader
from dltui.render.layout import Layout
from dltui.render.line import Line
from dltui.render.settings import LayoutSettings

_THEME = "terminal"
"""The one that is made of the terminal's own sixteen colours."""


def drawn_lines(
    loaded: LoadedArticle, resolve: Resolve, width: int, *, coloured: bool, ascii_icons: bool = False
) -> Iterator[list[Span]]:
    """The lines of the reader at a width, without blanks at their ends, and with everything unfolded.

    Args:
        loaded: the article.
        resolve: where its wikilinks lead.
        width: in cells.
        coloured: whether the roles are worth looking up.
        ascii_icons: see `LayoutSettings`.
    """
    layout = Layout(
        loaded.document,
        width,
        settings=LayoutSettings(
            margin=0, centred=False, column=width, ascii_icons=ascii_icons, unfolded=True
        ),
        resolve=resolve,
        read=loaded.read,
        header=ArticleHeader.of(loaded.article),
    )
    while not layout.advance(1.0):
        pass
    paints = _Paints() if coloured else None
    for row in range(layout.ensure(0, layout.height), layout.height):
        line = layout.line(row)
        yield [line.text.rstrip()] if paints is None else list(_painted(line, paints))


class _Paints(dict[str, Paint]):
    """The look of each role, worked out when it first comes up."""

    def __init__(self) -> None:
        self._theme = load_themes((bundled("themes"),))[0][_THEME]

    def __missing__(self, role: str) -> Paint:
        written = (self._theme.written(part) or "none" for part in role.split("+"))
        style = Style.combine(Style.parse(part) for part in written)
        self[role] = paint = partial(style.render, color_system=ColorSystem.STANDARD)
        return paint


def _painted(line: Line, paints: _Paints) -> Iterator[Span]:
    left = len(line.text.rstrip())
    for span in line.spans:
        if left > 0:
            yield span.text[:left], paints[span.role]
        left -= len(span.text)
