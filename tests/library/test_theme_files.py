from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.style import Style

from dltui.library.theme_file import PALETTE, load_themes

WHOLE = "name: {name}\ntitle: A theme\ndark: true\npalette:\n" + "".join(
    f'  {name}: "#101010"\n' for name in PALETTE
)


def load(tmp_path: Path, text: str, name: str = "mine") -> tuple:
    (tmp_path / f"{name}.yaml").write_text(text)
    themes, problems = load_themes([tmp_path])
    return themes, [problem.message for problem in problems]


def test_a_whole_theme(tmp_path: Path) -> None:
    roles = 'roles:\n  text: "$foreground on #ffffff"\n  a.b, c: bold $primary\n  d:\ncode: monokai\n'
    themes, problems = load(tmp_path, WHOLE.format(name="mine") + roles)
    theme = themes["mine"]
    assert problems == []
    assert (theme.title, theme.dark, theme.code) == ("A theme", True, "monokai")
    assert theme.roles == {
        "text": "#101010 on #ffffff",
        "a.b": "bold #101010",
        "c": "bold #101010",
        "d": "",
    }
    assert theme.written("a.b.c") == "bold #101010"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "palette"),
        ("a: [", "line"),
        ("- x", "mapping"),
        (WHOLE.format(name="x").replace("dark: true", "dark: maybe"), "dark"),
        (WHOLE.format(name="x").replace('accent: "#101010"', "accent: red-ish"), "accent"),
        (WHOLE.format(name="x").replace('  error: "#101010"\n', ""), "error"),
        ("\x00\x01", "left out"),
    ],
)
def test_a_broken_theme_is_left_out_with_a_reason(tmp_path: Path, text: str, complaint: str) -> None:
    themes, problems = load(tmp_path, text)
    assert themes == {}
    assert len(problems) == 1
    assert complaint in problems[0]


@pytest.mark.parametrize(
    "style", ["blink2", "$nothing", "bold on", "#12345", "link https://x", "on", "not", "on bold", "not red"]
)
def test_a_broken_style_is_left_out_alone(tmp_path: Path, style: str) -> None:
    roles = f'roles:\n  good: italic\n  bad: "{style}"\n'
    themes, problems = load(tmp_path, WHOLE.format(name="mine") + roles)
    assert themes["mine"].roles == {"good": "italic"}
    assert len(problems) == 1
    assert "bad" in problems[0]


def test_a_later_folder_replaces_a_theme_of_the_same_name(tmp_path: Path) -> None:
    for folder, title in (("ours", "First"), ("theirs", "Second")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.yml").write_text(WHOLE.format(name="same").replace("A theme", title))
    themes, problems = load_themes([tmp_path / "ours", tmp_path / "theirs", tmp_path / "gone"])
    assert {name: theme.title for name, theme in themes.items()} == {"same": "Second"}
    assert problems == ()


def test_a_name_that_cant_be_one_is_the_files(tmp_path: Path) -> None:
    themes, _ = load(tmp_path, WHOLE.format(name="'../../x y'"))
    assert list(themes) == ["mine"]


@settings(max_examples=40)
@given(st.text(max_size=120))
def test_any_text_is_a_theme_or_a_problem(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("themes")
    (folder / "x.yaml").write_bytes(text.encode("utf-8", "surrogatepass"))
    themes, problems = load_themes([folder])
    assert len(themes) + len(problems) == 1


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from(["bold", "italic", "not", "on", "#aabbcc", "red", "default", "x", "dim"]), max_size=6
    )
)
def test_what_is_taken_is_a_style_that_can_be_drawn(
    tmp_path_factory: pytest.TempPathFactory, words: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("themes")
    (folder / "x.yaml").write_text(WHOLE.format(name="x") + f'roles:\n  one: "{" ".join(words)}"\n')
    themes, _ = load_themes([folder])
    for style in themes["x"].roles.values():
        Style.parse(style)
