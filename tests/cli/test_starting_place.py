"""`--article` and `--at`: where the reader opens a library."""

import pytest

from dltui.cli.arguments import main_parser
from dltui.cli.ensure_index import catalogued
from dltui.cli.opening import open_library
from dltui.cli.starting_place import asked_location, nearest_line
from dltui.errors import NotFoundError, UsageError
from dltui.model.location import Location

_NETS = "lectures/neural_nets.md"


@pytest.fixture
def opened(dltui, library):
    """`dltui` is asked for as it closes what was opened."""
    return open_library(str(library))


@pytest.mark.parametrize(
    ("time", "line"),
    [
        ("0", 12),
        ("1:02", 12),
        ("62", 12),
        ("1:50", 12),
        ("125", 19),
        ("3:00", 19),
        ("9:10", 16),
        ("5:00:00", 16),
    ],
)
@pytest.mark.parametrize("indexed", [True, False])
def test_the_nearest_moment(opened, time, line, indexed):
    if indexed:
        catalogued(opened)
    assert asked_location(opened, "neural_nets", time) == Location(_NETS, line=line)


def test_the_beginning_without_a_time(opened):
    assert asked_location(opened, "neural_nets", None) == Location(_NETS)
    assert not opened.notices


def test_an_article_without_times_is_opened_and_says_so(opened):
    assert asked_location(opened, "index", "1:00") == Location("index.md")
    assert len(opened.notices) == 1


def test_a_library_of_one_file_needs_no_name(dltui, library):
    opened = open_library(str(library / "lectures" / "dropout.md"))
    assert asked_location(opened, None, "2:00") == Location("dropout.md", line=8)


@pytest.mark.parametrize(
    ("name", "time", "error"),
    [
        (None, "1:00", UsageError),
        ("neural_nets", "noon", UsageError),
        ("nowhere", None, NotFoundError),
        ("e", "1", NotFoundError),
    ],
)
def test_what_cannot_be_done(opened, name, time, error):
    with pytest.raises(error):
        asked_location(opened, name, time)


def test_the_options_of_the_reader():
    parsed = main_parser().parse_args(["vault", "--article", "x", "--at", "1:02"])
    assert (parsed.path, parsed.article, parsed.at) == ("vault", "x", "1:02")


def test_no_time_is_line_zero(opened):
    assert nearest_line(opened.shelf.load("index.md"), 5) == 0
