"""Whatever a library's names, titles, texts and links hold: no command prints what a terminal could obey."""

import json
import re
import shutil

import pytest

from dltui.model.clean import is_clean

_BAD = "\x1b]0;OWNED\x07 \x1b[2J \x9b31m \x1bPq\x1b\\ \u202eDENWO\u2066 \x08\x7f \u2028"
_OWN = re.compile(r"\x1b\[(?:\d{1,2}(?:;\d{1,3})*)?m")


@pytest.fixture
def hostile(tmp_path):
    root = tmp_path / f"lib {_BAD}"
    folder = root / f"cat {_BAD}"
    folder.mkdir(parents=True)
    body = (
        f"---\ntitle: {json.dumps('Needle [bold] ' + _BAD)}\nvideoId: F1ka6a13S9I\ntags: [{json.dumps(_BAD)}]\n---\n\n"
        f"From: [[chan {_BAD}]] <br/>\n\n# Head {_BAD}\n\nneedle {_BAD} [[gone {_BAD} | label {_BAD}]] [[plain|{_BAD}]] "
        f'<a class="yt-timestamp" data-t="09:10:57 {_BAD}">[09:10:57 {_BAD}]</a> [x {_BAD}](http://e.org/{_BAD})\n\n'
        f"> [!tip {_BAD}] {_BAD}\n> {_BAD}\n\n| {_BAD} |\n|---|\n| {_BAD} |\n\n```x{_BAD}\n{_BAD}\n```\n\n![{_BAD}](p{_BAD}.png)\n"
    )
    (folder / f"needle {_BAD}.md").write_text(body, "utf-8", newline="")
    (root / "plain.md").write_text(f"# Plain\n\nSee [[needle {_BAD}]] {_BAD}.\n", "utf-8", newline="")
    (root / f"page {_BAD}.html").write_text(
        f"<title>T {_BAD}</title><p>{_BAD}<a href='{_BAD}'>{_BAD}</a>", "utf-8"
    )
    return root


def _calls(root, out):
    article = "needle [bold]"
    return [
        ("index",),
        ("index", "--status"),
        ("show", "--all"),
        ("show", "--all", "--plain"),
        ("show", "--all", "--json"),
        ("show", f"nowhere {_BAD}"),
        ("show", "e"),
        ("search", "needle"),
        ("search", "needle", "--json"),
        ("search", _BAD),
        ("moments", article),
        ("moments", article, "--json"),
        ("moments", "F1ka6a13S9I"),
        ("at", "https://youtu.be/F1ka6a13S9I?t=550"),
        ("at", f"https://youtu.be/{_BAD}"),
        ("open", article, "--print"),
        ("open", article, "--at", _BAD),
        ("links", article),
        ("links", article, "--json"),
        ("check",),
        ("check", "--json"),
        ("import", str(next(root.glob("*.html"))), "-o", str(out)),
        ("import", f"gone{_BAD}.html"),
        ("doctor",),
        ("paths",),
        (f"--{_BAD}",),
        ("show", f"--{_BAD}"),
    ]


def test_for_a_pipe(dltui, hostile, tmp_path, monkeypatch):
    monkeypatch.setenv("BROWSER", _BAD)
    for call in _calls(hostile, tmp_path / f"out {_BAD}"):
        done = dltui.at(hostile, *call)
        assert is_clean(done.out), call
        assert is_clean(done.err), call


def test_for_a_person(dltui, hostile, tmp_path, monkeypatch, as_person):
    shutil.rmtree(tmp_path / "out", ignore_errors=True)
    for call in _calls(hostile, tmp_path / "out"):
        as_person()
        done = dltui.at(hostile, *call)
        assert is_clean(_OWN.sub("", done.out)), call
        assert is_clean(_OWN.sub("", done.err)), call


@pytest.mark.parametrize("export_format", ["md", "csv", "json", "m3u", "edl", "ffmetadata"])
def test_exports(dltui, hostile, export_format):
    out = dltui.at(hostile, "export", "F1ka6a13S9I", "--format", export_format).out
    assert out
    assert is_clean(out.replace("\r\n", "\n"))
