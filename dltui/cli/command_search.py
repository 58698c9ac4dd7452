"""`dltui search`: the passages that answer a query, best first."""

import argparse
from typing import Any

from dltui.cli.ensure_index import searchable
from dltui.cli.opening import open_library
from dltui.cli.output import coloured, colours, print_json, print_text
from dltui.errors import ExitCode
from dltui.model.passage import Answer, Hit, Match
from dltui.model.video import watch_url


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "query", nargs="+", metavar="QUERY", help="words; see `content/guide` for the query language"
    )
    parser.add_argument(
        "-n", "--number", type=_positive, default=10, metavar="N", help="hits at most (default: 10)"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object")


def run(arguments: argparse.Namespace) -> ExitCode:
    """Print the hits; exit 1 if there are none."""
    index = searchable(open_library(arguments.library))
    query = " ".join(arguments.query)
    answer = index.search(query, limit=arguments.number, budget_seconds=None, typing=False)
    if arguments.json:
        print_json(as_json(answer))
    elif colours():
        _print_for_people(answer)
    else:
        _print_for_pipes(answer)
    return ExitCode.DONE if answer.hits else ExitCode.NOTHING_FOUND


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
        "hits": [_hit_as_json(hit) for hit in answer.hits],
    }


def _hit_as_json(hit: Hit) -> dict[str, Any]:
    moment = hit.moment
    url = watch_url(hit.video, moment.seconds) if moment and hit.video else None
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


def _print_for_people(answer: Answer) -> None:
    for hit in answer.hits:
        heading = f" › {hit.heading}" if hit.heading and hit.heading != hit.title else ""
        moment = coloured(f"  ▸ {hit.moment.raw}", "moment") if hit.moment else ""
        print_text(f"{coloured(hit.title, 'bold')}{coloured(heading, 'dim')}{moment}")
        print_text(f"  {_lit(hit.snippet, hit.matches)}")
        print_text(coloured(f"  {hit.path}:{hit.line}", "dim"))
    at_least = "" if answer.exact else "at least "
    print_text(
        coloured(
            f"{at_least}{answer.total:,} passages in {answer.articles:,} articles · {answer.understood}",
            "dim",
        )
    )
    if answer.suggestion:
        print_text(f"Did you mean {coloured(answer.suggestion, 'bold')}?")


def _print_for_pipes(answer: Answer) -> None:
    for hit in answer.hits:
        moment = hit.moment.raw if hit.moment else "-"
        print_text("\t".join((f"{hit.path}:{hit.line}", moment, hit.title, hit.heading, hit.snippet)))


def _lit(snippet: str, matches: tuple[Match, ...]) -> str:
    parts, at = [], 0
    for match in matches:
        parts += [snippet[at : match.start], coloured(snippet[match.start : match.end], "match")]
        at = match.end
    return "".join((*parts, snippet[at:]))


def _positive(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 1000:
        raise ValueError(text)
    return number
