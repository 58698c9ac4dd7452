"""What each query finds in a small library."""

import pytest

from dltui.model.passage import PassageMoment
from dltui.search.index import SearchIndex

ROSES, TOMATOES, SHEARS, LATHE, NOTES = (
    "plants/roses.md",
    "plants/tomatoes.md",
    "tools/shears.md",
    "tools/lathe.md",
    "notes.md",
)

FOUND = [
    ("sun", {ROSES, TOMATOES, LATHE}),
    ("sun water", {TOMATOES}),
    ("rose", {ROSES, SHEARS}),
    ("pruned", {ROSES, SHEARS}),
    ("fungus OR lathe", {ROSES, LATHE}),
    ("want -water", {ROSES, LATHE}),
    ("want NOT (water OR wood)", {ROSES}),
    ("-roses", {TOMATOES, LATHE, NOTES}),
    ("NOT NOT lathe", {LATHE}),
    ("(fungus OR frost) -tomatoes", {ROSES}),
    ('"want sun"', {ROSES, TOMATOES}),
    ('"sun want"', set()),
    ('"sun and"', {TOMATOES}),
    ('"fallen leaves"', {ROSES}),
    ('-"want sun" sun', {LATHE}),
    ('"want sun" OR "turns wood"', {ROSES, TOMATOES, LATHE}),
    ("tom*", {TOMATOES}),
    ("l*", {ROSES, LATHE, TOMATOES}),
    ("fungas~", {ROSES}),
    ("tomatos~1", {TOMATOES}),
    ("fxngus~", set()),
    ("cafe zurich", {NOTES}),
    ("CRÈME", {NOTES}),
    ("c++", {NOTES}),
    ("c#", {NOTES}),
    ("3.14", {NOTES}),
    ("title:roses", {ROSES}),
    ("title:rose", {ROSES}),
    ("heading:disease", {ROSES}),
    ("title:lathe OR title:notes", {LATHE, NOTES}),
    ("heading:diseases", {ROSES}),
    ("heading:roses", set()),
    ('heading:"diseases"', {ROSES}),
    ("channel:greenthumb", {ROSES, TOMATOES}),
    ("channel:green", {ROSES, TOMATOES}),
    ("channel:GreenThumb water", {TOMATOES}),
    ("category:plants", {ROSES, TOMATOES}),
    ("category:tool", {SHEARS, LATHE}),
    ("video:abcdefghijk", {ROSES}),
    ("video:kjih", {SHEARS}),
    ("path:lathe.md", {LATHE}),
    ("path:plants/", {ROSES, TOMATOES}),
    ("tag:flowers", {ROSES}),
    ("tag:#tools", {SHEARS}),
    ("tag:outdoor", {ROSES}),
    ("tag:nothing", set()),
    ("links:shears", {ROSES}),
    ("links:[[tools/shears|the shears]]", {ROSES}),
    ("links:lathe", set()),
    ("has:table", {ROSES}),
    ("has:co", {SHEARS}),
    ("has:missing fungus", {ROSES}),
    ("-has:moment title:roses", {ROSES}),
    ("at:10:00..20:00", {ROSES}),
    ("at:10:05", {ROSES}),
    ("at:10:06..24:59", set()),
    ("at:25:00..", {ROSES}),
    ("at:..9:00", set()),
    ("at:10:05..10:05", {ROSES}),
    ("diseases roses", {ROSES}),
    ("workshop", {SHEARS, LATHE}),
    ("***", set()),
    ("", set()),
]


@pytest.mark.parametrize(("query", "found"), FOUND)
def test_what_a_query_finds(paths_for, query: str, found: set[str]) -> None:
    assert set(paths_for(query)) == found


def test_a_passage_is_found_by_its_heading_and_its_articles_title(garden: SearchIndex) -> None:
    (hit,) = garden.search("roses fungus", typing=False, budget_seconds=None).hits
    assert (hit.path, hit.heading, hit.line, hit.anchor) == (ROSES, "Diseases", 12, "diseases")


def test_a_passage_can_lack_what_another_of_its_article_has(garden: SearchIndex) -> None:
    answer = garden.search("title:roses -has:moment", typing=False, budget_seconds=None)
    assert [hit.heading for hit in answer.hits] == ["Diseases"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("t", TOMATOES),
        ("to", TOMATOES),
        ("tom", TOMATOES),
        ("fun", ROSES),
        ("black sp", ROSES),
        ("roses di", ROSES),
        ("lat", LATHE),
    ],
)
def test_the_last_word_is_a_prefix_while_typing(paths_for, typed: str, first: str) -> None:
    assert paths_for(typed, typing=True)[0] == first


def test_a_word_just_begun_is_not_wanted_yet(paths_for) -> None:
    assert set(paths_for("want w", typing=True)) == {ROSES, TOMATOES, LATHE}


def test_an_exact_match_comes_before_its_family(paths_for) -> None:
    assert paths_for("pruning")[0] == SHEARS
    assert paths_for("prune")[0] == ROSES


def test_a_category_narrows(garden: SearchIndex) -> None:
    answer = garden.search("sun", typing=False, category="tools", budget_seconds=None)
    assert {hit.path for hit in answer.hits} == {LATHE}
    assert answer.total == 1


