"""Inlines become text with roles and spots."""

import re
from collections.abc import Callable
from typing import Any, ClassVar, NamedTuple

from dltui.markdown.tex.scripts import subscript, superscript
from dltui.markdown.tex.text import formula_text
from dltui.model.inline import (
    Chip,
    Code,
    Comment,
    FootnoteReference,
    Html,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Math,
    Style,
    Styled,
    Tag,
    Text,
    Wikilink,
)
from dltui.model.target import LinkState
from dltui.render import roles
from dltui.render.compose.composition import Composition
from dltui.render.compose.formulas import formula_runs
from dltui.render.compose.stamps import stamp_runs
from dltui.render.spot import Spot, SpotKind, SpotNode
from dltui.render.text.cells import cells
from dltui.render.text.flow import FlowBuilder

_BLANKS = re.compile(r"[\t\n]")
_EXTERNAL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//")
_SIZE = re.compile(r"\d+(?:x\d+)?")
_SIZE_AT_END = re.compile(rf"\|{_SIZE.pattern}$")
_NO_BREAK = "\u00a0"
_LONGEST_SOURCE = 120
NAMELESS = "[…]"
"""Drawn for a link that has no visible text."""
_LONG_FORMULA = 24
"""Shorter ones are not cut into rows."""
_LINK_ROLES = {
    LinkState.RESOLVED: roles.LINK,
    LinkState.ANCHOR: roles.LINK,
    LinkState.AMBIGUOUS: roles.LINK_AMBIGUOUS,
    LinkState.MISSING: roles.LINK_MISSING,
    LinkState.URL: roles.LINK_EXTERNAL,
}
_STYLE_ROLES = {
    Style.EMPHASIS: roles.EMPHASIS,
    Style.STRONG: roles.STRONG,
    Style.STRIKE: roles.STRIKE,
    Style.HIGHLIGHT: roles.HIGHLIGHT,
    Style.UNDERLINE: roles.UNDERLINE,
    Style.SUPERSCRIPT: roles.SUPERSCRIPT,
    Style.SUBSCRIPT: roles.SUBSCRIPT,
    Style.KEYBOARD: roles.KEYBOARD,
    Style.SMALL: roles.SMALL,
}
_SHIFTS = {Style.SUPERSCRIPT: superscript, Style.SUBSCRIPT: subscript}


class Ink(NamedTuple):
    """What text is written with."""

    role: str
    spot: int = -1

    def over(self, role: str) -> str:
        """Another role, laid over this one's."""
        return roles.over(self.role, role)


