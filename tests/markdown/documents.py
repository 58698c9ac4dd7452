"""Strategies for documents: of whole constructs with words of their own, and of noise."""

from hypothesis import strategies as st

_INLINE = [
    "{}",
    "{}",
    "*{}*",
    "**{}**",
    "_{}_",
    "~~{}~~",
    "=={}==",
    "`{}`",
    "``{}``",
    "[{}](https://x.org/a_b)",
    "[[target | {}]]",
    "[[{}]]",
    "<b>{}</b>",
    "<sup>{}</sup>",
    "<foo>{}</foo>",
    "${}$",
    "\\({}\\)",
    "#{}",
    "![{}](i.png)",
    "({})",
    '"{}"',
    "[{}]",
    "**{}",
    "[[{} ",
    "`{}",
    '{}<a class="yt-timestamp" data-t="00:01:02">[00:01:02]</a>',
    "[{}](00:01:19)",
    "&lt;{}&gt;",
    "<span>{}</span>",
    "{}<br/>",
]
_BLOCK = [
    "{}",
    "{}\n{}",
    "# {}",
    "### {} ###",
    "{}\n---",
    "- {}\n- {}",
    "- {}\n  - {}\n\n    {}",
    "1. {}\n2. {}",
    "- [x] {}",
    "> {}\n> {}",
    "> {}\n{}",
    "> [!info] {}\n> {}",
    "> [!info]- {}\n> > [!tip] {}\n> > {}",
    "[!note]\n{}",
    "```\n{}\n```",
    "    {}",
    "~~~py\n{}",
    "| {} | b |\n|---|---|\n| {} | c |\n| {} | d | {} |",
    "$$\n{}\n$$",
    "<details><summary>{}</summary>\n\n{}\n\n</details> {}",
    "<details>\n{}",
    "<table>\n{}\n</table>",
    "<div>\n{}\n</div>",
    "[^1]: {}\n    {}",
    "{}^[{}]",
    "{} ^id",
]


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A document of known constructs, and the words that it must show, each of which stands once."""
    words: list[str] = []
    blocks = []
    for block in draw(st.lists(st.sampled_from(_BLOCK), min_size=1, max_size=6)):
        for _ in range(block.count("{}")):
            words.append(f"w{len(words)}w")
            shape = draw(st.sampled_from(_INLINE)).replace("{}", words[-1])
            block = block.replace("{}", shape, 1)  # noqa: PLW2901 -- filled place by place
        blocks.append(block)
    gap = draw(st.sampled_from(["\n\n", "\n\n", "\n"]))
    return gap.join(blocks), words


LINES = [
    *(
        "",
        "",
        "text",
        "# H",
        "## H2",
        "- a",
        "1. b",
        "   c",
        "    d",
        "  ```",
        "```",
        "```py",
        "~~~",
        "> q",
        "> ```",
    ),
    *(
        "$$",
        "$$ x $$",
        "%%",
        "%% c %%",
        "<!--",
        "-->",
        "<!-- c -->",
        "<pre>",
        "</pre>",
        "<details>",
        "</details>",
    ),
    *(
        "<summary>s</summary>",
        "<table>",
        "</table>",
        "<Foo>",
        "| a | b |",
        "|---|---|",
        "[^1]: note",
        "    more",
    ),
    *(
        "  ind",
        "---",
        "===",
        "[!NOTE]",
        "> [!NOTE]",
        "> body",
        "[a]: /url",
        "x [^1] [a] ^[n]",
        "***",
        "* b",
        " - c",
    ),
    *(
        "\t- t",
        "  <!--",
        "   $$",
        "   # H",
        "<script>",
        "</script>",
        '<a class="yt-timestamp"',
        "^id",
        "%%a",
        "b%%",
    ),
    *("> <details>", "- ```", "[00:01:02]", "[[a | b]]", "`c [00:01:02]`", "From: [[a]] <br/>", "title: x"),
]
"""Lines that open, close or lean on something."""

noise = st.text(
    alphabet=st.sampled_from(
        [*"ab \n\t*_`[]()!<>#|-=~$%^&\\:.\"'{}/0123456789é", "\x00", "\r", "\u202e", "\ud800"]
    ),
    max_size=120,
)
pieces = st.lists(
    st.sampled_from(
        [
            *(
                "[[",
                "]]",
                "[",
                "](",
                ")",
                "<a ",
                'data-t="',
                '">',
                "</a>",
                "00:01:02",
                "1:02",
                "**",
                "*",
                "==",
                "`",
                "$",
            ),
            *(
                "\n",
                "\n\n",
                "> ",
                "- ",
                "# ",
                "|",
                "|---|",
                "%%",
                "<!--",
                "-->",
                "<details>",
                "[^",
                "^[",
                "\\",
                "&#",
                ";",
            ),
            *("[!", "![", "<b>", "</b>", "http://", "www.", "word", " ", "    ", "---\n", "From: "),
        ],
    ),
    max_size=40,
).map("".join)
lines = st.lists(st.sampled_from(LINES), max_size=14).map("\n".join)
texts = st.one_of(noise, pieces, lines, st.text(max_size=80))
