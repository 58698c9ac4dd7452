"""Every key of the program in one table. Widgets, help, key bar and `dltui keys` are all made from it.

A key written with a space (`g g`) is a sequence. No Textual here: the command line prints this table too.
"""

from typing import NamedTuple

from dltui.ui.keys.key_sequences import LETTER


class Key(NamedTuple):
    """One thing that keys do.

    Attributes:
        id: `pane.what`; stable, for settings.
        keys: Textual's names, separated by commas; the first is the one that is shown.
        action: of the widget that has the pane.
        label: one or two words for the key bar.
        does: a sentence part for the help.
        shown: whether the key bar shows it.
    """

    id: str
    keys: str
    action: str
    label: str
    does: str
    shown: bool = False

    @property
    def pane(self) -> str:
        """Where it works."""
        return self.id.partition(".")[0]


PANES = {
    "reader": "Article",
    "tree": "Tree",
    "results": "Results",
    "moments": "Moments",
    "links": "Links",
    "neighbourhood": "Neighbourhood",
    "problems": "Problems",
    "line": "Line above a list",
    "search": "Search bar",
    "find": "Find line",
    "list": "Lists",
    "card": "URL card",
    "peek": "Peek",
    "dialog": "This window",
    "app": "Main screen",
    "program": "Everywhere",
}