def test_an_article_narrows_and_gives_all_its_passages(index_of, passage) -> None:
    index = index_of(*(passage("a.md", f"sun number {at}", heading=f"Part {at}") for at in range(9)))
    assert len(index.search("sun", budget_seconds=None).hits) < 9
    assert len(index.search("sun", article="a.md", budget_seconds=None).hits) == 9


def test_totals_and_facets_are_exact_where_there_is_time(garden: SearchIndex) -> None:
    answer = garden.search("sun", typing=False, budget_seconds=None)
    assert (answer.total, answer.articles, answer.exact) == (3, 3, True)
    assert answer.facets == (("plants", 2), ("tools", 1))
    assert answer.indexed == garden.articles == 5


def test_nothing_at_all_finds_nothing(garden: SearchIndex) -> None:
    answer = garden.search("   ")
    assert (answer.hits, answer.total, answer.exact, answer.understood) == ((), 0, True, "")


def test_a_hit_carries_its_nearest_moment_and_what_to_light(garden: SearchIndex) -> None:
    (hit,) = garden.search("prune march", typing=False, budget_seconds=None).hits
    assert hit.moment is not None
    assert (hit.moment.seconds, hit.moment.raw) == (1500, "25:00")
    assert {"prune", "march"} <= set(hit.terms)
    assert [hit.snippet[match.start : match.end] for match in hit.matches] == ["Prune", "March"]


@pytest.mark.parametrize(
    ("query", "note", "found"),
    [
        ("sun xyzzy", "no passage has “xyzzy”", {ROSES, TOMATOES, LATHE}),
        ("frost lathe sun", "no passage has all of it; these have some", {ROSES, TOMATOES, LATHE}),
        ("sun fungus lathe xyzzy", "no passage has all of it; these have some", {ROSES, TOMATOES, LATHE}),
        ("fungus lathe channel:workshop", "no passage has all of it; these have some", {LATHE}),
        ("xyzzy plugh", "", set()),
    ],
)
def test_a_query_that_finds_nothing_gives_something_up_and_says_so(
    garden, query: str, note: str, found: set[str]
) -> None:
    answer = garden.search(query, typing=False, budget_seconds=None)
    assert {hit.path for hit in answer.hits} == found
    assert note in answer.understood


def test_of_what_has_only_some_words_that_comes_first_which_has_most(paths_for) -> None:
    assert paths_for("frost sun water lathe")[0] == TOMATOES
    assert paths_for("march lathe prune sun")[0] == ROSES


def test_words_that_tell_nothing_are_not_enough_to_be_found_by(index_of, passage) -> None:
    many = [passage(f"{at}.md", "how the weather is") for at in range(60)]
    index = index_of(
        *many, passage("frost.md", "frost in the valley"), passage("rain.md", "rain on the hill")
    )
    answer = index.search("how is the frost on rain", typing=False, budget_seconds=None)
    assert {hit.path for hit in answer.hits} == {"frost.md", "rain.md"}


@pytest.fixture
def library(index_of, passage) -> SearchIndex:
    """Passages about frost, of which one says the words of a question too."""
    many = [passage(f"{at}.md", f"frost harms the roots, part {at}") for at in range(12)]
    long = passage("long.md", "how frost does it, and what roots are for")
    others = [passage(f"other{at}.md", f"how the weather does what it does, part {at}") for at in range(40)]
    return index_of(*many, long, *others)


def test_the_small_words_of_a_question_may_be_missing_where_few_passages_have_them(library) -> None:
    answer = library.search("how does frost harm roots", typing=False, budget_seconds=None)
    assert answer.total == 12
    assert answer.notes == ("“how” and “does” may be missing",)
    answer = library.search("how does frost what roots", typing=False, budget_seconds=None)
    assert answer.total == 13
    assert answer.notes == ("“how”, “does” and “what” may be missing",)
    assert "“how” and “does” and “frost”" in answer.understood


@pytest.mark.parametrize("query", ["+how does what frost", '"how" does what frost', "(+how) does what frost"])
def test_a_small_word_that_is_marked_or_quoted_may_not_be_missing(library, query: str) -> None:
    answer = library.search(query, typing=False, budget_seconds=None)
    assert {hit.path for hit in answer.hits} == {"long.md"}


@pytest.mark.parametrize(
    "query", ["title:how title:does frost", "how +does roots frost*", "what frost", '"how frost does it"']
)
def test_what_is_no_question_is_wanted_as_it_is_written(library, query: str) -> None:
    answer = library.search(query, typing=False, budget_seconds=None)
    assert not any("may be missing" in note for note in answer.notes)


def test_where_the_words_that_tell_something_are_seldom_together_some_will_do(index_of, passage) -> None:
    index = index_of(
        passage("both.md", "how does the frost get at a pear"),
        passage("frost.md", "frost"),
        passage("pear.md", "a pear"),
        *(passage(f"{at}.md", f"the weather of day {at}") for at in range(20)),
    )
    answer = index.search("how does the frost get at the pear", typing=False, budget_seconds=None)
    assert answer.hits[0].path == "both.md"
    assert answer.notes == ("1 passage has all of it; these have some",)


