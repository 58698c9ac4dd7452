"""Whole articles, line by line. `write_golden` writes the expected lines anew."""

from pathlib import Path

import pytest

from tests.render.write_golden import WIDTHS, expected, lines, sources


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("source", sources(), ids=lambda source: source.stem)
def test_an_article_is_drawn_as_it_was(source: Path, width: int) -> None:
    assert lines(source, width) == expected(source, width).read_text()
