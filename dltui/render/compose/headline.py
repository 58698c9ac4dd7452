"""The article's header becomes boxes."""

from dltui.model.inline import Inline, Link, Tag, Text, Wikilink
from dltui.render import roles
from dltui.render.compose.boxes import Box, Prose, Rule, Stack
from dltui.render.compose.composition import Composed, Composition, Services
from dltui.render.compose.icons import Icons
from dltui.render.compose.inlines import InlineComposer
from dltui.render.header import ArticleHeader


def compose_header(header: ArticleHeader, services: Services, icons: Icons, *, titled: bool) -> Composed:
    """The title, where the article comes from, and how much of it there is; its line of the file is 0.

    With `titled` the body starts with the title itself, so what is left stands above it without a rule.
    """
    composition = Composition(services, icons, 0)
    boxes: list[Box] = []
    if not titled:
        title = composition.start_flow(0)
        title.text(header.title, roles.HEADER_TITLE)
        boxes.append(Prose(title.done(), balanced=True))
    between = Text(f" {icons.dot} ")
    for items in (_origin(header), _amounts(header)):
        if items:
            builder = composition.start_flow(0)
            inlines = tuple(node for item in items for node in (between, item))[1:]
            InlineComposer(composition, builder, 0).add(inlines, roles.HEADER_META)
            boxes.append(Prose(builder.done()))
    if not titled:
        boxes.append(Rule(roles.HEADER_RULE, 0))
    return composition.done(Stack(tuple(boxes), (0,) * len(boxes)))


def _origin(header: ArticleHeader) -> list[Inline]:
    items: list[Inline] = []
    if header.channel:
        items.append(Wikilink(header.channel, "", "", embed=False, line=0))
    if header.video:
        label = header.video.title or "video"
        items.append(Link(header.video.url(), "", (Text(label),), 0))
    return items


def _amounts(header: ArticleHeader) -> list[Inline]:
    items: list[Inline] = []
    if header.moments:
        items.append(Text("1 moment" if header.moments == 1 else f"{header.moments:,} moments"))
    if header.minutes:
        items.append(Text(f"{header.minutes:,} min read"))
    items += [Tag(tag) for tag in header.tags]
    return items
