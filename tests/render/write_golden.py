"""Writes the expected lines anew: `python -m tests.render.write_golden`. Look at the difference before you commit it."""

from pathlib import Path

from dltui.model.video import Video
from dltui.render.header import ArticleHeader
from dltui.render.settings import LayoutSettings
from tests.render.pages import drawn, lay_markdown

FOLDER = Path(__file__).parent / "golden"
WIDTHS = (40, 80, 120)
HEADER = ArticleHeader(
    "An article to look at", "railways", Video("aaaaaaaaaaa", "Night trains"), 3, 1234, ("rail",)
)


def sources() -> list[Path]:
    """The articles; `.plain` ones are text whose structure is inferred."""
    return sorted([*FOLDER.glob("*.md"), *FOLDER.glob("*.plain")])


def lines(source: Path, width: int) -> str:
    """An article as it is drawn."""
    layout = lay_markdown(
        source.read_text(),
        width=width,
        settings=LayoutSettings(),
        header=HEADER,
        plain=source.suffix == ".plain",
    )
    return "\n".join(drawn(layout)) + "\n"


def expected(source: Path, width: int) -> Path:
    """Where its lines are kept."""
    return FOLDER / f"{source.stem}.{width}.txt"


if __name__ == "__main__":
    for source in sources():
        for width in WIDTHS:
            expected(source, width).write_text(lines(source, width))
