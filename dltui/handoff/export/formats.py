"""The formats of `dltui export`, by name."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from dltui.handoff.citation import Citation
from dltui.handoff.export.chapters import ffmetadata
from dltui.handoff.export.edit_list import mpv_edl
from dltui.handoff.export.listing import markdown_list
from dltui.handoff.export.playlist import m3u
from dltui.handoff.export.records import json_records
from dltui.handoff.export.spreadsheet import csv_table


class ExportFormat(StrEnum):
    """As the command line names them."""

    MARKDOWN = "md"
    CSV = "csv"
    JSON = "json"
    M3U = "m3u"
    EDL = "edl"
    FFMETADATA = "ffmetadata"


_WRITERS: dict[ExportFormat, Callable[[Sequence[Citation]], str]] = {
    ExportFormat.MARKDOWN: markdown_list,
    ExportFormat.CSV: csv_table,
    ExportFormat.JSON: json_records,
    ExportFormat.M3U: m3u,
    ExportFormat.EDL: mpv_edl,
    ExportFormat.FFMETADATA: ffmetadata,
}
_FOR_PLAYERS = frozenset({ExportFormat.M3U, ExportFormat.EDL, ExportFormat.FFMETADATA})


def export_moments(citations: Sequence[Citation], export_format: ExportFormat) -> str:
    """Moments as the text of a file, in the order given; it ends with a newline.

    Formats for players leave out moments without a video or a time, see `citation.playable`.

    Raises:
        UsageError: chapters of several videos were asked for.
    """
    return _WRITERS[export_format](citations)


def is_for_players(export_format: ExportFormat) -> bool:
    """Whether the format holds only moments that can be played."""
    return export_format in _FOR_PLAYERS
