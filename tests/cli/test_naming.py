"""Which article a name means: the rule of ARTICLE, case by case."""

import pytest

_NETS, _TALK, _DROPOUT = "lectures/neural_nets.md", "talks/a_talk.md", "lectures/dropout.md"


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("lectures/neural_nets.md", _NETS),
        ("lectures/neural_nets", _NETS),
        ("neural_nets", _NETS),
        ("Neural nets", _NETS),
        ("NEURAL-NETS", _NETS),
        ("Networks", _NETS),
        ("neural", _NETS),
        ("drop", _DROPOUT),
        ("lectures/drop", _DROPOUT),
        ("talks/", _TALK),
        ("https://youtu.be/-dashed-id_?t=3", _TALK),
    ],
)
def test_one_article_is_meant(dltui, name, path):
    done = dltui("show", name, "--json")
    assert (done.code, done.json["path"]) == (0, path)


@pytest.mark.parametrize(
    "arguments", [("show", "--json", "--", "-dashed-id_"), ("show", "--json", "https://youtu.be/-dashed-id_")]
)
def test_a_video_of_one_article_names_it(dltui, arguments):
    assert dltui(*arguments).json["path"] == _TALK


def test_a_file_that_is_seen_from_here_names_its_article(dltui, library, monkeypatch):
    monkeypatch.chdir(library / "talks")
    assert dltui("show", "a_talk.md", "--json").json["path"] == _TALK
    assert dltui("show", library / "lectures" / "dropout.md", "--json").json["path"] == _DROPOUT


@pytest.mark.parametrize("name", ["o", "https://youtu.be/F1ka6a13S9I"])
def test_several_are_listed(dltui, name):
    done = dltui("show", name)
    assert (done.code, done.out) == (3, "")
    assert _NETS in done.err
    assert _DROPOUT in done.err


def test_a_file_outside_the_library_is_told_from_a_name(dltui, tmp_path):
    elsewhere = tmp_path / "elsewhere.md"
    elsewhere.write_text("# Elsewhere\n")
    done = dltui("show", str(elsewhere))
    assert done.code == 3
    assert "`--library` names a folder or a file, `dltui FILE` opens one." in done.err


def test_a_stem_goes_before_a_title(dltui, library):
    (library / "talks" / "other.md").write_text("# Dropout\n", "utf-8")
    assert dltui("show", "dropout", "--json").json["path"] == _DROPOUT


def test_none_is_meant_but_some_are_close(dltui):
    done = dltui("show", "neural netz")
    assert done.code == 3
    assert done.err.startswith("dltui: no article is called neural netz\nThe closest are:\n")
    assert _NETS in done.err


@pytest.mark.parametrize(
    "name",
    ["", " ", "[", "../../etc/passwd", "/etc/passwd", "a\0b", "%", "'; DROP TABLE articles", "x" * 5000],
)
def test_odd_names_mean_nothing(dltui, name):
    done = dltui("show", "--", name)
    assert done.code == 3
    assert "Traceback" not in done.err


def test_a_wrong_name_prints_nothing_of_the_right_ones(dltui):
    done = dltui("show", "dropout", "nowhere")
    assert (done.code, done.out) == (3, "")


@pytest.mark.parametrize("command", ["show", "open", "moments", "links"])
def test_bytes_that_are_no_text_name_nothing(dltui, command):
    done = dltui(command, "\udcff\udcfe")
    assert (done.code, done.err.startswith("dltui: no article is called")) == (3, True)


def test_a_file_whose_name_is_no_text_is_found_by_its_bytes(dltui, library):
    (library / "talks" / "\udcffx.md").write_text("# Bytes\n", "utf-8")
    assert dltui("show", "\udcffx", "--json").json["title"] == "Bytes"
