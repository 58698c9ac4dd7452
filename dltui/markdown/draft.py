"""First working version; being replaced by the pipeline."""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from dltui.markdown.stamps import CLOCK, PLAIN, ANCHOR
from dltui.model.block import (Align, Blocks, Block, Callout, CodeBlock, Fold, Heading, HtmlBlock, List, ListItem, Paragraph, Quote, Rule, Table)
from dltui.model.clean import clean
from dltui.model.inline import (Chip, Code, Html, Image, Inline, Inlines, LineBreak, Link, Style, Styled, Text, Wikilink)
from dltui.model.timestamp import Stamp
from dltui.markdown.walk import plain_text

FRONT = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.S | re.M)
FROM = re.compile(r"\s*From:\s*\[\[([^\]|#]+)[^\]]*\]\][ \t]*(?:<br ?/?>)?[ \t]*(?:\n|\Z)")
WIKI = re.compile(r"(!?)\[\[([^\[\]\n|#]*)(?:#([^\[\]\n|]*))?(?:\\?\|([^\[\]\n]*))?\]\]")
ANY = re.compile(f"(?P<anchor>{ANCHOR.pattern})|(?P<wiki>{WIKI.pattern})|(?P<plain>{PLAIN.pattern})", re.I)


def split(text):
    text = clean(text)
    head = FRONT.match(text)
    source, rest, line = (head[1], text[head.end():], 1 + head[0].count("\n")) if head else ("", text, 1)
    origin = FROM.match(rest)
    channel, channel_line = "", 0
    if origin:
        channel, channel_line = origin[1].strip(), line + rest[: origin.start(1)].count("\n")
        line += origin[0].count("\n")
        rest = rest[origin.end():]
    pieces, fenced, current, start = [], False, [], line
    for number, row in enumerate(rest.splitlines(keepends=True), line):
        if row.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        if not fenced and re.match(r"#{1,6}\s", row) and current:
            pieces.append((start, "".join(current)))
            current, start = [], number
        current.append(row)
    if current:
        pieces.append((start, "".join(current)))
    return (source, 2 if head else 0), channel, channel_line, pieces


@cache
def parser():
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def parse_chunk(source, line, anchors) -> Blocks:
    tokens = parser().parse(source)
    blocks, _ = _blocks(tokens, 0, line, 1)
    return blocks


def _blocks(tokens, i, base, depth):
    out: list[Block] = []
    while i < len(tokens):
        t = tokens[i]
        line = base + (t.map[0] if t.map else 0)
        if t.nesting < 0:
            return tuple(out), i
        if t.type == "paragraph_open":
            out.append(Paragraph(_inlines(tokens[i + 1], line), line)); i += 3
        elif t.type == "heading_open":
            kids = _inlines(tokens[i + 1], line)
            text = plain_text(kids).strip()
            out.append(Heading(int(t.tag[1]), kids, text, re.sub(r"[^\w]+", "-", text.lower()).strip("-") + f"-{line}", line)); i += 3
        elif t.type == "blockquote_open":
            kids, end = _blocks(tokens, i + 1, base, depth + 1)
            first = kids[0] if kids else None
            out.append(_callout(first, kids, line, depth) or Quote(kids, line)); i = end + 1
        elif t.type in ("bullet_list_open", "ordered_list_open"):
            items, i2, tight = [], i + 1, True
            while tokens[i2].type == "list_item_open":
                tight = tight and not (tokens[i2 + 1].type == "paragraph_open" and not tokens[i2 + 1].hidden)
                kids, end = _blocks(tokens, i2 + 1, base, depth)
                items.append(ListItem(kids, base + tokens[i2].map[0])); i2 = end + 1
            out.append(List(tuple(items), line, t.type[0] == "o", int(t.attrs.get("start", 1)), t.markup if t.type[0] == "o" else ".", tight)); i = i2 + 1
        elif t.type in ("fence", "code_block"):
            out.append(CodeBlock(t.content.rstrip("\n"), (t.info.split() or [""])[0].lower(), line)); i += 1
        elif t.type == "hr":
            out.append(Rule(line)); i += 1
        elif t.type == "html_block":
            out.append(HtmlBlock(t.content.rstrip("\n"), line)); i += 1
        elif t.type == "table_open":
            block, i = _table(tokens, i, base)
            out.append(block)
        else:
            i += 1
    return tuple(out), i


