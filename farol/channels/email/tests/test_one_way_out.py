"""E18: given every part of the product that sends mail, when it does, then it goes through one place, signed, and a customer's carries their word and a link."""

import re
import uuid
from base64 import b64decode
from datetime import timedelta
from pathlib import Path

import dkim
import msgspec
import pytest

import farol
from farol.app.demo import cast
from farol.channels.email import address
from farol.channels.email.letters import letterheads, signing, transport
from farol.channels.email.letters import post as out
from farol.channels.email.letters.letterhead import Letterhead
from farol.channels.email.reading import plain
from farol.kit import clock
from farol.kit.permission import SYSTEM
from farol.selfserve.community import letters as community
from farol.selfserve.community.telling_store import Due
from farol.trust.emergency import thaw_letter
from farol.trust.emergency.thaw_store import Thaw

from .conftest import Post
from .test_signed import DOMAIN, key, zone

ROOT = Path(farol.__file__).parent
WORD = "green lantern"
HANDS_OVER = {"channels/email/letters/post.py", "channels/email/letters/trying.py"}
"""The two places that hand mail over: for mail of its own, and for what waits in a ticket or thread."""
SPEAKS_SMTP = {"channels/email/letters/transport.py", "channels/email/doors/probe.py"}
SENDERS = {"channels/notify/mail.py", "desk/plays/mailing.py", "selfserve/community/jobs.py", "trust/emergency/actions/thawing.py"}


def sources() -> dict[str, str]:
    return {str(path.relative_to(ROOT)): path.read_text() for path in ROOT.rglob("*.py") if "tests" not in path.parts and "demo" not in path.parts}


def test_nothing_speaks_to_a_mail_server_but_one_place() -> None:
    texts = sources()
    assert {name for name, text in texts.items() if re.search(r"^(?:import|from) (?:aiosmtplib|smtplib)", text, re.M)} == SPEAKS_SMTP
    assert {name for name, text in texts.items() if "transport.hand_over(" in text} == HANDS_OVER
    assert {name for name, text in texts.items() if "post.hand_over(" in text} == SENDERS


def test_every_letter_to_a_customer_can_carry_what_proves_it() -> None:
    """The builders of letters all take the stamp; notices to staff have no word of a customer's."""
    builders = {name for name, text in sources().items() if "plain.build(" in text}
    assert builders == {
        "channels/notify/letter.py", "channels/email/letters/word_mail.py", "desk/plays/letter.py", "selfserve/community/letters.py",
        "trust/emergency/thaw_letter.py"}


async def test_every_kind_of_letter_is_signed_and_carries_word_and_link(post: Post) -> None:
    names, kit = await zone(post), post.kit
    kit.settings = msgspec.structs.replace(kit.settings, mail_from=f"support@{DOMAIN}")
    await key(post, names)
    mei = await post.world.customer(cast.MEI)
    await mei.ok("PUT", "/mail-word", json={"word": WORD})
    await post.arrived()  # that the word was changed
    row = await kit.db.fetchrow("select id, email from customer where uid is not null order by id limit 1")
    email, now = row["email"], clock.now()
    await letterheads.put(kit, SYSTEM, "default", Letterhead("Harbour", footer={"en": "Harbour Ltd, Lisbon\nLicence 42", "zh": "海港有限公司"}), 0)
    stamp = await out.stamp(kit, row["id"], email)
    assert stamp.word == WORD
    raws = [
        community.build(kit.settings, Due(7, row["id"], 3, 2, "reply", "", email, "zh-Hans", "x", None, "Owl"), stamp),
        thaw_letter.build(kit.settings, Thaw(1, 1, "FRL-2026-000001", row["id"], now, now + timedelta(days=1), 0, None, None, email, "en", "UTC", "proposed", 0), stamp),
        plain.build(kit.settings, plain.Plain(email, kit.settings.brand, "x", f"x.{uuid.uuid4()}", "words\r\n", "en"), stamp),
    ]
    for raw in raws:
        await out.hand_over(kit, email, raw)
    for raw, (sender, _) in zip(post.sink.raws, post.sink.envelopes, strict=True):
        assert dkim.DKIM(raw).verify(0, dnsfunc=names.ask)
        assert signing.domain_of(raw) == DOMAIN
        assert sender.rpartition("@")[2] == kit.settings.mail_domain == DOMAIN, "the envelope is of the same domain"
        assert address.bounced(kit.settings, sender)
    for raw in post.sink.raws[1:]:
        text = b64decode(raw.partition(b"\r\n\r\n")[2]).decode()
        assert text.split("\r\n")[0].endswith(WORD)
        assert f"{kit.settings.public_url}/verify?m=" in text
        assert "\r\nHarbour\r\n" in text, "the letterhead's brand"
        assert text.endswith(("海港有限公司\r\n", "Licence 42\r\n")), "and its footer, below everything"
    assert (await out.stamp(kit, row["id"], "else@example.com")).word == "", "the word goes to the account's own address alone"
    assert await out.stamp(kit, None, "staff@example.com") == plain.Stamp()


async def test_a_mailbox_that_does_not_want_mail_gets_none_of_it(post: Post) -> None:
    await post.kit.db.execute(
        "insert into mail_suppressed (mailbox, address, reason, said) values ('gone@example.com', 'gone@example.com', 'bounced', '550 5.1.1 none')")
    raw = plain.build(post.kit.settings, plain.Plain("gone@example.com", "x", "x", "x", "x\r\n", "en"))
    with pytest.raises(transport.Refused, match=r"5\.1\.1"):
        await out.hand_over(post.kit, "gone@example.com", raw)
    assert post.sink.raws == []
