"""What the commands of TeX look like in Unicode."""

from functools import cache

SPACES = {
    ",": " ",
    ";": " ",
    ":": " ",
    " ": " ",
    ">": " ",
    "!": "",
    "quad": "   ",
    "qquad": "   ",
    "enspace": " ",
    "thinspace": " ",
}
ESCAPES = {"{": "{", "}": "}", "%": "%", "$": "$", "#": "#", "&": "&", "_": "_", "|": "‖", "-": ""}
MORE = {
    "dots": "…",
    "dotsc": "…",
    "dotsb": "⋯",
    "dotsm": "⋯",
    "lvert": "|",
    "rvert": "|",
    "vert": "|",
    "lVert": "‖",
    "rVert": "‖",
    "Vert": "‖",
    "lt": "<",
    "gt": ">",
    "dag": "†",
    "ddag": "‡",
    "Box": "□",
}
"""Symbols that unicodeit doesn't know, or under other names only."""
LITERALS = {"-": "−", "'": "′", "~": " ", "&": " "}

TEXT_FONTS = frozenset(
    ["text", "textrm", "textbf", "textit", "textsf", "texttt", "textnormal", "mbox", "hbox", "emph"]
)
"""Their argument is words: its spaces count."""
PLAIN_FONTS = frozenset(
    [
        "mathrm",
        "mathbf",
        "mathit",
        "mathsf",
        "mathtt",
        "mathnormal",
        "boldsymbol",
        "bm",
        "pmb",
        "mathop",
    ]
)
LETTER_FONTS = frozenset(["mathbb", "mathcal", "mathfrak", "mathscr"])
"""Their argument is letters that have characters of their own."""
IGNORED = frozenset(
    [
        "displaystyle",
        "textstyle",
        "scriptstyle",
        "limits",
        "nolimits",
        "nonumber",
        "notag",
        "hline",
        "centering",
        "rm",
        "bf",
        "it",
        "big",
        "Big",
        "bigg",
        "Bigg",
        "bigl",
        "bigr",
        "Bigl",
        "Bigr",
        "biggl",
        "biggr",
        "Biggl",
        "Biggr",
        "bigm",
        "Bigm",
    ]
)
FUNCTIONS = frozenset(
    [
        "sin",
        "cos",
        "tan",
        "cot",
        "sec",
        "csc",
        "sinh",
        "cosh",
        "tanh",
        "coth",
        "arcsin",
        "arccos",
        "arctan",
        "log",
        "ln",
        "lg",
        "exp",
        "lim",
        "limsup",
        "liminf",
        "max",
        "min",
        "sup",
        "inf",
        "det",
        "dim",
        "ker",
        "deg",
        "gcd",
        "arg",
        "hom",
        "Pr",
        "argmax",
        "argmin",
        "rank",
    ]
)
ACCENTS = {
    "hat": "\u0302",
    "widehat": "\u0302",
    "bar": "\u0305",
    "overline": "\u0305",
    "underline": "\u0332",
    "vec": "\u20d7",
    "overrightarrow": "\u20d7",
    "overleftarrow": "\u20d6",
    "overleftrightarrow": "\u20e1",
    "tilde": "\u0303",
    "widetilde": "\u0303",
    "dot": "\u0307",
    "ddot": "\u0308",
    "acute": "\u0301",
    "grave": "\u0300",
    "check": "\u030c",
    "breve": "\u0306",
    "not": "\u0338",
    "cancel": "\u0336",
}
BRACKETS = {
    "matrix": ("", ""),
    "smallmatrix": ("", ""),
    "substack": ("", ""),
    "array": ("", ""),
    "pmatrix": ("(", ")"),
    "bmatrix": ("[", "]"),
    "Bmatrix": ("{", "}"),
    "vmatrix": ("|", "|"),
    "Vmatrix": ("‖", "‖"),
    "cases": ("{", ""),
    "rcases": ("", "}"),
}
"""What stands around the cells of an environment."""
STACKED = frozenset(
    ["align", "aligned", "alignat", "gather", "gathered", "split", "equation", "eqnarray", "multline"]
)
"""Environments whose rows are equations under each other."""
TOLD_COLUMNS = frozenset(("array", "alignat"))
"""Environments that say how many columns they have."""
ARROWS = {"xrightarrow": "⟶", "xleftarrow": "⟵", "xRightarrow": "⟹", "xleftrightarrow": "⟷", "xmapsto": "⟼"}
"""Arrows with something written over them."""
FRACTIONS = frozenset(["frac", "dfrac", "tfrac", "cfrac", "sfrac", "nicefrac"])
VULGAR = {
    ("1", "2"): "½",
    ("1", "3"): "⅓",
    ("2", "3"): "⅔",
    ("1", "4"): "¼",
    ("3", "4"): "¾",
    ("1", "5"): "⅕",
    ("2", "5"): "⅖",
    ("3", "5"): "⅗",
    ("4", "5"): "⅘",
    ("1", "6"): "⅙",
    ("5", "6"): "⅚",
    ("1", "7"): "⅐",
    ("1", "8"): "⅛",
    ("3", "8"): "⅜",
    ("5", "8"): "⅝",
    ("7", "8"): "⅞",
    ("1", "9"): "⅑",
    ("1", "10"): "⅒",
}
ROOTS = {"": "√", "2": "√", "3": "∛", "4": "∜"}


@cache
def _characters() -> dict[str, str]:
    from unicodeit.data import REPLACEMENTS  # noqa: PLC0415 - most articles have no formula

    return dict(REPLACEMENTS)


def character(command: str) -> str | None:
    """The character of a command, given without its backslash (`alpha`, `mathbb{R}`); None for an unknown one."""
    return MORE.get(command) or _characters().get("\\" + command)
