"""What changes on disk is read again; the indexer is followed; the editor gets the terminal."""

import os
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from dltui.errors import DamagedIndexError
from dltui.search.index import SearchIndex
from tests.ui.conftest import GARDEN, World, rows_shown, screen_of, until

_QUICK = 0.02


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dltui.ui.screen.live_screen._CHECK_SECONDS", _QUICK)
    monkeypatch.setattr("dltui.ui.screen.live_screen._INDEXER_DELAY_SECONDS", _QUICK)


def _write(file: Path, text: str) -> None:
    """As an editor does; the time differs even where the clock is coarse."""
    file.write_text(text, "utf-8")
    os.utime(file, ns=(1, file.stat().st_mtime_ns + 1))


def _indexer(*lines: str) -> list[str]:
    return [sys.executable, "-c", f"print({chr(10).join(lines)!r})"]


async def test_an_article_that_changes_on_disk_is_read_again_at_the_same_place(world_of) -> None:
    world = world_of(GARDEN)
    app = world.app("trees/willow.md")
    async with app.run_test(size=(80, 12)) as pilot:
        reader = screen_of(app).reader
        await pilot.press("}", "}")
        line = reader.location.line
        assert line > 1
        file = world.root / "trees/willow.md"
        _write(file, file.read_text("utf-8").replace("bears acorns", "bears catkins"))
        await until(pilot, lambda: "catkins" in "\n".join(rows_shown(app)))
        assert reader.location.line == line
        assert "was read again" in rows_shown(app)[-1]
        file.unlink()
        await until(pilot, lambda: "is gone" in rows_shown(app)[-1])
        assert "catkins" in "\n".join(rows_shown(app))


@pytest.mark.parametrize("is_told", [True, False])
async def test_a_file_saved_by_an_editor_is_found_without_being_asked_for(
    world_of, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_told: bool
) -> None:
    monkeypatch.setattr("dltui.ui.screen.watching._GATHER_SECONDS", _QUICK)
    monkeypatch.setattr("dltui.ui.screen.watching._LOOK_SECONDS", _QUICK)
    if not is_told:
        monkeypatch.setattr("dltui.ui.screen.watching._watch", lambda _: None)
    world = world_of(GARDEN, searchable=True)
    runs = tmp_path / "runs"
    wait = f"import time; open({str(runs)!r}, 'a').write('run; '); print('{{\"state\": \"done\", \"total\": 1}}')"
    app = world.app("trees/willow.md", indexer=[sys.executable, "-c", wait])
    async with app.run_test(size=(120, 24)) as pilot:
        await until(pilot, runs.exists)
        await pilot.pause(10 * _QUICK)
        await pilot.press("s", *"chrysalis")
        await until(pilot, lambda: screen_of(app).panel.answer is not None)
        _write(world.root / "soil/roots.md", "# Roots\n\nA chrysalis.\n")
        world.index(searchable=True)
        await until(pilot, lambda: screen_of(app).panel.hits.row_count)
        assert runs.read_text() == "run; run; "


async def test_what_the_indexer_says_is_shown_and_the_library_is_read_again(world_of) -> None:
    world = world_of(GARDEN)
    lines = [
        '{"state": "indexing", "done": 1, "total": 2, "per_second": 0.1}',
        '{"state": "done", "total": 2, "done": 2}',
    ]
    app = world.app(indexer=_indexer(*lines))
    world.write({"new.md": "# New\n\nFresh.\n"})
    world.index()
    async with app.run_test(size=(120, 20)) as pilot:
        await until(pilot, lambda: "library · 8" in rows_shown(app)[0])
        assert "New" in "\n".join(rows_shown(app))
        await pilot.press("r")
        await until(pilot, lambda: "2 articles have changed." in rows_shown(app)[-1])


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"state": "done", "total": 0}', "Nothing has changed."),
        ('{"state": "done", "total": 1}', "1 article has changed."),
        ('{"state": "busy", "message": "Another one is at it."}', "Another one is at it."),
        ('{"state": "failed", "message": "No room."}', "No room."),
    ],
)
async def test_a_rescan_says_what_came_of_it(garden: World, line: str, said: str) -> None:
    app = garden.app(indexer=_indexer(line))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        await until(pilot, lambda: said in rows_shown(app)[-1])


