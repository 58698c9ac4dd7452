"""The program shown in a web browser, as textual-serve runs it: packets on pipes, and no terminal anywhere."""

import json
import os
import subprocess
import sys
import threading

import pytest

_VIDEO = "s3MuSOl1Rog"


@pytest.fixture
def served(tmp_path):
    library = tmp_path / "library"
    library.mkdir()
    (library / "index.md").write_text(
        f"---\ntitle: Start\nvideoId: {_VIDEO}\n---\n\nIt was said [00:10:00].\n", "utf-8"
    )
    variables = {"TEXTUAL_DRIVER": "textual.drivers.web_driver:WebDriver", "COLUMNS": "80", "ROWS": "24"}
    program = subprocess.Popen(
        [sys.executable, "-m", "dltui", str(library)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **variables, "TERM": "xterm-256color", "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    # Reading a pipe waits for ever: a program that says nothing is ended from outside.
    watchdog = threading.Timer(60, program.kill)
    watchdog.start()
    yield program
    watchdog.cancel()
    program.kill()
    program.communicate()


def _packets(stream):
    """What the program sends: a letter, a length, and so many bytes."""
    while kind := stream.read(1):
        yield kind, stream.read(int.from_bytes(stream.read(4), "big"))


def _send(program, kind, payload):
    program.stdin.write(kind + len(payload).to_bytes(4, "big") + payload)
    program.stdin.flush()


def test_the_page_opens_the_video_in_a_tab_of_its_own(served):
    assert served.stdout.readline() == b"__GANGLION__\n"
    drawn, asked = b"", False
    for kind, payload in _packets(served.stdout):
        if kind == b"M" and json.loads(payload)["type"] == "open_url":
            assert json.loads(payload)["url"] == f"https://www.youtube.com/watch?v={_VIDEO}&t=600s"
            break
        drawn += payload
        if b"00:10:00" in drawn and not asked:
            asked = True
            _send(served, b"D", b"v")
    else:
        pytest.fail(f"it ended: {served.stderr.read().decode()}")
    _send(served, b"M", b'{"type": "quit"}')
    served.stdout.read()
    assert served.wait(20) == 0
