"""What the first pass of the indexer learns of a file: all but what a full parse of the body tells."""

import hashlib
from dataclasses import dataclass

from dltui.library.article.loaded import LoadedArticle
from dltui.library.channel_page import is_channel_page, videos_on
from dltui.library.library import Library
from dltui.library.scan import FileEntry
from dltui.library.times.evidence import NOTHING_KNOWN
from dltui.library.times.witness import witness_of
from dltui.model.article import Article
from dltui.model.video import Video


@dataclass(frozen=True, slots=True)
class Head:
    """One file, read once.

    Attributes:
        entry: with its size and time as they were just before it was read.
        digest: of its bytes.
        witness: what it tells about its video, packed.
        videos: the videos it names, if it's a channel page.
        cited: the ids of the videos besides its own that its timestamps name.
    """

    entry: FileEntry
    article: Article
    digest: bytes
    witness: bytes
    videos: tuple[Video, ...]
    cited: frozenset[str] = frozenset()


def load_head(library: Library, path: str) -> Head:
    """Read an article's file.

    Raises:
        NotFoundError: it's gone or can't be read.
    """
    entry, source = library.entry_and_source(path)
    loaded = LoadedArticle.of(path, source, NOTHING_KNOWN)
    videos = videos_on(source.text) if is_channel_page(path, library.root.name) else ()
    own = loaded.own_stamps
    witness = witness_of([loaded.stamps[at] for at in own], lambda: [loaded.words[at] for at in own])
    digest = digest_of(source.data)
    return Head(entry, loaded.article, digest, witness.packed(), videos, loaded.other_videos)


def digest_of(data: bytes) -> bytes:
    """What tells two versions of a file apart, 16 bytes."""
    return hashlib.blake2b(data, digest_size=16).digest()
