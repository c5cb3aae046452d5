"""Given mails of real programs, damaged ones and hostile ones, when parsed, then people's words come out, or a reason."""

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from farol.channels.email.model import Mail, Refused, content_digest, digest
from farol.channels.email.reading.parse import parse

from .mails import MAILS, Given, mail


@pytest.mark.parametrize("case", MAILS, ids=[case.name for case in MAILS])
def test_says_what_the_person_wrote(case: Given) -> None:
    found = parse(case.raw)
    assert isinstance(found, Mail)
    assert case.said is None or found.said == case.said
    assert found.sender == case.sender
    assert case.subject is None or found.subject == case.subject
    assert case.sender_name is None or found.sender_name == case.sender_name
    assert tuple(file.name for file in found.attachments) == case.files
    assert found.automatic == case.automatic


def test_corpus_is_large_enough() -> None:
    assert len({case.name for case in MAILS}) == len(MAILS) >= 40


def test_threads_by_ids_that_have_the_right_form() -> None:
    found = parse(mail(b"In-Reply-To: <a@b.example> junk", b"References: <x@y>\r\n <a b@c> <z@w>\r\n\t<evil\x0bBcc: x@y>"))
    assert isinstance(found, Mail)
    assert found.message_id == "<1@mx.example>"
    assert found.in_reply_to == "<a@b.example>"
    assert found.references == ("<x@y>", "<z@w>")


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=3_000))
def test_bears_any_bytes(raw: bytes) -> None:
    assert isinstance(parse(raw), Mail | Refused)
    assert len(content_digest(raw)) == 32


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_bears_damaged_mails(data: st.DataObject) -> None:
    """E10: real mails with bytes cut, doubled or overwritten."""
    raw = data.draw(st.sampled_from(MAILS)).raw
    at, length = data.draw(st.integers(0, len(raw))), data.draw(st.integers(0, 200))
    found = parse(raw[:at] + data.draw(st.sampled_from([b"", os.urandom(length), raw[at: at + length] * 2])) + raw[at + length:])
    assert isinstance(found, Mail | Refused)
    if isinstance(found, Mail):
        assert "\0" not in found.text + found.subject + found.sender_name + found.message_id


def test_relays_do_not_change_the_digest() -> None:
    """E09: the same mail by two routes is one mail; another body under the same Message-ID is another."""
    one = mail(b"Subject: x", body=b"hi")
    routed = b"Received: from a by b;\r\n Sat, 21 Nov\r\nReturn-Path: <x@y>\r\n" + one
    content = content_digest(one)
    assert content == content_digest(routed)
    assert content != content_digest(mail(b"Subject: x", body=b"ho"))
    assert digest("A@b.example", content) == digest("a@B.example", content) != digest("c@d.example", content)
