import pytest

from dltui.markdown.tex.scripts import subscript, superscript


@pytest.mark.parametrize(
    ("text", "raised", "lowered"),
    [
        ("2", "²", "₂"),
        ("n+1", "ⁿ⁺¹", "ₙ₊₁"),
        ("th", "ᵗʰ", "ₜₕ"),
        ("Q", "^Q", "_Q"),
        ("a, b", "^(a, b)", "_(a, b)"),
        ("10", "¹⁰", "₁₀"),
    ],
)
def test_what_unicode_has_and_has_not(text: str, raised: str, lowered: str) -> None:
    assert superscript(text) == raised
    assert subscript(text) == lowered
