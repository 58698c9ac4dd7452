"""`dltui check`: a line for each problem, and an exit code."""

import re
from pathlib import Path

from dltui.library import source

_LINE = re.compile(
    r"(?P<path>.+):(?P<line>\d+): (?P<severity>error|warning|note): .+ \[(?P<code>[a-z0-9-]+)\]"
)


def _problems(done):
    return [
        (match["path"], int(match["line"]), match["severity"], match["code"])
        for match in map(_LINE.fullmatch, done.out.splitlines())
    ]


def test_a_missing_link_is_a_warning_and_no_error(dltui):
    done = dltui("check")
    assert done.code == 0
    assert ("lectures/neural_nets.md", 12, "warning", "link-missing") in _problems(done)
    assert done.err.startswith("5 articles: ")


def test_links_that_lead_nowhere_in_particular(dltui, library):
    (library / "a.md").write_text(
        "# A\n\n[[dropout#nowhere]] [[#nowhere]] [[#A]] [[dropout#^block]] ![[photo.png]] [f](paper.pdf)\n\n"
        "[[neural_nets#What it costs]] [x](lectures/gone.md) [y](https://example.org/nowhere.md)\n",
        "utf-8",
    )
    found = [problem[1:] for problem in _problems(dltui("check")) if problem[0] == "a.md" and problem[1]]
    assert found == [
        (3, "note", "heading-missing"),
        (3, "note", "heading-missing"),
        (5, "warning", "link-missing"),
    ]


def test_several_targets_are_a_warning(dltui, library):
    for folder in ("x", "y"):
        (library / folder).mkdir()
        (library / folder / "twin.md").write_text("# Twin\n", "utf-8")
    (library / "asks.md").write_text("# Asks\n\nWhich [[twin]]?\n", "utf-8")
    assert ("asks.md", 3, "warning", "link-ambiguous") in _problems(dltui("check"))


def test_an_error_is_exit_one(dltui, monkeypatch):
    monkeypatch.setattr(source, "MOST_BYTES", 100)
    done = dltui("check")
    assert done.code == 1
    assert ("lectures/neural_nets.md", 0, "error", "file-too-large") in _problems(done)


def test_json(dltui):
    done = dltui("check", "--json")
    found = done.json
    assert done.err == ""
    assert (found["articles"], found["errors"]) == (5, 0)
    assert found["warnings"] + found["notes"] == len(found["diagnostics"])
    assert all(set(one) == {"path", "line", "severity", "code", "message"} for one in found["diagnostics"])


def test_a_path_is_the_library(dltui, library, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.md").write_text("---\ntitle: A\n---\n\nFine.\n", "utf-8")
    done = dltui("check", other)
    assert (done.code, done.out, done.err) == (0, "", "1 article: nothing is imperfect.\n")


def test_a_broken_theme_is_found(dltui, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    themes = tmp_path / "config" / "dltui" / "themes"
    themes.mkdir(parents=True)
    (themes / "odd.yaml").write_text("dark: maybe\n", "utf-8")
    assert any(
        code.startswith("theme") and Path(path).name == "odd.yaml"
        for path, _, _, code in _problems(dltui("check"))
    )


def test_the_bundled_library_is_in_order(dltui, checkout):
    done = dltui.at(checkout / "content", "check")
    worse = [problem for problem in _problems(done) if problem[2] != "note"]
    assert not worse
    assert done.code == 0
