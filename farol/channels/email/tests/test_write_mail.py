"""E08: given hostile names, subjects and words, when a mail is built, then headers and recipients are those of a calm one."""

import base64
import email
import email.policy
import re
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from farol.channels.email.letters.compose import Letter, Part, build
from farol.channels.email.letters.words import MARK, Words
from farol.channels.email.model import Mail
from farol.channels.email.reading.headers import text as header_text
from farol.channels.email.reading.parse import parse
from farol.channels.email.reading.quote import fresh
from farol.kit.i18n import TONGUES, Tongue

NAMES = ["From", "To", "Reply-To", "Subject", "Date", "Message-ID", "In-Reply-To", "References", "Content-Language",
         "MIME-Version", "Content-Type"]
BREAKS = ["\r\n", "\n", "\r", "\r\n ", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029", "\0", "%0d%0a", "=?utf-8?Q?=0D=0ABcc:_x?=",
          "=?utf-8?B?DQpCY2M6IGE=?=", '"', '\\"', "<", ">", ",", ";", ":", "(", "\u202e", "\u200b", "\ufeff"]


def letter(**changes: object) -> Letter:
    calm: dict[str, object] = {
        "message_id": "<7.abc@support.demo-exchange.example>", "sender": "reply+abc@support.demo-exchange.example",
        "recipient": "mei.lin@example.com", "number": "FRL-2026-000123", "subject": "充值未到账",
        "parts": (Part("Ana", "您好，已经到账。", 1),), "references": ("<a@b.example>",), "at": datetime(2026, 11, 21, 14, 2, tzinfo=UTC),
        "lang": "zh", "brand": "Demo Exchange", "portal": "https://help.example/my/tickets/FRL-2026-000123", "automatic": False,
    }
    return Letter(**(calm | changes))  # type: ignore[arg-type]


def unfolded(raw: bytes) -> list[bytes]:
    head = raw.partition(b"\r\n\r\n")[0]
    return re.sub(rb"\r\n[ \t]", b" ", head).split(b"\r\n")


def assert_calm(raw: bytes) -> None:
    lines = unfolded(raw)
    assert [line.partition(b":")[0].decode() for line in lines] == NAMES
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert b"\r" not in raw.replace(b"\r\n", b"")
    assert max(map(len, raw.split(b"\r\n"))) < 998
    seen = email.message_from_bytes(raw, policy=email.policy.default)
    assert seen["to"].addresses[0].addr_spec == "mei.lin@example.com"
    assert len(seen["to"].addresses) == len(seen["from"].addresses) == 1
    assert seen["from"].addresses[0].addr_spec == "reply+abc@support.demo-exchange.example"
    assert not {"bcc", "cc"} & {name.lower() for name in seen}


hostile = st.lists(st.one_of(st.sampled_from([*BREAKS, "Bcc: evil@x.example", "To: a@b.c", "Content-Type: text/html"]), st.text(max_size=30)), max_size=8).map("".join)


@settings(max_examples=400, deadline=None)
@given(subject=hostile, who=hostile, brand=hostile, body=hostile, number=hostile, reference=hostile)
def test_nothing_adds_a_header_or_a_recipient(subject: str, who: str, brand: str, body: str, number: str, reference: str) -> None:
    assert_calm(build(letter(subject=subject, brand=brand, number=number, parts=(Part(who, body, 0),),
                             references=("<a@b.example>", reference, f"<{reference}@x>"))))


@pytest.mark.parametrize("text", BREAKS)
def test_every_kind_of_break(text: str) -> None:
    assert_calm(build(letter(subject=f"x{text}Bcc: evil@x.example", brand=f"D{text}X", parts=(Part(f"A{text}B", text, 2),))))


@pytest.mark.parametrize("address", ["a@b.c\r\nBcc: d@e.f", "a@b.c, d@e.f", "a b@c.d", "", "a@b", "<a@b.c>", "a@b.c\n"])
def test_refuses_an_address_that_is_not_one(address: str) -> None:
    with pytest.raises(ValueError, match="not an address"):
        build(letter(recipient=address))
    with pytest.raises(ValueError, match="not an address"):
        build(letter(sender=address))


@pytest.mark.parametrize("tongue", TONGUES)
def test_every_language_is_whole_and_its_answer_is_cut_where_ours_begins(tongue: Tongue) -> None:
    raw = build(letter(lang=tongue, parts=(Part("Ana", "...", 2),)))
    assert_calm(raw)
    found = parse(raw)
    assert isinstance(found, Mail)
    said = Words(tongue)
    for sentence in (said.secrets, said.verify_known.format(brand="Demo Exchange"), said.file_many.format(count=2)):
        assert sentence in found.text
    assert tongue in ("zh", "en") or said.secrets != Words("en").secrets
    assert fresh("OK, 123\n\n" + "\n".join(f"> {line}" for line in found.text.splitlines())) == "OK, 123"
    assert f'dir="{"rtl" if tongue == "ar" else "ltr"}"' in base64.b64decode(raw.split(b"text/html")[1].split(b"\r\n\r\n")[1].split(b"\r\n--")[0]).decode()


def test_says_which_ticket_who_and_how_to_answer() -> None:
    found = parse(build(letter()))
    assert isinstance(found, Mail)
    assert found.subject == "[FRL-2026-000123] 充值未到账"
    assert found.sender_name == "Ana · Demo Exchange"
    assert found.in_reply_to == "<a@b.example>"
    assert MARK.search(found.text)
    assert "Ana（Demo Exchange）回复：\n\n您好，已经到账。\n\n附 1 个文件" in found.text
    assert "助记词" in found.text
    assert "https://help.example/my/tickets/FRL-2026-000123" in found.text


def test_a_ticket_of_a_messenger_says_by_name_where_it_was_opened() -> None:
    found = parse(build(letter(via="Telegram")))
    assert isinstance(found, Mail)
    assert "工单 FRL-2026-000123 是您在 Telegram 里打开的" in found.text
    assert MARK.search(found.text)
    assert fresh("OK\n\n" + "\n".join(f"> {line}" for line in found.text.splitlines())) == "OK"


def test_automatic_mail_says_so_and_staff_mail_does_not() -> None:
    assert b"Auto-Submitted: auto-generated\r\n" in build(letter(automatic=True))
    assert b"Auto-Submitted" not in build(letter())


def test_words_are_escaped_in_html() -> None:
    raw = build(letter(parts=(Part("<b>A</b>", "<script>alert(1)</script>\n<img src=x>", 0),)))
    page = base64.b64decode(raw.split(b"base64\r\n\r\n")[2].partition(b"\r\n\r\n")[0]).decode()
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_subject_comes_back_as_written(subject: str) -> None:
    from farol.channels.email.letters.compose import unstructured
    from farol.channels.email.reading.charset import one_line

    assert header_text(unstructured(subject, 1_000).encode()) == header_text(one_line(subject).encode()) or "=?" in subject


def test_the_whole_of_our_mail_is_cut_when_quoted() -> None:
    found = parse(build(letter(lang="en")))
    assert isinstance(found, Mail)
    quoted = "\n".join("> " + line for line in found.text.split("\n"))
    assert fresh("Thanks.\n\n" + quoted) == "Thanks."