def _table(tokens, i, base):
    rows, align, line = [], [], base + tokens[i].map[0]
    while tokens[i].type != "table_close":
        t = tokens[i]
        if t.type == "tr_open":
            rows.append([])
        elif t.type in ("th_open", "td_open"):
            if t.type == "th_open":
                style = str(t.attrs.get("style", ""))
                align.append(Align(style.rpartition(":")[2]))
            rows[-1].append(_inlines(tokens[i + 1], line))
        i += 1
    return Table(tuple(align), tuple(rows[0]), tuple(tuple(r) for r in rows[1:]), line), i + 1


def _callout(first, kids, line, depth):
    if not isinstance(first, Paragraph) or not first.children or not isinstance(first.children[0], Text):
        return None
    m = re.match(r"\[!([^\]|]+)(?:\|([^\]]*))?\]([+-]?)[ \t]*", first.children[0].text)
    if not m:
        return None
    rest = [Text(first.children[0].text[m.end():]), *first.children[1:]]
    cut = next((n for n, k in enumerate(rest) if isinstance(k, LineBreak)), len(rest))
    title, body = tuple(k for k in rest[:cut] if k != Text("")), tuple(rest[cut + 1:])
    more = (Paragraph(body, line + 1),) if body else ()
    fold = {"+": Fold.OPEN, "-": Fold.CLOSED, "": None}[m[3]]
    return Callout(m[1].strip().lower(), title, more + kids[1:], line, fold, m[2] or "", depth)


STYLES = {"em": Style.EMPHASIS, "strong": Style.STRONG, "s": Style.STRIKE}


def _inlines(token: Token, line) -> Inlines:
    text = token.content
    # dialect constructs are cut out first, Markdown around them is parsed with placeholders
    saved: list[Inline] = []

    def keep(m):
        if m["wiki"]:
            bang, name, anchor, label = m["wiki"].startswith("!"), *WIKI.match(m["wiki"]).groups()[1:]
            if not re.fullmatch(CLOCK, name.strip()):
                saved.append(Wikilink(name.strip(), (anchor or "").strip(), (label or "").strip(), bang, line + text.count("\n", 0, m.start())))
                return f"\ue000{len(saved) - 1}\ue001"
        at = line + text.count("\n", 0, m.start())
        if m["anchor"]:
            saved.append(Chip(Stamp(m["value"], m["label"].strip(), at)))
            return f"\ue000{len(saved) - 1}\ue001"
        out = []
        for c in re.findall(CLOCK, m[0]):
            saved.append(Chip(Stamp(c, c, at)))
            out.append(f"\ue000{len(saved) - 1}\ue001")
        return " ".join(out)

    children = parser().parseInline(ANY.sub(keep, text))[0].children or []
    nodes, _ = _nest(children, 0, saved, line)
    return nodes


def _text(text, saved):
    for part in re.split("(\ue000\\d+\ue001)", text):
        if part.startswith("\ue000"):
            yield saved[int(part[1:-1])]
        elif part:
            yield Text(part)


def _nest(tokens, i, saved, line):
    out: list[Inline] = []
    while i < len(tokens):
        t = tokens[i]
        if t.nesting < 0:
            return tuple(out), i
        if t.nesting > 0:
            kids, end = _nest(tokens, i + 1, saved, line)
            if t.type == "link_open":
                out.append(Link(str(t.attrs["href"]), str(t.attrs.get("title", "")), kids, line))
            else:
                out.append(Styled(STYLES[t.tag], kids))
            i = end + 1
            continue
        if t.type == "text":
            out.extend(_text(t.content, saved))
        elif t.type == "code_inline":
            out.append(Code(re.sub("\ue000(\\d+)\ue001", lambda m: getattr(saved[int(m[1])], "text", ""), t.content)))
        elif t.type in ("softbreak", "hardbreak"):
            line += 1
            out.append(LineBreak(t.type == "hardbreak"))
        elif t.type == "image":
            out.append(Image(str(t.attrs["src"]), t.content, line))
        elif t.type == "html_inline":
            out.append(LineBreak(True) if t.content.lower().startswith("<br") else Html(t.content))
        i += 1
    return tuple(out), i
