from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dltui.cli.time_argument import seconds_of
from dltui.errors import UsageError
from dltui.model.clean import is_clean
from dltui.model.timestamp import clock


@given(st.integers(0, 10**7))
def test_a_time_as_the_program_writes_it_is_read_back(seconds):
    hours, rest = divmod(seconds, 3600)
    for text in (clock(seconds), str(seconds), f" {seconds}s ", f"{hours}h{rest // 60}m{rest % 60}s"):
        assert seconds_of(text) == seconds


@given(st.text() | st.text("0123456789:hms.- ", max_size=12))
def test_any_text_is_a_time_or_a_sentence(text):
    with suppress(UsageError):
        assert seconds_of(text) >= 0


@pytest.mark.parametrize("text", ["", "noon", "-5", "1:75", "1:2:3:4", "٣", "1e3"])
def test_what_is_no_time_is_refused(text):
    with pytest.raises(UsageError) as refused:
        seconds_of(text)
    assert refused.value.message.startswith("not a time: ")
    assert is_clean(refused.value.message)
