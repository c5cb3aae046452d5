"""E08: given five hundred and more strings that broke headers elsewhere, in every field of a mail, then headers and recipients are those of a calm one."""

import email
import email.policy
import re

import pytest

from farol.channels.email.letters.compose import build
from farol.channels.email.letters.letter import File, Letter, Part
from farol.channels.email.letters.signing import domain_of
from farol.channels.email.model import Mail
from farol.channels.email.reading import plain
from farol.channels.email.reading.parse import parse
from farol.desk.guard.links import Hosts
from farol.kit.settings import Settings
from tests.sizes import some

from .naughty import NAUGHTY
from .test_write_mail import letter

HOSTS = Hosts(frozenset(("ours.example",)))


def everywhere(text: str, only: str = "") -> Letter:
    """A letter with the text in every field, or in one."""
    fields: dict[str, object] = {
        "subject": text, "number": text, "brand": text, "parts": (Part(text, text, 1, text, text),), "references": ("<a@b.example>", text, f"<{text}@x.example>"),
        "signature": text, "word": text, "footer": text, "files": (File(text, text, b"x"),), "pictures": (File(text, text, b"x", "c1@farol"),)}
    return letter(**({only: fields[only]} if only else fields), hosts=HOSTS)


def heads(raw: bytes) -> list[str]:
    lines = re.sub(rb"\r\n[ \t]", b" ", raw.partition(b"\r\n\r\n")[0]).split(b"\r\n")
    return [line.partition(b":")[0].decode() for line in lines]


def recipients(raw: bytes) -> list[str]:
    seen = email.message_from_bytes(raw, policy=email.policy.default)
    return [f"{name}:{one.addr_spec}" for name in ("from", "to", "cc", "bcc", "reply-to") if name in seen for one in seen[name].addresses]


def test_there_are_enough_of_them() -> None:
    assert len(set(NAUGHTY)) >= 515


FIELDS = ("", "subject", "number", "brand", "parts", "references", "files")


@pytest.mark.parametrize("field", FIELDS)
def test_headers_and_recipients_are_those_of_the_control(field: str) -> None:
    control = build(everywhere("x", field))
    for text in some(NAUGHTY, 7, FIELDS.index(field)):
        raw = build(everywhere(text, field))
        assert heads(raw) == heads(control), text
        assert recipients(raw) == recipients(control), text
        assert not {10, 13} & set(raw.replace(b"\r\n", b"")), text
        assert domain_of(raw) == domain_of(control), text
        found = parse(raw)
        assert isinstance(found, Mail), text
        assert len(found.attachments) == len(parse(control).attachments), text  # type: ignore[union-attr]


def test_mail_that_belongs_to_no_ticket_as_well() -> None:
    settings = Settings(database_url="-", secret_key="k" * 40)
    control = plain.build(settings, plain.Plain("a@b.example", "x", "x", "id", "x", "en"))
    for text in some(NAUGHTY, 7):
        raw = plain.build(settings, plain.Plain("a@b.example", text, text, "id", text, "en"))
        assert heads(raw) == heads(control), text
        assert recipients(raw) == recipients(control), text
