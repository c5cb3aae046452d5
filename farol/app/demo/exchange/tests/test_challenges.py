"""Proofs of control: right once, three tries, nothing told about who exists."""

import asyncio
from json import dumps

import httpx2
import pytest
from webauthn.helpers import bytes_to_base64url

from farol.app.demo.cast import IVAN, MALLORY, MEI
from farol.app.demo.exchange.app import Parts
from farol.core.exchange.client import CoreLink
from farol.core.exchange.model import Challenge, Method
from farol.core.exchange.problems import ExchangeRefused, NotOffered
from farol.core.people.tests.authenticator import Authenticator

from .conftest import WHY, Clock


def code(parts: Parts, asked: Challenge, method: Method) -> str:
    """What the customer reads on their devices."""
    if method is Method.TOTP:
        return parts.proofs.totp(MEI.uid)[1]
    words = parts.post.texts[MEI.uid][-1].words if method is Method.SMS_CODE else parts.post.mails[-1].subject
    return "".join(letter for letter in words if letter.isdigit())[:6]


@pytest.mark.parametrize("method", [Method.TOTP, Method.SMS_CODE, Method.EMAIL_CODE])
async def test_a_code_counts_once(link: CoreLink, parts: Parts, method: Method) -> None:
    asked = await link.challenge(WHY, MEI.uid, method, "freeze")
    assert asked.sent_to_masked == {"sms_code": "+86••••••77", "email_code": "m••••@example.com", "totp": ""}[method]
    right = code(parts, asked, method)
    proven = await link.answer(WHY, asked.challenge_id, f" {right} ")
    assert (proven.result, proven.uid) == ("proven", MEI.uid)
    again = await link.challenge(WHY, MEI.uid, method, "freeze")
    assert (await link.answer(WHY, again.challenge_id, right)).result == "wrong"


@pytest.mark.parametrize("method", [Method.TOTP, Method.SMS_CODE, Method.EMAIL_CODE])
async def test_three_wrong_and_it_is_locked(link: CoreLink, parts: Parts, method: Method) -> None:
    asked = await link.challenge(WHY, MEI.uid, method, "freeze")
    right = code(parts, asked, method)
    seen = [(await link.answer(WHY, asked.challenge_id, wrong)) for wrong in ("000000", "", "x" * 8000)]
    assert [(one.result, one.attempts_left) for one in seen] == [("wrong", 2), ("wrong", 1), ("locked", 0)]
    assert (await link.answer(WHY, asked.challenge_id, right)).result == "locked"


async def test_an_account_is_not_guessed_through_many_challenges(link: CoreLink, parts: Parts, clock: Clock) -> None:
    for _ in range(3):
        asked = await link.challenge(WHY, MEI.uid, Method.TOTP, "freeze")
        for wrong in ("111111", "222222", "333333"):
            await link.answer(WHY, asked.challenge_id, wrong)
    asked = await link.challenge(WHY, MEI.uid, Method.TOTP, "freeze")
    assert (await link.answer(WHY, asked.challenge_id, parts.proofs.totp(MEI.uid)[1])).result == "locked"
    clock.move(minutes=61)
    asked = await link.challenge(WHY, MEI.uid, Method.TOTP, "freeze")
    assert (await link.answer(WHY, asked.challenge_id, parts.proofs.totp(MEI.uid)[1])).result == "proven"


async def test_it_ends_after_ten_minutes(link: CoreLink, parts: Parts, clock: Clock) -> None:
    asked = await link.challenge(WHY, MEI.uid, Method.SMS_CODE, "freeze")
    clock.move(minutes=10)
    assert (await link.answer(WHY, asked.challenge_id, code(parts, asked, Method.SMS_CODE))).result == "expired"


async def test_the_app_is_asked(link: CoreLink, parts: Parts, browser: httpx2.AsyncClient) -> None:
    asked = await link.challenge(WHY, MEI.uid, Method.APP_CONFIRM, "freeze")
    assert (await link.answer(WHY, asked.challenge_id, "")).result == "pending"
    assert "应用在问" in (await browser.get(f"/phone/{MEI.uid}?lang=zh")).text
    assert (await browser.post(f"/phone/{IVAN.uid}/questions/{asked.challenge_id}", data={"say": "yes"})).status_code == 404
    assert (await browser.post(f"/phone/{MEI.uid}/questions/{asked.challenge_id}", data={"say": "yes"})).status_code == 303
    assert (await link.answer(WHY, asked.challenge_id, "")).proves(MEI.uid)
    denied = await link.challenge(WHY, MEI.uid, Method.APP_CONFIRM, "freeze")
    await browser.post(f"/phone/{MEI.uid}/questions/{denied.challenge_id}", data={"say": "no"})
    assert (await link.answer(WHY, denied.challenge_id, "")).result == "locked"


