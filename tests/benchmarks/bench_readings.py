"""How many ambiguous timestamps are read right, on a corpus given as argument: ours beside the plain reading.

A stamp `a:b:c` is ambiguous if it could mean hours, minutes, seconds or minutes, seconds, and something. Its true
second counts as known if a sibling article of the same video, whose own times bear no mark of a slip, names exactly
one of the two seconds in a sentence that shares at least two uncommon words with the stamp's.

Two columns: `all evidence` is what the program does. `held out` is the honest test of the policy: a random half of
the trustworthy siblings pins the truth, and evidence comes from the other articles only.
"""

import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from dltui.library.library import Library
from dltui.library.times.clock_parts import Clock, clock_of
from dltui.library.times.evidence import evidence_of
from dltui.library.times.lengths import usual_lengths
from dltui.library.times.readings import read_stamps
from dltui.library.times.stamp_words import Words
from dltui.library.times.witness import Witness, witness_of
from dltui.model.timestamp import Stamp

_WORD = re.compile(r"[^\W\d_]{4,}")
_TAG = re.compile(r"<[^>]*>|\[[\d:]+\]")


@dataclass(eq=False)
class Sample:
    """One article of the corpus; `sentences` are the words before each stamp."""

    path: str
    stamps: tuple[Stamp, ...]
    sentences: list[frozenset[str]]
    words: tuple[Words, ...]
    witness: Witness


@dataclass(frozen=True)
class Pin:
    """A stamp whose second is known."""

    sample: Sample
    number: int
    seconds: int
    clock: Clock


def load_samples(root: Path) -> dict[str, list[Sample]]:
    """The articles of each video."""
    library = Library.open(root)
    videos: dict[str, list[Sample]] = defaultdict(list)
    for entry in library.scan():
        loaded = library.load(entry.path)
        if loaded.frontmatter.video_id:
            witness = witness_of(loaded.stamps, partial(getattr, loaded, "words"))
            sentences = _sentences(loaded.document.body, loaded.stamps)
            sample = Sample(entry.path, loaded.stamps, sentences, loaded.words, witness)
            videos[loaded.frontmatter.video_id].append(sample)
    return videos


def _sentences(text: str, stamps: Sequence[Stamp]) -> list[frozenset[str]]:
    found, at = [], 0
    for stamp in stamps:
        place = max(at, text.find(stamp.value or stamp.label, at))
        start = max(text.rfind(". ", 0, max(place - 30, 0)), text.rfind("\n", 0, place), place - 400)
        found.append(frozenset(_WORD.findall(_TAG.sub(" ", text[start:place]).lower())))
        at = place + 1
    return found


def pins_of(samples: list[Sample], pinning: list[Sample]) -> list[Pin]:
    """The stamps of a video that some of its articles pin."""
    counts = Counter(word for sample in samples for said in sample.sentences for word in said)
    total = sum(len(sample.stamps) for sample in samples)
    rare = {word for word, count in counts.items() if count < max(4, 0.15 * total)}
    named: dict[int, list[tuple[Sample, frozenset[str]]]] = defaultdict(list)
    for sample in pinning:
        for stamp, said in zip(sample.stamps, sample.sentences, strict=True):
            clock = clock_of(stamp)
            if clock and len(clock.parts) == 3:
                named[clock.plain].append((sample, said & rare))
    found = []
    for sample in samples:
        for number, (stamp, said) in enumerate(zip(sample.stamps, sample.sentences, strict=True)):
            clock = clock_of(stamp)
            if clock and len(clock.parts) == 3 and abs(clock.plain - clock.shifted) >= 15:
                found += _pin(sample, number, clock, said, named)
    return found


def _pin(sample: Sample, number: int, clock: Clock, said: frozenset[str], named: dict) -> list[Pin]:
    def is_said(second: int) -> bool:
        return any(other is not sample and len(said & words) >= 2 for other, words in named.get(second, ()))

    def is_near(second: int) -> bool:
        near = range(second - 4, second + 5)
        return any(other is not sample for at in near for other, _ in named.get(at, ()))

    hour, _, third = clock.parts
    if is_said(clock.plain) and not is_near(clock.shifted):
        return [Pin(sample, number, clock.plain, clock)]
    by_chance = hour == 0 and (third or sample.witness.seconds)  # the first minute is named everywhere
    if is_said(clock.shifted) and not is_near(clock.plain) and not by_chance:
        return [Pin(sample, number, clock.shifted, clock)]
    return []


def main(root: Path) -> None:
    """Print the table."""
    videos = load_samples(root)
    lengths = {
        category: usual_lengths(
            [sample.witness for sample in samples if sample.path.rpartition("/")[0] == category]
            for samples in videos.values()
        )
        for category in {sample.path.rpartition("/")[0] for samples in videos.values() for sample in samples}
    }
    chance = random.Random(7)  # noqa: S311 -- a sample, not a secret
    columns = ("plain H:M:S", "all evidence", "held out")
    right: dict[tuple[str, str], int] = Counter()
    totals: dict[str, int] = Counter()
    for samples in videos.values():
        pinning = [sample for sample in samples if sample.witness.seconds and chance.random() < 0.5]
        pins = pins_of(samples, pinning)
        readings = _readings(samples, pinning, {pin.sample.path for pin in pins}, lengths)
        for pin in pins:
            answers = (
                pin.clock.plain,
                *(readings[pin.sample.path, held][pin.number] for held in (False, True)),
            )
            for group in _groups(pin):
                totals[group] += 1
                for column, answer in zip(columns, answers, strict=True):
                    right[group, column] += answer == pin.seconds
    _print_table(totals, right, columns)


def _readings(samples: list[Sample], pinning: list[Sample], paths: set[str], lengths: dict) -> dict:
    found = {}
    for sample in samples:
        if sample.path not in paths:
            continue
        for held in (False, True):
            siblings = [
                other.witness for other in samples if other is not sample and not (held and other in pinning)
            ]
            middle, long = lengths[sample.path.rpartition("/")[0]]
            evidence = evidence_of(sample.witness, siblings, middle, long)
            read = read_stamps(sample.stamps, evidence, sample.words.__getitem__)
            found[sample.path, held] = [timestamp.seconds for timestamp in read]
    return found


def _groups(pin: Pin) -> list[str]:
    groups = ["all three-part stamps"]
    if pin.sample.witness.seconds:
        return [*groups, "articles without a mark of a slip"]
    groups.append("articles with a mark of a slip")
    if pin.clock.parts[0] < 5:
        groups.append("- ambiguous: first part below 5")
        if pin.clock.parts[2] == 0:
            groups.append("- the same, third part 00")
    return groups


def _print_table(totals: dict[str, int], right: dict[tuple[str, str], int], columns: tuple[str, ...]) -> None:
    print(f"{'pinned stamps':36}{'count':>8}" + "".join(f"{column:>15}" for column in columns))
    for group, total in sorted(totals.items()):
        shares = "".join(f"{100 * right[group, column] / total:14.1f}%" for column in columns)
        print(f"{group:36}{total:8,}{shares}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
