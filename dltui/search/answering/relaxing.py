"""A query that finds nothing, made less and less demanding."""

from collections.abc import Iterator, Sequence

from dltui.search.language.query import And, Node, Or, Phrase, Word
from dltui.search.language.wanted import WantedWords

_SOME = "no passage has all of it; these have some"


def relaxations(root: Node, unknown: Sequence[str], wanted: WantedWords) -> Iterator[tuple[Node, str]]:
    """Queries to try instead, each with a note that says what it gives up; filters are never given up.

    First the words no passage holds are left out, then only the rarest word is wanted, then any.

    Args:
        root: of the query.
        unknown: its words that no passage holds.
        wanted: all its words.
    """
    if not isinstance(root, And):
        return
    words = [node for node in root.children if isinstance(node, Word | Phrase)]
    filters = tuple(node for node in root.children if node not in words)
    held = [node for node in words if not (isinstance(node, Word) and node.text in unknown)]
    if held and len(held) < len(words):
        names = " or ".join(f"“{word}”" for word in dict.fromkeys(unknown))
        yield And((*held, *filters)), f"no passage has {names}"
    if len(held) > 1:
        rarest = max(held, key=lambda node: _rarity(node, wanted))
        others = Or(tuple(node for node in held if node is not rarest))
        yield And((Or((rarest, And((rarest, others)))), *filters)), _SOME
        yield And((Or(tuple(held)), *filters)), _SOME


def _rarity(node: Word | Phrase, wanted: WantedWords) -> float:
    if isinstance(node, Phrase):
        return 0.0
    return max((item.rarity for item in wanted.items if node.text in item.forms), default=0.0)
