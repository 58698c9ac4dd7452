"""`dltui search`: the passages that answer a query, best first."""

import argparse
from collections.abc import Iterator
from typing import Any

from dltui.cli.arguments import add_number
from dltui.cli.output import (
    Span,
    bold,
    counted,
    dim,
    for_a_person,
    lit,
    print_json,
    print_line,
    print_row,
    tell,
    timed,
)
from dltui.cli.ready_index import ready_index
from dltui.errors import DamagedIndexError, ExitCode
from dltui.model.passage import Answer, Hit
from dltui.model.timestamp import clock
from dltui.model.video import watch_url

_HITS = 10


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "query", nargs="+", metavar="QUERY", help="words, and the query language of the search bar"
    )
    add_number(parser, _HITS, "hits")
    parser.add_argument("--json", action="store_true", help="one JSON object")


def run(arguments: argparse.Namespace) -> ExitCode:
    """Print the hits; exit 1 if there are none."""
    answer = _answer(arguments.library, " ".join(arguments.query), arguments.number)
    if arguments.json:
        print_json(as_json(answer))
    elif for_a_person():
        _print_for_a_person(answer)
    else:
        for hit in answer.hits:
            moment = hit.moment.raw if hit.moment else "-"
            print_row(f"{hit.path}:{hit.line}", moment, hit.title, hit.heading, hit.snippet)
        if not answer.hits:
            meant = f" Did you mean {answer.suggestion}?" if answer.suggestion else ""
            tell(f"Nothing is found for {answer.understood}.{meant}")
    return ExitCode.DONE if answer.hits else ExitCode.NOTHING_FOUND


def _answer(library: str | None, query: str, limit: int) -> Answer:
    """The answer of the index, which is made first if there is none, and anew if it is damaged."""
    ready = ready_index(library)
    try:
        if ready is not None:
            return ready.search(query, limit=limit, budget_seconds=None, typing=False)
        damaged = False
    except DamagedIndexError:
        damaged = True
    from dltui.cli.ensure_index import searchable  # noqa: PLC0415 -- a search of a ready index does without

    index = searchable(library, rebuild=damaged)
    return index.search(query, limit=limit, budget_seconds=None, typing=False)


def as_json(answer: Answer) -> dict[str, Any]:
    """The promised form of an answer."""
    return {
        "query": answer.query,
        "understood": answer.understood,
        "total": answer.total,
        "exact": answer.exact,
        "indexed": answer.indexed,
        "articles": answer.articles,
        "elapsed_ms": round(answer.elapsed_ms, 2),
        "suggestion": answer.suggestion,
        "hits": [_hit_json(hit) for hit in answer.hits],
    }


def _hit_json(hit: Hit) -> dict[str, Any]:
    moment = hit.moment
    video = hit.moment_video
    url = watch_url(video, moment.seconds) if moment and video else None
    return {
        "path": hit.path,
        "title": hit.title,
        "channel": hit.channel,
        "video": hit.video,
        "heading": hit.heading,
        "anchor": hit.anchor,
        "line": hit.line,
        "score": round(hit.score, 4),
        "snippet": hit.snippet,
        "matches": [[match.start, match.end] for match in hit.matches],
        "moment": {"seconds": moment.seconds, "raw": moment.raw, "url": url} if moment else None,
    }


def _print_for_a_person(answer: Answer) -> None:
    from dltui.cli.hanging import print_hanging  # noqa: PLC0415 -- a program that searches does without

    clocks = [clock(hit.moment.seconds) if hit.moment else "" for hit in answer.hits]
    column = max(map(len, clocks), default=0)
    indent = " " * (column + 2)
    for hit, time in zip(answer.hits, clocks, strict=True):
        heading = f" › {hit.heading}" if hit.heading and hit.heading != hit.title else ""
        print_hanging((f"{time:>{column}}  ", timed), (hit.title, bold), (heading, dim))
        print_hanging(indent, *_lit(hit))
        print_hanging(indent, (f"{hit.path}:{hit.line}", dim))
        print_line()
    count = f"{'' if answer.exact else 'at least '}{counted(answer.total, 'passage')}"
    where = f" in {counted(answer.articles, 'article')}" if answer.total else ""
    print_line((f"{count}{where} · {answer.understood}", dim))
    if answer.suggestion:
        print_line("Did you mean ", (answer.suggestion, bold), "?")


def _lit(hit: Hit) -> Iterator[Span]:
    """The snippet, with its matches lit."""
    at = 0
    for match in hit.matches:
        yield hit.snippet[at : match.start]
        yield hit.snippet[match.start : match.end], lit
        at = match.end
    yield hit.snippet[at:]
