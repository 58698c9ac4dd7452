"""`dltui open`: the URL is printed, or leaves by the ladder."""

import stat

import pytest

_WATCH = "https://www.youtube.com/watch?v=F1ka6a13S9I"


@pytest.mark.parametrize(
    ("arguments", "url"),
    [
        (("neural_nets",), _WATCH),
        (("neural_nets", "--at", "1:02"), f"{_WATCH}&t=62s"),
        (("neural_nets", "--at", "62"), f"{_WATCH}&t=62s"),
        (("neural_nets", "--at=1:02:03"), f"{_WATCH}&t=3723s"),
        (("F1ka6a13S9I", "--at", "1m2s"), f"{_WATCH}&t=62s"),
        (("https://youtu.be/F1ka6a13S9I?t=9",), f"{_WATCH}&t=9s"),
        (("https://youtu.be/F1ka6a13S9I?t=9", "--at", "8"), f"{_WATCH}&t=8s"),
        (("--", "-dashed-id_"), "https://www.youtube.com/watch?v=-dashed-id_"),
    ],
)
def test_print(dltui, arguments, url):
    done = dltui("open", "--print", *arguments)
    assert (done.code, done.out, done.err) == (0, f"{url}\n", "")


@pytest.fixture
def browser(tmp_path, monkeypatch):
    """A browser that notes what it was started with."""
    noted = tmp_path / "noted"
    script = tmp_path / "browser"
    script.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >> {noted}\n')
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("BROWSER", str(script))
    return noted


def test_a_browser_takes_it(dltui, browser):
    done = dltui("open", "neural_nets", "--at", "1:02")
    assert (done.code, done.out) == (0, "")
    assert "browser" in done.err
    assert browser.read_text() == f"{_WATCH}&t=62s\n"


@pytest.fixture
def settings(tmp_path):
    """Writes the user's settings."""
    from dltui.cli.places import settings_file

    def write(text):
        settings_file().parent.mkdir(parents=True, exist_ok=True)
        settings_file().write_text(text, "utf-8")

    return write


def test_the_command_of_the_settings_goes_first(dltui, browser, settings, tmp_path):
    noted = tmp_path / "own"
    script = tmp_path / "own browser"
    script.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >> "{noted}"\n')
    script.chmod(0o755)
    settings(f"open:\n  command: ['{script}', '{{video}}', '{{seconds}}', '{{title}}', '{{url}}']\n")
    done = dltui("open", "neural_nets", "--at", "1:02")
    assert (done.code, done.out, done.err) == (0, "", "Opened with own browser.\n")
    assert noted.read_text().splitlines() == ["F1ka6a13S9I", "62", "Nuts and bolts", f"{_WATCH}&t=62s"]
    assert not browser.exists()


def test_a_broken_setting_is_told_and_the_ladder_goes_on(dltui, browser, settings):
    settings("open:\n  command: []\n")
    done = dltui("open", "neural_nets")
    assert done.code == 0
    assert done.err.startswith("config.yaml: `open.command` names no program.\n")
    assert browser.read_text() == f"{_WATCH}\n"


def test_doctor_and_paths_tell_of_the_settings(dltui, settings, tmp_path):
    assert "(there are none)" in dltui("doctor").out
    settings(f"open:\n  command: nowhere-to-be-found\nexport:\n  folder: {tmp_path}\nplay:\n  comand: x\n")
    told = dltui("doctor").out
    assert "nowhere-to-be-found is not installed." in told
    assert "config.yaml: `play.comand` is no setting." in told
    assert "(there are none)" not in told
    paths = dict(line.split(None, 1) for line in dltui("paths").out.splitlines() if "bundled" not in line)
    assert paths["settings"].endswith("config.yaml")
    assert paths["exports"] == str(tmp_path)


def test_where_nothing_takes_it_it_is_printed(dltui, monkeypatch):
    monkeypatch.setenv("SSH_CONNECTION", "a b c d")
    done = dltui("open", "neural_nets")
    assert (done.code, done.out) == (0, f"{_WATCH}\n")
    assert "SSH" in done.err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("index",), 3),
        (("nowhere",), 3),
        (("neural_nets", "--at", "noon"), 2),
        (("neural_nets", "--at", "-5"), 2),
        ((), 2),
    ],
)
def test_what_cannot_be_opened(dltui, arguments, code):
    done = dltui("open", "--print", *arguments)
    assert done.code == code
    if code:
        assert done.out == ""
        assert done.err.startswith("dltui: ")
