"""The frame that every overlay shares: a titled box in the middle, closed by Esc or q."""

from collections.abc import Mapping
from typing import ClassVar, TypeVar, cast

from rich.console import RenderableType
from rich.text import Text
from textual._context import visible_screen_stack
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget

from dltui.ui.keys.bindings import bindings_of
from dltui.ui.parts.caption import Caption
from dltui.ui.parts.key_bar import shown_keys
from dltui.ui.parts.painter import Painter
from dltui.ui.parts.row_list import RowList
from dltui.ui.parts.screen_below import ScreenBelow

Result = TypeVar("Result")

#: Rows of a window from which on it can spare some for a title and a frame.
_LOW = 9


class Dialog(ModalScreen[Result], inherit_css=False):
    """A box over the screen. Subclasses say what is in it with `body`."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("dialog")
    DEFAULT_CSS = """
    Dialog { layout: vertical; align: center middle; background: transparent; }
    Dialog > Vertical {
        width: auto; max-width: 100%; height: auto; max-height: 100%;
        background: $surface; border: round $border; padding: 0 1;
    }
    Dialog > Vertical { border-subtitle-color: $muted; }
    Dialog > Vertical > #dialog-title {
        color: $primary; text-style: bold; height: 1; width: 100%; text-wrap: nowrap; text-overflow: ellipsis;
    }
    Dialog.-low > Vertical { border: none; height: 100%; }
    Dialog.-low > Vertical > #dialog-title { display: none; }
    """

    def __init__(self, painter: Painter, title: str) -> None:
        super().__init__()
        self.painter = painter
        self._title = title

    def body(self) -> list[Widget]:
        """What stands below the title."""
        return []

    def compose(self) -> ComposeResult:
        """Title and body in a box."""
        self.set_class(self.app.size.height < _LOW, "-low")
        with Vertical(id="dialog-box"):
            if self._title:
                yield Caption(Text(self.painter.marked(self._title)), id="dialog-title", markup=False)
            yield from self.body()

    def on_mount(self) -> None:
        """Tell the keys, once something has the focus."""
        self.call_after_refresh(self._show_keys)
        if self.painter.ascii_marks:
            styles = self.query_one("#dialog-box").styles
            for edge in ("top", "right", "bottom", "left"):
                kind, colour = getattr(styles, f"border_{edge}")
                if kind:
                    setattr(styles, f"border_{edge}", ("ascii", colour))

    def on_resize(self) -> None:
        """Spare title and frame. Textual's own breakpoints follow its layout, which is then done again."""
        self.update_classes({"-low": self.app.size.height < _LOW}, animate=False)

    #: What a key does here where that isn't what it does elsewhere, by its usual label.
    labels: ClassVar[Mapping[str, str]] = {}

    def keys(self) -> str:
        """What the frame says of the keys."""
        return " · ".join(f"{key} {self.labels.get(label, label)}" for key, label in shown_keys(self))

    def _show_keys(self) -> None:
        for box in self.query("#dialog-box"):  # none once it is closed
            box.border_subtitle = Content(self.painter.marked(self.keys()))

    def repaint(self, painter: Painter) -> None:
        """Draw in another theme."""
        self.painter = painter
        for rows in self.query(RowList):
            rows.repaint(painter)

    def render(self) -> RenderableType:
        """See Screen."""
        shown = visible_screen_stack.get([])
        if shown and self.styles.background.is_transparent:
            return cast("RenderableType", ScreenBelow(shown.pop()))  # a Visual, which Screen doesn't expect
        return super().render()

    def _on_timer_update(self) -> None:
        """Draw (Textual's own method); what changed below comes along, instead of making this be drawn again."""
        for below in self.app._background_screens:  # noqa: SLF001 -- Textual's own list of what shows through
            if below is self:  # another dialog lies on this one: what is above draws itself
                break
            if below._dirty_widgets:  # noqa: SLF001
                below._on_timer_update()  # noqa: SLF001
        super()._on_timer_update()

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close. Keys in a burst may ask twice; Textual would take down the screen below then."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def action_close(self) -> None:
        """Close without a choice."""
        self.dismiss(None)
