"""The interface has an index wherever one can be: in the cache, or for this run alone."""

import argparse
import os
import subprocess
from pathlib import Path

import pytest

from dltui.cli.places import cache_base, theme_folders
from dltui.cli.reader import services_for
from dltui.library.themes import Themes


@pytest.fixture
def services(library, monkeypatch):
    """Puts together what the interface is given, and lets its indexer run once."""
    given = argparse.Namespace(path=str(library), library=None, article=None, at=None)

    def make(*, index: bool = True):
        found = services_for(given, Themes(theme_folders(), None))
        if index and found.indexer:
            subprocess.run(found.indexer, check=True, capture_output=True, env=environment)
        return found

    checkout = Path(__file__).resolve().parents[2]
    environment = {**os.environ, "PYTHONPATH": str(checkout)}
    made = []
    yield lambda **options: made.append(make(**options)) or made[-1]
    for one in made:
        one.shelf.catalogue.close()


def _found(services) -> list[str]:
    answer = services.open_index().search("random", typing=False, budget_seconds=None)
    return [hit.path for hit in answer.hits]


def test_the_index_is_kept_in_the_cache(services):
    made = services()
    assert made.notices == ()
    assert _found(made) == ["lectures/dropout.md"]
    assert list(cache_base().glob("*/passages/*.toc"))


def test_a_cache_that_others_can_enter_is_not_used_and_said_so(services):
    services(index=False)
    [cache] = [place for place in cache_base().iterdir() if place.is_dir()]
    cache.chmod(0o755)
    made = services()
    assert made.notices[0].endswith("; the index is made for this run alone.")
    assert _found(made) == ["lectures/dropout.md"]
    assert not list(cache.glob("passages/*.toc"))


def test_a_cache_on_a_read_only_disk_is_used_while_it_fits(services, library, monkeypatch):
    services()
    monkeypatch.setattr("dltui.cli.opening.os.access", lambda *_: False)
    made = services()
    assert (list(made.indexer), made.notices) == ([], ())
    assert _found(made) == ["lectures/dropout.md"]
    (library / "new.md").write_text("# New\n\nAt random too.\n", "utf-8")
    made = services()
    assert "can't be written; the index is made for this run alone." in made.notices[0]
    assert sorted(_found(made)) == ["lectures/dropout.md", "new.md"]


def test_a_cache_without_room_is_not_begun_but_used_while_it_fits(services, library, monkeypatch):
    monkeypatch.setattr("dltui.cli.opening._has_room", lambda _: False)
    made = services()
    assert "has no room left; the index is made for this run alone." in made.notices[0]
    assert _found(made) == ["lectures/dropout.md"]
    assert not list(cache_base().glob("*/passages/*.toc"))
    with monkeypatch.context() as patch:
        patch.setattr("dltui.cli.opening._has_room", lambda _: True)
        services()
    made = services()
    assert (bool(made.indexer), made.notices) == (True, ())
    assert _found(made) == ["lectures/dropout.md"]


def test_the_indexer_refuses_a_folder_that_is_not_private(dltui, tmp_path):
    open_to_all = tmp_path / "open"
    open_to_all.mkdir(mode=0o755)
    done = dltui("index", "--cache", open_to_all)
    assert done.code == 4
    assert "mode" in done.err
    private = tmp_path / "private"
    private.mkdir(mode=0o700)
    assert dltui("index", "--cache", private).code == 0
    assert list(private.glob("passages/*.toc"))
