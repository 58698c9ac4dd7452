import os
import random
import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest

from dltui.errors import DamagedIndexError, IndexBusyError, IndexUnavailableError
from dltui.library.catalogue.catalogue import Catalogue
from dltui.library.catalogue.catalogue_writer import CatalogueWriter
from dltui.library.catalogue.store import Store, catalogue_file
from dltui.library.scan import FileEntry

CHANCE = random.Random(5)  # noqa: S311 -- the same noise each time
FILES = {
    f"folder/article_{number}.md": f"# Title {number}\n\n[[article_{number + 1}]] {CHANCE.randbytes(1500).hex()}"
    for number in range(16)
}


def answers(catalogue: Catalogue) -> tuple:
    paths = [article.path for article in catalogue.articles()]
    return paths, [catalogue.links(path) for path in paths], catalogue.tree()


@pytest.fixture
def filled(kept_bench):
    kept_bench.write(FILES)
    kept_bench.index()
    expected = answers(kept_bench.catalogue)
    kept_bench.catalogue.close()
    return kept_bench, expected


def test_it_is_there_at_the_next_start(filled) -> None:
    bench, expected = filled
    assert answers(Catalogue(bench.cache)) == expected


@pytest.mark.parametrize("content", [b"", b"garbage" * 1000, b"SQLite format 3\0" + b"\xff" * 8000])
def test_a_file_that_is_no_catalogue_is_made_anew(filled, content: bytes) -> None:
    bench, expected = filled
    for place in bench.cache.glob("catalogue-*"):
        place.unlink()
    catalogue_file(bench.cache).write_bytes(content)
    bench.catalogue = Catalogue(bench.cache)
    assert bench.catalogue.articles() == ()
    assert bool(bench.catalogue.problem) is bool(content)
    bench.index()
    assert answers(bench.catalogue) == expected


def test_a_database_with_other_tables_is_made_anew(filled) -> None:
    bench, expected = filled
    for place in bench.cache.glob("catalogue-*"):
        place.unlink()
    connection = sqlite3.connect(catalogue_file(bench.cache))
    connection.execute("CREATE TABLE articles (other TEXT)")
    connection.close()
    bench.catalogue = Catalogue(bench.cache)
    bench.index()
    assert answers(bench.catalogue) == expected


@pytest.mark.parametrize("seed", range(6))
def test_damage_anywhere_is_noticed_or_harmless_and_healed_by_the_next_run(filled, seed: int) -> None:
    bench, expected = filled
    place = catalogue_file(bench.cache)
    chance = random.Random(seed)  # noqa: S311 -- the same damage each time
    data = bytearray(place.read_bytes())
    if seed % 2:
        del data[chance.randrange(len(data)) :]
    else:
        page = chance.randrange(len(data) // 4096) * 4096
        data[page : page + 4096] = bytes(4096)
    place.write_bytes(data)
    bench.catalogue = Catalogue(bench.cache)
    answers(bench.catalogue)
    bench.index()
    assert answers(bench.catalogue) == expected
    assert answers(Catalogue(bench.cache)) == expected


def test_readers_see_what_was_committed_and_nothing_half(filled) -> None:
    bench, expected = filled
    reader = Catalogue(bench.cache)
    bench.catalogue = Catalogue(bench.cache)
    with CatalogueWriter(bench.cache, bench.catalogue) as writer:
        with suppress(RuntimeError), bench.catalogue.store.transaction() as connection:
            connection.execute("DELETE FROM articles")
            assert answers(reader) == expected
            raise RuntimeError("the writer dies here")
        assert answers(reader) == expected
        writer.forget([expected[0][0]])
    assert [article.path for article in reader.articles()] == expected[0][1:]


def test_only_one_program_writes(kept_bench) -> None:
    with CatalogueWriter(kept_bench.cache), pytest.raises(IndexBusyError):
        CatalogueWriter(kept_bench.cache)
    CatalogueWriter(kept_bench.cache).close()


def test_files_of_other_versions_are_cleared_away(kept_bench) -> None:
    old = kept_bench.cache / "catalogue-0.sqlite"
    old.touch()
    (kept_bench.cache / "other.sqlite").touch()
    CatalogueWriter(kept_bench.cache).close()
    assert not old.exists()
    assert (kept_bench.cache / "other.sqlite").exists()
    assert catalogue_file(kept_bench.cache).exists()


def test_a_mistake_in_a_query_isnt_taken_for_damage(kept_bench) -> None:
    kept_bench.write(FILES)
    kept_bench.index()
    with pytest.raises(sqlite3.OperationalError):
        kept_bench.catalogue.store.rows("SELECT nonsense FROM articles")
    assert len(kept_bench.catalogue.articles()) == len(FILES)


def test_a_full_disk_is_a_sentence_and_loses_nothing(filled) -> None:
    bench, expected = filled
    catalogue = Catalogue(bench.cache)
    pages = catalogue.store.rows("PRAGMA page_count")[0][0]
    catalogue.store.rows(f"PRAGMA max_page_count = {pages}")
    entries = [FileEntry(f"new/{number}{'x' * 200}.md", 1, 1) for number in range(2000)]
    with (
        CatalogueWriter(bench.cache, catalogue) as writer,
        pytest.raises(IndexUnavailableError, match="full"),
    ):
        writer.register([*entries])
    assert answers(catalogue) == expected


def test_a_folder_that_cant_be_written_is_still_read(filled, monkeypatch: pytest.MonkeyPatch) -> None:
    bench, expected = filled
    connect = sqlite3.connect

    def refuse(name: str, **options) -> sqlite3.Connection:
        if not options.get("uri"):
            return connect("file:/nowhere/at/all?mode=ro", **{**options, "uri": True})
        return connect(name, **options)

    monkeypatch.setattr(sqlite3, "connect", refuse)
    catalogue = Catalogue(bench.cache)
    assert answers(catalogue) == expected
    with pytest.raises(IndexUnavailableError), catalogue.store.transaction() as connection:
        connection.execute("DELETE FROM articles")


def test_a_store_that_is_damaged_while_writing_says_so_once() -> None:
    store = Store(None)
    store.renew(DamagedIndexError("The catalogue is damaged."))
    assert store.problem == "The catalogue is damaged."
    assert store.rows("SELECT * FROM articles") == []
    store.close()


def test_files_of_the_catalogue_are_private(filled) -> None:
    bench, _ = filled
    Catalogue(bench.cache)
    for place in bench.cache.iterdir():
        assert place.stat().st_uid == os.getuid()
    assert Path(bench.cache).stat().st_mode & 0o777 == 0o700
