"""How a timestamp is shown: as written, with what it was read as where that differs."""

from dltui.model.timestamp import Reading, Timestamp, clock
from dltui.render import roles
from dltui.render.compose.icons import Icons

_NO_BREAK = "\u00a0"
_NO_TIME = "no time"
_EMPTY_LABELS = frozenset(("", "n/a", "na", "none", "null", "-"))


def stamp_runs(timestamp: Timestamp, repeats: int, icons: Icons) -> list[tuple[str, str]]:
    """The texts of a chip with their roles; none of its spaces may end a row.

    `repeats` counts the further copies that followed directly; what is drawn counts all.
    """
    runs = _label(timestamp, icons)
    if repeats:
        runs.append((f"{_NO_BREAK}{icons.repeat}{repeats + 1:,}", roles.MOMENT_REPEATS))
    return runs


def _label(timestamp: Timestamp, icons: Icons) -> list[tuple[str, str]]:
    raw = " ".join(timestamp.stamp.text.split())
    if timestamp.seconds is None:
        if raw.casefold() in _EMPTY_LABELS:
            return [(_NO_TIME.replace(" ", _NO_BREAK), roles.MOMENT_NONE)]
        return [(f"{raw}{_NO_BREAK}(no{_NO_BREAK}time)", roles.MOMENT_NONE)]
    if timestamp.reading is Reading.INFERRED:
        read = clock(timestamp.seconds)
        if timestamp.end_seconds is not None:
            read += f"–{clock(timestamp.end_seconds)}"
        reading = f"{_NO_BREAK}{icons.nearly}{_NO_BREAK}{read}"
        return [(raw, roles.MOMENT), (reading, roles.MOMENT_INFERRED)]
    return [(raw, roles.MOMENT)]
