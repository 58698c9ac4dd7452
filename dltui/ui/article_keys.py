"""The keys of the reader."""

from textual.binding import Binding, BindingType

ARTICLE_BINDINGS: list[BindingType] = [
    Binding("j,down", "scroll_rows(1)", "Down", id="reader.down", tooltip="one line down", show=False),
    Binding("k,up", "scroll_rows(-1)", "Up", id="reader.up", tooltip="one line up", show=False),
    Binding("d,ctrl+d", "scroll_pages(0.5)", "Half down", id="reader.half-down", tooltip="half a page down", show=False),
    Binding("u,ctrl+u", "scroll_pages(-0.5)", "Half up", id="reader.half-up", tooltip="half a page up", show=False),
    Binding(
        "space,pagedown", "scroll_pages(1.0)", "Page down", id="reader.page-down", tooltip="a page down", show=False
    ),
    Binding("b,pageup", "scroll_pages(-1.0)", "Page up", id="reader.page-up", tooltip="a page up", show=False),
    Binding("g g,home", "top", "Top", id="reader.top", tooltip="the beginning", show=False),
    Binding("G,end", "bottom", "End", id="reader.bottom", tooltip="the end", show=False),
    Binding("v", "video", "Video", id="reader.video", tooltip="the video at the selected or nearest moment"),
    Binding("enter", "follow", "Follow", id="reader.follow", tooltip="follow or fold what is selected"),
    Binding("full_stop", "next_link(1)", "Next link", id="reader.next-link", tooltip="next link"),
    Binding("comma", "next_link(-1)", "Previous link", id="reader.previous-link", tooltip="previous link", show=False),
    Binding("right_square_bracket", "next_moment(1)", "Next moment", id="reader.next-moment", tooltip="next moment"),
    Binding(
        "left_square_bracket",
        "next_moment(-1)",
        "Previous moment",
        id="reader.previous-moment",
        tooltip="previous moment",
        show=False,
    ),
    Binding(
        "right_curly_bracket", "next_heading(1)", "Next heading", id="reader.next-heading", tooltip="next heading", show=False
    ),
    Binding(
        "left_curly_bracket",
        "next_heading(-1)",
        "Previous heading",
        id="reader.previous-heading",
        tooltip="previous heading",
        show=False,
    ),
    Binding(
        "o,g x", "open_outside", "Open outside", id="reader.open-outside", tooltip="open the selected link outside", show=False
    ),
    Binding("U", "card", "URL card", id="reader.card", tooltip="the URL of the moment, as text and QR code", show=False),
    Binding("escape", "unselect", "Unselect", id="reader.unselect", tooltip="select nothing", show=False),
]
