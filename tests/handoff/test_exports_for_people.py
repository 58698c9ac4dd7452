import csv
import io
import json
import re

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from dltui.handoff.citation import Citation
from dltui.handoff.export.formats import ExportFormat, export_moments, is_for_players
from dltui.handoff.export.spreadsheet import COLUMNS
from dltui.handoff.moment_url import MomentUrl, parse_moment_url
from dltui.model.article import Article
from dltui.model.clean import clean_line, is_clean
from tests.handoff.cited import DASHED, ID, cited, lists

# Markdown


def test_markdown():
    moments = [cited(62, heading="Why"), cited(3723, text="a *b*"), cited(5, video=None), cited(None)]
    assert export_moments(moments, ExportFormat.MARKDOWN) == (
        f"## [A talk](https://www.youtube.com/watch?v={ID})\n"
        "\n"
        f"- [1:02](https://www.youtube.com/watch?v={ID}&t=62s) What was said. (A page › Why)\n"
        f"- [1:02:03](https://www.youtube.com/watch?v={ID}&t=3723s) a \\*b\\* (A page)\n"
        "\n"
        "## A page\n"
        "\n"
        "- 0:05 What was said. (A page)\n"
        "\n"
        f"## [A talk](https://www.youtube.com/watch?v={ID})\n"
        "\n"
        "- 01:02 What was said. (A page)\n"
    )


@given(lists)
def test_markdown_has_an_item_for_each_moment_and_no_link_but_ours(moments):
    page = MarkdownIt("gfm-like", {"linkify": False}).render(export_moments(moments, ExportFormat.MARKDOWN))
    assert page.count("<li>") == len(moments)
    assert set(re.findall(r"<(\w+)", page)) <= {"h2", "ul", "li", "a"}
    assert all(isinstance(parse_moment_url(url), MomentUrl) for url in re.findall(r'href="([^"]*)"', page))


# CSV


def read_csv(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_csv():
    text = export_moments([cited(62, end=70, text='He said "no", twice')], ExportFormat.CSV)
    assert text.split("\r\n")[0] == ",".join(COLUMNS)
    assert '"He said ""no"", twice"' in text
    assert read_csv(text) == [
        {
            "video": ID,
            "video_title": "A talk",
            "seconds": "62",
            "end_seconds": "70",
            "time": "1:02",
            "text": 'He said "no", twice',
            "heading": "",
            "title": "A page",
            "path": "a/page.md",
            "line": "7",
            "reading": "inferred",
            "url": f"https://www.youtube.com/watch?v={ID}&t=62s",
        }
    ]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        '=HYPERLINK("http://x")',
        "\t=1",
        "\r=1",
        " =1",
        "＝1+1",
        "|calc",
        "=cmd|' /C calc'!A0",
    ],
)
def test_csv_holds_no_formula(text):
    row = read_csv(export_moments([cited(text=text, title=text, video=DASHED)], ExportFormat.CSV))[0]
    assert row["text"] == row["title"] == "'" + clean_line(text)
    assert row["video"] == "'" + DASHED


@given(lists)
def test_csv_reads_back_row_by_row(moments):
    text = export_moments(moments, ExportFormat.CSV)
    assert text.endswith("\r\n")
    rows = read_csv(text)
    assert len(rows) == len(moments)
    for row, moment in zip(rows, moments, strict=True):
        assert set(row) == set(COLUMNS)
        assert row["text"].removeprefix("'") == clean_line(moment.moment.text).removeprefix("'")
        assert row["seconds"] == ("" if moment.seconds is None else str(moment.seconds))
        for cell in row.values():
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
            assert is_clean(cell)
            assert "\n" not in cell


# JSON


def test_json():
    assert json.loads(export_moments([cited(62, end=70, heading="Why")], ExportFormat.JSON)) == [
        {
            "path": "a/page.md",
            "title": "A page",
            "channel": None,
            "video": ID,
            "video_title": "A talk",
            "seconds": 62,
            "end_seconds": 70,
            "raw": "00:01:02",
            "label": "01:02",
            "reading": "inferred",
            "reason": "shifted",
            "line": 7,
            "heading": "Why",
            "text": "What was said.",
            "url": f"https://www.youtube.com/watch?v={ID}&t=62s",
        }
    ]


@given(lists)
def test_json_holds_every_moment_and_no_control_character(moments):
    text = export_moments(moments, ExportFormat.JSON)
    assert is_clean(text)
    records = json.loads(text)
    assert [record["seconds"] for record in records] == [moment.seconds for moment in moments]
    assert all((record["url"] is None) == (record["video"] is None) for record in records)


def test_a_path_that_is_no_text_is_no_error():
    article = Article("caf\udce9\x1b]0;x\x07.md", "A page")
    text = export_moments([Citation(article, cited().moment)], ExportFormat.JSON)
    assert is_clean(text)
    assert text.encode()


# all of them


@pytest.mark.parametrize("export_format", ExportFormat)
def test_nothing_to_export_is_still_a_file(export_format):
    text = export_moments([], export_format)
    assert text.endswith("\n")


def test_which_formats_are_for_players():
    assert [f.value for f in ExportFormat if is_for_players(f)] == ["m3u", "edl", "ffmetadata"]
