"""Displayed formulas, as they would be written on paper."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from dltui.markdown.tex.text import formula_text
from dltui.model.block import MathBlock, Paragraph
from dltui.model.inline import Text
from dltui.render.compose.formulas import formula_runs
from dltui.render.settings import LayoutSettings
from dltui.render.tex.rows import formula_rows
from tests.render.articles import visible
from tests.render.pages import drawn, lay_blocks, lay_markdown

DRAWN = {
    r"x=\frac{-b\pm\sqrt{b^2-4ac}}{2a}": """
    −b±√(b²−4ac)
x = ────────────
         2a""",
    r"\frac{e^{q \cdot k_j}}{\sum_m e^{q \cdot k_m}}": """
  q⋅kⱼ
 e
───────
   q⋅kₘ
∑ e
m""",
    r"\frac{\frac{a}{b}}{c}": """
 a
 ─
 b
───
 c""",
    r"\frac{1}{2}mv^2": "½mv²",
    r"\int_0^\infty e^{-x^2}\,dx": """
 ∞  −x²
∫  e   dx
 0""",
    r"\lim_{h \to 0} \frac{f(x+h)-f(x)}{h}": """
    f(x+h)−f(x)
lim ───────────
h→0      h""",
    r"\left(\frac{a}{b}\right)^2_i": """
⎛a⎞²
⎜─⎟
⎝b⎠ᵢ""",
    r"\begin{pmatrix} a & 10 \\ 100 & b \end{pmatrix}": """
⎛  a   10 ⎞
⎝ 100  b  ⎠""",
    r"\begin{array}{lr} a & 10 \\ 100 & b \end{array}": """
a    10
100   b""",
    r"\left[\begin{array}{cc|c} 1 & 0 & a \\ 0 & 10 & b \end{array}\right]": """
⎡1  0  │ a⎤
⎣0  10 │ b⎦""",
    r"\begin{array}{|c|c|} \hline p & \frac{a}{b} \\ \hline T & F \\ \hline \end{array}": """
┌───┬───┐
│   │ a │
│ p │ ─ │
│   │ b │
├───┼───┤
│ T │ F │
└───┴───┘""",
    r"\begin{array}{c|c} p & q \\ \hline \frac{1}{n} & F \\ T & F \end{array}": """
p │ q
──┼──
1 │
─ │ F
n │
  │
T │ F""",
    r"\ce{CO2 ->[\Delta][Fe] C}": """
    Δ
CO₂ ⟶ C
    Fe""",
    r"f=\begin{cases} x & \text{if } x>0 \\ 0 & \text{else} \end{cases}": """
    ⎧ x  if x > 0
f = ⎨
    ⎩ 0  else""",
    r"\begin{aligned} a &= b + \frac{1}{n} \\ cd &\le e \end{aligned}": """
         1
 a = b + ─
         n

cd ≤ e""",
    r"\sqrt[3]{\frac{x}{y}}": """
 ┌──
 │ x
 │ ─
∛│ y""",
    r"\overset{!}{=} \quad \binom{n}{k}": """
!   ⎛n⎞
=   ⎜ ⎟
    ⎝k⎠""",
    r"\sum_{\substack{i=1 \\ i \ne j}}^{n} x_i": """
 n
 ∑ xᵢ
i=1
i≠j""",
    r"a \\[4pt] b": "a\nb",
    r"\underbrace{a+b+c}_{n} \xrightarrow{f} {n \choose k}": """
      f ⎛n⎞
a+b+c ⟶ ⎜ ⎟
╰─┬─╯   ⎝k⎠
  n""",
    r"\sum\limits_{k=0}^n {a \over b}": """
 n  a
 ∑  ─
k=0 b""",
    r"\log y_c": """
log y
     c""",
    r"x_{1,2} + M^\top": "x₁,₂ + Mᵀ",
    r"\Phi_E \, d\Phi_E x": """
