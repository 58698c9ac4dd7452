"""What the reader left behind is found again, and losing it never hurts."""

from dltui.model.location import Location
from dltui.state.store import StateStore


def test_theme_and_place_come_back(tmp_path):
    file = tmp_path / "deep" / "state.sqlite3"
    first = StateStore(file)
    assert first.theme == ""
    first.theme = "harbour-night"
    first.keep_location("/library", Location("a.md", line=12, offset=3))
    second = StateStore(file)
    assert second.theme == "harbour-night"
    assert second.location("/library") == Location("a.md", line=12, offset=3)
    assert second.location("/other") is None


def test_without_a_file_it_lasts_for_this_run():
    store = StateStore(None)
    store.theme = "x"
    assert store.theme == "x"


def test_a_damaged_or_unwritable_file_is_no_trouble(tmp_path):
    damaged = tmp_path / "state.sqlite3"
    damaged.write_bytes(b"garbage" * 1000)
    store = StateStore(damaged)
    assert store.theme == ""
    store.theme = "x"
    assert store.theme == "x"
    assert store.location("/library") is None
    nowhere = StateStore(tmp_path / "state.sqlite3" / "below" / "a-file")
    nowhere.theme = "y"
    assert nowhere.theme == "y"


def test_a_place_of_another_shape_is_forgotten(tmp_path):
    store = StateStore(tmp_path / "state.sqlite3")
    for written in ("[]", "{}", '{"path": 3}', "nonsense", '{"path": "a.md", "line": "x", "new": 1}'):
        store.keep("location:l", written)
        found = store.location("l")
        assert found is None or found == Location("a.md")
