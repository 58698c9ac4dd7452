"""Regions that end at a mark of their own, whatever stands in them: what the cut and the block rules agree on."""

import re

MATH = re.compile(r"\$\$(?P<tex>(?:(?!\$\$|\n[ \t]*\n|<a\s).)+)\$\$[ \t.,;:]*$", re.DOTALL | re.MULTILINE)
COMMENT = re.compile(r"%%(?P<text>(?:(?!%%).)*)%%[ \t]*$", re.DOTALL | re.MULTILINE)

RAW_ENDS = {
    "<!--": "-->",
    "<?": "?>",
    "<![cdata[": "]]>",
    "<script": "</script>",
    "<style": "</style>",
    "<pre": "</pre>",
    "<textarea": "</textarea>",
}
RAW_START = re.compile(r"<!--|<\?|<!\[CDATA\[|<(?:script|style|pre|textarea)(?=[\s>]|$)", re.IGNORECASE)

_BLOCK_NAMES = (
    "address|article|aside|base|basefont|blockquote|body|caption|col|colgroup|dd|dialog|dir|dl|dt|fieldset|"
    "figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|html|legend|li|link|main|menu|menuitem|"
    "nav|noframes|ol|optgroup|option|param|search|section|svg|table|tbody|td|tfoot|th|thead|title|tr|track|ul"
)
_MEANT_NAMES = (
    "a|b|i|u|s|p|em|br|hr|del|div|ins|kbd|sub|sup|mark|span|time|font|small|strong|strike|center|"
    "details|summary|img|iframe|embed|source|video|audio|picture"
)
BLOCK_TAG = re.compile(rf"</?(?:{_BLOCK_NAMES})(?=[\s/>]|$)", re.IGNORECASE)
LONE_TAG = re.compile(
    rf"</?(?!(?:{_MEANT_NAMES})[\s/>])[A-Za-z][\w.-]*(?:\s[^<>\n]*)?>[ \t]*(?=\n|\Z)", re.IGNORECASE
)
STANDALONE_TAG = re.compile(f"{BLOCK_TAG.pattern}|{LONE_TAG.pattern}", re.IGNORECASE)
#: What is no raw HTML any more: tags that stand around text here.
TEXT_TAG = re.compile(r"</?(?:p|div|center)(?=[\s/>]|$)", re.IGNORECASE)
RULE_TAG = re.compile(r"<hr(?:\s[^<>]*)?/?>\s*", re.IGNORECASE)

DETAILS_TAG = re.compile(r"<details(?=[\s>])(?P<attributes>[^<>]*)>", re.IGNORECASE)
DETAILS_END = re.compile(r"</details\s*>", re.IGNORECASE)
_DETAILS_TAGS = re.compile(
    r"^(?P<opening>[ \t>*+\d.)-]*<details(?=[\s>]))|</details\s*>", re.IGNORECASE | re.MULTILINE
)


def lowered(text: str) -> str:
    """The text in lower case, character for character: `İ` alone would become two."""
    return text.replace("İ", "i").lower()


def partners(text: str) -> dict[int, int]:
    """Where each details part that starts a line ends: the offset of its `<` to the one behind its end tag."""
    found: dict[int, int] = {}
    if "details" not in text.lower():
        return found
    openings: list[int] = []
    for tag in _DETAILS_TAGS.finditer(text):
        if tag["opening"]:
            openings.append(tag.end() - len("<details"))
        elif openings:
            found[openings.pop()] = tag.end()
    return found
