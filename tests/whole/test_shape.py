"""The rules about the shape of the code that no linter knows."""

import ast
import re
from pathlib import Path

_TOP = Path(__file__).resolve().parents[2]
_MODULES = sorted((_TOP / "dltui").rglob("*.py"))
_ALLOWED_TOP = re.compile(r"dltui|content|themes|tests|pyproject\.toml|README\.md|LICENSE|CHANGELOG\.md|\..*")
_VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc"}


def test_there_are_modules():
    assert len(_MODULES) > 50


def _those(modules, is_wrong):
    """The places of the modules for which something holds: one test for all of them, as they are many."""
    return [str(module.relative_to(_TOP)) for module in modules if is_wrong(module)]


def test_no_module_is_long():
    assert not _those(_MODULES, lambda module: len(module.read_text("utf-8").splitlines()) > 300)


def test_names_say_something():
    assert not _those(_MODULES, lambda module: _VAGUE & set(module.stem.split("_")))


def test_a_folder_says_what_it_is_and_exports_nothing():
    def is_wrong(init):
        tree = ast.parse(init.read_text("utf-8"))
        return not ast.get_docstring(tree) or len(tree.body) != 1

    folders = sorted((_TOP / "dltui").glob("*/**/__init__.py"))
    assert folders
    assert not _those(folders, is_wrong)


def test_the_top_level_is_as_agreed():
    import subprocess

    names = subprocess.run(
        ["git", "ls-files"], cwd=_TOP, capture_output=True, text=True, check=True
    ).stdout.split("\n")
    strangers = {name.partition("/")[0] for name in names if name} - {
        name.partition("/")[0] for name in names if _ALLOWED_TOP.fullmatch(name.partition("/")[0])
    }
    assert not strangers
