"""What the catalogue keeps of an article's body: small enough to store, enough to answer without the file."""

import json
import zlib
from dataclasses import dataclass

from dltui.model.block import OutlineEntry
from dltui.model.inline import Wikilink
from dltui.model.timestamp import Stamp


@dataclass(frozen=True, slots=True)
class BodyFacts:
    """What one body holds.

    Attributes:
        headings: in order.
        stamps: in the order of the file; each with the numbers of its sentence and of its heading
            (0 for none, else 1-based into `headings`).
        links: in the order of the file, each with the number of its sentence.
        sentences: clean texts that stamps or links refer to by number, 0-based.
    """

    headings: tuple[OutlineEntry, ...] = ()
    stamps: tuple[tuple[Stamp, int, int], ...] = ()
    links: tuple[tuple[Wikilink, int], ...] = ()
    sentences: tuple[str, ...] = ()

    def packed(self) -> bytes:
        """As bytes for the catalogue."""
        data = [
            [[entry.level, entry.text, entry.anchor, entry.line] for entry in self.headings],
            [[s.value, s.label, s.line, sentence, heading] for s, sentence, heading in self.stamps],
            [[w.name, w.anchor, w.label, int(w.embed), w.line, sentence] for w, sentence in self.links],
            self.sentences,
        ]
        return zlib.compress(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(), 3)

    @classmethod
    def unpacked(cls, packed: bytes) -> "BodyFacts":
        """The reverse of `packed`; trusts its input, which only this program wrote."""
        headings, stamps, links, sentences = json.loads(zlib.decompress(packed))
        return cls(
            tuple(OutlineEntry(*entry) for entry in headings),
            tuple((Stamp(*fields[:3]), fields[3], fields[4]) for fields in stamps),
            tuple((Wikilink(*fields[:3], bool(fields[3]), fields[4]), fields[5]) for fields in links),
            tuple(sentences),
        )
