from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from dltui.errors import IndexUnavailableError
from dltui.library.catalogue.catalogue import Catalogue
from dltui.library.catalogue.timeline import said_near
from dltui.library.scan import FileEntry
from dltui.model.article import Category
from dltui.model.target import Backlink, LinkState
from tests.library.conftest import Bench

VIDEO, OTHER = "s3MuSOl1Rog", "-abcdefghij"
FILES: Mapping[str, str] = {
    "index.md": "---\ntitle: Home\n---\n\n- [[lex]]\n",
    "lex/lex.md": f"---\ntitle: lex\n---\n### [A | video](https://www.youtube.com/watch?v={VIDEO})\n- [[deep_learning]]\n"
    f"### [Another](https://www.youtube.com/watch?v={OTHER})\n- [[nobody_wrote_this | something]]\n",
    "lex/deep_learning.md": f"---\ntitle: Deep learning\nvideoId: {VIDEO}\naliases: [DL]\n---\n\nFrom: [[lex]] <br/>\n\n"
    "## Origins\n\nIt began early [00:01:02]. See [[Neural Networks]].\n",
    "lex/neural_networks.md": f"---\ntitle: Neural networks\nvideoId: {VIDEO}\n---\n\nFrom: [[lex]] <br/>\n\n"
    "They learn. Compare [[DL | deep learning]] and [[gone_page]] [00:00:58].\n\nAgain [[deep_learning#Origins]].\n",
    "other/tags.md": "---\ntitle: Tagged\ntags: [a b, c]\n---\n\nSee [[gone page]].\n",
}

Indexed = Callable[[Mapping[str, str]], Bench]


@pytest.fixture
def catalogue(indexed: Indexed) -> Catalogue:
    return indexed(FILES).catalogue


def test_the_tree_counts_what_stands_directly_in_a_category(catalogue: Catalogue) -> None:
    assert catalogue.tree() == (Category("", 1), Category("lex", 3), Category("other", 1))
    assert [article.path for article in catalogue.articles("lex")] == [
        "lex/deep_learning.md",
        "lex/lex.md",
        "lex/neural_networks.md",
    ]
    assert [article.path for article in catalogue.articles()] == sorted(FILES)
    assert catalogue.progress() == (5, 5)


def test_an_article_with_its_videos_human_title(catalogue: Catalogue) -> None:
    article = catalogue.article("lex/deep_learning.md")
    assert article is not None
    assert article.video is not None
    assert (article.title, article.channel, article.aliases) == ("Deep learning", "lex", ("DL",))
    assert (article.video.id, article.video.title, article.moments) == (VIDEO, "A | video", 1)
    tagged = catalogue.article("other/tags.md")
    assert tagged is not None
    assert tagged.tags == ("a b", "c")
    assert catalogue.article("gone.md") is None


def test_channel_pages_give_the_order_of_the_videos(catalogue: Catalogue) -> None:
    assert [video.title for video in catalogue.videos("lex/lex.md")] == ["A | video", "Another"]
    video = catalogue.video(OTHER)
    assert video is not None
    assert video.title == "Another"
    assert catalogue.video("unknown-id-") is None
    assert [article.path for article in catalogue.articles_of(VIDEO)] == [
        "lex/deep_learning.md",
        "lex/neural_networks.md",
    ]
    assert catalogue.articles_of("") == ()


@pytest.mark.parametrize(
    ("name", "paths"),
    [
        ("lex/lex.md", ["lex/lex.md"]),
        ("lex/lex", ["lex/lex.md"]),
        ("deep_learning", ["lex/deep_learning.md"]),
        ("Deep  Learning", ["lex/deep_learning.md"]),
        ("dl", ["lex/deep_learning.md"]),
        ("neural", ["lex/neural_networks.md"]),
        ("l", ["lex/deep_learning.md", "lex/lex.md", "lex/neural_networks.md"]),
        ("", []),
        ("%", []),
        ("no such thing", []),
    ],
)
def test_finding_by_name(catalogue: Catalogue, name: str, paths: list[str]) -> None:
    assert [article.path for article in catalogue.find(name)] == paths


def test_links_lead_where_they_lead(catalogue: Catalogue) -> None:
    links = catalogue.links("lex/neural_networks.md")
    assert [(link.target.state, link.target.path, link.target.anchor) for link in links] == [
        (LinkState.RESOLVED, "lex/deep_learning.md", ""),
        (LinkState.MISSING, "", ""),
        (LinkState.RESOLVED, "lex/deep_learning.md", "origins"),
    ]
    assert links[0].text == "Compare deep learning and gone_page."


def test_backlinks_come_with_their_sentence(catalogue: Catalogue) -> None:
    assert catalogue.backlinks("lex/deep_learning.md") == (
        Backlink("lex/lex.md", 5, "deep_learning"),
        Backlink("lex/neural_networks.md", 8, "Compare deep learning and gone_page."),
        Backlink("lex/neural_networks.md", 10, "Again deep_learning › Origins."),
    )
    assert catalogue.backlinks("gone.md") == ()


