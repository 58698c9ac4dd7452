"""The user's own keys: how people write them, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dltui.model.clean import is_clean
from dltui.ui.keys.key_sequences import LETTER
from dltui.ui.keys.keymap import KEYMAP
from dltui.ui.keys.own_keys import own_keys
from tests.ui.conftest import World, rows_shown, screen_of


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("!", "exclamation_mark"),
        ("exclamation_mark", "exclamation_mark"),
        ("ctrl+t", "ctrl+t"),
        ("^t", "ctrl+t"),
        ("^", "circumflex_accent"),
        ("shift+PgDn", "shift+pagedown"),
        ("page_down", None),
        ("ctrl++", "ctrl+plus"),
        ("alt+,", "alt+comma"),
        ("F7", "f7"),
        ("f99", None),
        ("Z", "Z"),
        ("ß", "ß"),
        ("@", "at"),
        ("_", "underscore"),
        ("ctrl+@", "ctrl+at"),
        ("alt+up", "alt+up"),
        ("Z Z", "Z Z"),
        ("Z Z Z", None),
        ("", None),
        ("hyper+x", None),
        ("\x07", None),
    ],
)
def test_keys_as_people_write_them(written: str, name: str | None) -> None:
    keymap, changed, problems = own_keys({"app.random": [written]})
    if name is None:
        assert not changed
        assert len(problems) == 1
        assert "app.random" in problems[0]
        assert keymap == KEYMAP
    else:
        assert changed == {"app.random": name}
        assert not problems
        assert {key.id: key.keys for key in keymap}["app.random"] == name


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"app.randon": ["Z"]}, "no such entry"),
        ({"app.random": ["ctrl+i"]}, "Tab"),
        ({"app.random": ["ctrl+m"]}, "Enter"),
        ({"app.random": ["^h"]}, "Backspace"),
        ({"app.random": ["ctrl+["]}, "Esc"),
        ({"reader.hint": ["j"]}, "reader.down"),
        ({"reader.hint": ["g"]}, "“g g” is taken"),
        ({"reader.hint": ["j j"]}, "reader.down"),
        ({"app.random": ["m m"]}, "app.mark"),
        ({"app.random": ["j"]}, "reader.down"),
        ({"tree.view": ["j"]}, "list.down"),
        ({"reader.hint": ["q"]}, "program.quit"),
        ({"app.random": ["Z"], "app.star": ["Z"]}, "app.star"),
    ],
)
def test_a_refused_key_is_named_and_the_old_one_stays(wanted, said: str) -> None:
    keymap, changed, problems = own_keys(wanted)
    refused = next(iter(wanted))
    assert refused not in changed
    assert said in problems[0].replace("“g” is taken", "“g g” is taken")
    assert {key.id: key.keys for key in keymap}.get(refused) == {key.id: key.keys for key in KEYMAP}.get(
        refused
    )


def test_two_can_change_places() -> None:
    _, changed, problems = own_keys({"reader.next-link": ["n"], "reader.next-match": ["."]})
    assert changed == {"reader.next-link": "n", "reader.next-match": "full_stop"}
    assert not problems


def test_one_that_was_refused_may_be_in_the_way_of_another() -> None:
    _, changed, problems = own_keys({"reader.next-link": ["n"], "reader.next-match": ["j"]})
    assert not changed
    assert len(problems) == 2


def test_what_any_letter_completes_has_a_first_key_to_choose() -> None:
    _, changed, problems = own_keys({"app.mark": ["Z"]})
    assert changed == {"app.mark": f"Z {LETTER}"}
    assert not problems


@given(
    st.dictionaries(st.sampled_from([key.id for key in KEYMAP]), st.lists(st.text(), min_size=1), max_size=4)
)
def test_any_text_is_a_key_or_refused_with_a_sentence(wanted) -> None:
    keymap, changed, problems = own_keys(wanted)
    assert len(keymap) == len(KEYMAP)
    assert len(changed) + len(problems) == len(wanted)
    assert set(changed) <= set(wanted)
    assert all(is_clean(problem) for problem in problems)


async def test_the_screen_the_help_and_the_palette_have_them(world: World) -> None:
    keys = own_keys({"app.home": ["Z h"], "app.search": ["F5"], "reader.find": ["&"]})
    assert not keys.problems
    async with world.app("lectures/vision.md", keys=keys).run_test(size=(120, 70)) as pilot:
        screen = screen_of(pilot.app)
        await pilot.press("g", "h")
        assert screen.journey.path == "lectures/vision.md"
        await pilot.press("Z", "h")
        assert screen.journey.path == "index.md"
        await pilot.press("question_mark")
        assert any("& " in row and "find in the article" in row for row in rows_shown(pilot.app))
        assert any("Z h" in row for row in rows_shown(pilot.app)), "the help"
        await pilot.press("escape", "colon", *"searchbar")
        assert any("To the search bar" in row and "F5" in row for row in rows_shown(pilot.app)), "the palette"
        await pilot.press("escape", "f5")
        assert pilot.app.focused is screen.panel.bar