async def test_a_passkey(link: CoreLink, parts: Parts, browser: httpx2.AsyncClient) -> None:
    with pytest.raises((ExchangeRefused, NotOffered)):
        await link.challenge(WHY, MEI.uid, Method.PASSKEY, "freeze")
    assert (await browser.post("/passkey/options")).status_code == 404
    await browser.post("/sign-in", data={"uid": MEI.uid})
    key = Authenticator("http://127.0.0.1:8700")
    made = key.create((await browser.post("/passkey/options")).json())
    assert (await browser.post("/passkey", json=made)).json() == {"passkeys": 1}
    assert (await browser.post("/passkey", json=made)).status_code == 403
    asked = await link.challenge(WHY, MEI.uid, Method.PASSKEY, "freeze")
    assert asked.options["allowCredentials"][0]["id"] == bytes_to_base64url(key.id)
    other = Authenticator("http://127.0.0.1:8700")
    other.id = key.id
    assert (await link.answer(WHY, asked.challenge_id, dumps(other.get(asked.options)))).result == "wrong"
    assert (await link.answer(WHY, asked.challenge_id, dumps(key.get(asked.options)))).proves(MEI.uid)


async def test_nobody_learns_who_has_an_account(link: CoreLink, parts: Parts) -> None:
    known, unknown = await asyncio.gather(
        link.challenge_by_contact(WHY, " Mei.Lin@Example.com ", "freeze"), link.challenge_by_contact(WHY, "nobody@example.org", "freeze"))  # fmt: skip
    assert (len(known.challenge_id), known.expires_at, known.sent_to_masked) == (len(unknown.challenge_id), unknown.expires_at, "")
    assert [mail.to for mail in parts.post.mails] == [MEI.email]
    for id_ in (known.challenge_id, unknown.challenge_id):
        seen = [(await link.answer(WHY, id_, "000000")).result for _ in range(4)]
        assert seen == ["wrong", "wrong", "locked", "locked"]
    assert (await link.challenge_by_contact(WHY, MEI.phone, "freeze")).challenge_id
    right = parts.post.texts[MEI.uid][-1].words
    asked = await link.challenge_by_contact(WHY, MEI.email, "freeze")
    right = "".join(letter for letter in parts.post.mails[-1].subject if letter.isdigit())
    assert (await link.answer(WHY, asked.challenge_id, right)).uid == MEI.uid


async def test_a_mailbox_is_not_flooded(link: CoreLink, parts: Parts) -> None:
    for _ in range(30):
        await link.challenge_by_contact(WHY, MEI.email, "freeze")
    assert len(parts.post.mails) == 8


@pytest.mark.parametrize("token", ["x", "a.b", "é" * 40, "." * 4000])
async def test_tokens_of_others(link: CoreLink, token: str) -> None:
    with pytest.raises(ExchangeRefused) as refused:
        await link.verify_proof(WHY, token)
    assert refused.value.fields["core_code"] == "proof_invalid"


async def test_a_link_grows_old_and_belongs_to_one_account(link: CoreLink, parts: Parts, clock: Clock) -> None:
    token = parts.post.mail(MALLORY.uid, "password_change").link.partition("proof=")[2]
    assert (await link.verify_proof(WHY, token)).uid == MALLORY.uid
    assert (await link.verify_proof(WHY, token)).uid == MALLORY.uid
    clock.move(hours=73)
    with pytest.raises(ExchangeRefused):
        await link.verify_proof(WHY, token)


async def test_unknown_challenges(link: CoreLink) -> None:
    with pytest.raises(ExchangeRefused):
        await link.answer(WHY, "CHL-nothing", "1")
    with pytest.raises(ExchangeRefused):
        await link.challenge(WHY, "1", Method.TOTP, "freeze")
