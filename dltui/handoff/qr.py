"""QR codes drawn with half blocks: two modules to a cell, one above the other."""

from dataclasses import dataclass

_QUIET_MODULES = 2
_HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code with its quiet zone.

    Attributes:
        modules: rows from the top, True for dark; all of one length, the quiet zone included.
    """

    modules: tuple[tuple[bool, ...], ...]

    @property
    def width(self) -> int:
        """Cells across."""
        return len(self.modules[0])

    @property
    def height(self) -> int:
        """Rows of cells."""
        return (len(self.modules) + 1) // 2

    def lines(self, *, dark: bool = True) -> tuple[str, ...]:
        """The rows of cells, for the theme's foreground on its background.

        Args:
            dark: the theme's background is dark, so that the blocks draw the light modules; on a light one
                they draw the dark modules. Either way a camera sees dark on light.
        """
        light = (
            False,
        ) * self.width  # half a row more of the quiet zone, so that the block has straight edges
        rows = [*self.modules, light] if len(self.modules) % 2 else [*self.modules]
        return tuple(
            "".join(_HALVES[upper is not dark, lower is not dark] for upper, lower in zip(*pair, strict=True))
            for pair in zip(rows[::2], rows[1::2], strict=True)
        )


def qr_code(url: str) -> QrCode | None:
    """The smallest code that holds a URL: 33 × 17 cells for a moment; None for one too long for any."""
    import segno  # noqa: PLC0415 - takes 60 ms, which nobody should wait for who sees no code

    try:
        code = segno.make_qr(url, error="l")
    except segno.DataOverflowError:
        return None
    return QrCode(tuple(tuple(map(bool, row)) for row in code.matrix_iter(border=_QUIET_MODULES)))


def qr_lines(url: str, *, dark: bool = True) -> tuple[str, ...]:
    """The rows of cells of a URL's code, see `QrCode.lines`; empty where no code can hold it."""
    code = qr_code(url)
    return code.lines(dark=dark) if code else ()
