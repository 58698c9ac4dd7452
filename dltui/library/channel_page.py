"""Channel pages: the only source of the videos' human titles, and of their order."""

import re

from dltui.library.file_name import category_of, stem_of
from dltui.model.clean import clean_line
from dltui.model.video import Video

_VIDEO_HEADING = re.compile(
    r"^[ ]{0,3}#{1,6}[ \t]+\[(?P<title>[^\n]{1,500}?)\]"
    r"\(\s*<?https?://(?:www\.|m\.)?(?:youtube\.com/watch\?(?:[^\s()]{0,80}&)?v=|youtu\.be/)"
    r"(?P<id>[A-Za-z0-9_-]{11})(?![A-Za-z0-9_-])",
    re.MULTILINE,
)


def is_channel_page(path: str, library_name: str) -> bool:
    """Whether an article is a folder's own page: named like the folder it stands in.

    Args:
        path: of the article.
        library_name: the name of the library's folder, for what stands at its top.
    """
    folder = category_of(path).rpartition("/")[2] or library_name
    return stem_of(path).casefold() == folder.casefold()


def videos_on(source: str) -> tuple[Video, ...]:
    """The videos that headings of a page link to, in order, each once; their titles are clean and on one line.

    Args:
        source: the page as read; a title may hold brackets, bars, emoji and even a lone CR.
    """
    videos: dict[str, Video] = {}
    for match in _VIDEO_HEADING.finditer(source.replace("\r\n", "\n")):
        title = clean_line(match["title"])
        if title:
            videos.setdefault(match["id"], Video(match["id"], title))
    return tuple(videos.values())
