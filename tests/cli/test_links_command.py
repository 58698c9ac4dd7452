"""`dltui links`: out of an article, into it, and what is missing."""

import re

_SGR = re.compile(r"\x1b\[[0-9;]*m")


def test_json(dltui):
    found = dltui("links", "neural_nets", "--json").json
    assert [(one["state"], one["path"]) for one in found["links"]] == [
        ("resolved", "lectures/dropout.md"),
        ("url", None),
    ]
    assert found["links"][0]["text"] == "See Dropout and deep nets."
    [missing] = found["missing"]
    assert (missing["target"], missing["text"]) == ("deep nets", "See Dropout and deep nets.")
    assert all(set(one) == {"path", "title", "reason"} for one in missing["closest"])
    assert [(one["path"], one["title"]) for one in found["backlinks"]] == [
        ("lectures/dropout.md", "Dropout"),
        ("lectures/lectures.md", "Lectures"),
    ]


def test_rows(dltui):
    rows = dltui("links", "neural_nets").rows
    assert [row[0] for row in rows] == ["resolved", "url", "missing", "backlink", "backlink"]
    assert all(len(row) == 4 for row in rows)
    assert rows[0][1] == "lectures/neural_nets.md:12"
    assert rows[2][2] == "deep nets"


def test_for_a_person(dltui, as_person):
    as_person()
    out = _SGR.sub("", dltui("links", "neural_nets").out)
    assert [line for line in out.splitlines() if not line.startswith(" ")] == [
        "Links",
        "Missing",
        "Backlinks",
    ]


def test_an_ambiguous_link_names_its_candidates(dltui, library):
    for folder in ("x", "y"):
        (library / folder).mkdir()
        (library / folder / "twin.md").write_text("# Twin\n", "utf-8")
    (library / "asks.md").write_text("# Asks\n\nWhich [[twin]]?\n", "utf-8")
    found = dltui("links", "asks", "--json").json["links"][0]
    assert (found["state"], found["candidates"]) == ("ambiguous", ["x/twin.md", "y/twin.md"])
    assert dltui("links", "asks").rows[0][2] == "x/twin.md or y/twin.md"


def test_none_at_all(dltui):
    done = dltui("links", "index")
    assert (done.code, done.out) == (0, "")
