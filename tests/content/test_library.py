"""The bundled library is what it asks of others: sound text, links that lead somewhere, code that runs."""

import ast
import io
import re
import sys
from collections import Counter
from contextlib import redirect_stdout
from itertools import pairwise

import pytest

from dltui.markdown.walk import walk_blocks, walk_inlines
from dltui.model.block import CodeBlock, Footnote
from dltui.model.clean import normalised
from dltui.model.diagnostic import Severity
from dltui.model.inline import FootnoteReference, Wikilink
from dltui.model.target import FoundBy, LinkState

_CHANNEL_PAGE = "lexfridman/lexfridman.md"
#: What the seed documents link to.
_SEED_TARGETS = (
    "advancements_in_ai_and_deep_learning",
    "advancements_in_deep_learning",
    "advancements_in_deep_learning_algorithms",
    "application_of_deep_learning_in_selfdriving_cars",
    "applications_of_deep_learning",
    "applications_of_deep_learning_in_computer_vision",
    "applications_of_deep_learning_in_nlp",
    "lexfridman",
)
_WORDS = range(400, 1201)
_NOT_PROSE = re.compile(
    r"^[ >]*```.*?^[ >]*```|<a [^>]*>.*?</a>|\]\([^)]*\)|\[\[[^\]|]*\\?\||^\[\^.*$", re.DOTALL | re.MULTILINE
)
_WORD = re.compile(r"[^\W_][\w'’-]*")
_FILLER = re.compile(
    r"in conclusion|revolutioni[sz]|game-chang|cutting-edge|delve|unlock|it is important to", re.IGNORECASE
)


@pytest.fixture(scope="module")
def links(bundled):
    """For each article the wikilinks of its body with their targets."""
    return {
        path: [
            (node, bundled.shelf.resolve(node, path))
            for node in walk_inlines(loaded.document.blocks)
            if isinstance(node, Wikilink)
        ]
        for path, loaded in bundled.articles.items()
    }


def _python_blocks(loaded):
    """Each Python block with the text block that follows it directly, if one does."""
    blocks = [*walk_blocks(loaded.document.blocks), None]
    for block, following in pairwise(blocks):
        if isinstance(block, CodeBlock) and block.language == "python":
            printed = isinstance(following, CodeBlock) and following.language == "text"
            yield block, following.text if printed else None


def test_there_are_sixty_articles_and_more(bundled):
    assert len(bundled.essays) >= 60
    categories = Counter(loaded.article.category for loaded in bundled.essays.values())
    assert len(categories) == 8


def test_the_parser_has_nothing_to_say(bundled):
    found = [problem for loaded in bundled.articles.values() for problem in loaded.diagnostics()]
    assert not [problem for problem in found if problem.severity is not Severity.NOTE]


def test_each_link_leads_somewhere(links):
    astray = [
        (path, node, target)
        for path, pairs in links.items()
        for node, target in pairs
        if target.state not in {LinkState.RESOLVED, LinkState.ANCHOR} or target.found_by is FoundBy.LABEL
    ]
    assert not astray


def test_each_link_to_a_heading_finds_it(bundled, links):
    anchors = {
        path: {entry.anchor for entry in loaded.document.outline} for path, loaded in bundled.articles.items()
    }
    wanted = [(path, node, target) for path, pairs in links.items() for node, target in pairs if node.anchor]
    assert wanted
    assert not [one for one in wanted if one[2].anchor not in anchors[one[2].path or one[0]]]


def test_each_article_links_to_four_others(links):
    few = {
        path: len({target.path for _, target in pairs} - {path, ""})
        for path, pairs in links.items()
        if path != _CHANNEL_PAGE
    }
    assert not {path: count for path, count in few.items() if count < 4}


def test_no_article_is_an_orphan(bundled, links):
    linked = {
        target.path
        for path, pairs in links.items()
        if path != _CHANNEL_PAGE
        for _, target in pairs
        if target.path != path
    }
    assert bundled.articles.keys() - linked == {"index.md"} - linked


def test_what_the_seeds_link_to_is_there(bundled):
    stems = {loaded.article.stem for loaded in bundled.articles.values()}
    assert set(_SEED_TARGETS) <= stems


def test_articles_are_neither_stubs_nor_books(bundled):
    counts = {
        path: len(_WORD.findall(_NOT_PROSE.sub(" ", loaded.document.body)))
        for path, loaded in bundled.essays.items()
    }
    assert not {path: count for path, count in counts.items() if count not in _WORDS}


def test_front_matter_is_whole(bundled):
    for path, loaded in bundled.articles.items():
        frontmatter, is_channel = loaded.frontmatter, path == _CHANNEL_PAGE
        assert frontmatter.title, path
        assert frontmatter.aliases, path
        assert frontmatter.tags or is_channel, path
        assert set(frontmatter.values) <= {"title", "aliases", "tags", "videoId"}, path
        assert bool(frontmatter.video_id) == bool(loaded.document.channel), path
        assert loaded.document.channel in {"", "lexfridman"}, path
        assert not frontmatter.video_id or len(loaded.stamps) >= 2, path
        assert not loaded.stamps or frontmatter.video_id, path


def test_no_two_articles_share_a_name(bundled):
    names = Counter()
    for loaded in bundled.articles.values():
        article = loaded.article
        names.update({normalised(name) for name in (article.stem, article.title, *article.aliases)})
    assert not [name for name, count in names.items() if count > 1]


def test_headings_differ_and_leave_the_first_level_to_the_title(bundled):
    for path, loaded in bundled.articles.items():
        headings = loaded.document.outline
        assert len({entry.text.casefold() for entry in headings}) == len(headings), path
        assert all(entry.level > 1 for entry in headings), path


def test_each_footnote_is_referred_to(bundled):
    for path, loaded in bundled.articles.items():
        written = {block.name for block in walk_blocks(loaded.document.blocks) if isinstance(block, Footnote)}
        referred = {
            node.name for node in walk_inlines(loaded.document.blocks) if isinstance(node, FootnoteReference)
        }
        assert written == referred, path


def test_there_is_no_filler(bundled):
    found = [
        (path, match[0])
        for path, loaded in bundled.essays.items()
        for match in _FILLER.finditer(loaded.document.body)
    ]
    assert not found


def test_code_needs_the_standard_library_only(bundled):
    strangers = set()
    for path, loaded in bundled.articles.items():
        for block, _ in _python_blocks(loaded):
            for node in ast.walk(ast.parse(block.text)):
                names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                names += [node.module] if isinstance(node, ast.ImportFrom) else []
                strangers |= {(path, name) for name in names if name not in sys.stdlib_module_names}
    assert not strangers


def test_code_prints_what_the_article_says(bundled):
    ran = 0
    for path, loaded in bundled.articles.items():
        for block, expected in _python_blocks(loaded):
            printed = io.StringIO()
            program = compile(block.text, f"{path}:{block.line}", "exec")
            with redirect_stdout(printed):
                exec(program, {"__name__": "__main__"})  # noqa: S102 -- our own articles
            assert expected is None or printed.getvalue().strip() == expected.strip(), path
            ran += expected is not None
    assert ran >= 30
