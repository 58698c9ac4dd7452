import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dltui.markdown.tex.text import formula_text

DRAWN = [
    (r"KE = \frac{1}{2}mv^2", "KE = ½mv²"),
    (r"\frac{a}{b}", "a/b"),
    (r"\frac{x+1}{2y}", "(x+1)/(2y)"),
    (r"\frac{a}{b}c", "(a/b)c"),
    (r"\frac{1}{n}\sum_{i=1}^{n} x_i", "(1/n)∑ᵢ₌₁ⁿ xᵢ"),
    (r"\frac{d}{dx}\left(\frac{x+1}{y}\right)", "(d/dx)((x+1)/y)"),
    (r"\frac{\sqrt{\pi}}{2}", "√π/2"),
    (r"\dfrac{\sigma}{\sqrt{n}}", "σ/√n"),
    (r"\frac{\partial B}{\partial t}", "∂B/∂t"),
    (r"\sqrt[3]{x} + \sqrt{x+1} + \sqrt[n]{2}", "∛x + √(x+1) + ⁿ√2"),
    (r"e^{-x^2}", "e^(−x²)"),
    (r"a^{b^c}", "a^(bᶜ)"),
    (r"x_{i,j}", "x_(i,j)"),
    (r"90^\circ, f'(x), R^*", "90°, f′(x), R*"),
    (r"x\le 3", "x ≤ 3"),
    (r"x \leq y \neq z", "x ≤ y ≠ z"),
    (r"2\pi r", "2πr"),
    (r"\alpha^{2n} \to \infty", "α²ⁿ → ∞"),
    (r"\lim_{x \to 0} \frac{\sin x}{x}", "lim_(x → 0) (sin x)/x"),
    (r"O(n\log n)", "O(n log n)"),
    (r"\mathbb{R}^2, \mathcal{O}", "ℝ², 𝒪"),
    (r"\vec{F} = m\vec{a}, \hat{y}, \overline{AB}", "F⃗ = ma⃗, ŷ, A̅B̅"),
    (r"\text{if } x \in A", "if x ∈ A"),
    (r"P(\text{rolling a 6})", "P(rolling a 6)"),
    (r"f(x) > a \quad \text{or} \quad f(x) < -a", "f(x) > a or f(x) < −a"),
    (r"\left|\frac{2x}{7} + 9\right| > \frac{5}{7}", "|2x/7 + 9| > 5/7"),
    (r"\left. x \right|_0", "x |₀"),
    (r"\{1, 2\} \% \$ \&", "{1, 2} % $ &"),
    (r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}", "(a b; c d)"),
    (r"\begin{cases} x, & x>0 \\ -x & x<0\end{cases}", "{ x, x>0; −x, x<0"),
    (r"\begin{aligned} a &= b \\ c &\le d \end{aligned}", "a = b\nc ≤ d"),
    (r"a \\ b", "a\nb"),
    (r"\binom{n}{k} \pmod{7}", "(n choose k) (mod 7)"),
    (r"\not= \boxed{x} \overset{a}{b} \underset{i}{m}", "≠ [x] bᵃ mᵢ"),
    (r"10^{-19}\,\text{C}", "10⁻¹⁹ C"),
    ("a+b=c", "a+b=c"),
    (r"{n \choose k} + {a \over b}", "(n choose k) + a/b"),
    (r"\sum\limits_{k=0}^n k, \dots", "∑ₖ₌₀ⁿ k, …"),
    (r"\begin{array}{cc|c} 1 & 0 & a \\ \hline 0 & 1 & b \end{array}", "1 0 | a; 0 1 | b"),
    (r"\begin{array}{|c|} \hline a \\ \hline \end{array}", "a"),
    (r"\ce{H2O}", "H₂O"),
    (r"\ce{SO4^2-} + \ce{Na+}", "SO₄²⁻ + Na⁺"),
    (r"\ce{2 H2 + O2 -> 2 H2O}", "2 H₂ + O₂ ⟶ 2 H₂O"),
    (r"\ce{Fe(CN)6^{3-} <=> [AgCl2]-}", "Fe(CN)₆³⁻ ⇌ [AgCl₂]⁻"),
    (r"\ce{^{227}_{90}Th+}", "²²⁷₉₀Th⁺"),
    (r"\ce{CuSO4 * 5 H2O, BaSO4 v + H2 ^}", "CuSO₄ · 5 H₂O, BaSO₄ ↓ + H₂ ↑"),
    (r"\ce{CH3-CH=CH2, HC#CH, OH-(aq)}", "CH₃–CH=CH₂, HC≡CH, OH⁻(aq)"),
    (r"\ce{A ->[\Delta] B}, \ce{\alpha-D}", "A ⟶ ^Δ B, α–D"),
    (r"\underbrace{a+b}_{n} \xrightarrow{f} \lVert x \rVert^\top", "(a+b)ₙ ⟶ ᶠ ‖ x ‖ᵀ"),
]
NOT_DRAWN = [
    r"\ce{}",
    r"\ce{$x$}",
    r"\ce{\unknown}",
    r"\ce{A",
    r"\ce A",
    r"\unknown{x}",
    r"\frac1",
    r"\frac{}{2}",
    r"x^",
    r"x^{}",
    r"{x",
    r"x}",
    r"\begin{tikzpicture}\end{tikzpicture}",
    r"\begin{matrix} a \end{pmatrix}",
    r"\mathbb{!}",
    r"\text{a $b$}",
    r"\text x",
    "",
    " ",
    "x" * 5000,
    r"\sqrt" * 700 + "x",
    "{" * 500 + "}" * 500,
]


@pytest.mark.parametrize(("source", "text"), DRAWN, ids=[source for source, _ in DRAWN])
def test_formulas_that_unicode_can_show(source: str, text: str) -> None:
    assert formula_text(source) == text


@pytest.mark.parametrize("source", NOT_DRAWN, ids=[source[:20] for source in NOT_DRAWN])
def test_formulas_that_stay_as_written(source: str) -> None:
    assert formula_text(source) is None


@given(
    st.lists(
        st.sampled_from(
            [*r"\{}^_&[]. x1", r"\frac", r"\\", r"\begin", r"\end", "{matrix}", r"\text", r"\left"]
        ),
        max_size=30,
    )
)
@settings(max_examples=150)
def test_no_source_is_too_broken(pieces: list[str]) -> None:
    text = formula_text("".join(pieces))
    assert text is None or text.strip()
