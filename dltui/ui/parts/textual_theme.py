"""A theme of ours as Textual wants it: colours for its own parts (inputs, borders, the ground of panes)."""

from textual.theme import Theme as TextualTheme

from dltui.model.theme import Theme

#: What every widget has a colour for and none of ours shows: bars are painted with the rows (`barred_view`), links too.
#: Where these stay as they are, another theme doesn't make Textual draw each widget a dozen times over.
_UNSEEN = dict.fromkeys(
    [
        *("scrollbar", "scrollbar-hover", "scrollbar-active", "scrollbar-corner-color"),
        *("scrollbar-background", "scrollbar-background-hover", "scrollbar-background-active"),
        *("link-color", "link-color-hover", "link-background", "link-background-hover"),
    ],
    "ansi_default",
)
#: What Textual asks of a theme in the terminal's own colours, and derives for others.
_ANSI = {
    "ansi-background": "ansi_default",
    "ansi-foreground": "ansi_default",
    "block-cursor-foreground": "ansi_black",
    "block-cursor-background": "ansi_white",
    "input-cursor-background": "ansi_white",
    "input-cursor-foreground": "ansi_black",
    "input-selection-foreground": "ansi_black",
    "screen-selection-background": "ansi_bright_blue",
    "screen-selection-foreground": "ansi_black",
}


def textual_theme(theme: Theme) -> TextualTheme:
    """Textual's form of a theme; the palette is whole, the reader of themes sees to that."""
    colours = theme.palette
    border, background = colours["border"], colours["background"]
    is_ansi = any(colour.startswith("ansi_") for colour in colours.values())
    return TextualTheme(
        name=theme.name,
        dark=theme.dark,
        ansi=is_ansi,
        variables={
            "border": border,
            "border-blurred": border,
            "input-selection-background": colours["selection"],
            "muted": colours["muted"],
            **_UNSEEN,
            **(_ANSI if is_ansi else {}),
        },
        primary=colours["primary"],
        secondary=colours["secondary"],
        accent=colours["accent"],
        foreground=colours["foreground"],
        background=background,
        surface=colours["surface"],
        panel=colours["panel"],
        success=colours["success"],
        warning=colours["warning"],
        error=colours["error"],
    )
