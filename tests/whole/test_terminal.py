"""A real terminal: the program starts, resizes, stops on any signal, and leaves the terminal as it was."""

import os
import signal
import subprocess
import sys

import pytest


@pytest.fixture
def library(tmp_path):
    root = tmp_path / "library"
    (root / "nets").mkdir(parents=True)
    (root / "index.md").write_text("# Start here\n\nSee [[dropout | Dropout]].\n", "utf-8")
    (root / "nets" / "dropout.md").write_text(
        "---\ntitle: Dropout\nvideoId: F1ka6a13S9I\n---\n\nUnits are left out at random "
        '<a class="yt-timestamp" data-t="00:01:02">[00:01:02]</a>.\n',
        "utf-8",
    )
    return root


def test_the_three_panes_come_up_and_q_leaves_the_terminal_as_it_was(library, on_terminal):
    program = on_terminal(library)
    program.wait_for("Start here")
    program.wait_for("nets")
    program.wait_for("Search 2 articles")
    program.press("q")
    assert program.wait_for_end() == 0
    sent = bytes(program.sent)
    for switched_on, switched_off in ((b"\x1b[?1049h", b"\x1b[?1049l"), (b"\x1b[?1000h", b"\x1b[?1000l")):
        assert sent.count(switched_on) == sent.count(switched_off)
    assert sent.rstrip().endswith(b"\x1b[?25h") or b"\x1b[?25h" in sent[-200:]
    assert sent.rfind(b"\x1b[?25h") > sent.rfind(b"\x1b[?25l")


def test_typing_finds_and_enter_opens_and_v_shows_the_card(library, on_terminal):
    program = on_terminal(library, environment={"SSH_CONNECTION": "a b c d"})
    program.wait_for("Start here")
    program.press("s", *"left out")
    program.wait_for("00:01:02")
    program.press("\r")
    program.wait_for("Units are left out at random")
    program.press("v")
    program.wait_for("https://www.youtube.com/watch?v=F1ka6a13S9I&t=62s")
    assert b"\x1b]52;c;" in program.sent
    program.press("\x1b")
    program.read(0.3)
    program.press("q")
    assert program.wait_for_end() == 0


def test_any_size_is_drawn(library, on_terminal):
    program = on_terminal(library)
    for columns, rows in ((20, 5), (1, 1), (300, 100), (40, 12)):
        program.wait_for("Start here")
        program.resize(columns, rows)
        os.kill(program.pid, signal.SIGWINCH)
        program.read(0.4)
        program.press("j", "s", "d", "\x1b")
        program.resize(100, 30)
        os.kill(program.pid, signal.SIGWINCH)
        program.read(0.1)
    program.wait_for("Start here")
    program.press("\x11")
    assert program.wait_for_end() == 0


@pytest.mark.parametrize("sent_signal", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_in_order(library, on_terminal, sent_signal):
    program = on_terminal(library)
    program.wait_for("Start here")
    os.kill(program.pid, sent_signal)
    assert program.wait_for_end() in {0, 128 + sent_signal, -sent_signal}
    assert b"\x1b[?1049l" in program.sent


def test_after_a_suspension_the_screen_stands_there_again(library, tmp_path, on_terminal):
    asked = tmp_path / "asked"
    script = f'set -m; {sys.executable} -m dltui "{library}"; read _ < "{asked}"; fg; echo over'
    os.mkfifo(asked)
    program = on_terminal(command=("bash", "-c", script))
    program.wait_for("Search 2 articles")
    program.rest()
    program.press("\x1a")
    program.wait_until(lambda: program.sent.count(b"\x1b[?1049l") == 1, "the shell")
    program.screen.reset()  # pyte knows no alternate screen
    asked.write_text("\n")
    program.wait_for("Search 2 articles")
    program.wait_for("Start here")
    program.press("q")
    program.wait_for("over")


def test_without_a_shell_to_go_back_to_it_stays(library, on_terminal):
    program = on_terminal(library)
    program.wait_for("Search 2 articles")
    program.press("\x1a")
    program.wait_for("No shell is waiting")
    program.press("\x11")
    assert program.wait_for_end() == 0


def test_what_the_locale_has_no_letters_for_takes_one_cell(library, on_terminal):
    few = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    program = on_terminal(library, environment=few)
    program.wait_for("Search 2 articles")
    program.wait_for("Start here")
    assert "\\u" not in program.text
    assert "?" not in program.text.replace("? Help", "")
    assert all(len(row) == 100 for row in program.screen.display)
    program.press("\x11")
    assert program.wait_for_end() == 0


def test_bytes_that_are_no_text_end_nothing(library, on_terminal):
    program = on_terminal(library)
    program.wait_for("Search 2 articles")
    program.press("s", b"\xff", b"\xc3", "b", "\x1b", "\x11")
    assert program.wait_for_end() == 0
    assert b"Traceback" not in program.sent


def _run_without(library, *, stdout=None, term="xterm-256color"):
    main, worker = os.openpty()
    try:
        return subprocess.run(
            [sys.executable, "-m", "dltui", str(library)],
            stdin=worker,
            stdout=stdout or worker,
            stderr=subprocess.PIPE,
            env={**os.environ, "TERM": term, "PYTHONPATH": os.pathsep.join(sys.path)},
            timeout=20,
            check=False,
        )
    finally:
        os.close(main)
        os.close(worker)


def test_what_is_no_terminal_is_told_so(library):
    done = _run_without(library, stdout=subprocess.PIPE)
    assert done.returncode == 2
    assert b"not a terminal" in done.stderr
    assert done.stdout == b""


def test_a_dumb_terminal_is_told_so(library, on_terminal):
    program = on_terminal(library, environment={"TERM": "dumb"})
    assert program.wait_for_end() == 2
    assert "TERM=dumb" in program.text
    assert b"\x1b" not in program.sent


def test_the_terminal_settings_are_put_back(library, tmp_path, on_terminal):
    script = f"stty -a > {tmp_path}/before; {sys.executable} -m dltui {library}; stty -a > {tmp_path}/after"
    program = on_terminal(command=("sh", "-c", script))
    program.wait_for("Start here")
    program.press("q")
    program.wait_for_end()
    assert (tmp_path / "before").read_text() == (tmp_path / "after").read_text()


def test_keys_that_are_typed_while_it_starts_wait_for_the_panes(library, on_terminal):
    program = on_terminal(library)
    while "Start here" not in program.text:
        os.write(program.fd, b"j\x1b")
        program.read(0.004)
        assert program.exit_code is None, program.text
    program.press("q", "q", "j")
    assert program.wait_for_end() == 0
    assert b"Traceback" not in program.sent


def test_keys_that_arrive_in_one_burst_go_where_they_were_meant_to(library, on_terminal):
    program = on_terminal(library, environment={"SSH_CONNECTION": "a b c d"})
    program.wait_for("Start here")
    program.press("s", *"random")
    program.wait_for("00:01:02")  # there is an index now
    for _ in range(3):
        program.press("\x1b")
        program.read(0.3)  # else the next byte would make it Alt
    program.press("sleft out\rv")
    program.wait_for("https://www.youtube.com/watch?v=F1ka6a13S9I&t=62s")
    program.press("\rsstart\r/here\rj")
    program.wait_for("1/1")
