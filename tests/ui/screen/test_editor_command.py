"""The user's editor is opened at the line, by an argument list."""

from pathlib import Path

import pytest

from dltui.ui.screen.editor_command import editor_command

_FILE = Path("/library/a b;c.md")


@pytest.mark.parametrize(
    ("environment", "command"),
    [
        ({"EDITOR": "vim"}, ["vim", "+7", str(_FILE)]),
        ({"EDITOR": "/usr/bin/nvim -R"}, ["/usr/bin/nvim", "-R", "+7", str(_FILE)]),
        ({"EDITOR": "nano", "VISUAL": "hx"}, ["hx", f"{_FILE}:7"]),
        ({"VISUAL": "code --wait"}, ["code", "--wait", "--goto", f"{_FILE}:7"]),
        ({"VISUAL": "'/opt/my editor/kate' -n"}, ["/opt/my editor/kate", "-n", "--line", "7", str(_FILE)]),
        ({"VISUAL": "ed"}, ["ed", str(_FILE)]),
        ({"VISUAL": "'broken", "EDITOR": "vi"}, ["vi", "+7", str(_FILE)]),
        ({"VISUAL": "  ", "EDITOR": "$(rm -rf /)"}, ["$(rm", "-rf", "/)", str(_FILE)]),
        ({"PATH": "/nowhere"}, []),
    ],
)
def test_the_command(environment, command):
    assert editor_command(environment, _FILE, 7) == command


def test_where_none_is_named_a_usual_one_is_taken(tmp_path):
    program = tmp_path / "nano"
    program.write_text("")
    program.chmod(0o755)
    assert editor_command({"PATH": str(tmp_path)}, _FILE, 1) == [str(program), "+1", str(_FILE)]
