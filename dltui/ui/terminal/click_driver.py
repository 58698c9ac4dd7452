"""The terminal's mouse: presses, drags and the wheel are told, mere motion isn't; and it can be given back.

Textual asks for every motion (mode 1003), of which one over a list costs as much as a key.
"""

from textual.drivers.linux_driver import LinuxDriver

_PRESSES, _DRAGS, _DECIMAL = 1000, 1002, 1006


class ClickDriver(LinuxDriver):
    """Textual's driver, with a mouse that costs nothing while it only moves."""

    @property
    def has_mouse(self) -> bool:
        """Whether the program has the mouse, rather than the terminal."""
        return self._mouse

    def take_mouse(self) -> None:
        """Have clicks told to the program."""
        self._mouse = True
        self._enable_mouse_support()

    def release_mouse(self) -> None:
        """Leave the mouse to the terminal, for its own selection and its own links."""
        self._disable_mouse_support()
        self._mouse = False

    def _enable_mouse_support(self) -> None:
        self._set_modes("h")

    def _disable_mouse_support(self) -> None:
        self._set_modes("l")

    def _set_modes(self, switch: str) -> None:
        if self._mouse:
            self.write("".join(f"\x1b[?{mode}{switch}" for mode in (_PRESSES, _DRAGS, _DECIMAL)))
            self.flush()
