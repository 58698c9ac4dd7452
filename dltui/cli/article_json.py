"""An article as `dltui show --json` promises it."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from dltui.library.loaded import LoadedArticle
from dltui.markdown.walk import inlines_of, plain_text, walk_blocks, walk_inlines
from dltui.model.block import Block, Callout, CodeBlock, MathBlock, Table
from dltui.model.inline import Image, Inlines, Link, Math, Wikilink
from dltui.model.target import Backlink, LinkState, Target
from dltui.model.timestamp import Moment
from dltui.model.video import watch_url

Resolve = Callable[[Wikilink], Target]


def as_json(loaded: LoadedArticle, resolve: Resolve, backlinks: Iterable[Backlink]) -> dict[str, Any]:
    """The promised form; fields may be added, never renamed.

    Args:
        loaded: the article.
        resolve: where its wikilinks lead.
        backlinks: who links to it.
    """
    article = loaded.article
    blocks = list(walk_blocks(loaded.document.blocks))
    return {
        "path": article.path,
        "title": article.title,
        "category": article.category,
        "channel": article.channel,
        "video": article.video.id if article.video else None,
        "video_title": (article.video.title or None) if article.video else None,
        "aliases": list(article.aliases),
        "tags": list(article.tags),
        "headings": [
            {"level": entry.level, "text": entry.text, "anchor": entry.anchor, "line": entry.line}
            for entry in loaded.document.outline
        ],
        "moments": [_moment(moment) for moment in loaded.moments()],
        "links": list(_links(loaded, resolve)),
        "tables": [_table(block) for block in blocks if isinstance(block, Table)],
        "callouts": list(_callouts(blocks)),
        "code": [_code(block) for block in blocks if isinstance(block, CodeBlock)],
        "math": list(_math(blocks)),
        "images": [
            {"target": node.source, "alt": node.alt, "line": node.line}
            for node in walk_inlines(loaded.document.blocks)
            if isinstance(node, Image)
        ],
        "backlinks": [{"path": link.path, "line": link.line, "text": link.text} for link in backlinks],
        "diagnostics": [
            {"severity": found.severity, "code": found.code, "message": found.message, "line": found.line}
            for found in loaded.diagnostics()
        ],
    }


def _moment(moment: Moment) -> dict[str, Any]:
    timestamp = moment.timestamp
    timed = moment.video is not None and timestamp.seconds is not None
    return {
        "seconds": timestamp.seconds,
        "end_seconds": timestamp.end_seconds,
        "raw": timestamp.stamp.value,
        "label": timestamp.stamp.label,
        "reading": timestamp.reading,
        "reason": timestamp.reason,
        "line": moment.line,
        "heading": moment.heading,
        "text": moment.text,
        "url": watch_url(moment.video, timestamp.seconds) if timed and moment.video else None,
    }


def _links(loaded: LoadedArticle, resolve: Resolve) -> Iterator[dict[str, Any]]:
    for node in walk_inlines(loaded.document.blocks):
        match node:
            case Wikilink():
                target = resolve(node)
                written = f"{node.name}#{node.anchor}" if node.anchor else node.name
                yield {
                    "target": written,
                    "label": node.label,
                    "line": node.line,
                    "embed": node.embed,
                    "state": target.state,
                    "found_by": target.found_by,
                    "path": target.path or None,
                    "anchor": target.anchor or None,
                    "candidates": list(target.candidates),
                }
            case Link():
                state = LinkState.ANCHOR if node.url.startswith("#") else LinkState.URL
                yield {
                    "target": node.url,
                    "label": plain_text(node.children),
                    "line": node.line,
                    "embed": False,
                    "state": state,
                    "found_by": None,
                    "path": None,
                    "anchor": node.url[1:] if state is LinkState.ANCHOR else None,
                    "candidates": [],
                }
            case _:
                pass


def _table(table: Table) -> dict[str, Any]:
    return {
        "line": table.line,
        "columns": len(table.align),
        "rows": len(table.rows),
        "align": list(table.align),
        "header": [_said(cell) for cell in table.header],
    }


def _callouts(blocks: Iterable[Block]) -> Iterator[dict[str, Any]]:
    for block in blocks:
        if isinstance(block, Callout):
            yield {
                "kind": block.kind,
                "title": _said(block.title),
                "line": block.line,
                "depth": block.depth,
                "fold": block.fold,
            }


def _code(block: CodeBlock) -> dict[str, Any]:
    return {"language": block.language, "line": block.line, "lines": block.text.count("\n") + 1}


def _math(blocks: Iterable[Block]) -> Iterator[dict[str, Any]]:
    """Formulas in the order of the file; a block's own inlines only, as its children are blocks of their own."""
    for block in blocks:
        if isinstance(block, MathBlock):
            yield {"source": block.source, "display": True, "line": block.line}
            continue
        for run in inlines_of(block):
            for node in walk_inlines(run):
                if isinstance(node, Math):
                    yield {"source": node.source, "display": node.display, "line": node.line}


def _said(inlines: Inlines) -> str:
    return plain_text(inlines).strip()
