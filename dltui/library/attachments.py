"""The files of a library that are no articles: pictures, papers, recordings. Links name them by their file name."""

import os
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from dltui.library.file_name import path_text
from dltui.library.scan import ENDINGS

_LONGEST_ENDING = 6


def may_be_attachment(name: str) -> bool:
    """Whether a link's name looks like that of a file that is no article: `paper.pdf`, but not `Dr. No`."""
    ending = PurePosixPath(name).suffix
    is_ending = 1 < len(ending) <= _LONGEST_ENDING and ending[1:].isalnum()
    return is_ending and ending.lower() not in ENDINGS


def attachments_in(root: Path) -> Mapping[str, str]:
    """The path of each such file by its name in lower case; of several that share a name, the one highest up.

    Hidden files and folders are left out; links to folders are not followed.
    """
    found: dict[str, str] = {}
    top = os.fspath(root)
    for folder, below, names in os.walk(top):
        below[:] = sorted(name for name in below if not name.startswith("."))
        prefix = folder[len(top) :].strip("/")
        for name in names:
            if not name.startswith(".") and may_be_attachment(name):
                path = path_text(f"{prefix}/{name}" if prefix else name)
                known = found.setdefault(path_text(name).lower(), path)
                if path.count("/") < known.count("/"):
                    found[path_text(name).lower()] = path
    return found
