"""The user's settings: what is understood, and that nothing else stops the program."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dltui.library.settings_file import load_settings, parse_settings
from dltui.model.clean import is_clean
from dltui.model.settings import Settings


def test_a_file_that_is_not_there_is_nothing_wrong(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "config.yaml") == Settings()


def test_every_setting(tmp_path: Path) -> None:
    file = tmp_path / "config.yaml"
    file.write_text(
        "library: /srv/library\ntheme: lighthouse\nreader: {width: 60, icons: ascii}\n"
        "keys:\n  reader.find: ctrl+f, /\n  app.home: [g h, ',']\n  reader.peek: ','\n"
        "open:\n  command: [ssh, home, open-there, '{url}']\n  terminal: no\n"
        "play:\n  command: mpv --volume=50\nexport:\n  folder: /srv/notes\n",
        "utf-8",
    )
    assert load_settings(file) == Settings(
        library=Path("/srv/library"),
        theme="lighthouse",
        column=60,
        ascii_icons=True,
        keys={"reader.find": ("ctrl+f", "/"), "app.home": ("g h", ","), "reader.peek": (",",)},
        open_command=("ssh", "home", "open-there", "{url}"),
        open_in_terminal=False,
        play_command=("mpv", "--volume=50"),
        export_folder=Path("/srv/notes"),
    )


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("command: firefox", ("firefox",)),
        (
            "command: 'my-browser --title \"{title} here\" {url}'",
            ("my-browser", "--title", "{title} here", "{url}"),
        ),
        ("command: [a b, '; reboot', $(reboot)]", ("a b", "; reboot", "$(reboot)")),
        ("command: a; reboot", ("a;", "reboot")),
    ],
)
def test_a_command_is_an_argument_list_and_no_shell_reads_it(written: str, words: tuple[str, ...]) -> None:
    assert parse_settings(f"open:\n  {written}\n", "config.yaml").open_command == words


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("open:\n  command: 'a \"b'\n", "`open.command` has a quote without its end"),
        ("open:\n  command: []\n", "names no program"),
        ("open:\n  command: ''\n", "names no program"),
        ("open:\n  command: ['', x]\n", "names no program"),
        ("open:\n  command: {a: b}\n", "must be a command"),
        ("open:\n  command: [[a]]\n", "must be a command"),
        ('open:\n  command: ["a\\u001b[2J"]\n', "control characters"),
        ("open:\n  terminal: maybe\n", "`open.terminal` must be true or false"),
        ("export:\n  folder: notes\n", "`export.folder` must be a path"),
        ("export:\n  folder: [a]\n", "must be a path"),
        ("library: notes\n", "`library` must be a path"),
        ("theme: [a]\n", "`theme` must be a name"),
        ("theme: {a: b}\n", "`theme` must be a name"),
        ("reader:\n  width: wide\n", "from 20 to 300"),
        ("reader:\n  width: 19\n", "from 20 to 300"),
        ("reader:\n  width: 9999999999999\n", "from 20 to 300"),
        ("reader:\n  width: ٣٠\n", "from 20 to 300"),
        ("reader:\n  icons: emoji\n", "`unicode` or `ascii`"),
        ("keys: j\n", "must name keys below it"),
        ("keys:\n  reader.find: ''\n", "no key for `reader.find`"),
        ("keys:\n  reader.find: {a: b}\n", "no key for `reader.find`"),
        ("open:\n  colour: red\n", "`open.colour` is no setting"),
        ("opne: x\n", "`opne` is no setting"),
        ("open: [\n", "config.yaml isn't used"),
        ("- a\n", "not a mapping"),
    ],
)
def test_what_cannot_be_used_is_told_and_the_default_stays(text: str, said: str) -> None:
    settings = parse_settings(text, "config.yaml")
    assert len(settings.problems) == 1
    assert said in settings.problems[0]
    assert settings.problems[0].endswith(".")
    assert (settings.open_command, settings.play_command, settings.open_in_terminal) == ((), ("mpv",), False)


def test_one_bad_setting_spoils_no_other() -> None:
    settings = parse_settings("open:\n  command: firefox\n  terminal: 7\nplay:\n", "config.yaml")
    assert settings.open_command == ("firefox",)
    assert len(settings.problems) == 1


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").mkdir()
    assert "not a file" in load_settings(tmp_path / "config.yaml").problems[0]


@given(st.text() | st.text().map("open:\n  command: ".__add__) | st.text().map("export:\n  folder: ".__add__))
def test_any_text_gives_settings_and_clean_sentences(text: str) -> None:
    settings = parse_settings(text, "config.yaml")
    assert all(settings.play_command)
    assert all(is_clean(problem) and "\n" not in problem for problem in settings.problems)
