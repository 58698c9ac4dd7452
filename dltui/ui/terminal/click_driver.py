"""What comes from the terminal: keys, whatever bytes they are, and a mouse that can be given back.

Presses, drags and the wheel are told, mere motion isn't: Textual asks for every motion (mode 1003), of which one over a
list costs as much as a key.
"""

import os
from codecs import getincrementaldecoder
from select import select

from textual._xterm_parser import XTermParser  # there is no public way from characters to events
from textual.drivers.linux_driver import LinuxDriver

_MOST_BYTES = 4096
#: How long a lone Esc may be the beginning of a sequence, and how soon the end of the program is seen.
_TICK_SECONDS = 0.1
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

    def run_input_thread(self) -> None:
        """Turn bytes into events until the program ends.

        Textual's own loop dies of bytes that aren't UTF-8, and the program with it; here they are U+FFFD.
        """
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        while not self.exit_event.is_set():
            if select([self.fileno], [], [], _TICK_SECONDS)[0]:
                received = os.read(self.fileno, _MOST_BYTES)
                if not received:  # nobody will ever press a key again
                    return
                text = decode(
                    received
                )  # empty for the first half of a character, which the parser takes for the end
                for event in parser.feed(text) if text else ():
                    self.process_message(event)
            for event in parser.tick():
                self.process_message(event)

    def _enable_mouse_support(self) -> None:
        self._set_modes("h")

    def _disable_mouse_support(self) -> None:
        self._set_modes("l")

    def _set_modes(self, switch: str) -> None:
        if self._mouse:
            self.write("".join(f"\x1b[?{mode}{switch}" for mode in (_PRESSES, _DRAGS, _DECIMAL)))
            self.flush()
