"""An article as `dltui show --json` promises it."""

from collections.abc import Iterable, Iterator
from typing import Any

from dltui.handoff.citation import Citation
from dltui.handoff.export.records import moment_record
from dltui.library.article.loaded import LoadedArticle
from dltui.library.linking.outgoing import Outgoing, Resolve, outgoing
from dltui.markdown.walk import inlines_of, plain_text, walk_blocks, walk_inlines
from dltui.model.block import Block, Callout, CodeBlock, MathBlock, Table
from dltui.model.inline import Image, Inlines, Math
from dltui.model.target import Backlink

_OF_THE_ARTICLE = frozenset({"path", "title", "channel", "video", "video_title"})


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
        "moments": list(_moments(loaded)),
        "links": [link_json(link) for link in outgoing(loaded, resolve)],
        "tables": [_table(block) for block in blocks if isinstance(block, Table)],
        "callouts": [_callout(block) for block in blocks if isinstance(block, Callout)],
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


def link_json(link: Outgoing) -> dict[str, Any]:
    """A link, and where it leads."""
    target = link.target
    return {
        "target": link.written,
        "label": link.label,
        "line": link.line,
        "embed": link.embed,
        "state": target.state,
        "found_by": target.found_by,
        "path": target.path or None,
        "anchor": target.anchor or None,
        "candidates": list(target.candidates),
    }


def _moments(loaded: LoadedArticle) -> Iterator[dict[str, Any]]:
    """Every occurrence, in the order of the file."""
    for moment in loaded.moments():
        record = moment_record(Citation(loaded.article, moment))
        yield {name: value for name, value in record.items() if name not in _OF_THE_ARTICLE}


def _table(table: Table) -> dict[str, Any]:
    return {
        "line": table.line,
        "columns": len(table.align),
        "rows": len(table.rows),
        "align": list(table.align),
        "header": [_said(cell) for cell in table.header],
    }


def _callout(callout: Callout) -> dict[str, Any]:
    return {
        "kind": callout.kind,
        "title": _said(callout.title),
        "line": callout.line,
        "depth": callout.depth,
        "fold": callout.fold,
    }


def _code(block: CodeBlock) -> dict[str, Any]:
    lines = block.text.count("\n") + 1 if block.text else 0
    return {"language": block.language, "line": block.line, "lines": lines}


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
