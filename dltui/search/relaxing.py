"""A query that finds nothing, made less demanding."""

from collections.abc import Sequence

from dltui.search.query import And, Node, Or, Phrase, Word


def relaxed(root: Node, unknown: Sequence[str]) -> tuple[Node | None, str]:
    """The query without the words no passage holds; where all are held, any of its words.

    Returns:
        The query and a note that says so; None where nothing is left to give up.
    """
    if not isinstance(root, And):
        return None, ""
    words = [node for node in root.children if isinstance(node, Word | Phrase)]
    others = [node for node in root.children if node not in words]
    missing = [node for node in words if isinstance(node, Word) and node.text in unknown]
    if missing:
        left = [node for node in root.children if node not in missing]
        if not any(node in words for node in left):
            return None, ""
        return And(tuple(left)), f"no passage has {' or '.join(f'“{node.text}”' for node in missing)}"
    if len(words) < 2:
        return None, ""
    return And((*others, Or(tuple(words)))), "no passage has all of it; these have some"
