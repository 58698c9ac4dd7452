"""The manual says what the program does: its tables, examples, messages and names are compared with the code."""

import ast
import json
import re
import runpy
from pathlib import Path

import pytest

from dltui.cli.main import run
from dltui.errors import ExitCode
from dltui.library.codes import KINDS as LIBRARY_KINDS
from dltui.library.theme_file import PALETTE, load_themes, parse_theme
from dltui.library.times.odds import Reason
from dltui.library.times.readings import read_stamps
from dltui.markdown.codes import KINDS as TEXT_KINDS
from dltui.markdown.walk import plain_text, walk_blocks
from dltui.model.block import CodeBlock, Table
from dltui.model.timestamp import Stamp
from dltui.search.language.lexer import FIELDS
from dltui.search.language.parser import parse_query
from dltui.search.language.understood import in_words
from dltui.ui.keys.key_names import key_name
from dltui.ui.keys.keymap import KEYMAP

_TOP = Path(__file__).resolve().parents[2]
_GUIDE = sorted((_TOP / "content" / "guide").glob("*.md"))
_MODULES = sorted((_TOP / "dltui").rglob("*.py"))


@pytest.fixture(scope="module")
def tables(bundled):
    """For each page of the guide the rows of its tables, as plain text, heads included."""
    return {
        loaded.article.stem: [
            [plain_text(cell).strip() for cell in row]
            for table in walk_blocks(loaded.document.blocks)
            if isinstance(table, Table)
            for row in (table.header, *table.rows)
        ]
        for path, loaded in bundled.articles.items()
        if path.startswith("guide/")
    }


@pytest.fixture
def library(tmp_path):
    """A small one: a copy of a page, with a time and something to complain about."""
    page = (_TOP / "content" / "guide" / "guide_commands.md").read_text("utf-8")
    place = tmp_path / "library" / "guide_commands.md"
    place.parent.mkdir()
    place.write_text(page.replace("tags:", "videoId: zij_FTbJHsk\ntags:", 1) + "\nKeys [12:34] [[", "utf-8")
    return place.parent


@pytest.fixture(scope="module")
def pages(bundled):
    return {
        loaded.article.stem: loaded for path, loaded in bundled.articles.items() if path.startswith("guide/")
    }


@pytest.mark.parametrize("page", _GUIDE, ids=lambda page: page.stem)
def test_tables_are_up_to_date(page):
    """Run `python .github/make_guide_tables.py` where this fails."""
    script = runpy.run_path(str(_TOP / ".github" / "make_guide_tables.py"))
    text = page.read_text("utf-8")
    assert script["with_tables"](text) == text


def test_every_table_that_can_be_made_has_a_place():
    script = runpy.run_path(str(_TOP / ".github" / "make_guide_tables.py"))
    written = "".join(page.read_text("utf-8") for page in _GUIDE)
    assert sorted(re.findall(r"<!-- table: ([a-z-]+) -->", written)) == sorted(script["TABLES"])


def test_every_key_can_be_read_on_the_page(tables):
    """The made table survives the way through the parser: bars, backslashes and backticks are what they were."""
    rows = {tuple(row) for row in tables["guide_keys"]}
    wanted = {
        (" ".join(key_name(name) for name in key.keys.split(",")), key.does.replace("`", ""))
        for key in KEYMAP
    }
    assert not wanted - rows


