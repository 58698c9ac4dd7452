"""An index is used while it fits the files, mended when it doesn't, and made elsewhere where it can't be written."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from dltui.cli import ready_index as module
from dltui.cli.fingerprint import fingerprint
from dltui.cli.places import cache_base
from dltui.cli.ready_index import ready_index
from dltui.library.scan import FileEntry


def _paths(done):
    return {row[0].partition(":")[0] for row in done.rows}


def test_the_first_search_makes_it_and_the_second_finds_it_ready(dltui, library):
    assert ready_index(str(library)) is None
    assert _paths(dltui("search", "random")) == {"lectures/dropout.md"}
    assert ready_index(str(library)).articles == 5


@pytest.mark.parametrize("command", ["search", "show", "moments", "links"])
def test_what_is_new_changed_or_gone_is_seen_at_once(dltui, library, command):
    dltui("index")
    (library / "fresh.md").write_text("# Fresh\n\nAbout giraffes [00:00:05] and [[dropout]].\n", "utf-8")
    asked = "giraffes" if command == "search" else "fresh"
    assert dltui(command, asked).code == 0
    (library / "fresh.md").write_text(
        "# Fresh\n\nAbout elephants and longer [00:00:06] [[dropout]].\n", "utf-8"
    )
    assert _paths(dltui("search", "elephants")) == {"fresh.md"}
    assert dltui("search", "giraffes").code == 1
    (library / "fresh.md").unlink()
    assert dltui(command, asked).code in (1, 3)


def test_a_fingerprint_tells_any_change():
    one, other = FileEntry("a.md", 1, 2), FileEntry("b.md", 1, 2)
    prints = {
        fingerprint(entries)
        for entries in (
            [],
            [one],
            [one, other],
            [FileEntry("a.md", 2, 2)],
            [FileEntry("a.md", 1, 3)],
            [FileEntry("c.md", 1, 2)],
        )
    }
    assert len(prints) == 6
    assert fingerprint([one]) == fingerprint([one])


def test_an_index_that_was_never_finished_is_not_trusted(dltui, library):
    dltui("index")
    [kept] = cache_base().glob("*/fingerprint")
    kept.unlink()
    assert ready_index(str(library)) is None
    assert _paths(dltui("search", "random")) == {"lectures/dropout.md"}
    assert kept.exists()


def test_a_damaged_index_is_made_anew(dltui):
    dltui("index")
    for place in cache_base().glob("*/passages/*"):
        if place.is_file() and place.stat().st_size:
            place.write_bytes(b"\0" * place.stat().st_size)
    done = dltui("search", "random")
    assert _paths(done) == {"lectures/dropout.md"}
    assert done.err == "The index is damaged. It is made anew.\n"
    done = dltui("search", "random")
    assert _paths(done) == {"lectures/dropout.md"}
    assert done.err == ""


def test_an_index_of_another_version_is_told_as_such_and_made_anew(dltui):
    dltui("index")
    [passages] = cache_base().glob("*/passages")
    for place in passages.glob("*passages_*"):
        place.rename(place.with_name(place.name.replace("passages", "passages1")))
    done = dltui("search", "random")
    assert _paths(done) == {"lectures/dropout.md"}
    assert done.err == "The index was made by another version of dltui. It is made anew.\n"


def test_a_damaged_catalogue_is_told_and_made_anew(dltui):
    dltui("index")
    [catalogue] = cache_base().glob("*/catalogue-*.sqlite")
    with closing(sqlite3.connect(catalogue)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    catalogue.write_bytes(b"garbage" * 1000)
    done = dltui("links", "dropout")
    assert done.code == 0
    assert "The catalogue is damaged. It is made anew." in done.err
    assert not dltui("links", "dropout").err


def test_a_lost_index_is_made_anew(dltui):
    dltui("index")
    [passages] = cache_base().glob("*/passages")
    shutil.rmtree(passages)
    assert _paths(dltui("search", "random")) == {"lectures/dropout.md"}


def test_a_lost_catalogue_is_made_anew(dltui):
    dltui("index")
    for place in cache_base().glob("*/catalogue*"):
        place.unlink()
    assert dltui("show", "dropout", "--json").json["backlinks"]


def test_where_the_cache_is_not_one_s_own_an_index_is_made_for_this_run(dltui, tmp_path):
    dltui("index")
    [cache] = [place for place in cache_base().iterdir() if place.is_dir()]
    cache.chmod(0o755)
    done = dltui("search", "random")
    assert _paths(done) == {"lectures/dropout.md"}
    assert "for this run alone" in done.err
    assert dltui("index").code == 4
    cache.chmod(0o700)


def test_where_no_cache_can_be_made_commands_work_all_the_same(dltui, tmp_path, monkeypatch):
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    done = dltui("show", "neural_nets", "--json")
    assert done.code == 0
    assert done.json["backlinks"]
    assert "for this run alone" in done.err
    assert dltui("index").code == 4


def test_a_single_file_is_a_library(dltui, library):
    done = dltui.at(library / "index.md", "search", "evaluation")
    assert _paths(done) == {"index.md"}
    assert module.ready_index(str(library / "index.md")) is None
