"""Texts of any script are found by their words, by parts of them, and while they are typed."""

import pytest

from dltui.model.passage import Passage
from dltui.search.disk.writer import IndexWriter
from dltui.search.index import SearchIndex

TEXTS = {
    "zh.md": "深度学习使用神经网络。机器学习很有趣。",
    "ja.md": "ニューラルネットワークは面白い。ガスとカスは違う。",
    "ko.md": "한국어 신경망은 재미있다.",
    "th.md": "การเรียนรู้เชิงลึกสนุก",
    "ru.md": "Нейронные сети учатся. Ёлка стоит, йод лежит.",
    "ar.md": "الشَّبَكات العصبية تتعلم. الكتاب جديد.",
    "he.md": "רשתות נוירונים לומדות",
    "hi.md": "तंत्रिका नेटवर्क सीखते हैं",
    "el.md": "Τα νευρωνικά δίκτυα μαθαίνουν",
    "vi.md": "Mạng nơ-ron học sâu",
    "tr.md": "İstanbul'da ışık",
    "de.md": "Die Straße ist groß; Übung macht Müller.",
    "mixed.md": "Das GPT模型 läuft.",
}

FOUND = [
    ("神经网络", {"zh.md"}),
    ("网络", {"zh.md"}),
    ("学习", {"zh.md"}),
    ("络", {"zh.md"}),
    ("神网", set()),
    ("经神", set()),
    ("ネットワーク", {"ja.md"}),
    ("カスは", {"ja.md"}),
    ("신경망", {"ko.md"}),
    ("เรียนรู้", {"th.md"}),
    ("нейронная сеть", {"ru.md"}),
    ("елка", {"ru.md"}),
    ("йод", {"ru.md"}),
    ("иод", set()),
    ("الشبكات", {"ar.md"}),
    ("شبكات", {"ar.md"}),
    ("كتاب", {"ar.md"}),
    ("נוירונים", {"he.md"}),
    ("नेटवर्क", {"hi.md"}),
    ("νευρωνικα", {"el.md"}),
    ("mang no ron hoc", {"vi.md"}),
    ("istanbul", {"tr.md"}),
    ("strasse ubung", {"de.md"}),
    ("MULLER", {"de.md"}),
    ("gpt模型", {"mixed.md"}),
    ("模型", {"mixed.md"}),
    ('"GPT模型"', {"mixed.md"}),
    ('"机器学习很"', {"zh.md"}),
    ("机器学习 -神经", set()),
]


@pytest.fixture(scope="module")
def index(tmp_path_factory) -> SearchIndex:
    folder = tmp_path_factory.mktemp("scripts") / "index"
    with IndexWriter(folder) as writer:
        for path, text in TEXTS.items():
            writer.replace(path, [Passage(path, "t", "", "", None, (), "", (), "", 1, text)])
    return SearchIndex.open(folder)


@pytest.mark.parametrize(("query", "found"), FOUND)
def test_a_word_of_any_script_is_found(index: SearchIndex, query: str, found: set[str]) -> None:
    answer = index.search(query, typing=False, budget_seconds=None)
    assert {hit.path for hit in answer.hits} == found
    assert all(hit.matches for hit in answer.hits)


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("神", "zh.md"),
        ("神经", "zh.md"),
        ("神经网", "zh.md"),
        ("ネ", "ja.md"),
        ("신", "ko.md"),
        ("เรี", "th.md"),
        ("ней", "ru.md"),
        ("الك", "ar.md"),
        ("נוי", "he.md"),
        ("नेट", "hi.md"),
        ("νευ", "el.md"),
    ],
)
def test_a_word_of_any_script_is_found_while_it_is_typed(index: SearchIndex, typed: str, path: str) -> None:
    assert path in {hit.path for hit in index.search(typed, budget_seconds=None).hits}
