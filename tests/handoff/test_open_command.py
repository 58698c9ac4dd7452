import pytest
from hypothesis import given
from hypothesis import strategies as st

from dltui.handoff.command import Destination, fill_browser, fill_command
from dltui.handoff.refusal import Refusal

URL = "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=62s"
HERE = Destination(URL, "dQw4w9WgXcQ", 62, "A talk")


@pytest.mark.parametrize(
    ("template", "argv"),
    [
        (["firefox", "{url}"], ["firefox", URL]),
        (["firefox"], ["firefox", URL]),
        (["mpv", "--start={seconds}", "--title={title}"], ["mpv", "--start=62", "--title=A talk", URL]),
        (["play", "yt:{video}@{seconds}"], ["play", "yt:dQw4w9WgXcQ@62"]),
        (["x", "{url}", "{unknown}", "{}", "{{url}}"], ["x", URL, "{unknown}", "{}", "{" + URL + "}"]),
    ],
)
def test_placeholders(template, argv):
    assert fill_command(template, HERE) == tuple(argv)


def test_what_is_filled_in_is_not_filled_in_again():
    destination = Destination(URL, "dQw4w9WgXcQ", 1, "{url} {video}")
    assert fill_command(["x", "{title}", "{url}"], destination) == ("x", "{url} {video}", URL)


def test_no_time_is_the_start():
    assert fill_command(["x", "{seconds}", "{url}"], Destination(URL)) == ("x", "0", URL)


@pytest.mark.parametrize("title", ["; rm -rf ~", "$(reboot)", "`reboot`", "a\" 'b", "a & b | c > d", "*"])
def test_shell_syntax_stays_within_its_argument(title):
    destination = Destination(URL, "dQw4w9WgXcQ", 1, title)
    assert fill_command(["x", "{title}", "{url}"], destination) == ("x", title, URL)


def test_a_title_is_never_an_option():
    assert fill_command(["x", "{title}", "{url}"], Destination(URL, title="--exec=reboot")) == (
        "x",
        "exec=reboot",
        URL,
    )


def test_an_id_is_never_an_option():
    dashed = Destination(URL, "-Qw4w9WgXcQ", 1)
    assert isinstance(fill_command(["x", "{video}"], dashed), Refusal)
    assert fill_command(["x", "--", "{video}"], dashed) == ("x", "--", "-Qw4w9WgXcQ")
    assert fill_command(["x", "--id={video}"], dashed) == ("x", "--id=-Qw4w9WgXcQ")


@given(st.lists(st.text(max_size=12), min_size=1, max_size=5), st.text())
def test_the_number_of_arguments_never_depends_on_what_is_filled_in(template, title):
    destination = Destination(URL, "dQw4w9WgXcQ", 1, title)
    argv = fill_command(template, destination)
    assert not isinstance(argv, Refusal)
    assert len(argv) in (len(template), len(template) + 1)


@pytest.mark.parametrize(
    ("words", "argv"),
    [
        (["firefox"], ["firefox", URL]),
        (["firefox", "--new-window", "%s"], ["firefox", "--new-window", URL]),
        (["x", "open(%s)"], ["x", f"open({URL})"]),
    ],
)
def test_entries_of_the_browser_variable(words, argv):
    assert fill_browser(words, URL) == tuple(argv)
