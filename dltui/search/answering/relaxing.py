"""A query that finds nothing, or little, made less and less demanding."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dltui.search.language.query import And, Node, Or, Phrase, Word
from dltui.search.language.small_words import SMALL_WORDS
from dltui.search.language.wanted import WantedWords

FEW = 10
"""Where fewer passages are found, what is asked as a question is understood as one."""

_MARKS_OF_A_QUESTION = 2  # small words: “relu or sigmoid” has one
_SOME = "no passage has all of it; these have some"


class Relaxation(NamedTuple):
    """A query to try instead.

    Attributes:
        note: what it gives up.
        least: passages it must find to be worth it.
    """

    root: Node
    note: str
    least: int = 1


def relaxations(root: Node, found: int, unknown: Sequence[str], wanted: WantedWords) -> Iterator[Relaxation]:
    """Queries to try instead of one that finds nothing or little, the most demanding first.

    First the words no passage holds are left out; then the small words that a question is made of; then any of those
    that tell something will do, and a passage is the better the more of them it has. Where something is found, only a
    question is made less demanding. Filters, and words that were quoted or marked with a plus, are never given up.

    Args:
        root: of the query.
        found: passages that it finds, fewer than `FEW`.
        unknown: its words that no passage holds.
        wanted: all its words.
    """
    if not isinstance(root, And):
        return
    words = [node for node in root.children if _may_be_given_up(node)]
    others = tuple(node for node in root.children if node not in words)
    held = [node for node in words if not (isinstance(node, Word) and node.text in unknown)]
    telling = [node for node in held if not _is_small(node, wanted)] or held
    small = [node for node in held if node not in telling]
    is_question = sum(map(_is_of_a_question, small)) >= _MARKS_OF_A_QUESTION
    if found and not is_question:
        return
    missing = " or ".join(f"“{word}”" for word in dict.fromkeys(unknown))
    if held and len(held) < len(words):
        yield Relaxation(And((*held, *others)), f"no passage has {missing}")
    if is_question:
        note = f"{_names(small)} may be missing"
        yield Relaxation(
            And((*telling, *others)), f"no passage has {missing}; {note}" if missing else note, FEW
        )
    if len(words) > 1:
        few = f"{found} passage{'s have' if found > 1 else ' has'} all of it; these have some"
        yield Relaxation(And((Or(tuple(telling)), *others)), few if found else _SOME)


def _may_be_given_up(node: Node) -> bool:
    return isinstance(node, Phrase) or (isinstance(node, Word) and not node.firm)


def _is_small(node: Node, wanted: WantedWords) -> bool:
    """Whether a part of a query tells next to nothing."""
    words = node.words if isinstance(node, Phrase) else (node.text,) if isinstance(node, Word) else ()
    return _is_of_a_question(node) or (bool(words) and wanted.is_common(words))


def _is_of_a_question(node: Node) -> bool:
    """Whether it is one of the words that questions are made of."""
    if not isinstance(node, Word) or node.text not in SMALL_WORDS:
        return False
    return node == Word(node.text, prefix=node.typed, typed=node.typed)  # nothing special was asked of it


def _names(words: Sequence[Node]) -> str:
    names = list(dict.fromkeys(f"“{node.text}”" for node in words if isinstance(node, Word)))
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
