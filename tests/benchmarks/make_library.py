"""A large library made of a small one: every article several times, with other stems, titles and videos.

    python tests/benchmarks/make_library.py CORPUS FOLDER [--copies 5]

The first copy is the corpus itself. In the others, folders, stems and titles get a word at their end, links are turned
to the articles of the same copy, and video ids are turned by some letters, so that each copy is as loosely tied to the
others as other channels would be.
"""

import argparse
import re
from pathlib import Path

_WORDS = ("", "revisited", "explained", "in depth", "once more", "for beginners", "at last")
_ENDINGS = (".md", ".markdown", ".txt")
_TITLE = re.compile(r"^(title: .*)$", re.MULTILINE)
_LINK = re.compile(r"\[\[([^\[\]|#\n]+)")
_VIDEO = re.compile(r"(?<=videoId: )([\w-]{11})|(?<=[?&]v=)([\w-]{11})")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def copy_of(text: str, copy: int) -> str:
    """The text of an article in one of the copies."""
    word = _WORDS[copy]
    if not word:
        return text
    tail = f"_{word.replace(' ', '_')}"

    def link(found: re.Match[str]) -> str:
        return f"[[{found[1].rstrip()}{tail}"

    def video(found: re.Match[str]) -> str:
        return "".join(_turned(letter, copy) for letter in found[0])

    return _VIDEO.sub(video, _LINK.sub(link, _TITLE.sub(rf"\1 {word}", text, count=1)))


def _turned(letter: str, steps: int) -> str:
    at = _LETTERS.find(letter)
    return letter if at < 0 else _LETTERS[(at + steps) % len(_LETTERS)]


def make(corpus: Path, folder: Path, copies: int) -> int:
    """Write the copies; how many articles there are then."""
    count = 0
    for place in sorted(corpus.rglob("*")):
        if place.suffix not in _ENDINGS or not place.is_file():
            continue
        text = place.read_bytes().decode("utf-8", "surrogateescape")
        for copy in range(copies):
            tail = f"_{_WORDS[copy].replace(' ', '_')}" if copy else ""
            parts = place.relative_to(corpus).with_suffix("").parts
            target = folder.joinpath(*(f"{part}{tail}" for part in parts))
            target = target.with_name(target.name + place.suffix)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(copy_of(text, copy).encode("utf-8", "surrogateescape"))
            count += 1
    return count


def main() -> None:
    """Make it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--copies", type=int, default=5, choices=range(1, len(_WORDS) + 1))
    given = parser.parse_args()
    print(f"{make(given.corpus, given.folder, given.copies):,} articles in {given.folder}")


if __name__ == "__main__":
    main()
