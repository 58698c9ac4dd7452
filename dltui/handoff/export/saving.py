"""Exported moments as a file of the user's; nothing is ever overwritten, and nothing written into a library."""

import re
from itertools import count
from pathlib import Path

from dltui.handoff.export.formats import ExportFormat
from dltui.handoff.refusal import Refusal

_NOT_FOR_NAMES = re.compile(r"[^\w-]+")
_LONGEST_NAME = 80
_MOST_OF_A_NAME = 1000


def save_export(
    text: str, folder: Path, name: str, export_format: ExportFormat, library: Path
) -> Path | Refusal:
    """Write a file; a name that is taken gets a number.

    Args:
        text: from `export_moments`.
        folder: made where it isn't there yet.
        name: of the file without its ending; any text.
        export_format: gives the ending.
        library: the folder of the library that is open.

    Returns:
        The file, or why there is none.
    """
    try:
        if folder.resolve().is_relative_to(library.resolve()):
            return Refusal("The folder for exports lies in the library, and nothing is written there.")
        folder.mkdir(parents=True, exist_ok=True)
        return _written(text.encode("utf-8", "replace"), folder, _file_name(name), export_format.value)
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or "its path leads nowhere"
        return Refusal(f"Nothing can be written to the folder for exports: {reason}.")


def _file_name(name: str) -> str:
    return _NOT_FOR_NAMES.sub("_", name).strip("_-")[:_LONGEST_NAME] or "moments"


def _written(data: bytes, folder: Path, name: str, ending: str) -> Path | Refusal:
    for number in count(1):
        place = folder / (f"{name}.{ending}" if number == 1 else f"{name}_{number}.{ending}")
        try:
            with place.open("xb") as file:
                file.write(data)
        except FileExistsError:
            if number < _MOST_OF_A_NAME:
                continue
            break
        return place
    return Refusal(f"There are {_MOST_OF_A_NAME:,} exports of that name already.")
