"""The manual page is what the table of arguments says, and groff reads it without a complaint."""

import shutil
import subprocess
import tomllib

import pytest

from dltui.cli.arguments import COMMANDS
from dltui.cli.manual import manual


def test_the_page_is_up_to_date(checkout):
    written = (checkout / "dltui" / "cli" / "man" / "dltui.1").read_text("utf-8")
    assert written == manual(), "write it anew: python -m dltui.cli.manual > dltui/cli/man/dltui.1"


def test_it_names_every_command():
    page = manual()
    assert all(f'.SS "{name}: ' in page for name in COMMANDS)


def test_the_wheel_installs_it(checkout):
    project = tomllib.loads((checkout / "pyproject.toml").read_text("utf-8"))
    shared = project["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    assert shared == {"dltui/cli/man/dltui.1": "share/man/man1/dltui.1"}


@pytest.mark.parametrize("groff", [program for program in ("groff",) if shutil.which(program)])
def test_groff_has_no_complaint(groff):
    done = subprocess.run(
        [groff, "-man", "-ww", "-Tutf8"], input=manual(), capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    assert "dltui" in done.stdout
