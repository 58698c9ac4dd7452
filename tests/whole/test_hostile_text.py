"""Nothing from a file reaches the terminal raw: not on the screen, not on standard output, not in a message."""

import json
import re
import subprocess
import sys

import pytest

_PAYLOADS = (
    "\x1b]0;OWNED\x07",
    "\x1b]52;c;T1dORUQ=\x07",
    "\x1b]8;;http://owned.example\x1b\\OWNED",
    "\x1b[2J\x1b[31mOWNED",
    "\x9b31mOWNED",
    "\x1bP+q544e\x1b\\",
    "\u202eDENWO\u2066",
    "\r\x08\x7f",
)
_MARKUP = "[bold]plain[/bold] [@click=app.quit]quit[/] [/x] [link=http://owned.example]"
_NEVER = re.compile(
    rb"\x1b\]0;OWNED|\x1b\]52;c;T1dORUQ|\x1b\]8;[^;]*;http://owned\.example\x1b\\OWNED|\x1b\[31mOWNED|\xc2\x9b|[\x00-\x7f]\x9b|\x1bP\+q"
    rb"|\xe2\x80\xae|\xe2\x81\xa6|\x08"
)


@pytest.fixture
def hostile_library(tmp_path):
    root = tmp_path / "library"
    folder = root / "cat \x1b]0;OWNED\x07 [bold] [@click=app.quit]x"
    folder.mkdir(parents=True)
    everything = " ".join(_PAYLOADS)
    body = (
        f'---\ntitle: "Needle {_MARKUP} {json.dumps(everything)[1:-1]}"\nvideoId: F1ka6a13S9I\n---\n\n'
        f"# Heading {_MARKUP} {everything}\n\nneedle paragraph {_MARKUP} {everything}\n\n"
        f"- item {everything} [[missing {everything} | label {everything} [bold]]]\n\n"
        f"> [!info] callout {everything}\n> body [/x] {everything}\n\n"
        f"| a {everything} | b |\n|---|---|\n| c [bold] | {everything} |\n\n```python\ncode = '{everything}'\n```\n\n"
        f"[link {everything}](http://example.org/\x1b]0;OWNED\x07)\n\n"
        f'said <a class="yt-timestamp" data-t="00:01:02\x1b]0;OWNED\x07">[00:01:02]</a>.\n'
    )
    (folder / "a \x1b]0;OWNED\x07 [@click=app.quit] \u202e[bold].md").write_text(body, "utf-8", newline="")
    (root / "plain.md").write_text("# Plain\n\nA quiet needle.\n", "utf-8")
    return root


def test_the_commands_print_none_of_it(hostile_library, run_dltui):
    for arguments in (
        ("index", str(hostile_library)),
        ("search", "needle", "--library", str(hostile_library)),
        ("search", "needle", "--json", "--library", str(hostile_library)),
        ("show", "--all", "--library", str(hostile_library)),
        ("show", "--all", "--plain", "--library", str(hostile_library)),
        ("show", "--all", "--json", "--library", str(hostile_library)),
        ("show", "no \x1b]0;OWNED\x07 such", "--library", str(hostile_library)),
    ):
        done = run_dltui(*arguments)
        written = (done.stdout + done.stderr).encode()
        assert not _NEVER.search(written), (arguments, written)
        assert b"\x1b" not in written, arguments
        assert "Traceback" not in done.stderr, done.stderr


def test_a_person_at_a_terminal_sees_none_of_it(hostile_library, on_terminal):
    subprocess.run(
        [sys.executable, "-m", "dltui", "index", str(hostile_library)], check=True, capture_output=True
    )
    program = on_terminal("search", "needle", "--library", hostile_library)
    assert program.wait_for_end() == 0
    assert b"needle" in program.sent
    assert not _NEVER.search(bytes(program.sent))


def test_the_screen_shows_it_as_text_and_obeys_none_of_it(hostile_library, on_terminal):
    subprocess.run(
        [sys.executable, "-m", "dltui", "index", str(hostile_library)], check=True, capture_output=True
    )
    program = on_terminal(hostile_library, columns=150, rows=40)
    program.wait_for("Plain")
    program.press("1", "g", "g", "l", "j", "\r")
    program.wait_for("needle paragraph [bold]plain[/bold]")
    program.wait_for("[@click=app.quit]quit[/]")
    program.press("G", ".", ".", "\r", "s", *"needle")
    program.wait_for("quiet needle")
    program.press("\r", "U")
    program.wait_for("youtube.com/watch?v=F1ka6a13S9I")
    program.press("q", "?")
    program.wait_for("half a page down")
    program.press("q", "q")
    assert program.wait_for_end() == 0
    assert not _NEVER.search(bytes(program.sent))
    assert b"Traceback" not in program.sent
