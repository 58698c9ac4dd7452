import pytest

from dltui.library.linking.closest import closest
from dltui.model.article import Article
from dltui.model.video import Video

VIDEO = Video("s3MuSOl1Rog")
ARTICLES = [
    Article("lex/deep_learning_basics.md", "Deep learning basics", "lex", video=VIDEO),
    Article("lex/history_of_deep_learning.md", "History of deep learning", "lex"),
    Article("khan/deep_learning_networks.md", "Deep learning networks", "khan"),
    Article("lex/the_art_of_cooking.md", "The art of cooking", "lex"),
    Article("lex/reinforcement_learning.md", "Reinforcement Learning", "lex", video=VIDEO),
]


@pytest.mark.parametrize(
    ("name", "first", "reason"),
    [
        ("deep_learning_basic", "lex/deep_learning_basics.md", "nearly the same spelling"),
        ("deep_learning_network", "khan/deep_learning_networks.md", "same words: deep, learning, network"),
        ("reinforcmentlearning", "lex/reinforcement_learning.md", "nearly the same spelling"),
        ("reinforcment learning", "lex/reinforcement_learning.md", "nearly the same spelling"),
        ("art_of_cooking", "lex/the_art_of_cooking.md", "same words: art, cooking"),
    ],
)
def test_the_closest_comes_first_with_its_reason(name: str, first: str, reason: str) -> None:
    found = closest(name, ARTICLES)
    assert found[0].article.path == first
    assert reason in found[0].reason


def test_the_same_video_and_folder_count() -> None:
    source = Article("lex/source.md", "Source", "lex", video=VIDEO)
    found = closest("deep_learning_overview", ARTICLES, source)
    assert found[0].article.path == "lex/deep_learning_basics.md"
    assert found[0].reason.startswith("same video")


@pytest.mark.parametrize("name", ["", "the of", "🎉", "quantum chromodynamics", "x" * 10_000])
def test_nothing_close_is_nothing(name: str) -> None:
    assert closest(name, ARTICLES) == ()


def test_no_more_than_asked_for() -> None:
    many = [Article(f"a/{number}.md", f"deep learning {number}", "a") for number in range(1000)]
    assert len(closest("deep learning", many, limit=5)) == 5