@pytest.mark.parametrize("helps", ["an update", "--rebuild"])
async def test_a_damaged_index_is_mended_and_the_answer_comes_without_a_restart(
    garden: World, tmp_path: Path, helps: str
) -> None:
    runs = tmp_path / "runs"
    runs.touch()
    told = '{"state": "mending", "message": "It was damaged."}\n{"state": "done", "total": 3}'
    script = f"import sys; open({str(runs)!r}, 'a').write(' '.join(sys.argv[1:] or ['an update']) + '; '); print({told!r})"

    def open_index() -> SearchIndex:
        if helps not in runs.read_text():
            raise DamagedIndexError("The index is damaged.")
        return SearchIndex.open(garden.cache / "index")

    app = garden.app(open_index=open_index, indexer=[sys.executable, "-c", script])
    async with app.run_test(size=(120, 24)) as pilot:
        await until(pilot, runs.read_text)
        runs.write_text("")
        await pilot.press("s", *"willow")
        await until(pilot, lambda: screen_of(app).panel.hits.row_count)
        if helps == "an update":
            await until(pilot, lambda: "It was damaged." in rows_shown(app)[-1])
        screen_of(app).rescan()
        await until(pilot, lambda: runs.read_text().endswith("an update; "))
        assert runs.read_text().count("--rebuild") == (helps == "--rebuild")


async def test_a_catalogue_that_is_damaged_meanwhile_is_told_and_filled_again(
    world_of, tmp_path: Path
) -> None:
    world = world_of(GARDEN)
    runs = tmp_path / "runs"
    app = world.app(indexer=[sys.executable, "-c", f"open({str(runs)!r}, 'a').write('run; ')"])
    async with app.run_test(size=(120, 24)) as pilot:
        await until(pilot, runs.exists)
        screen_of(app).services.shelf.catalogue.store.renew(DamagedIndexError("The catalogue is damaged."))
        await until(pilot, lambda: "The catalogue is damaged. It is made anew." in rows_shown(app)[-1])
        await until(pilot, lambda: runs.read_text() == "run; run; ")
        await pilot.pause(5 * _QUICK)
        assert runs.read_text() == "run; run; "


@pytest.mark.parametrize(
    "first",
    ['print(\'{"state": "done"}\', flush=True); time.sleep(60)', 'print(\'{"state": "busy"}\')'],
    ids=["tidies up", "is busy"],
)
async def test_an_indexer_that_tidies_or_finds_another_at_work_is_started_again(
    garden: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: str
) -> None:
    monkeypatch.setattr("dltui.ui.screen.live_screen._BUSY_SECONDS", _QUICK)
    runs = tmp_path / "runs"
    script = (
        f"import time; file = open({str(runs)!r}, 'a+'); file.seek(0); is_first = not file.read(); file.write('run; '); "
        f"file.close()\nif is_first:\n    {first}"
    )
    app = garden.app(indexer=[sys.executable, "-c", script])
    async with app.run_test(size=(80, 24)) as pilot:
        if "sleep" in first:
            await until(pilot, lambda: screen_of(app)._tidying)
            screen_of(app).rescan()
        await until(pilot, lambda: runs.exists() and runs.read_text() == "run; run; ")


def _lasting_indexer(runs: Path, held: Path, *, before: bool) -> list[str]:
    """Writes its arguments down and is done; before or after that it waits as long as a file is there."""
    wait = f"while os.path.exists({str(held)!r}): time.sleep(0.01)"
    done = """print('{"state": "done"}', flush=True)"""
    lines = [wait, done] if before else [done, wait]
    note = f"open({str(runs)!r}, 'a').write(' '.join(sys.argv[1:]) + '; ')"
    return [sys.executable, "-c", "\n".join(["import os, sys, time", note, *lines])]


