"""Code becomes runs with the roles of its tokens. Pygments is imported for the first code block, or ahead of it."""

from collections.abc import Iterator
from typing import Any

from dltui.render import roles

_LONGEST = 16_384
_LONGEST_LINE = 2_000
_PLAIN = frozenset(("", "text", "txt", "plain", "plaintext", "none", "output", "mermaid"))


#: Languages that articles have most code in; the rules of each take half a frame, or two, to make.
_USUAL = ("python", "javascript", "bash", "json", "html", "css", "sql")


def get_ready() -> None:
    """Import Pygments and the usual languages ahead of the first code block; a tenth of a second, for a thread."""
    for language in _USUAL:
        highlighted("1\n", language)


def highlighted(code: str, language: str) -> list[tuple[str, str]]:
    """The code in runs, each with its role; one run where the language is unknown or the code is very long."""
    plain = [(code, roles.CODE_BLOCK)]
    if language in _PLAIN or len(code) > _LONGEST or max(map(len, code.split("\n"))) > _LONGEST_LINE:
        return plain
    lexer = _lexer(language)
    if lexer is None:
        return plain
    runs = list(_runs(lexer, code))
    return runs if "".join(text for text, _ in runs) == code else plain


def _lexer(language: str) -> Any:
    from pygments.lexers import get_lexer_by_name  # noqa: PLC0415 - most articles have no code
    from pygments.util import ClassNotFound  # noqa: PLC0415

    try:
        return get_lexer_by_name(language)
    except ClassNotFound:
        return None


def _runs(lexer: Any, code: str) -> Iterator[tuple[str, str]]:
    from pygments.token import STANDARD_TYPES, Error, Text  # noqa: PLC0415

    for _, token, value in lexer.get_tokens_unprocessed(code):
        kind = token
        while kind not in STANDARD_TYPES:
            kind = kind.parent
        known = kind not in Error and kind not in Text and STANDARD_TYPES[kind]
        yield (
            value,
            f"{roles.CODE_BLOCK}+{roles.CODE_SYNTAX}.{STANDARD_TYPES[kind]}" if known else roles.CODE_BLOCK,
        )
