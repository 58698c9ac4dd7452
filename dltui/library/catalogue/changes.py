"""Which files have changed since the catalogue last read them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dltui.library.scan import FileEntry


@dataclass(frozen=True, slots=True)
class Changes:
    """How the files of a library differ from its catalogue.

    Attributes:
        new: not in the catalogue.
        changed: another size or time of change.
        gone: paths in the catalogue without a file.
    """

    new: tuple[FileEntry, ...] = ()
    changed: tuple[FileEntry, ...] = ()
    gone: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.gone)

    def with_(self, later: "Changes") -> "Changes":
        """These, and those that were found later."""
        return Changes(self.new + later.new, self.changed + later.changed, self.gone + later.gone)


def compare(entries: Iterable[FileEntry], known: Mapping[str, tuple[int, int]]) -> Changes:
    """Compare files with what is known of them.

    Args:
        entries: the files there are.
        known: path to (size, mtime_ns).
    """
    new, changed, seen = [], [], set()
    for entry in entries:
        fingerprint = known.get(entry.path)
        seen.add(entry.path)
        if fingerprint is None:
            new.append(entry)
        elif fingerprint != (entry.size, entry.mtime_ns):
            changed.append(entry)
    gone = known.keys() - seen
    return Changes(tuple(new), tuple(changed), tuple(sorted(gone)))
