"""Given mails the reader was never tuned on, when read, then it finds the new words in nearly all of them."""

import base64

import pytest

from farol.channels.email.model import Mail
from farol.channels.email.reading.parse import parse

from .held import HELD, Held

RATE = 0.85
"""What must come out right. Those that do not are kept as they are: mending the reader for them would make them worthless."""


def raw(case: Held) -> bytes:
    """The mail as it travels."""
    kind, words = ("html", case.html) if case.html else ("plain", case.plain)
    head = ("From: Mei <mei.lin@example.com>\r\nTo: support@support.demo-exchange.example\r\nMessage-ID: <h@mx.example>\r\nMIME-Version: 1.0\r\n"
            f"Content-Type: text/{kind}; charset={case.charset.replace('iso2022_jp', 'iso-2022-jp').replace('cp932', 'shift_jis').replace('cp949', 'ks_c_5601-1987').replace('big5hkscs', 'big5')}\r\n"
            "Content-Transfer-Encoding: base64\r\n\r\n")
    return head.replace("cp125", "windows-125").encode() + base64.encodebytes(words.encode(case.charset, "replace"))


def right(case: Held) -> bool:
    """Whether exactly the new words come out."""
    found = parse(raw(case))
    return isinstance(found, Mail) and found.said == case.said


def test_most_are_right() -> None:
    wrong = [case.name for case in HELD if not right(case)]
    print(f"held: {len(HELD) - len(wrong)} of {len(HELD)} right; wrong: {wrong}")
    assert len(HELD) >= 30
    assert len(wrong) <= len(HELD) * (1 - RATE)


@pytest.mark.parametrize("case", HELD, ids=[case.name for case in HELD])
def test_nothing_is_lost(case: Held) -> None:
    found = parse(raw(case))
    assert isinstance(found, Mail)
    assert found.said
    assert found.text
