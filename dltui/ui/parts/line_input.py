"""A line of text that never holds anything a terminal could obey."""

from typing import ClassVar

from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.widgets import Input

from dltui.model.clean import clean
from dltui.ui.parts.announcing import Announcer


class LineInput(Input, Announcer, inherit_css=False):
    """Textual's Input, quiet on the line, one row high and clean within."""

    DEFAULT_CSS = """
    LineInput { width: 100%; height: 1; color: $foreground; background: $surface; pointer: text; }
    LineInput:focus { background-tint: $foreground 5%; }
    LineInput > .input--cursor { color: $input-cursor-foreground; background: $input-cursor-background; }
    LineInput > .input--selection { color: $input-selection-foreground; background: $input-selection-background; }
    LineInput > .input--placeholder, LineInput > .input--suggestion { color: $muted; }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = Input.COMPONENT_CLASSES
    #: Letters are letters here, not keys of sequences.
    takes_letters = True

    #: Textual lays the whole screen out anew at every letter; the length of the text moves nothing else.
    virtual_size = Reactive(Size(0, 0))

    def __init__(self, placeholder: str = "", *, id: str | None = None) -> None:  # noqa: A002 -- Textual's own name
        super().__init__(placeholder=placeholder, id=id, select_on_focus=False, compact=True)
        # A blinking cursor sends 2.6 kB a second over the line.
        self.cursor_blink = False

    def on_resize(self) -> None:
        """What is being typed stays in sight where something beside it takes more room."""
        self.scroll_to_region(Region(self._cursor_offset, 0, 1, 1), force=True, animate=False)

    def insert_text_at_cursor(self, text: str) -> None:
        """Typed and pasted text alike comes in clean, on one line."""
        super().insert_text_at_cursor(clean(text).replace("\n", " ").replace("\t", " "))
