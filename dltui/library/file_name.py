"""File names as texts: how bytes that aren't UTF-8 survive the way to the catalogue and back."""

_FIRST_LOST = 0xDC80
_LAST_LOST = 0xDCFF
_FIRST_PRIVATE = 0xF780
_TO_PRIVATE = {code: code - _FIRST_LOST + _FIRST_PRIVATE for code in range(_FIRST_LOST, _LAST_LOST + 1)}
_FROM_PRIVATE = {private: lost for lost, private in _TO_PRIVATE.items()}


def path_text(file_path: str) -> str:
    """A path as Python got it from the system, with the bytes it couldn't decode as private characters.

    Lone surrogates can't be stored or printed; U+F780 to U+F7FF can, and lead back to the bytes.
    """
    return file_path if file_path.isascii() else file_path.translate(_TO_PRIVATE)


def file_path(text: str) -> str:
    """The reverse of `path_text`."""
    return text if text.isascii() else text.translate(_FROM_PRIVATE)


def readable_stem(stem: str) -> str:
    """A title made of a file's stem: underscores become spaces, and a first word in small letters gets a capital."""
    words = stem.replace("_", " ").split()
    if not words:
        return stem
    first = words[0]
    return " ".join(
        (first[:1].upper() + first[1:] if first.islower() and first.isalpha() else first, *words[1:])
    )


def category_of(path: str) -> str:
    """The folder an article stands in, empty at the top of the library."""
    return path.rpartition("/")[0]


def stem_of(path: str) -> str:
    """The file's name without folder and ending."""
    name = path.rpartition("/")[2]
    return name.rpartition(".")[0] or name
