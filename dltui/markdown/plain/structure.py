"""The blocks of a plain text."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from dltui.markdown.plain.folding import calls, menu_length, repeated_title, stubs, title_of
from dltui.markdown.plain.headings import Section, is_spaced, sections_of
from dltui.markdown.plain.items import ParseRun, take_led, take_list
from dltui.markdown.plain.levels import assign_levels
from dltui.markdown.plain.lines import Kind, PlainLine, read_lines
from dltui.markdown.slug import Anchors
from dltui.markdown.walk import plain_text
from dltui.model.block import Block, Blocks, Details, Heading, Paragraph, Rule
from dltui.model.inline import Text

_MENU = "Navigation"


def infer_structure(text: str, line: int, parse: ParseRun) -> tuple[Blocks, ...]:
    """The blocks of a plain text, in one run for each section.

    Args:
        text: cleaned.
        line: 1-based line of the file that the text starts on.
        parse: for the runs of text within a block.
    """
    lines = read_lines(text, line)
    menu = menu_length(lines)
    sections = sections_of(lines[menu:])
    title = title_of(sections)
    aside = {repeated_title(sections, title), *stubs(sections)}
    folded = set(calls(sections))
    assign_levels(
        [section for section in sections if section not in aside and section not in folded], title=title
    )
    builder = _Builder(parse, _anchors(sections), spaced=is_spaced(lines))
    runs = [builder.menu(lines[:menu])] if menu else []
    runs.extend(builder.section(section) for section in _joined(sections, folded))
    return tuple(run for run in runs if run)


def _anchors(sections: Sequence[Section]) -> Anchors:
    heads = [(section.heading.number, section.heading.text) for section in sections if section.heading]
    return Anchors(lambda: heads)


def _joined(sections: Sequence[Section], folded: Container[Section]) -> Iterator[Section]:
    """The sections, with those to be folded that follow each other as one."""
    last: Section | None = None
    for section in sections:
        is_folded = section in folded
        if is_folded and last and section.heading:
            last.body.extend((section.heading, *section.body))
            continue
        if last:
            yield last
        last = None
        section.folded = is_folded
        if is_folded:
            last = section
        else:
            yield section
    if last:
        yield last


@dataclass(slots=True)
class _Builder:
    """Makes blocks of sections."""

    parse: ParseRun
    anchors: Anchors
    spaced: bool

    def menu(self, lines: Sequence[PlainLine]) -> Blocks:
        """The menu at the top, folded."""
        written = [line for line in lines if line.kind is not Kind.EMPTY]
        return (Details((Text(_MENU),), tuple(self._blocks(written)), written[0].number),)

    def section(self, section: Section) -> Blocks:
        """A heading and what stands under it; a folded part, or a line set aside, in place of some headings."""
        body = tuple(self._blocks([line for line in section.body if line.kind is not Kind.EMPTY]))
        heading = section.heading
        if heading is None:
            return body
        children = self.parse(heading.text, heading.number)
        if section.folded:
            return (Details(children, body, heading.number),)
        if not section.level:
            return (Paragraph(children, heading.number, quiet=True), *body)
        text = " ".join(plain_text(children).split())
        anchor = self.anchors.of(heading.number, text)
        return (Heading(section.level, children, text, anchor, heading.number), *body)

    def _blocks(self, lines: Sequence[PlainLine]) -> Iterator[Block]:
        index = 0
        while index < len(lines):
            line = lines[index]
            found = take_list(lines, index, self.parse)
            if found:
                block, index = found
                yield block
            elif line.kind is Kind.RULE:
                index += 1
                yield Rule(line.number)
            else:
                end = self._end_of_paragraph(lines, index)
                yield self._paragraph(lines[index:end])
                index = end
                if lines[end - 1].kind is Kind.LEAD and not (
                    self.spaced and end < len(lines) and lines[end].gap
                ):
                    led, index = take_led(lines, end, self.parse)
                    yield from (led,) if led else ()

    def _end_of_paragraph(self, lines: Sequence[PlainLine], start: int) -> int:
        """Behind the lines of one paragraph: one without empty lines in the text, else those up to the next one."""
        end = start + 1
        if self.spaced:
            while end < len(lines) and not lines[end].gap and lines[end].kind not in (Kind.BULLET, Kind.RULE):
                end += 1
        return end

    def _paragraph(self, lines: Sequence[PlainLine]) -> Paragraph:
        text = "\n".join(line.text for line in lines)
        return Paragraph(self.parse(text, lines[0].number), lines[0].number)