def test_a_word_marked_with_a_plus_is_wanted_even_if_nobody_says_it(garden) -> None:
    assert not garden.search("sun +xyzzy", typing=False, budget_seconds=None).hits


def test_a_query_that_finds_nothing_is_relaxed_while_its_last_word_is_short(paths_for) -> None:
    assert paths_for("frost fun", typing=True)[0] in {ROSES, TOMATOES}


@pytest.mark.parametrize(
    ("query", "suggestion"),
    [
        ("tomattoes sun", "tomatoes sun"),
        ("Fungas", "fungus"),
        ("funngus OR lathe", "fungus OR lathe"),
        ("toma", "tomatoes"),
        ("xyzzy", None),
        ('"sun want"', "sun want"),
        ("“sun  want”", "sun want"),
        ('title:"roses roses" -frost', "title:roses roses -frost"),
        ('"sun xyzzy"', None),
        ('"want sun"', None),
        ('-"want sun" "sun want"', None),
        ("sun", None),
        ("ab", None),
    ],
)
def test_did_you_mean(garden: SearchIndex, query: str, suggestion: str | None) -> None:
    assert garden.search(query, typing=False, budget_seconds=None).suggestion == suggestion


@pytest.mark.parametrize(
    ("text", "completed"),
    [
        ("chan", ("channel:",)),
        ("sun chan", ("sun channel:",)),
        ("channel:g", ("channel:greenthumb",)),
        ("sun -channel:w", ("sun -channel:workshop",)),
        ("has:m", ("has:math", "has:missing", "has:moment")),
        ("tag:f", ("tag:flowers",)),
        ("category:", ("category:plants", "category:tools")),
        ("fung", ("fungus",)),
        ("title:rose", ("title:roses",)),
        ("video:a", ()),
        ("", ()),
        ("nothing:x", ()),
    ],
)
def test_a_query_is_completed(garden: SearchIndex, text: str, completed: tuple[str, ...]) -> None:
    assert garden.complete(text) == completed


def test_a_heading_with_nothing_but_headings_below_says_what_the_first_of_them_says(
    index_of, passage
) -> None:
    moment = PassageMoment(4, 60, "1:00")
    index = index_of(
        passage("a.md", "", heading="Roots", heading_path=("Roots",)),
        passage("a.md", "", heading="Deep", heading_path=("Roots", "Deep")),
        passage("a.md", "They drink.", heading="Deeper", heading_path=("Roots", "Deep", "Deeper"), moments=(moment,)),
        passage("a.md", "", heading="Leaves", heading_path=("Leaves",)),
    )  # fmt: skip
    hits = {hit.heading: hit for hit in index.search("a", typing=False, budget_seconds=None).hits}
    assert (hits["Roots"].snippet, hits["Roots"].moment) == ("They drink.", moment)
    assert hits["Deep"].snippet == "They drink."
    assert (hits["Leaves"].snippet, hits["Leaves"].moment) == ("", None)


def test_words_are_lit_in_the_article_as_they_are_written_too(garden: SearchIndex) -> None:
    (hit,) = garden.search("cafe zurich", typing=False, budget_seconds=None).hits
    assert {"cafe", "Café", "zurich", "Zürich"} <= set(hit.terms)


def test_no_article_takes_all_the_places(index_of, passage) -> None:
    many = [passage("many.md", f"sun number {at}", heading=f"Sun {at}") for at in range(300)]
    others = [passage(f"other{at}.md", "the sun") for at in range(30)]
    index = index_of(*many, *others)
    answer = index.search("sun", typing=False, budget_seconds=None, limit=20)
    assert len(answer.hits) == 20
    assert sum(hit.path == "many.md" for hit in answer.hits) <= 4
    assert answer.total == 330
    assert (
        len(index.search("sun", typing=False, budget_seconds=None, limit=1000, article="many.md").hits) == 300
    )


def test_the_index_tells_whether_any_passage_has_a_feature(index_of, passage) -> None:
    index = index_of(passage("a.md", "x = 1", features=frozenset({"code"})))
    assert (index.holds("code"), index.holds("math")) == (True, False)


def test_a_moment_of_another_video_is_found_by_that_and_named_by_the_hit(index_of, passage) -> None:
    index = index_of(
        passage(
            "a.md", "Two bees", video="abcdefghijk", moments=(PassageMoment(8, 9, "0:09", "zyxwvutsrqp"),)
        ),
        passage(
            "a.md", "Two wasps", video="abcdefghijk", heading="More", moments=(PassageMoment(9, 9, "0:09"),)
        ),
        passage("b.md", "Two ants", video="zyxwvutsrqp"),
    )
    found = index.search("video:zyxwvutsrqp two").hits
    assert {(hit.snippet, hit.moment_video) for hit in found} == {
        ("Two bees", "zyxwvutsrqp"),
        ("Two ants", "zyxwvutsrqp"),
    }
    assert [hit.moment_video for hit in index.search("wasps").hits] == ["abcdefghijk"]
