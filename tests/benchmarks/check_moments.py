"""The strip, the pane, the timeline and "also said here" beside a slow and obvious computation, and URLs there and back.

    python -m tests.benchmarks.check_moments LIBRARY

Every article is read from its file and taken apart with loops that know nothing of the catalogue; whatever differs is
printed, and the exit code is 1. The library is indexed first where it isn't yet.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from dltui.cli.ensure_index import catalogued
from dltui.cli.opening import open_library
from dltui.handoff.moment_url import MomentUrl, parse_moment_url
from dltui.library.shelf import Shelf
from dltui.model.video import Video, watch_url
from dltui.ui.article.article_page import ArticlePage
from dltui.ui.moments.moments_pane import moment_rows
from dltui.ui.moments.said_elsewhere import SaidElsewhere
from dltui.ui.moments.video_page import VideoPage, also_said, video_page
from dltui.ui.moments.video_strip import strip_counts
from dltui.ui.results.moment_search import hits_near

_CELLS = (8, 34, 94)
_WITHIN = 10


class Said(NamedTuple):
    """A stamp of a file, as far as this script needs it."""

    seconds: int
    path: str
    line: int
    text: str


class Checker:
    """Counts what was compared and what differed."""

    def __init__(self) -> None:
        self.compared: Counter[str] = Counter()
        self.differed: Counter[str] = Counter()

    def same(self, what: str, ours: object, slow: object, where: str) -> None:
        """Compare two answers; the first few differences of a kind are printed."""
        self.compared[what] += 1
        if ours != slow:
            self.differed[what] += 1
            if self.differed[what] <= 3:
                print(f"{what}: {where}\n  here {ours}\n  slow {slow}"[:2000])


def main(arguments: Sequence[str]) -> int:
    """Check a library; 1 if anything differs."""
    shelf = catalogued(open_library(arguments[0])).shelf
    # Asked again for every moment; the answer is the same.
    shelf.catalogue.timeline = lru_cache(4)(shelf.catalogue.timeline)
    checker = Checker()
    videos = read_files(shelf)
    for video, files in videos.items():
        check_video(shelf, checker, video, files)
    cited = check_elsewhere(checker, shelf, videos)
    for what, count in checker.compared.items():
        print(f"{what:<28}{count:>9,} compared  {checker.differed[what]:>6,} differ")
    total = checker.compared["also said here"]
    print(f"{cited / max(1, total):.1%} of the moments are cited by another article within ten seconds")
    return 1 if checker.differed else 0


def read_files(shelf: Shelf) -> Mapping[str, Mapping[str, Sequence[Said]]]:
    """By video and path what each file says, in the order of the file."""
    found: dict[str, dict[str, list[Said]]] = defaultdict(dict)
    for path in shelf.paths():
        loaded = shelf.load(path)
        if loaded.article.video is not None:
            found[loaded.article.video.id][path] = []
        for moment in loaded.moments():
            seconds = moment.timestamp.seconds
            if moment.video is not None and seconds is not None:
                said = Said(seconds, path, moment.line, moment.text)
                found[moment.video].setdefault(path, []).append(said)
    return found


def check_video(shelf: Shelf, checker: Checker, video: str, files: Mapping[str, Sequence[Said]]) -> None:
    """The video's page with its strips, and the pane and the URLs of each article."""
    page = video_page(shelf, Video(video), None)
    slow = sorted((said.seconds, said.path) for saids in files.values() for said in saids)
    ours = [(row.seconds, row.article.path) for row in page.rows for _ in row.moments]
    checker.same("timeline", sorted(ours), slow, video)
    checker.same("order of the timeline", [one for one, _ in ours], [one for one, _ in slow], video)
    check_strips(checker, page, files)
    for path, saids in files.items():
        check_article(shelf, checker, video, path, saids)


def check_strips(checker: Checker, page: VideoPage, files: Mapping[str, Sequence[Said]]) -> None:
    """Every article's strip at some widths."""
    seconds, length = page.seconds(), page.length_seconds
    for path, saids in files.items():
        for cells in _CELLS:
            slow = [0] * cells
            for said in saids:
                slow[min(int(Fraction(said.seconds * cells, length)), cells - 1)] += 1
            checker.same("strip", strip_counts(seconds.get(path, ()), length, cells), slow, path)


def check_article(shelf: Shelf, checker: Checker, video: str, path: str, saids: Sequence[Said]) -> None:
    """The pane's rows, and the URL of every moment there and back."""
    rows = [
        row
        for row in moment_rows(page_of(shelf, path))
        if row.seconds is not None and row.video is not None and row.video.id == video
    ]
    ours = sorted((row.seconds, moment.line, moment.text) for row in rows for moment in row.moments)
    checker.same("pane", ours, sorted((said.seconds, said.line, said.text) for said in saids), path)
    starts = [row.seconds for row in rows]
    checker.same("order of the pane", starts, sorted(starts), path)
    pairs = {(row.seconds, row.timestamp.end_seconds) for row in rows}
    checker.same("a second once in the pane", len(rows), len(pairs), path)
    for said in {said.seconds: said for said in saids}.values():
        url = parse_moment_url(watch_url(video, said.seconds))
        assert isinstance(url, MomentUrl)
        first = hits_near(shelf, url, path)[0]
        texts = {other.text or "" for other in saids if other.seconds == said.seconds}
        found = (first.path, first.moment.seconds if first.moment else None)
        checker.same("URL there and back", found, (path, said.seconds), path)
        checker.same("sentence of the URL", first.snippet in texts or "" in texts, True, path)


def check_elsewhere(
    checker: Checker, shelf: Shelf, videos: Mapping[str, Mapping[str, Sequence[Said]]]
) -> int:
    """Who else cites the ten seconds of each moment; how many moments have somebody."""
    cited = 0
    for video, files in videos.items():
        everything = [said for saids in files.values() for said in saids]
        for path in files:
            page, elsewhere = page_of(shelf, path), SaidElsewhere(shelf)
            for moment in page.moments():
                seconds = moment.timestamp.seconds
                if seconds is None or moment.video != video:
                    continue
                slow = sorted(near(everything, path, seconds))
                rows = also_said(shelf, page.article, moment.timestamp)
                ours = sorted((row.seconds or 0, row.article.path) for row in rows for _ in row.moments)
                checker.same("also said here", ours, slow, f"{path} {seconds}")
                count = elsewhere.count(page, moment.timestamp)
                checker.same("count in the last line", count, len({one for _, one in slow}), path)
                cited += bool(slow)
    return cited


def page_of(shelf: Shelf, path: str) -> ArticlePage:
    """An article as the reader has it."""
    return ArticlePage(shelf.load(path), lambda link: shelf.resolve(link, path))


def near(everything: Sequence[Said], path: str, seconds: int) -> Iterator[tuple[int, str]]:
    """The moments of other articles within ten seconds."""
    for said in everything:
        if said.path != path and abs(said.seconds - seconds) <= _WITHIN:
            yield said.seconds, said.path


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
