"""A few words that are drawn in colours of the style sheet: titles, marks, counts."""

from textual.widgets import Static


class Caption(Static, inherit_css=False):
    """Static text as wide as its words. Textual's Label has six more looks for every theme to work out."""

    DEFAULT_CSS = "Caption { width: auto; height: auto; min-height: 1; }"
