"""A query's tree becomes steps through the index."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import assert_never

from dltui.search.answering.expand import Forms, forms_of, is_long_enough
from dltui.search.answering.filters import filter_passages, span_passages
from dltui.search.answering.phrases import phrase_check
from dltui.search.answering.plan import AndStep, CheckedStep, NotStep, OrStep, SetStep, Step, TermStep
from dltui.search.disk.segment import Segment
from dltui.search.disk.snapshot import Snapshot
from dltui.search.language.query import And, Filter, Leaf, Node, Not, Or, Phrase, Span, Word
from dltui.search.language.wanted import Wanted, WantedWords
from dltui.search.language.words import is_unspaced, pairs_of

Check = Callable[[Segment, int], bool]


@dataclass(slots=True)
class Plan:
    """How a query is answered.

    Attributes:
        step: gives the candidates; None where nothing can match.
        checks: what must hold for a candidate's text beside.
        filters: the steps that are no words: what an article found by its title must pass.
        begun: its only word has just been begun, so it's looked for in titles alone.
        titled: an article whose title holds all that is wanted is an answer.
        wanted: the words of the query, without those under a Not.
        unknown: words no passage holds.
        total_rarity: of all words: what the best score is measured by.
        complete: no word that would answer was left out.
    """

    step: Step | None = None
    checks: list[Check] = field(default_factory=list)
    filters: list[Step] = field(default_factory=list)
    begun: bool = False
    titled: bool = False
    wanted: WantedWords = field(default_factory=WantedWords)
    unknown: list[str] = field(default_factory=list)
    total_rarity: float = 0.0
    complete: bool = True


class Resolver:
    """Makes the plan for one query on one snapshot.

    Args:
        completions: how many a prefix has at most.
    """

    def __init__(self, snapshot: Snapshot, completions: int) -> None:
        self._snapshot = snapshot
        self._completions = completions
        self._plan = Plan()
        self._wanted: list[Wanted] = []
        self._forms: dict[Word, Forms] = {}

    def plan(self, root: Node, narrowed: Sequence[Filter] = ()) -> Plan:
        """The plan for a tree, and filters beside it that the query doesn't name."""
        nodes = root.children if isinstance(root, And) else (root,)
        plan = self._plan
        steps: list[Step] = []
        words = [node for node in nodes if not isinstance(node, Filter | Span | Not)]
        for node in nodes:
            step = self._conjunct(node)
            if not _is_begun(node):
                steps.append(step)
            elif len(words) == 1:
                steps.append(step)
                plan.begun = True
        plan.filters += [self._resolved(item, wanted=False) for item in narrowed]
        steps += [step for step in plan.filters if step not in steps]
        plan.step = steps[0] if len(steps) == 1 else AndStep(tuple(steps)) if steps else None
        plan.wanted = WantedWords(self._wanted)
        plan.titled = bool(self._wanted) and all(map(_may_stand_in_title, nodes))
        return plan

    def _conjunct(self, node: Node) -> Step:
        """A part of the whole query: a phrase's text is looked at last, best candidates first."""
        if isinstance(node, Phrase):
            self._plan.checks.append(phrase_check(node))
            return self._phrase_words(node, wanted=True)
        step = self._resolved(node, wanted=True)
        if isinstance(node, Filter | Span | Not):
            self._plan.filters.append(step)
        return step

    def _resolved(self, node: Node, *, wanted: bool) -> Step:
        match node:
            case Not(child):
                return NotStep(self._resolved(child, wanted=False))
            case And(children):
                return AndStep(tuple(self._resolved(child, wanted=wanted) for child in children))
            case Or(children):
                return OrStep(tuple(self._resolved(child, wanted=wanted) for child in children))
            case _:
                return self._leaf(node, wanted=wanted)

    def _leaf(self, leaf: Leaf, *, wanted: bool) -> Step:
        match leaf:
            case Word():
                return self._word(leaf, wanted=wanted)
            case Phrase():
                return CheckedStep(
                    self._phrase_words(leaf, wanted=wanted), phrase_check(leaf), in_doubt=not wanted
                )
            case Filter():
                return SetStep(filter_passages(self._snapshot, leaf))
            case Span():
                return SetStep(span_passages(self._snapshot, leaf))
            case _:
                assert_never(leaf)

    def _phrase_words(self, phrase: Phrase, *, wanted: bool) -> Step:
        """The words of a phrase, in any order and place."""
        steps: list[Step] = []
        for at, word in enumerate(phrase.words):
            last = at == len(phrase.words) - 1
            if is_unspaced(word):
                if wanted:
                    self._wanted.append(Wanted(frozenset(), run=word))
                pairs = [Word(pair, phrase.field) for pair in pairs_of(word)] or [
                    Word(word, phrase.field, prefix=True)
                ]
                steps += [self._term(pair, self._forms_of(pair)) for pair in pairs]
            else:
                steps.append(
                    self._word(Word(word, phrase.field, prefix=last and phrase.prefix), wanted=wanted)
                )
        return steps[0] if len(steps) == 1 else AndStep(tuple(steps))

    def _word(self, word: Word, *, wanted: bool) -> Step:
        forms = self._forms_of(word)
        if wanted:
            self._want(word, forms)
        return self._term(word, forms)

    def _forms_of(self, word: Word) -> Forms:
        """The words that answer it, looked for once, however often it is asked for."""
        known = self._forms.get(word)
        if known is None:
            known = self._forms[word] = forms_of(word, self._snapshot, self._completions)
        return known

    def _want(self, word: Word, forms: Forms) -> None:
        plan = self._plan
        run = word.text if is_unspaced(word.text) else ""
        prefix = word.text if word.prefix else ""
        wanted = Wanted(frozenset(forms.worth), forms.rarity, prefix=prefix, run=run)
        if wanted not in self._wanted:
            self._wanted.append(wanted)
            plan.total_rarity += forms.rarity
        plan.complete &= forms.complete
        if not any(self._snapshot.count(word.field, form) for form in forms.worth):
            plan.unknown.append(word.text)

    @staticmethod
    def _term(word: Word, forms: Forms) -> TermStep:
        return TermStep(
            word.field, tuple((form, worth * forms.rarity) for form, worth in forms.worth.items())
        )


def _is_begun(node: Node) -> bool:
    """Whether a word has just been begun: beside others it isn't wanted yet."""
    return isinstance(node, Word) and node.typed and not is_long_enough(node)


def _may_stand_in_title(node: Node) -> bool:
    """Whether a part of a query is one that titles are searched by, or a filter they can pass."""
    if isinstance(node, Word | Phrase):
        return node.field in {"text", "title"}
    return isinstance(node, Filter | Span | Not)
