"""The settings, where the commands use them."""

from pathlib import Path

import pytest

from dltui.cli.places import library_place, settings_file


@pytest.fixture
def settings(dltui):
    """Writes the settings; `dltui` makes the folders of the user's own first."""

    def write(text: str) -> None:
        settings_file().parent.mkdir(parents=True, exist_ok=True)
        settings_file().write_text(text, "utf-8")

    return write


def test_the_library_of_the_settings_is_opened_when_none_is_named(settings, monkeypatch, tmp_path):
    settings(f"library: {tmp_path}\n")
    assert library_place("/given") == Path("/given")
    monkeypatch.setenv("DLTUI_LIBRARY", "/named")
    assert library_place(None) == Path("/named")
    monkeypatch.delenv("DLTUI_LIBRARY")
    assert library_place(None) == tmp_path


def test_keys_prints_the_users_own_and_tells_what_was_refused(dltui, settings):
    settings("keys:\n  app.home: Z h\n  app.star: j\nopen: x\n")
    done = dltui("keys")
    rows = {line.split("  ")[-1].strip(): line for line in done.out.splitlines()}
    assert "Z h" in next(line for line in rows.values() if "app.home" in line)
    assert "S " in next(line for line in rows.values() if "app.star" in line)
    assert "`open` is no setting" in done.err
    assert "`app.star`: “j” is taken by `reader.down`" in done.err
    assert done.code == 0


def test_doctor_tells_what_is_wrong_with_them(dltui, settings):
    settings("keys:\n  app.star: ctrl+i\nreader:\n  width: 3\n")
    told = dltui("doctor").out
    assert "`reader.width` must be a number of cells" in told
    assert "the same to a terminal as Tab" in told


def test_show_draws_with_ascii_where_that_is_set(dltui, settings):
    before = dltui("show", "neural_nets").out
    settings("reader:\n  icons: ascii\n")
    after = dltui("show", "neural_nets").out
    drawn = {char for char in before if "\u2500" <= char <= "\u25ff"}
    assert drawn
    assert not drawn & set(after)