class InlineComposer:
    """Adds inlines to a flow.

    Args:
        composition: gets the spots.
        builder: gets the text.
        line: 1-based line of the file for spots that don't know their own.
    """

    def __init__(self, composition: Composition, builder: FlowBuilder, line: int) -> None:
        self._composition = composition
        self._builder = builder
        self._line = line

    def add(self, inlines: Inlines, role: str, spot: int = -1) -> None:
        """Add inlines over a role, within a spot."""
        self._add(inlines, Ink(role, spot))

    def _add(self, inlines: Inlines, ink: Ink) -> None:
        for node in inlines:
            self._ADD[type(node)](self, node, ink)

    def _open(self, ink: Ink) -> tuple[int, int]:
        return self._composition.reserve_spot(ink.spot), self._builder.mark()

    def _close(self, spot_id: int, mark: int, kind: SpotKind, node: SpotNode) -> None:
        line = getattr(node, "line", self._line)
        self._composition.fill_spot(spot_id, Spot(kind, node, line, self._builder.text_since(mark)))

    def _text(self, node: Text, ink: Ink) -> None:
        self._builder.text(node.text, ink.role, ink.spot)

    def _styled(self, node: Styled, ink: Ink) -> None:
        over = ink.over(_STYLE_ROLES[node.style])
        shift = _SHIFTS.get(node.style)
        plain = "".join(child.text for child in node.children if isinstance(child, Text))
        if shift and plain.strip() and all(isinstance(child, Text) for child in node.children):
            self._builder.text(shift(plain), over, ink.spot)
        elif node.style is Style.KEYBOARD:
            self._builder.apart(_NO_BREAK, over, ink.spot)
            self.add(node.children, over, ink.spot)
            self._builder.verbatim(_NO_BREAK, over, ink.spot)
        else:
            self.add(node.children, over, ink.spot)

    def _code(self, node: Code, ink: Ink) -> None:
        self._builder.verbatim(_BLANKS.sub(" ", node.text), ink.over(roles.CODE), ink.spot)

    def _math(self, node: Math, ink: Ink) -> None:
        over = ink.over(roles.MATH)
        text = formula_text(node.source.strip())
        if text is None:
            mark = "$$" if node.display else "$"
            self._builder.text(f"{mark}{node.source.strip()}{mark}", over, ink.spot)
            return
        for index, line in enumerate(text.split("\n")):
            if index:
                self._builder.hard_break()
            shown = line if len(line) > _LONG_FORMULA else line.replace(" ", _NO_BREAK)
            for run, role in formula_runs(shown):
                self._builder.verbatim(run, ink.over(role), ink.spot)

    def _link(self, node: Link, ink: Ink) -> None:
        external = _EXTERNAL.match(node.url)
        over = ink.over(roles.LINK_EXTERNAL if external else roles.LINK)
        spot_id, mark = self._open(ink)
        self.add(node.children, over, spot_id)
        if not cells(self._builder.text_since(mark)):
            self._builder.text(node.url if cells(node.url) else NAMELESS, over, spot_id)
        self._close(spot_id, mark, SpotKind.LINK, node)

    def _wikilink(self, node: Wikilink, ink: Ink) -> None:
        if node.is_picture:
            label = "" if _SIZE.fullmatch(node.label) else node.label
            self._image(Image(node.name, label, node.line), ink)
            return
        target = self._composition.services.resolve(node)
        over = ink.over(_LINK_ROLES[target.state])
        spot_id = self._composition.reserve_spot(ink.spot)
        text = node.text if cells(node.text.strip()) else NAMELESS
        mark = f"{self._composition.icons.embed}{_NO_BREAK}" if node.embed else ""
        self._builder.text(f"{mark}{text}", over, spot_id)
        spot_node = Spot(SpotKind.WIKILINK, node, node.line, text, target=target)
        self._composition.fill_spot(spot_id, spot_node)

    def _chip(self, node: Chip, ink: Ink) -> None:
        timestamp = self._composition.services.read(node.stamp)
        spot_id = self._composition.reserve_spot(ink.spot)
        runs = stamp_runs(timestamp, node.repeats, self._composition.icons)
        add = self._builder.apart
        for text, run_role in runs:
            add(text, ink.over(run_role), spot_id)
            add = self._builder.verbatim
        self._builder.end_apart()
        label = "".join([text for text, _ in runs])
        self._composition.fill_spot(
            spot_id, Spot(SpotKind.MOMENT, node, node.stamp.line, label, timestamp=timestamp)
        )

    def _footnote(self, node: FootnoteReference, ink: Ink) -> None:
        number = str(node.number)
        text = superscript(number) if self._composition.icons.superscript_digits else f"[{number}]"
        spot_id, mark = self._open(ink)
        self._builder.verbatim(text, ink.over(roles.FOOTNOTE), spot_id)
        self._close(spot_id, mark, SpotKind.FOOTNOTE, node)

    def _image(self, node: Image, ink: Ink) -> None:
        label = _SIZE_AT_END.sub("", node.alt).strip() or _readable_source(node.source) or "image"
        spot_id, mark = self._open(ink)
        text = f"{self._composition.icons.image}{_NO_BREAK}{label}"
        self._builder.text(text, ink.over(roles.IMAGE), spot_id)
        self._close(spot_id, mark, SpotKind.IMAGE, node)

    def _tag(self, node: Tag, ink: Ink) -> None:
        spot_id, mark = self._open(ink)
        self._builder.verbatim(f"#{node.name}", ink.over(roles.TAG), spot_id)
        self._close(spot_id, mark, SpotKind.TAG, node)

    def _html(self, node: Html, ink: Ink) -> None:
        self._builder.text(node.source, ink.over(roles.HTML), ink.spot)

    def _comment(self, _node: Comment, _ink: Ink) -> None:
        """An author's comment is not drawn."""

    def _break(self, node: LineBreak, _ink: Ink) -> None:
        if node.hard:
            self._builder.hard_break()
        else:
            self._builder.soft_break()

    _ADD: ClassVar[dict[type[Inline], Callable[[Any, Any, Ink], None]]] = {
        Text: _text,
        Styled: _styled,
        Code: _code,
        Math: _math,
        Link: _link,
        Wikilink: _wikilink,
        Chip: _chip,
        FootnoteReference: _footnote,
        Image: _image,
        Tag: _tag,
        Html: _html,
        Comment: _comment,
        LineBreak: _break,
    }


def _readable_source(source: str) -> str:
    """A file's name, for an image that has no description."""
    if source.startswith("data:"):
        return source.partition(",")[0]
    name = source.partition("?")[0].rstrip("/").rpartition("/")[2] or source
    return name[:_LONGEST_SOURCE]
