"""What every form parses to: tables of title, input and expected tree, in `cases/`."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dltui.markdown.document import parse_document
from tests.markdown.tree_text import tree_text

_FOLDER = Path(__file__).parent / "cases"


def _cases() -> Iterator[object]:
    for path in sorted(_FOLDER.glob("*.md")):
        parts = path.read_text(encoding="utf-8").split("\n.\n")
        for title, source, expected in zip(parts[0::3], parts[1::3], parts[2::3], strict=False):
            yield pytest.param(path.stem, source, expected, id=f"{path.stem}: {title.strip()}")


@pytest.mark.parametrize(("kind", "source", "expected"), _cases())
def test_tree(kind: str, source: str, expected: str) -> None:
    assert tree_text(parse_document(source, plain=kind == "plain_text")) == expected


def test_there_are_cases() -> None:
    assert len(list(_cases())) > 100
