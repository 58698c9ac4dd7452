"""What a dialog that is see-through shows of the screen below it."""

from textual.css.styles import RulesMap
from textual.geometry import Size
from textual.screen import Screen
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class ScreenBelow(Visual):
    """Another screen, as it is drawn; Textual's own way takes it apart and puts it together again with Rich."""

    def __init__(self, screen: Screen[object]) -> None:
        self._screen = screen

    def render_strips(
        self,
        width: int,
        height: int | None,
        style: Style,  # noqa: ARG002 -- Textual's signature
        options: RenderOptions,  # noqa: ARG002
    ) -> list[Strip]:
        """See Visual."""
        size = Size(width, self._screen.size.height if height is None else height)
        return self._screen._compositor.render_strips(size)  # noqa: SLF001 -- the only way to the strips

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002
        """See Visual."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002
        """See Visual."""
        return self._screen.size.height
