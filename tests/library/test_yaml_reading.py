import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dltui.library.yaml_file import MOST_CHARACTERS, load_mapping


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("", {}),
        ("# only a comment", {}),
        ("a: no", {"a": "no"}),
        ("a: 12345678901\nb: 1e10000\nc: 2024-01-01\nd: 0x1F\ne: null\nf: ~\ng: true", None),
        ("a: ''\nb:", {"a": "", "b": ""}),
        ('a: "x: y # z"', {"a": "x: y # z"}),
        ("a: [x, 1, no]", {"a": ("x", "1", "no")}),
        ("a:\n  - x\n  - b: c", {"a": ("x", {"b": "c"})}),
        ("a: |\n  two\n  lines\n", {"a": "two\nlines\n"}),
        ("a: &x text\nb: *x", {"a": "text", "b": "text"}),
        ("a: !!python/object:os.system x", {"a": "x"}),
        ("a: 1\na: 2", {"a": "2"}),
        ("? [x, y]\n: z", {"('x', 'y')": "z"}),
    ],
)
def test_scalars_stay_text(text: str, values: dict | None) -> None:
    found, problem = load_mapping(text)
    assert problem is None
    if values is None:
        assert all(isinstance(value, str) for value in found.values())
        assert found["b"] == "1e10000"
    else:
        assert found == values


@pytest.mark.parametrize(
    "text",
    [
        "a: b: c",
        "a:\n\t- b",
        "- a\n- b",
        "just text",
        "a: [",
        "a: *unknown",
        "a: &x [1]\nb: *x",
        "[" * 2000,
        "{a: " * 200 + "1" + "}" * 200,
        "a: \x01",
        "x" * (MOST_CHARACTERS + 1),
    ],
)
def test_what_is_no_mapping_gives_one_sentence(text: str) -> None:
    values, problem = load_mapping(text)
    assert values == {}
    assert problem
    assert "\n" not in problem


def test_aliases_cant_make_a_file_grow() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    values, problem = load_mapping("\n".join(lines))
    assert values == {}
    assert problem
    text = f"a: &a {'x' * 1000}\nb: [{', '.join(['*a'] * 10_000)}]"
    values, problem = load_mapping(text)
    assert problem is None
    assert sum(map(len, values["b"])) <= 200 * 10_000


@settings(max_examples=40)
@given(st.text(max_size=200))
def test_any_text_gives_an_answer(text: str) -> None:
    values, problem = load_mapping(text)
    assert isinstance(values, dict)
    assert problem is None or (problem and values == {})


@settings(max_examples=40)
@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{1,8}", fullmatch=True), st.from_regex(r"[A-Za-z0-9 .-]{0,20}", fullmatch=True)
    )
)
def test_quoted_texts_come_back(values: dict[str, str]) -> None:
    text = "\n".join(f'{key}: "{value}"' for key, value in values.items())
    assert load_mapping(text) == (values, None)
