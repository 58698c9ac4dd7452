"""Files that are no articles, found by name; a slow folder keeps nobody waiting."""

from pathlib import Path
from threading import Event

import pytest

from dltui.library import attachments
from dltui.library.attachments import Attachments, may_be_attachment


@pytest.mark.parametrize(
    ("name", "may_be"),
    [
        ("paper.pdf", True),
        ("a.b.MP3", True),
        ("board.canvas", False),
        ("a.md", False),
        ("A.Markdown", False),
        ("Dr. No", False),
        (".hidden", False),
        ("pdf", False),
        ("x.", False),
    ],
)
def test_what_may_be_one(name: str, may_be: bool) -> None:
    assert may_be_attachment(name) is may_be


def test_the_highest_of_several_and_none_that_is_hidden(tmp_path: Path) -> None:
    for place in ("a/b/one.pdf", "z/one.pdf", "a/two.pdf", "b/Two.PDF", ".c/three.pdf", "d/.four.pdf"):
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).touch()
    found = Attachments(tmp_path)
    assert [found.path_of(name) for name in ("one.pdf", "TWO.pdf", "three.pdf", ".four.pdf")] == [
        "z/one.pdf",
        "a/two.pdf",
        "",
        "",
    ]


def test_what_comes_or_goes_is_seen_after_forgetting(tmp_path: Path) -> None:
    found = Attachments(tmp_path)
    assert found.path_of("a.pdf") == ""
    (tmp_path / "a.pdf").touch()
    assert found.path_of("a.pdf") == ""
    found.forget()
    assert found.path_of("a.pdf") == "a.pdf"
    (tmp_path / "a.pdf").unlink()
    found.forget()
    assert found.path_of("a.pdf") == ""


def test_a_question_waits_no_longer_than_its_patience(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.pdf").touch()
    go_on, list_ = Event(), attachments._list
    monkeypatch.setattr(attachments, "_list", lambda *given: go_on.wait() and list_(*given))
    found = Attachments(tmp_path)
    found.patience = 0.01
    assert found.path_of("a.pdf") == ""
    go_on.set()
    found.patience = None
    assert found.path_of("a.pdf") == "a.pdf"


def test_a_single_file_has_none() -> None:
    assert Attachments(None).path_of("a.pdf") == ""
