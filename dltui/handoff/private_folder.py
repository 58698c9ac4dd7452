"""A folder that only the reader can look into, for the player's socket."""

import os
import stat
import tempfile
from collections.abc import Mapping
from pathlib import Path

from dltui.handoff.refusal import Refusal


def runtime_folder(environment: Mapping[str, str]) -> Path:
    """Where sockets belong: the session's runtime folder, else one's own among temporary files."""
    runtime = environment.get("XDG_RUNTIME_DIR", "")
    if Path(runtime).is_absolute() and Path(runtime).is_dir():
        return Path(runtime) / "dltui"
    return Path(tempfile.gettempdir()) / f"dltui-{os.getuid()}"


def make_private(folder: Path) -> Refusal | None:
    """Make sure a folder exists, belongs to the reader and is closed to others; why not, else None."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = folder.lstat()
    except OSError:
        return Refusal("There is no folder for the player's socket.")
    # Among temporary files anybody may have been there first, with a folder or a link of that name.
    owned = stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid()
    if not owned or stat.S_IMODE(status.st_mode) & 0o077:
        return Refusal("The folder for the player's socket is open to others, so it isn't used.")
    return None
