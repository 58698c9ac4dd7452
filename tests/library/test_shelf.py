import pytest

from dltui.library.catalogue.catalogue_writer import CatalogueWriter
from dltui.library.shelf import Shelf
from dltui.model.inline import Wikilink

FILES = {
    "a/first.md": "---\ntitle: The first\nvideoId: s3MuSOl1Rog\n---\n\nSee [[second]] and [[nowhere]]. Said [02:01:06].\n",
    "a/a.md": "### [A video](https://www.youtube.com/watch?v=s3MuSOl1Rog)\n",
    "second.md": "# Second",
}


@pytest.fixture
def shelf(bench) -> Shelf:
    bench.write(FILES)
    return Shelf(bench.library, bench.catalogue)


@pytest.fixture
def full_shelf(bench) -> Shelf:
    bench.write(FILES)
    bench.index()
    return Shelf(bench.library, bench.catalogue)


def test_before_the_first_indexing_the_files_answer(shelf: Shelf) -> None:
    categories, articles_of = shelf.tree()
    assert list(categories) == [("", 1), ("a", 2)]
    assert [article.title for article in articles_of("a")] == ["A", "The first"]
    assert (shelf.article_count, shelf.home()) == (3, "")
    assert shelf.paths() == ["a/a.md", "a/first.md", "second.md"]
    assert shelf.load("a/first.md").article.title == "The first"
    assert shelf.find("first") == ()


def test_many_articles_are_listed_by_their_names(bench) -> None:
    bench.write({f"many/article_{number}.md": "# Other" for number in range(250)})
    _, articles_of = Shelf(bench.library, bench.catalogue).tree()
    assert articles_of("many")[0].title == "Article 0"


def test_afterwards_the_catalogue_answers(full_shelf: Shelf) -> None:
    categories, articles_of = full_shelf.tree()
    assert list(categories) == [("", 1), ("a", 2)]
    assert [article.title for article in articles_of("a")] == ["A", "The first"]
    loaded = full_shelf.load("a/first.md")
    assert loaded.article.video is not None
    assert loaded.article.video.title == "A video"
    assert (
        full_shelf.resolve(Wikilink("second", "", "", embed=False, line=1), "a/first.md").path == "second.md"
    )
    assert [link.path for link in full_shelf.backlinks("second.md")] == ["a/first.md"]
    assert [article.path for article in full_shelf.find("The First")] == ["a/first.md"]


@pytest.mark.parametrize(
    ("paths", "home"),
    [
        (["z.md", "index.md", "readme.md"], "index.md"),
        (["z.md", "README.md"], "README.md"),
        (["z.md", "library.md", "a.md"], "library.md"),
        (["z.md", "b.md"], ""),
        (["x/a.md"], "x/a.md"),
        (["x/a.md", "x/index.md"], ""),
        ([], ""),
    ],
)
def test_the_page_to_begin_with(bench, paths: list[str], home: str) -> None:
    bench.write(dict.fromkeys(paths, "text"))
    assert Shelf(bench.library, bench.catalogue).home() == home


@pytest.mark.parametrize("said", ["", "---\ntitle: Home\n---\n", "---\ntitle: Home\n---\n\n   \n"])
def test_a_page_that_says_nothing_is_none_to_begin_with(bench, said: str) -> None:
    bench.write({"index.md": said, "a.md": "text", "readme.md": "text"})
    assert Shelf(bench.library, bench.catalogue).home() == "readme.md"


def test_a_category_is_spoken_for_by_its_channel_page_or_its_index(bench) -> None:
    bench.write(dict.fromkeys(["a/a.md", "a/index.md", "b/readme.md", "c/d/d.md", "c/x.md"], "text"))
    with CatalogueWriter(None, bench.catalogue) as writer:
        writer.register(bench.library.scan())
    shelf = Shelf(bench.library, bench.catalogue)
    spoken = {category: shelf.page_of(category) for category in ("a", "b", "c", "c/d")}
    assert {category: page and page.path for category, page in spoken.items()} == {
        "a": "a/a.md",
        "b": "b/readme.md",
        "c": None,
        "c/d": "c/d/d.md",
    }


def test_refreshing_looks_at_the_files_again(shelf: Shelf, bench) -> None:
    assert shelf.article_count == 3
    bench.write({"new.md": "text"})
    assert shelf.article_count == 3
    shelf.refresh()
    assert shelf.article_count == 4
    with CatalogueWriter(None, bench.catalogue) as writer:
        writer.register(bench.library.scan())
    assert shelf.article_count == 4


def test_before_the_first_indexing_an_article_is_reached_by_its_path(bench) -> None:
    bench.write({"a/a.md": "text", "b/x.md": "text"})
    shelf = Shelf(bench.library, bench.catalogue)
    page = shelf.page_of("a")
    assert page is not None
    assert page.path == "a/a.md"
    assert shelf.page_of("b") is None

    def path_of(name: str) -> str:
        return shelf.resolve(Wikilink(name, "", "", embed=False, line=1), "").path

    assert path_of("/b/x.md") == "b/x.md"
    assert path_of("/b/gone.md") == ""
    assert path_of("../../etc/passwd.md") == ""


@pytest.mark.parametrize(
    ("name", "anchor", "path"),
    [
        ("Paper 1.pdf", "page=3", "files/deep/Paper 1.pdf"),
        ("paper 1.PDF", "", "files/deep/Paper 1.pdf"),
        ("elsewhere/plot.png", "", "files/plot.png"),
        ("same.ogg", "", "same.ogg"),
        ("absent.pdf", "", ""),
        ("hidden.pdf", "", ""),
        ("Dr. No", "", ""),
    ],
)
def test_a_file_that_is_no_article_is_found_by_its_name(bench, name: str, anchor: str, path: str) -> None:
    bench.write(FILES)
    for place in (
        "files/deep/Paper 1.pdf",
        "files/plot.png",
        "files/same.ogg",
        "same.ogg",
        ".trash/hidden.pdf",
    ):
        (bench.library.root / place).parent.mkdir(parents=True, exist_ok=True)
        (bench.library.root / place).touch()
    bench.index()
    found = Shelf(bench.library, bench.catalogue).resolve(
        Wikilink(name, anchor, "", embed=True, line=1), "a/first.md"
    )
    assert (found.path, found.anchor) == (path, anchor if path else "")
