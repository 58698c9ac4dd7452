"""Commands that end in a shell: what is filled in stays one argument, or is refused."""

import shlex
import subprocess

import pytest

from dltui.handoff.command import Destination, fill_browser, fill_command
from dltui.handoff.refusal import Refusal

HOSTILE = "https://example.org/?a&touch$IFS$9owned;`touch`$(touch)'x"
THERE = Destination(HOSTILE, "dQw4w9WgXcQ", 62, "a'; touch owned; '")


@pytest.mark.parametrize(
    "template",
    [
        ["ssh", "laptop", "xdg-open", "{url}"],
        ["/usr/bin/ssh", "-p", "22", "laptop", "open", "--title={title}", "{url}"],
        ["env", "A=b", "ssh", "laptop", "open"],
    ],
)
def test_over_ssh_each_word_is_quoted_for_the_shell_at_the_other_end(template):
    argv = fill_command(template, THERE)
    assert not isinstance(argv, Refusal)
    read_there = shlex.split(" ".join(argv[argv.index("laptop") + 1 :]))
    assert read_there[-1] == HOSTILE
    if "--title={title}" in template:
        assert read_there[-2] == f"--title={THERE.title}"


def test_a_shell_at_the_other_end_reads_one_argument(tmp_path):
    argv = fill_command(["ssh", "laptop", "printf", "%s\\n", "{url}"], THERE)
    there = " ".join(argv[2:]).replace("%s\\n", "'%s\\n'")
    done = subprocess.run(["sh", "-c", there], capture_output=True, text=True, cwd=tmp_path, check=True)
    assert done.stdout == f"{HOSTILE}\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "template",
    [
        ["ssh", "laptop", "xdg-open '{url}'"],
        ["ssh", "laptop", 'xdg-open "{url}"'],
        ["ssh", "laptop", "xdg-open {url}"],
        ["sh", "-c", "xdg-open {url}"],
        ["bash", "-lc", "notify '{title}'", "{url}"],
        ["env", "A=b", "zsh", "-c", "open {video}"],
    ],
)
def test_what_would_stand_within_a_script_is_refused(template):
    answer = fill_command(template, THERE)
    assert isinstance(answer, Refusal)
    assert answer.message.endswith(".")


@pytest.mark.parametrize(
    "template",
    [
        ["sh", "-c", 'xdg-open "$1"', "sh", "{url}"],
        ["my-script", "-c", "{url}"],
        ["bash", "open-there.sh", "{url}"],
    ],
)
def test_a_script_that_takes_it_as_an_argument_gets_it_whole(template):
    assert fill_command(template, THERE) == tuple(word.replace("{url}", HOSTILE) for word in template)


@pytest.mark.parametrize("entry", [["ssh", "laptop", "xdg-open"], ["ssh", "laptop", "xdg-open", "%s"]])
def test_the_browser_variable_is_filled_in_the_same_way(entry):
    argv = fill_browser(entry, HOSTILE)
    assert shlex.split(" ".join(argv[2:])) == ["xdg-open", HOSTILE]
    assert isinstance(fill_browser(["sh", "-c", "xdg-open %s"], HOSTILE), Refusal)