async def test_the_indexer_is_told_what_was_saved(
    world_of, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dltui.ui.screen.watching._GATHER_SECONDS", _QUICK)
    world = world_of(GARDEN)
    runs, held = tmp_path / "runs", tmp_path / "held"
    held.touch()
    app = world.app(indexer=_lasting_indexer(runs, held, before=False))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await until(pilot, lambda: screen._tidying)
        await pilot.pause(5 * _QUICK)
        _write(world.root / "soil/roots.md", "# Roots\n\nSaved.\n")
        await until(pilot, lambda: runs.read_text() == "; --first=soil/roots.md; ")
        await until(pilot, lambda: screen._tidying)
        screen.rescan(f"{at}.md" for at in range(1000))
        await until(pilot, lambda: runs.read_text().endswith("roots.md; ; "))
        held.unlink()
        await until(pilot, lambda: not screen._indexing)


async def test_what_is_saved_meanwhile_does_not_wait_until_everything_is_looked_at(
    garden: World, tmp_path: Path
) -> None:
    runs, held = tmp_path / "runs", tmp_path / "held"
    held.touch()
    app = garden.app(indexer=_lasting_indexer(runs, held, before=True))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await until(pilot, runs.exists)
        for path in ("a.md", "b.md"):
            screen.rescan([path])
        await pilot.pause(_QUICK)
        assert runs.read_text() == "; "
        held.unlink()
        await until(pilot, lambda: runs.read_text() == "; --first=a.md --first=b.md; ")
        await until(pilot, lambda: not screen._indexing)


async def test_an_indexer_at_work_is_told_what_is_saved_meanwhile(garden: World, tmp_path: Path) -> None:
    heard, held = tmp_path / "heard", tmp_path / "held"
    held.touch()
    read = f"""
import os, sys
print('{{"state": "indexing", "done": 1, "total": 2}}', flush=True)
while os.path.exists({str(held)!r}):
    open({str(heard)!r}, 'a').write(sys.stdin.readline())
"""
    app = garden.app(indexer=[sys.executable, "-c", read])
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await until(pilot, lambda: screen.index_status)
        for paths in (["é.md"], [""], [f"{at}.md" for at in range(1000)], ["b.md"]):
            screen.rescan(paths)
        await until(pilot, lambda: heard.exists() and "b.md" in heard.read_text())
        assert heard.read_text() == '"\\u00e9.md"\n"b.md"\n'
        held.unlink()
        screen.rescan(["c.md"])
        await until(pilot, lambda: screen._saved._input is None)
        screen.rescan(["d.md"])  # to nobody


async def test_without_an_index_there_is_nothing_to_bring_up_to_date(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        assert "no folder for an index" in rows_shown(app)[-1]


async def test_the_editor_opens_at_the_line_and_what_it_wrote_is_shown(world_of) -> None:
    world = world_of(GARDEN)
    script = world.root.parent / "ed"
    script.write_text(
        f"#!{sys.executable}\nimport os, sys\nplace = sys.argv[-1]\nopen(place + '.args', 'w').write(repr(sys.argv[1:]))\n"
        "text = open(place).read()\nopen(place, 'w').write(text.replace('hard', 'soft'))\nos.utime(place, ns=(1, 1))\n"
    )
    script.chmod(0o755)
    world.environment["EDITOR"] = f"{script} --flag"
    app = world.app("trees/willow.md")
    lent = []

    @contextmanager
    def suspend():
        lent.append("away")
        yield
        lent.append("back")

    app.suspend = suspend
    async with app.run_test(size=(80, 12)) as pilot:
        await pilot.pause()
        await pilot.press("}", "}", "}", "e")
        await until(pilot, lambda: "is soft" in "\n".join(rows_shown(app)))
        assert lent == ["away", "back"]
        file = world.root / "trees/willow.md"
        assert (world.root / "trees/willow.md.args").read_text() == repr(["--flag", str(file)])


async def test_a_file_that_cannot_be_written_is_not_edited(world_of, monkeypatch: pytest.MonkeyPatch) -> None:
    world = world_of(GARDEN)
    app = world.app("trees/willow.md")
    async with app.run_test(size=(80, 24)) as pilot:
        monkeypatch.setattr("dltui.ui.screen.live_screen.os.access", lambda *_: False)
        await pilot.press("e")
        assert "read-only for you" in rows_shown(app)[-1]


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"PATH": "/nowhere"}, "Set VISUAL or EDITOR"),
        ({"EDITOR": "/nowhere/vim"}, "can't be started: /nowhere/vim"),
    ],
)
async def test_an_editor_that_is_not_there_is_told(world_of, environment: dict[str, str], said: str) -> None:
    world = world_of(GARDEN)
    app = world.app("trees/willow.md", environment=environment)
    app.suspend = contextmanager(lambda: iter([None]))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e")
        assert said in rows_shown(app)[-1]


async def test_a_terminal_that_cannot_be_lent_keeps_its_screen(world_of) -> None:
    world = world_of(GARDEN)
    app = world.app("trees/willow.md", environment={"EDITOR": "vi"})
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e")
        assert "can't be lent" in rows_shown(app)[-1]