def _written_codes():
    """Codes and severities of the diagnostics that the code writes out instead of taking them from a table."""
    found = set()
    for module in _MODULES:
        tree = ast.parse(module.read_text("utf-8"))
        constants = {
            target.id: node.value.value
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Diagnostic":
                severity, code = node.args[:2]
                name = (
                    code.value if isinstance(code, ast.Constant) else constants.get(getattr(code, "id", ""))
                )
                if name:
                    found.add((name, severity.attr.lower()))
    return found


def test_every_code_is_explained(tables, pages):
    kinds = [*TEXT_KINDS.items(), *LIBRARY_KINDS.items()]
    known = {(code.value, kind.severity.value) for code, kind in kinds}
    assert known <= {tuple(row[:2]) for row in tables["guide_diagnostics"]}
    headings = [entry.text for entry in pages["guide_diagnostics"].document.outline if entry.level == 3]
    assert sorted(headings) == sorted({code for code, _ in known | _written_codes()})


def test_examples_of_the_search_language_are_understood_so(tables):
    examples = [row for row in tables["guide_search"] if row[0] != "You type"]
    assert len(examples) >= 20
    assert [said for _, said in examples] == [
        in_words(parse_query(typed, typing=False)).whole for typed, _ in examples
    ]


def test_the_queries_it_recommends_find_something(pages, bundled):
    section = pages["guide_search"].document.body.partition("## Three ways to use it")[2]
    queries = re.findall(r"^- `(.+?)`", section, re.MULTILINE)
    assert len(queries) == 3
    assert not [
        query for query in queries if not bundled.index.search(query, typing=False, budget_seconds=None).hits
    ]


def test_every_field_is_described(pages):
    source = pages["guide_search"].document.body
    assert not [field for field in FIELDS if f"`{field}:`" not in source]
    assert {f"{name}:" for name in re.findall(r"`([a-z]+):`", source)} <= {f"{field}:" for field in FIELDS}


def test_every_reason_for_a_reading_is_explained(tables):
    explained = {row[0] for row in tables["guide_moments"]}
    written = (("09:42:07", "00:09:42"), ("00:12:75", ""), ("00:75:11", ""), ("N/A", "N/A"))
    others = {read_stamps([Stamp(value, label, 1)])[0].reason for value, label in written}
    assert len(others) == 4
    assert {*map(str, Reason), *others} <= explained


def test_exit_codes(tables):
    rows = [row[0] for row in tables["guide_commands"] if row[0].isdigit()]
    assert rows == [str(int(code)) for code in ExitCode]


@pytest.mark.parametrize(
    ("row", "command"),
    [
        ("show", ("show", "guide_commands")),
        ("search", ("search", "keys")),
        ("moments", ("moments", "guide_commands")),
        ("links", ("links", "guide_commands")),
        ("check", ("check",)),
    ],
)
def test_the_fields_of_the_json_are_those_that_are_printed(tables, library, capsys, row, command):
    run([command[0], "--json", "--library", str(library), *command[1:]])
    printed = json.loads(capsys.readouterr().out)
    described = {row[0]: row[1].split(", ") for row in tables["guide_commands"] if len(row) == 2}
    assert _holds(printed, described[row])
    for part in ("moments", "links", "diagnostics", "hits"):
        for entry in printed[part][:1] if row in {"show", "search"} and part in printed else ():
            assert _holds(entry, described[f"each of its {part}"]), part


def _holds(printed, described):
    """Whether what is described is printed, in that order; a newer field may stand among it."""
    return [name for name in printed if name in described] == described


def test_every_variable_that_is_looked_at_is_named(tables):
    read = set()
    for module in _MODULES:
        text = module.read_text("utf-8")
        read |= set(re.findall(r"environ(?:ment)?(?:\.get\(|\[)\"([A-Z_]+)\"", text))
    named = {name for row in tables["guide_files"] for name in row[0].split(", ")}
    assert {"BROWSER", "DLTUI_LIBRARY", "TMUX"} <= read
    assert not read - named


def test_the_example_of_a_theme_is_one(pages):
    [example] = [
        block.text
        for block in walk_blocks(pages["guide_themes"].document.blocks)
        if isinstance(block, CodeBlock) and block.language == "yaml"
    ]
    theme, problems = parse_theme(example, "example", "example.yaml")
    assert not problems
    assert set(theme.palette) == set(PALETTE)


def test_every_role_of_the_themes_is_named(tables):
    themes, _ = load_themes([_TOP / "themes"])
    used = {role for theme in themes.values() for role in theme.roles}
    in_families = re.compile(r"(?:callout|code\.token|(?:rule\.)?heading)\..+")
    named = {name for row in tables["guide_themes"] for name in re.findall(r"[a-z]+(?:\.[a-z]+)*", row[-1])}
    assert not {role for role in used if not in_families.fullmatch(role)} - named


def test_messages_in_the_manual_are_the_program_s(pages):
    """What stands in quotation marks in a heading of Troubleshooting can be met; `…` stands for what changes."""
    headings = [entry.text for entry in pages["guide_troubleshooting"].document.outline]
    quoted = [heading.strip('"') for heading in headings if heading.startswith('"')]
    assert len(quoted) >= 6
    code = "\n".join(module.read_text("utf-8") for module in _MODULES)
    flat = re.sub(r"\{[^{}]*\}", "{}", code)
    for message in quoted:
        pieces = re.split(r" … | \(TERM=dumb\) |standard output|0755", message)
        assert all(piece.strip() in flat for piece in pieces), message