Φ dΦ x
 E  E""",
    r"\left( x": "( x",
}


@pytest.mark.parametrize(("source", "rows"), DRAWN.items(), ids=DRAWN)
def test_formulas_on_several_rows(source: str, rows: str) -> None:
    found = formula_rows(source)
    assert found is not None
    assert "\n".join(row.rstrip() for row in found) == rows.strip("\n")


leaves = st.sampled_from(["a", "b", "x", "12", r"\alpha", r"\hat{y}", r"\text{if so}", r"\log "])
sources = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(r"\frac{{{}}}{{{}}}".format, inner, inner),
        st.builds("{{{}}}^{{{}}}_{{{}}}".format, inner, inner, inner),
        st.builds(r"\sum_{{{}}}^{{{}}} {}".format, inner, inner, inner),
        st.builds(r"\sqrt[3]{{{}}} + {} = {}".format, inner, inner, inner),
        st.builds(r"\left[ {} \right\}} {}".format, inner, inner),
        st.builds(r"\begin{{pmatrix}} {} & {} \\ {} \end{{pmatrix}}".format, inner, inner, inner),
        st.builds(r"\begin{{cases}} {} & {} \\ {} \end{{cases}}".format, inner, inner, inner),
        st.builds(r"\binom{{{}}}{{{}}} \overset{{{}}}{{=}}".format, inner, inner, inner),
    ),
    max_leaves=12,
)


def _letters(text: str) -> Counter[str]:
    """What both forms of a formula show of it: no brackets, bars and dividing signs."""
    return Counter(char for char in visible(text).elements() if char.isalnum() or char in "∑√+=")


@given(sources)
@settings(max_examples=150, deadline=None)
def test_on_several_rows_a_formula_says_what_it_says_on_one(source: str) -> None:
    rows, text = formula_rows(source), formula_text(source)
    assert rows is not None
    assert text is not None
    assert len({cell_len(row) for row in rows}) == 1
    shown = _letters("\n".join(rows))
    if "choose" not in text and "½" not in text:
        assert shown == _letters(text)


@given(sources, st.integers(10, 80))
@settings(max_examples=80, deadline=None)
def test_a_formula_of_any_width_is_drawn_whole(source: str, width: int) -> None:
    layout = lay_blocks(Paragraph((Text("Before."),), 1), MathBlock(source, 3), width=width)
    rows = drawn(layout)
    assert all(cell_len(row) <= width for row in rows)
    assert visible("".join(rows[2:])) == visible("".join(formula_rows(source) or ()))
    for row in range(layout.height):
        assert layout.row_of(layout.place_at(row)) == row


def test_what_is_found_in_a_cut_formula_is_lit_where_it_stands() -> None:
    source = r"\frac{alpha}{beta} = \frac{gamma}{delta} + \frac{epsilon}{zeta}"
    layout = lay_blocks(MathBlock(source, 1), width=20)
    rows = drawn(layout)
    for word in ("alpha", "delta", "epsilon"):
        match = layout.find(word).next(layout.place_at(0), here=True)
        assert match is not None
        (cells,) = layout.find(word).cells_of(match)
        assert rows[cells.row][cells.start : cells.end] == word


def test_ascii_formulas_stay_on_one_row() -> None:
    settings = LayoutSettings(margin=0, column=1000, ascii_icons=True)
    assert drawn(lay_blocks(MathBlock(r"\frac{a}{b+1}", 1), settings=settings)) == ["    a/(b+1)"]


def test_variables_are_told_from_names_and_signs() -> None:
    runs = list(formula_runs("softmax(QKᵀ) = 4ac + ŷ ln x"))
    assert [text for text, role in runs if role == "math"] == ["QK", "ac", "ŷ", "x"]


def test_a_displayed_formula_within_a_paragraph_stands_on_rows_of_its_own() -> None:
    layout = lay_markdown("So $$\\frac{a}{b}$$ it is,\nsee $$x$$ and $$\\nope{x}$$.\n")
    assert drawn(layout) == [
        "So",
        "",
        "    a",
        "    ─",
        "    b",
        "",
        "it is, see",
        "",
        "    x",
        "",
        "and $$\\nope{x}$$.",
    ]
    assert [layout.line(row).source_line for row in (0, 2, 6, 8, 10)] == [1, 1, 1, 2, 2]


def test_the_mark_after_a_displayed_formula_is_its_end() -> None:
    layout = lay_markdown("So $$\\frac{a}{b}$$, and $$x$$.\n\n$$y$$ or 00:01:00\n")
    assert drawn(layout) == [
        "So",
        "",
        "    a",
        "    ─,",
        "    b",
        "",
        "and",
        "",
        "    x.",
        "",
        "    y",
        "",
        "or 00:01:00",
    ]
