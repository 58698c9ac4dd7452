"""`dltui export`: every format, for an article, a video, and the stars."""

import csv
import json

import pytest

from dltui.cli.places import state_file
from dltui.handoff.export.formats import ExportFormat
from dltui.state.keepsakes import Keepsakes
from dltui.state.store import StateStore


@pytest.mark.parametrize("export_format", [one.value for one in ExportFormat])
@pytest.mark.parametrize("name", ["neural_nets", "F1ka6a13S9I"])
def test_every_format_is_printed(dltui, export_format, name):
    done = dltui("export", name, "--format", export_format)
    assert done.code == 0
    assert done.err == ""
    assert done.out.strip()


def test_json_and_csv_hold_every_moment(dltui):
    records = json.loads(dltui("export", "F1ka6a13S9I", "--format", "json").out)
    assert [record["seconds"] for record in records] == [62, 120, 180, 550, None]
    rows = list(csv.DictReader(dltui("export", "F1ka6a13S9I", "--format", "csv").out.splitlines()))
    assert len(rows) == 5


def test_stars(dltui, library):
    done = dltui("export", "--starred", "--format", "json")
    assert (done.code, done.out) == (1, "")
    stars = Keepsakes(StateStore(state_file()), str(library))
    stars.toggle_star("talks/a_talk.md")
    stars.toggle_star("gone.md")
    records = json.loads(dltui("export", "--starred", "--format", "json").out)
    assert [record["path"] for record in records] == ["talks/a_talk.md"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("neural_nets",), 2),
        (("neural_nets", "--format", "pdf"), 2),
        (("--format", "md"), 2),
        (("neural_nets", "--starred", "--format", "md"), 2),
        (("index", "--format", "m3u"), 1),
        (("nowhere", "--format", "md"), 3),
    ],
)
def test_what_cannot_be_exported(dltui, arguments, code):
    done = dltui("export", *arguments)
    assert (done.code, done.out) == (code, "")
    assert done.err
