"""Given replies of many mail programs, when the quote is cut, then exactly the new words remain."""

import time

import pytest

from farol.channels.email.reading.quote import fresh

from .replies import REPLIES


@pytest.mark.parametrize(("name", "text", "new"), REPLIES, ids=[name for name, *_ in REPLIES])
def test_keeps_what_is_new(name: str, text: str, new: str | None) -> None:
    assert fresh(text) == (text.strip() if new is None else new)


@pytest.mark.parametrize(("name", "text", "new"), REPLIES, ids=[name for name, *_ in REPLIES])
def test_carriage_returns_do_not_matter_after_tidying(name: str, text: str, new: str | None) -> None:
    from farol.channels.email.reading.charset import tidy

    assert fresh(tidy(text.replace("\n", "\r\n"))) == fresh(text)


@pytest.mark.parametrize("text", [
    "On " * 60_000, "于2026年" * 30_000, "> " * 90_000, "\n" * 190_000, "发件人：\n" * 40_000, "-" * 190_000,
    "On a\n" * 40_000, "<a@b" * 40_000, "|" * 190_000, "在 2026-" + " " * 190_000, "| From | x\n" * 18_000,
])
def test_hostile_text_stays_fast(text: str) -> None:
    started = time.process_time()
    fresh(text[:200_000])
    assert time.process_time() - started < 1.5
