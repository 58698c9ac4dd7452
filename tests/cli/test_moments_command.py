"""`dltui moments` and `dltui at`: what is said when, and what is said at a second."""

import re

import pytest

VIDEO = "F1ka6a13S9I"
_SGR = re.compile(r"\x1b\[[0-9;]*m")


def test_an_article_in_the_order_of_its_video(dltui):
    found = dltui("moments", "neural_nets", "--json").json
    assert (found["video"], found["video_title"]) == (VIDEO, "Nuts and bolts")
    assert [one["seconds"] for one in found["moments"]] == [62, 180, 550, None]
    assert {one["path"] for one in found["moments"]} == {"lectures/neural_nets.md"}


@pytest.mark.parametrize("name", [VIDEO, f"https://www.youtube.com/watch?v={VIDEO}&t=5s"])
def test_a_video_merges_its_articles(dltui, name):
    found = dltui("moments", name, "--json").json
    assert found["articles"] == ["lectures/dropout.md", "lectures/neural_nets.md"]
    assert [one["seconds"] for one in found["moments"]] == [62, 120, 180, 550, None]


@pytest.mark.parametrize(
    "arguments", [("moments", "--", "-dashed-id_"), ("moments", "https://youtu.be/-dashed-id_")]
)
def test_an_id_that_begins_with_a_dash(dltui, arguments):
    [row] = dltui(*arguments).rows
    assert row == ["talks/a_talk.md:6", "0:10", "exact", "A talk", "", "Said at about evaluation."]


def test_without_the_two_dashes_the_hint_names_them(dltui):
    done = dltui("moments", "-dashed-id_")
    assert done.code == 2
    assert "`--`" in done.err


def test_a_person_sees_what_was_inferred(dltui, as_person):
    as_person()
    lines = _SGR.sub("", dltui("moments", "neural_nets").out).splitlines()
    assert lines[:3] == ["Nuts and bolts", f"https://www.youtube.com/watch?v={VIDEO}", "4 moments"]
    assert "09:10:57 ≈ 9:10  Much is spent on training" in lines[5]
    assert lines[6].lstrip().startswith("no time  ")


@pytest.mark.parametrize(
    ("name", "code"), [("index", 1), ("nowhere", 3), ("https://youtu.be/AAAAAAAAAAA", 3)]
)
def test_no_moments(dltui, name, code):
    done = dltui("moments", name)
    assert (done.code, done.out) == (code, "")


def test_every_moment_s_own_url_finds_its_own_sentence_first(dltui):
    for moment in dltui("moments", VIDEO, "--json").json["moments"]:
        if moment["seconds"] is not None:
            first = dltui("at", moment["url"], "--json").json["moments"][0]
            assert (first["text"], first["path"], first["distance_seconds"]) == (
                moment["text"],
                moment["path"],
                0,
            )


def test_the_nearest_come_first(dltui):
    found = dltui("at", f"youtu.be/{VIDEO}?t=130", "-n", "3", "--json").json
    assert (found["video"], found["seconds"]) == (VIDEO, 130)
    assert [(one["seconds"], one["distance_seconds"]) for one in found["moments"]] == [
        (120, 10),
        (180, 50),
        (62, 68),
    ]


def test_a_url_without_a_time_begins_at_the_start(dltui):
    done = dltui("at", f"https://youtu.be/{VIDEO}")
    assert done.rows[0][1] == "1:02"
    assert "no time" in done.err


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("https://youtu.be/AAAAAAAAAAA?t=1", 1),
        ("https://www.youtube.com/feed", 2),
        ("https://example.org", 2),
        ("javascript:alert(1)", 2),
        ("", 2),
    ],
)
def test_a_url_that_leads_to_nothing_here(dltui, url, code):
    done = dltui("at", url)
    assert (done.code, done.out, done.err.count("\n") > 0) == (code, "", True)


def test_that_there_is_no_moment_is_said(dltui):
    done = dltui("moments", "index")
    assert (done.code, done.out) == (1, "")
    assert done.err.endswith("names no moment.\n")