KEYMAP = (
    Key("reader.down", "j,down", "scroll_rows(1)", "Down", "one line down"),
    Key("reader.up", "k,up", "scroll_rows(-1)", "Up", "one line up"),
    Key("reader.half-down", "d,ctrl+d", "scroll_pages(0.5)", "Half down", "half a page down"),
    Key("reader.half-up", "u,ctrl+u", "scroll_pages(-0.5)", "Half up", "half a page up"),
    Key("reader.page-down", "space,pagedown", "scroll_pages(1.0)", "Page down", "a page down"),
    Key("reader.page-up", "b,pageup", "scroll_pages(-1.0)", "Page up", "a page up"),
    Key("reader.top", "g g,home", "top", "Top", "the beginning"),
    Key("reader.bottom", "G,end", "bottom", "End", "the end"),
    Key("reader.video", "v", "video", "Video", "the video at the selected or nearest moment", shown=True),
    Key("reader.next-moment", "right_square_bracket", "next_moment(1)", "Moment", "next moment", shown=True),
    Key("reader.previous-moment", "left_square_bracket", "next_moment(-1)", "Moment", "previous moment"),
    Key("reader.next-link", "full_stop", "next_link(1)", "Link", "next link", shown=True),
    Key("reader.previous-link", "comma", "next_link(-1)", "Link", "previous link"),
    Key("reader.follow", "enter", "follow", "Follow", "follow or fold what is selected", shown=True),
    Key("reader.next-heading", "right_curly_bracket", "next_heading(1)", "Heading", "next heading"),
    Key("reader.previous-heading", "left_curly_bracket", "next_heading(-1)", "Heading", "previous heading"),
    Key("reader.open-outside", "o,g x", "open_outside", "Outside", "open the selected link in a browser"),
    Key("reader.card", "U", "card", "URL card", "the URL of the moment, as text and QR code"),
    Key("reader.play", "p", "play", "Play", "play the video here and read along, or close the player"),
    Key("reader.find", "slash,ctrl+f", "find", "Find", "find in the article", shown=True),
    Key("reader.next-match", "n", "next_match(1)", "Next match", "next match"),
    Key("reader.previous-match", "N", "next_match(-1)", "Previous match", "previous match"),
    Key(
        "reader.hint", "f", "hint('follow')", "Hints", "letters for the links in sight; type one to follow it"
    ),
    Key(
        "reader.hint-peek",
        "F",
        "hint('peek')",
        "Peek hints",
        "letters for the links in sight; type one to peek",
    ),
    Key("reader.peek", "K", "peek", "Peek", "look at the selected link without going there"),
    Key(
        "reader.copy-url",
        "y y",
        "copy('url')",
        "Copy URL",
        "copy the URL of what is selected, or of the moment",
    ),
    Key(
        "reader.copy-quote",
        "y q",
        "copy('quote')",
        "Copy quote",
        "copy the moment's sentence with its citation",
    ),
    Key(
        "reader.copy-wikilink", "y w", "copy('wikilink')", "Copy wikilink", "copy a wikilink to this article"
    ),
    Key("reader.copy-path", "y p", "copy('path')", "Copy path", "copy the path of this article"),
    Key("reader.copy-title", "y t", "copy('title')", "Copy title", "copy the title of this article"),
    Key(
        "reader.copy-hinted",
        "y f",
        "hint('copy')",
        "Copy hinted",
        "letters for the links in sight; type one to copy it",
    ),
    Key("reader.edit", "e", "edit", "Edit", "open this line in your editor"),
    Key("reader.narrower", "minus", "change_width(-4)", "Narrower", "a narrower column"),
    Key("reader.wider", "plus,equals_sign", "change_width(4)", "Wider", "a wider column"),
    Key("reader.flip", "x", "flip_readings", "Flip times", "read the article's doubtful times the other way"),
    Key("reader.unselect", "escape", "unselect", "Unselect", "select nothing"),
    Key("tree.unfold", "l,right", "unfold", "Open", "open the category or article"),
    Key("tree.fold", "h,left", "fold", "Close", "close the category, or go to its parent"),
    Key("tree.toggle", "space", "toggle_fold", "Fold", "open or close the category", shown=True),
    Key(
        "tree.open-stay",
        "o",
        "open_and_stay",
        "Open, stay",
        "open the article and stay in the tree",
        shown=True,
    ),
    Key("tree.filter", "ctrl+f", "filter", "Filter", "filter the articles by their titles", shown=True),
    Key(
        "tree.view", "c", "next_view", "View", "categories, channels and videos, recent, starred", shown=True
    ),
    Key("tree.sort", "full_stop", "next_order", "Sort", "sort the articles in another way"),
    Key("tree.forget", "D,delete", "forget", "Forget", "forget the saved search", shown=True),
    Key("problems.notes", "n", "toggle_notes", "Notes", "show the notes too, or leave them out", shown=True),
    Key("line.next", "down,ctrl+j", "move(1)", "Next", "next row", shown=True),
    Key("line.previous", "up,ctrl+k", "move(-1)", "Previous", "previous row"),
    Key("line.further", "pagedown", "move(10)", "Further", "ten rows on"),
    Key("line.nearer", "pageup", "move(-10)", "Nearer", "ten rows back"),
    Key("line.choose", "enter", "submit", "Choose", "choose the row, or go to the list", shown=True),
    Key("line.leave", "escape", "leave", "Leave", "choose nothing", shown=True),
    Key(
        "results.open-stay",
        "o",
        "open_and_stay",
        "Open, stay",
        "open the hit and stay in the results",
        shown=True,
    ),
    Key("results.more", "l,right", "more", "More", "more hits of this article", shown=True),
    Key("results.fewer", "h,left", "fewer", "Fewer", "fewer hits of this article"),
    Key("results.leave", "escape", "leave", "Leave", "back to the article, the results stay"),
    Key("results.video", "v", "video", "Video", "the video at the moment of the hit", shown=True),
    Key("results.card", "U", "card", "URL card", "the URL of the moment, as text and QR code"),
    Key("results.refine", "slash", "refine", "Refine", "back to the search bar", shown=True),
    Key("moments.open-stay", "o", "open_and_stay", "Go, stay", "go to the sentence and stay here"),
    Key("moments.video", "v", "video", "Video", "the video at this moment", shown=True),
    Key("moments.play", "p", "play", "Play", "play the video here, or close the player"),
    Key("moments.card", "U", "card", "URL card", "the URL of the moment, as text and QR code"),
    Key("links.open-stay", "o", "open_and_stay", "Go, stay", "go there and stay here"),
    Key(
        "neighbourhood.before",
        "h,left",
        "side('before')",
        "Leads here",
        "to those that lead here",
        shown=True,
    ),
    Key("neighbourhood.after", "l,right", "side('after')", "Leads to", "to those it leads to", shown=True),
    Key("neighbourhood.step", "space", "step", "Step", "put this one into the middle", shown=True),
    Key(
        "neighbourhood.step-back",
        "H,backspace,b",
        "step_back",
        "Back",
        "what was in the middle before",
        shown=True,
    ),
    Key("search.next", "down,ctrl+j", "move(1)", "Next hit", "next hit", shown=True),
    Key("search.previous", "up,ctrl+k", "move(-1)", "Previous hit", "previous hit"),
    Key("search.further", "pagedown", "move(5)", "Further", "five hits on"),
    Key("search.nearer", "pageup", "move(-5)", "Nearer", "five hits back"),
    Key("search.open", "enter", "submit", "Open", "open the selected hit", shown=True),
    Key("search.results", "tab", "results", "Results", "to the results", shown=True),
    Key(
        "search.take", "ctrl+y", "take_suggestion", "Did you mean", "search for what is suggested", shown=True
    ),
    Key("search.complete", "ctrl+n", "complete", "Complete", "go on as proposed; again: as proposed next"),
    Key("search.history", "ctrl+r", "history", "Earlier", "earlier searches", shown=True),
    Key("search.save", "ctrl+s", "save", "Save", "keep this search in the tree, or forget it", shown=True),
    Key("search.leave", "escape", "leave", "Leave", "leave, the results stay; again: clear", shown=True),
    Key("find.next", "down,ctrl+j", "step(1)", "Next", "next match", shown=True),
    Key("find.previous", "up,ctrl+k", "step(-1)", "Previous", "previous match"),
    Key("find.keep", "enter", "submit", "Keep", "back to the article; n and N walk the matches", shown=True),
    Key("find.leave", "escape", "leave", "Give up", "back to where you were", shown=True),
    Key("list.down", "j,down", "move(1)", "Down", "next row"),
    Key("list.up", "k,up", "move(-1)", "Up", "previous row"),
    Key("list.half-down", "d,ctrl+d", "page(0.5)", "Half down", "half a page down"),
    Key("list.half-up", "u,ctrl+u", "page(-0.5)", "Half up", "half a page up"),
    Key("list.page-down", "pagedown", "page(1.0)", "Page down", "a page down"),
    Key("list.page-up", "pageup", "page(-1.0)", "Page up", "a page up"),
    Key("list.first", "g g,home", "first", "First", "first row"),
    Key("list.last", "G,end", "last", "Last", "last row"),
    Key("list.choose", "enter", "choose", "Open", "open the selected row", shown=True),
    Key("card.copy", "y", "send", "Send again", "send the URL to your clipboard again", shown=True),
    Key("card.close", "enter", "close", "Close", "close the card", shown=True),
    Key("peek.go", "enter", "go", "Go there", "go to what is looked at", shown=True),
    Key("dialog.close", "escape,q", "close", "Close", "close this and go back", shown=True),
    Key("app.search", "s,ctrl+k", "search", "Search", "to the search bar", shown=True),
    Key("app.tree", "1", "focus_pane('tree')", "Tree", "to the tree"),
    Key("app.reader", "2", "focus_pane('reader')", "Article", "to the article"),
    Key("app.results", "3", "focus_pane('results')", "Results", "to the results"),
    Key("app.next-pane", "tab", "app.focus_next", "Next pane", "next pane"),
    Key("app.previous-pane", "shift+tab", "app.focus_previous", "Previous pane", "previous pane"),
    Key("app.back", "H,alt+left,backspace", "back", "Back", "back to where you were", shown=True),
    Key("app.forward", "L,alt+right", "forward", "Forward", "forward again"),
    Key("app.toggle-tree", "backslash,ctrl+b", "toggle_tree", "Tree", "show or hide the tree"),
    Key("app.outline", "O", "toggle_side('outline')", "Outline", "show or hide the outline"),
    Key("app.moments", "V", "toggle_side('moments')", "Moments", "show or hide the moments of the video"),
    Key(
        "app.links", "B", "toggle_side('links')", "Links", "show or hide who links here, and where this leads"
    ),
    Key("app.zen", "z", "zen", "Zen", "the article alone, and back"),
    Key("app.quick-open", "ctrl+o", "quick_open", "Open", "open an article by some letters of its title"),
    Key("app.random", "R", "random", "Random", "any article"),
    Key("app.rescan", "r", "rescan", "Rescan", "read what has changed on disk"),
    Key("app.widen", "w", "widen", "Whole library", "search the whole library again", shown=True),
    Key("app.star", "S", "star", "Star", "give the article a star, or take it away"),
    Key("app.mark", f"m {LETTER}", f"mark('{LETTER}')", "Mark", "mark this place with a letter"),
    Key(
        "app.to-mark", f"apostrophe {LETTER}", f"go_to_mark('{LETTER}')", "Go to mark", "go to a marked place"
    ),
    Key("app.home", "g h", "home", "Home", "the first page of the library; from there, what stands in it"),
    Key("app.video-page", "g v", "video_page", "Timeline", "the video's own page: who cites which second"),
    Key("app.also-said", "g a", "also_said", "Also said", "who else cites these ten seconds of the video"),
    Key(
        "app.export",
        "g e",
        "export",
        "Export",
        "export moments to a file: this article, this video, all stars",
    ),
    Key(
        "app.neighbourhood",
        "g l",
        "neighbourhood",
        "Neighbourhood",
        "who leads here, where this leads, step by step",
    ),
    Key("app.problems", "g p", "problems", "Problems", "the problems of the library, and where they stand"),
    Key("program.help", "question_mark,f1", "help", "Help", "what the keys do here", shown=True),
    Key("program.palette", "colon,ctrl+p", "palette", "Commands", "everything that keys do here, by name"),
    Key("program.theme", "t", "choose_theme", "Theme", "choose a theme"),
    Key("program.mouse", "M", "toggle_mouse", "Mouse", "leave the mouse to the terminal, or take it back"),
    Key("program.redraw", "ctrl+l", "redraw", "Redraw", "draw the screen anew"),
    Key("program.suspend", "ctrl+z", "suspend_process", "Suspend", "back to the shell; `fg` returns"),
    Key("program.quit", "q", "leave", "Quit", "close what is on top, else quit", shown=True),
    Key("program.quit-now", "ctrl+q", "quit", "Quit", "quit"),
)
