"""An article as lines of text: drawn as on the screen, or linear for pipes and screen readers."""

from collections.abc import Callable, Iterator

from rich.color import ColorSystem
from rich.style import Style

from dltui.cli.output import colours
from dltui.cli.places import bundled
from dltui.library.loaded import LoadedArticle
from dltui.library.theme_file import load_themes
from dltui.model.inline import Wikilink
from dltui.model.target import Target
from dltui.render.header import ArticleHeader
from dltui.render.layout import Layout
from dltui.render.line import Line
from dltui.render.settings import LayoutSettings

_UNWRAPPED = 1000


def drawn_lines(loaded: LoadedArticle, resolve: Callable[[Wikilink], Target], width: int) -> Iterator[str]:
    """The lines of the reader at a width, in the terminal's own sixteen colours if colours are wanted."""
    layout = _layout(loaded, resolve, LayoutSettings(margin=0, centred=False, column=width), width)
    theme = load_themes((bundled("themes"),))[0].get("terminal") if colours() else None
    for row in range(layout.ensure(0, layout.height), layout.height):
        line = layout.line(row)
        yield line.text.rstrip() if theme is None else _coloured(line, theme.written)


def plain_lines(loaded: LoadedArticle, resolve: Callable[[Wikilink], Target], width: int) -> Iterator[str]:
    """Linear text: ASCII marks only, no frames; a paragraph is one line unless a width is given."""
    width = width or _UNWRAPPED
    settings = LayoutSettings(margin=0, centred=False, column=width, ascii_icons=True)
    layout = _layout(loaded, resolve, settings, width)
    for row in range(layout.ensure(0, layout.height), layout.height):
        yield layout.line(row).text.rstrip()


def _layout(
    loaded: LoadedArticle, resolve: Callable[[Wikilink], Target], settings: LayoutSettings, width: int
) -> Layout:
    header = ArticleHeader.of(loaded.article)
    layout = Layout(
        loaded.document, width, settings=settings, resolve=resolve, read=loaded.read, header=header
    )
    while not layout.advance(1.0):
        pass
    return layout


def _coloured(line: Line, written: Callable[[str], str]) -> str:
    parts = []
    for span in line.spans:
        style = Style.combine(Style.parse(written(role) or "none") for role in span.role.split("+"))
        parts.append(style.render(span.text, color_system=ColorSystem.STANDARD))
    return "".join(parts).rstrip()
