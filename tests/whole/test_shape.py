"""The rules about the shape of the code that no linter knows."""

import ast
import re
from pathlib import Path

import pytest

_TOP = Path(__file__).resolve().parents[2]
_MODULES = sorted((_TOP / "dltui").rglob("*.py"))
_ALLOWED_TOP = re.compile(r"dltui|content|themes|tests|pyproject\.toml|README\.md|LICENSE|CHANGELOG\.md|\..*")
_VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc"}


def test_there_are_modules():
    assert len(_MODULES) > 50


@pytest.mark.parametrize("module", _MODULES, ids=lambda path: str(path.relative_to(_TOP)))
def test_no_module_is_long(module):
    assert len(module.read_text("utf-8").splitlines()) <= 300


@pytest.mark.parametrize("module", _MODULES, ids=lambda path: str(path.relative_to(_TOP)))
def test_names_say_something(module):
    assert not _VAGUE & set(module.stem.split("_"))


@pytest.mark.parametrize(
    "init", sorted((_TOP / "dltui").glob("*/**/__init__.py")), ids=lambda path: path.parent.name
)
def test_a_folder_says_what_it_is_and_exports_nothing(init):
    tree = ast.parse(init.read_text("utf-8"))
    assert ast.get_docstring(tree)
    assert len(tree.body) == 1


def test_the_top_level_is_as_agreed():
    import subprocess

    names = subprocess.run(
        ["git", "ls-files"], cwd=_TOP, capture_output=True, text=True, check=True
    ).stdout.split("\n")
    strangers = {name.partition("/")[0] for name in names if name} - {
        name.partition("/")[0] for name in names if _ALLOWED_TOP.fullmatch(name.partition("/")[0])
    }
    assert not strangers
