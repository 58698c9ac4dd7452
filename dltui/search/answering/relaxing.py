"""A query that finds nothing, made less and less demanding."""

from collections.abc import Iterator, Sequence

from dltui.search.language.query import And, Node, Or, Phrase, Word
from dltui.search.language.wanted import WantedWords

_SOME = "no passage has all of it; these have some"


def relaxations(root: Node, unknown: Sequence[str], wanted: WantedWords) -> Iterator[tuple[Node, str]]:
    """Queries to try instead, each with a note that says what it gives up; filters are never given up.

    First the words no passage holds are left out; then any of those that tell something will do, and a passage is the
    better the more of them it has.

    Args:
        root: of the query.
        unknown: its words that no passage holds.
        wanted: all its words.
    """
    if not isinstance(root, And):
        return
    words = [node for node in root.children if isinstance(node, Word | Phrase)]
    others = tuple(node for node in root.children if node not in words)
    held = [node for node in words if not (isinstance(node, Word) and node.text in unknown)]
    if held and len(held) < len(words):
        names = " or ".join(f"“{word}”" for word in dict.fromkeys(unknown))
        yield And((*held, *others)), f"no passage has {names}"
    telling = [node for node in held if not wanted.is_common(_texts(node))] or held
    if len(words) > 1:
        yield And((Or(tuple(telling)), *others)), _SOME


def _texts(node: Word | Phrase) -> Sequence[str]:
    return node.words if isinstance(node, Phrase) else (node.text,)