def test_a_missing_target_knows_who_wants_it_and_what_is_close(catalogue: Catalogue) -> None:
    assert [(link.path, link.line) for link in catalogue.referrers("gone_page")] == [
        ("lex/neural_networks.md", 8),
        ("other/tags.md", 6),
    ]
    assert catalogue.referrers("deep_learning") == ()
    (best, *_) = catalogue.closest("deep_learning_networks", "lex/neural_networks.md")
    assert best.article.path in ("lex/deep_learning.md", "lex/neural_networks.md")
    assert best.reason.startswith("same video")


def test_moments_of_an_article_and_of_a_video(catalogue: Catalogue) -> None:
    (moment,) = catalogue.moments("lex/deep_learning.md")
    assert (moment.timestamp.seconds, moment.text, moment.heading, moment.line) == (
        62,
        "It began early.",
        "Origins",
        11,
    )
    timeline = catalogue.timeline(VIDEO)
    assert [(said.article.path, said.moment.timestamp.seconds) for said in timeline] == [
        ("lex/neural_networks.md", 58),
        ("lex/deep_learning.md", 62),
    ]
    near = said_near(timeline, 62, but="lex/deep_learning.md")
    assert [said.moment.timestamp.seconds for said in near] == [58]
    assert said_near(timeline, 62, within=3, but="lex/deep_learning.md") == ()


def test_headings(catalogue: Catalogue) -> None:
    assert [(entry.text, entry.line) for entry in catalogue.headings("lex/deep_learning.md")] == [
        ("Origins", 9)
    ]
    assert catalogue.headings("gone.md") == ()


def test_changes(catalogue: Catalogue) -> None:
    changes = catalogue.changes([FileEntry("index.md", 1, 1), FileEntry("new.md", 1, 1)])
    assert [entry.path for entry in changes.new] == ["new.md"]
    assert [entry.path for entry in changes.changed] == ["index.md"]
    assert changes.gone == ("lex/deep_learning.md", "lex/lex.md", "lex/neural_networks.md", "other/tags.md")


def test_an_empty_catalogue_answers_everything(tmp_path: Path) -> None:
    catalogue = Catalogue(None)
    assert catalogue.tree() == catalogue.articles() == catalogue.find("x") == catalogue.links("x") == ()
    assert catalogue.timeline(VIDEO) == catalogue.closest("x") == catalogue.videos("x") == ()
    assert catalogue.evidence("x").ceiling is None
    assert catalogue.progress() == (0, 0)


def test_a_catalogue_is_opened_in_a_private_folder_only(tmp_path: Path) -> None:
    open_to_all = tmp_path / "cache"
    open_to_all.mkdir()
    open_to_all.chmod(0o755)
    with pytest.raises(IndexUnavailableError):
        Catalogue(open_to_all)


def test_titles_are_those_of_the_articles_and_rows_are_articles(catalogue) -> None:
    articles = catalogue.articles()
    assert [(one.path, one.title, one.category) for one in catalogue.titles()] == [
        (one.path, one.title, one.category) for one in articles
    ]
    assert articles[1:3] == list(articles)[1:3]
    assert articles[-1] == catalogue.article(articles[-1].path)
    assert articles != articles[1:]


def test_a_timed_link_counts_for_the_video_that_it_names(indexed: Indexed) -> None:
    link = f"[0:09](https://youtu.be/{OTHER}?t=9)"
    files = {
        "a.md": f"---\nvideoId: {VIDEO}\n---\n\nFirst [00:01:02]. Second {link}.\n",
        "b.md": f"---\nvideoId: {OTHER}\n---\n\nThird [00:00:12].\n",
    }
    catalogue = indexed(files).catalogue
    assert [(said.article.path, said.moment.text) for said in catalogue.timeline(OTHER)] == [
        ("a.md", "Second."),
        ("b.md", "Third."),
    ]
    assert [said.moment.text for said in catalogue.timeline(VIDEO)] == ["First."]
    assert [article.path for article in catalogue.citing(OTHER)] == ["a.md", "b.md"]
    assert [article.path for article in catalogue.articles_of(OTHER)] == ["b.md"]


def test_a_video_that_only_links_name_is_known_as_long_as_they_do(bench: Bench) -> None:
    bench.write(
        {"a.md": f"One [0:09](https://youtu.be/{OTHER}?t=9), two [0:10](https://youtu.be/{VIDEO}?t=10).\n"}
    )
    bench.index()
    video = bench.catalogue.video(OTHER)
    assert video is not None
    assert video.title == ""
    bench.write(
        {
            "a.md": f"One [0:09](https://youtu.be/{VIDEO}?t=9), two [0:10](https://youtu.be/aaaaaaaaaaa?t=10).\n"
        }
    )
    bench.index()
    assert bench.catalogue.video(OTHER) is None
    assert len(bench.catalogue.timeline(VIDEO)) == 1
    (bench.root / "a.md").unlink()
    bench.index()
    assert bench.catalogue.timeline(VIDEO) == ()
