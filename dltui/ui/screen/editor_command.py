"""The command that opens the user's editor at a line of a file. No Textual here, and never a shell."""

import shlex
import shutil
from collections.abc import Mapping
from pathlib import Path, PurePath

#: How editors are told a line, by the names of their programs; the others get the file alone.
_PLUS = "vi vim nvim vim.tiny view nano pico emacs emacsclient micro joe kak ne mg jed mcedit gedit vis"
_COLON = "hx helix subl zed zeditor"
_GOTO = "code code-insiders codium vscodium cursor windsurf"
_LINE = "kate kwrite mate"
#: What is tried where the environment names none.
_USUAL = ("sensible-editor", "nano", "vim", "vi")


def editor_command(environment: Mapping[str, str], file: Path, line: int) -> list[str]:
    """The argument list that opens a file; empty where there is no editor.

    Args:
        environment: VISUAL counts before EDITOR; each may hold arguments.
        file: absolute.
        line: 1-based.
    """
    editor = _words(environment.get("VISUAL", "")) or _words(environment.get("EDITOR", ""))
    if not editor:
        usual = (shutil.which(name, path=environment.get("PATH")) for name in _USUAL)
        editor = next(([program] for program in usual if program), [])
    return [*editor, *_place(PurePath(editor[0]).name, str(file), line)] if editor else []


def _place(editor: str, file: str, line: int) -> list[str]:
    name = editor.removesuffix(".exe").lower()
    if name in _PLUS.split():
        return [f"+{line}", file]
    if name in _COLON.split():
        return [f"{file}:{line}"]
    if name in _GOTO.split():
        return ["--goto", f"{file}:{line}"]
    if name in _LINE.split():
        return ["--line", str(line), file]
    return [file]


def _words(written: str) -> list[str]:
    try:
        return shlex.split(written)
    except ValueError:
        return []
