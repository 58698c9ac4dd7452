"""Texts that a query may be: what has brought search engines down before, and pieces to make more of."""

CLASSICS = [
    '-"want sun" sun', 'sun OR "want sun"', '-"want sun"',
    '"', "[" * 6000, "(" * 6000, ")" * 6000, "*" * 200, "foo~9 " * 50, "a* " * 40, "title:", "NOT", "OR", "the of and",
    "x" * 10_000, "🙂", "\x00\x1b[31m\x9b", "\ud800", "a\u202eb", "at:1..99:99:99", "at:..", "has:", "links:[[", "tag:#", "video:-",
    '"' + "a " * 400 + '"', "-a", "- -", "NOT (a OR NOT b)", "~1", "字" * 300, "category:/", "path:..", "channel:*",
]  # fmt: skip

PIECES = [
    "sun",
    "ros",
    "prun",
    "c++",
    " ",
    '"',
    "(",
    ")",
    "-",
    "*",
    "~",
    "OR ",
    "NOT ",
    "title:",
    "at:",
    "has:",
    "tag:",
    "links:",
    "字",
    "\x00",
    ":",
]
