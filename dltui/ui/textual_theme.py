"""A theme of ours as Textual wants it: colours for its own parts (scrollbars, inputs, borders)."""

from textual.theme import Theme as TextualTheme

from dltui.model.theme import Theme

_DIRECT = (
    "primary",
    "secondary",
    "accent",
    "foreground",
    "background",
    "surface",
    "panel",
    "success",
    "warning",
    "error",
)
_FALLBACK = {"primary": "#5f87af"}


def textual_theme(theme: Theme) -> TextualTheme:
    """Textual's form of a theme; what the palette lacks, Textual derives."""
    colours = {name: theme.palette[name] for name in _DIRECT if name in theme.palette}
    border = theme.palette.get("border", colours.get("panel", "#808080"))
    selection = theme.palette.get("selection", border)
    is_ansi = any(colour.startswith("ansi_") for colour in theme.palette.values())
    return TextualTheme(
        name=theme.name,
        dark=theme.dark,
        ansi=is_ansi,
        variables={
            "border": border,
            "border-blurred": border,
            "scrollbar": border,
            "scrollbar-hover": colours.get("secondary", border),
            "scrollbar-active": colours.get("primary", border),
            "scrollbar-background": colours.get("background", "#000000"),
            "scrollbar-background-hover": colours.get("background", "#000000"),
            "scrollbar-background-active": colours.get("background", "#000000"),
            "input-selection-background": selection,
            "muted": theme.palette.get("muted", border),
        },
        **{**_FALLBACK, **colours},
    )
