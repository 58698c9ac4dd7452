"""Themes: how each role looks, read from YAML."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Theme:
    """A colour scheme.

    Attributes:
        name: as the file is called, e.g. `harbour-night`.
        title: for people.
        dark: whether the background is dark.
        palette: the interface's colours by name: background, surface, panel, foreground, muted, primary, secondary,
            accent, success, warning, error, border, selection.
        roles: role to style, in Rich's style language (`bold #rrggbb on #rrggbb`); a role `a.b` falls back to `a`.
        code: name of the Pygments style for code blocks.
    """

    name: str
    title: str
    dark: bool
    palette: dict[str, str] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    code: str = "default"

    def written(self, role: str) -> str:
        """The style of one role as the file has it; that of the nearest parent role if it has none, else empty."""
        while role:
            style = self.roles.get(role)
            if style is not None:
                return style
            role = role.rpartition(".")[0]
        return ""
