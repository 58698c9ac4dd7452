"""An imported file as the text of an article: front matter, then Markdown."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from dltui.cli.importing.block_writer import markdown_of
from dltui.cli.importing.page import parse_page
from dltui.library.file_name import readable_stem
from dltui.library.source import Source
from dltui.markdown.document import parse_document
from dltui.model.clean import clean_line

HTML_ENDINGS = (".html", ".htm", ".xhtml")
TEXT_ENDINGS = (".txt", ".text")

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([A-Za-z0-9_-]{2,30})", re.IGNORECASE)
_BARE = re.compile(r"[A-Za-z][A-Za-z0-9 ,.()/-]*[A-Za-z0-9)]")
_NOT_BARE = frozenset({"null", "true", "false", "yes", "no", "on", "off"})


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """What is to be written.

    Attributes:
        guesses: what a person should look at, one sentence each.
    """

    text: str
    guesses: tuple[str, ...] = ()


def article_of_html(source: Source, place: Path) -> ArticleFile:
    """The article of an HTML page, at the place it was read from."""
    page = parse_page(_decoded(source))
    head = {"title": page.title or _title(place), "videoId": page.video, "source": page.source}
    problems = tuple(problem.message for problem in source.problems if problem.code != "not-utf8")
    return ArticleFile(_front_matter(head) + markdown_of(page.blocks), problems)


def article_of_text(source: Source, place: Path) -> ArticleFile:
    """The article of a plain text, whose structure is inferred."""
    document = parse_document(source.text, plain=True)
    known = document.frontmatter_source.strip("\n")
    titles = [entry.text for entry in document.outline if entry.level == 1]
    title = titles[0] if len(titles) == 1 else _title(place)
    head = f"---\n{known}\n---\n\n" if known else _front_matter({"title": title})
    channel = f"From: [[{document.channel}]] <br/>\n\n" if document.channel else ""
    guesses = dict.fromkeys(problem.message for problem in (*source.problems, *document.diagnostics))
    return ArticleFile(f"{head}{channel}{markdown_of(document.blocks)}", tuple(guesses))


def _title(place: Path) -> str:
    return clean_line(readable_stem(place.stem)) or "Untitled"


def _decoded(source: Source) -> str:
    """The text, in the encoding that the page itself names where the bytes aren't UTF-8."""
    named = _CHARSET.search(source.data[:4096])
    if named and any(problem.code == "not-utf8" for problem in source.problems):
        try:
            return source.data.decode(named[1].decode("ascii"), "replace")
        except (LookupError, ValueError):
            pass
    return source.text


def _front_matter(values: dict[str, str]) -> str:
    lines = [f"{key}: {_scalar(value)}" for key, value in values.items() if value]
    return "\n".join(["---", *lines, "---", "", ""])


def _scalar(value: str) -> str:
    """A text as YAML has it: bare where nobody could take it for anything else, else quoted."""
    if _BARE.fullmatch(value) and value.lower() not in _NOT_BARE:
        return value
    return json.dumps(value, ensure_ascii=False)
