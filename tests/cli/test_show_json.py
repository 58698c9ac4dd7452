"""`show --json` is a promise: its fields, their meaning, and the lines of the file."""

import json

_PROMISED = {
    "": "path title category channel video video_title headings moments links tables callouts code math images "
    "backlinks diagnostics",
    "headings": "level text anchor line",
    "moments": "seconds end_seconds raw label reading reason line text url",
    "links": "target label line embed state found_by path anchor candidates",
    "tables": "line columns rows align",
    "callouts": "kind title line depth fold",
    "code": "language line lines",
    "math": "source display line",
    "images": "target alt line",
    "backlinks": "path line text",
}


def _nets(dltui):
    return dltui("show", "neural_nets", "--json").json


def test_every_promised_field_is_there(dltui):
    shown = _nets(dltui)
    assert set(_PROMISED[""].split()) <= set(shown)
    for name, fields in _PROMISED.items():
        for entry in shown[name] if name else ():
            assert set(fields.split()) <= set(entry), name
        assert not name or shown[name], name


def test_what_it_is(dltui):
    shown = _nets(dltui)
    known = [shown[name] for name in ("path", "title", "category", "channel", "video", "video_title")]
    assert known == [
        "lectures/neural_nets.md", "Neural nets", "lectures", "lectures", "F1ka6a13S9I", "Nuts and bolts",
    ]  # fmt: skip
    assert dltui("show", "index", "--json").json["video"] is None
    assert dltui("show", "index", "--json").json["video_title"] is None


def test_headings_have_the_lines_of_the_file(dltui, library):
    source = (library / "lectures" / "neural_nets.md").read_text("utf-8").splitlines()
    for heading in _nets(dltui)["headings"]:
        assert source[heading["line"] - 1] == f"{'#' * heading['level']} {heading['text']}"


def test_moments_are_every_occurrence_in_the_order_of_the_file(dltui):
    moments = _nets(dltui)["moments"]
    assert [(one["raw"], one["seconds"], one["reading"]) for one in moments] == [
        ("00:01:02", 62, "exact"),
        ("09:10:57", 550, "inferred"),
        ("00:03:00", 180, "exact"),
        ("N/A", None, "none"),
    ]
    assert [one["line"] for one in moments] == sorted(one["line"] for one in moments)
    assert moments[0]["url"] == "https://www.youtube.com/watch?v=F1ka6a13S9I&t=62s"
    assert moments[0]["text"] == "A net learns weights."
    assert moments[1]["reason"]


def test_links_tell_how_they_were_found(dltui):
    links = _nets(dltui)["links"]
    assert [(one["target"], one["state"], one["found_by"], one["path"]) for one in links] == [
        ("dropout", "resolved", "stem", "lectures/dropout.md"),
        ("deep nets", "missing", None, None),
        ("https://example.org/a", "url", None, None),
    ]
    back = dltui("show", "dropout", "--json").json["links"][0]
    assert (back["target"], back["label"], back["anchor"]) == (
        "neural_nets#what-it-costs",
        "nets",
        "what-it-costs",
    )


def test_markdown_links_within_the_library_lead_there(dltui, library):
    text = "# A\n\n[b](dropout.md#x) [gone](gone.md) [top](#a) [out](https://example.org) [mail](mailto:a@b.c) [f](paper.pdf) [s](drop%6Fut)\n"
    (library / "lectures" / "mixed.md").write_text(text, "utf-8")
    links = dltui("show", "mixed", "--json").json["links"]
    assert [(one["state"], one["path"], one["anchor"]) for one in links] == [
        ("resolved", "lectures/dropout.md", "x"),
        ("missing", None, None),
        ("anchor", None, "a"),
        ("url", None, None),
        ("url", None, None),
        ("url", None, None),
        ("resolved", "lectures/dropout.md", None),
    ]


def test_tables_callouts_code_math_images(dltui):
    shown = _nets(dltui)
    [table] = shown["tables"]
    assert (table["columns"], table["rows"], table["align"]) == (2, 2, ["left", "right"])
    [callout] = shown["callouts"]
    assert (callout["kind"], callout["title"], callout["depth"], callout["fold"]) == (
        "tip",
        "A hint",
        1,
        "closed",
    )
    [code] = shown["code"]
    assert (code["language"], code["lines"]) == ("python", 2)
    assert [(one["source"], one["display"]) for one in shown["math"]] == [("y = w x", True), ("x^2", False)]
    [image] = shown["images"]
    assert (image["target"], image["alt"]) == ("plot.png", "a plot")


def test_backlinks_come_with_their_sentence(dltui):
    assert dltui("show", "neural_nets", "--json").json["backlinks"] == [
        {"path": "lectures/dropout.md", "line": 8, "text": "It helps nets."},
        {"path": "lectures/lectures.md", "line": 5, "text": "Nets"},
    ]


def test_nothing_in_a_fence_counts(dltui, library):
    text = "# A\n\n```\n# no\n> [!tip] no\n\n| a |\n|---|\n```\n"
    (library / "fenced.md").write_text(text, "utf-8")
    shown = dltui("show", "fenced", "--json").json
    assert len(shown["headings"]) == 1
    assert not shown["callouts"]
    assert not shown["tables"]
    assert shown["code"][0]["lines"] == 5


def test_several_and_all_are_an_object_a_line(dltui):
    two = dltui("show", "dropout", "neural_nets", "--json").out.splitlines()
    assert [json.loads(line)["title"] for line in two] == ["Dropout", "Neural nets"]
    every = [json.loads(line)["path"] for line in dltui("show", "--all", "--json").out.splitlines()]
    assert every == sorted(every)
    assert len(every) == 5


def test_the_path_is_exact_and_harmless(dltui, library):
    (library / "odd \x1b]0;x\x07\u202e name.md").write_text("# Odd\n", "utf-8")
    out = dltui("show", "Odd", "--json").out
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert json.loads(out)["path"] == "odd \x1b]0;x\x07\u202e name.md"


def test_all_leaves_out_what_cannot_be_read(dltui, library):
    dltui("index")
    (library / "talks" / "a_talk.md").unlink()
    (library / "talks" / "a_talk.md").mkdir()
    done = dltui("show", "--all", "--json")
    assert len(done.out.splitlines()) == 4
