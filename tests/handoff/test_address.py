import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dltui.handoff.address import outgoing_url
from dltui.handoff.refusal import Refusal
from dltui.model.clean import is_clean

ID = "dQw4w9WgXcQ"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("HTTP://Example.org/", "http://Example.org/"),
        ("https://en.wikipedia.org/wiki/Go_(game)", "https://en.wikipedia.org/wiki/Go_(game)"),
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("https://example.org/100%25/%zz", "https://example.org/100%25/%25zz"),
        ("https://example.org/é?q=ß#ü", "https://example.org/%C3%A9?q=%C3%9F#%C3%BC"),
        ("https://münchen.de:8080/", "https://xn--mnchen-3ya.de:8080/"),
        ('https://example.org/"<>\\^`{|}', "https://example.org/%22%3C%3E%5C%5E%60%7B%7C%7D"),
        ("https://example.org/;reboot&&ls$(x)", "https://example.org/;reboot&&ls$(x)"),
        ("https://[::1]:80/x", "https://[::1]:80/x"),
        ("  https://example.org/  ", "https://example.org/"),
        (f"https://youtu.be/{ID}?t=1m2s&si=tracking", f"https://www.youtube.com/watch?v={ID}&t=62s"),
        (f"http://m.youtube.com/watch?v={ID}&list=PL&t=9.5", f"https://www.youtube.com/watch?v={ID}&t=9s"),
        ("https://www.youtube.com/@lexfridman", "https://www.youtube.com/@lexfridman"),
    ],
)
def test_web_addresses_leave(url, expected):
    assert outgoing_url(url) == expected


@pytest.mark.parametrize(
    ("url", "word"),
    [
        ("javascript:alert(1)", "javascript:"),
        ("JavaScript:alert(1)", "javascript:"),
        ("file:///etc/passwd", "file:"),
        ("data:text/html,<script>", "data:"),
        ("ftp://example.org/", "ftp:"),
        ("mailto:a@example.org", "mailto:"),
        ("vbscript:x", "vbscript:"),
        ("-oProxyCommand=x", "without a scheme"),
        ("../other.md", "without a scheme"),
        ("//example.org/", "without a scheme"),
        ("", "without a scheme"),
        ("https://", "no host"),
        ("https:///path", "no host"),
        ("http://?x", "no host"),
        ("https://example.org\\@evil.org/", "host is malformed"),
        ("https://a b/", "host is malformed"),
        ("https://ex`reboot`.org/", "host is malformed"),
        ("https://[::1/", "malformed"),
        ("https://example.org:99999/", "malformed"),
        (f"https://é{'x' * 70}.org/", "host is malformed"),
        ("https://example.org/\x1b]52;c;eA==\x07", "control characters"),
        ("https://example.org/\n--flag", "control characters"),
        ("java\tscript:alert(1)", "control characters"),
        ("https://example.org/\x9b31m", "control characters"),
        ("https://example.org/\u202egpj.exe", "control characters"),
        ("https://example.org/\u2028", "control characters"),
        ("https://example.org/\ud800", "control characters"),
        ("https://example.org/\x00", "control characters"),
        ("https://example.org/" + "x" * 9000, "too long"),
        ("https://www.youtube.com/watch?v=$(reboot)", "video id"),
    ],
)
def test_everything_else_is_refused_with_a_sentence(url, word):
    answer = outgoing_url(url)
    assert isinstance(answer, Refusal)
    assert word in answer.message
    assert answer.message.endswith(".")
    assert is_clean(answer.message)


@given(
    st.text()
    | st.text(string.printable).map("https://example.org/".__add__)
    | st.text().map("https://".__add__)
    | st.text().map("http://é.org/".__add__)
)
def test_what_leaves_is_a_web_address_in_plain_ascii(url):
    answer = outgoing_url(url)
    if isinstance(answer, Refusal):
        assert is_clean(answer.message)
    else:
        assert answer.startswith(("http://", "https://"))
        assert all("!" <= char <= "~" for char in answer)
        assert outgoing_url(answer) == answer
