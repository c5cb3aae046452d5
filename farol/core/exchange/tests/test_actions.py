"""Actions: harmless to repeat, never assumed; challenges and proofs: never sent twice."""

import asyncio
import json
from datetime import UTC, datetime, timedelta

import httpx2
import pytest

from farol.core.exchange import ExchangeDown, ExchangeRefused, NotOffered, OutcomeUnknown
from farol.core.exchange.breaker import Breaker
from farol.core.exchange.model import ActionOrder, Approval, Consent, Decision, Doer, Exhibit, Method
from farol.core.exchange.states import ActionState, PolicyClass, ProofResult

from .core import WHY, Core, link_to, no, ok

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ORDER = ActionOrder("account.freeze", "20778177", "ato_reported", "FRL-2026-000123", Doer("staff:3", "agent", "webauthn"))
DONE = {"action_id": "A1", "state": "executed", "policy": {"class": "B"}, "effects": [{"kind": "session", "ref": "3"}],
        "undo": {"type": "account.unfreeze"}, "receipt_sig": "sig", "executed_at": "2026-11-22T12:00:00Z"}  # fmt: skip


async def test_an_action_says_who_why_and_under_which_key() -> None:
    core = Core(ok(DONE, 202))
    order = ActionOrder(
        "deposit.recover", "1", "wrong_network", "FRL-2026-000123", Doer("staff:3", "agent"), {"amount": "1." + "0" * 40},
        [Approval("staff:4", NOW, "sig")], Consent("step_up", "c1", NOW), [Exhibit("ab" * 32)], expires_at=NOW + timedelta(hours=1),
    )  # fmt: skip
    receipt = await link_to(core).act(WHY, order, "farol-proposal-7")
    assert (receipt.action_id, receipt.state, receipt.final) == ("A1", ActionState.EXECUTED, True)
    assert receipt.policy
    assert receipt.policy.cls is PolicyClass.B
    assert receipt.undo
    assert receipt.undo.type == "account.unfreeze"
    [request] = core.asked
    assert (request.method, request.url.path) == ("POST", "/base/v1/actions")
    assert request.headers["idempotency-key"] == "farol-proposal-7"
    assert request.headers["x-farol-contact-id"] == "FRL-2026-000123"
    sent = json.loads(request.content)
    assert sent["params"] == {"amount": "1." + "0" * 40}
    assert sent["approvals"] == [{"agent_id": "staff:4", "at": "2026-11-22T12:00:00Z", "sig": "sig"}]
    assert "dry_run" not in sent


@pytest.mark.parametrize("first", [httpx2.Response(502), httpx2.ReadError("cut"), httpx2.ConnectError("refused")])
async def test_a_broken_try_is_repeated_with_the_same_key(first: httpx2.Response | Exception) -> None:
    core = Core(first, ok(DONE, 202))
    assert (await link_to(core).act(WHY, ORDER, "k")).action_id == "A1"
    assert {request.headers["idempotency-key"] for request in core.asked} == {"k"}
    assert len({request.content for request in core.asked}) == 1


async def test_no_answer_in_time_leaves_the_outcome_unknown_and_is_not_repeated() -> None:
    asked = 0

    async def slow(_: httpx2.Request) -> httpx2.Response:
        nonlocal asked
        asked += 1
        await asyncio.sleep(30)
        raise AssertionError("unreachable")

    with pytest.raises(OutcomeUnknown):
        await link_to(slow, timeout_s=0.05).act(WHY, ORDER, "k")
    assert asked == 1


@pytest.mark.parametrize("body", [b"", b"<html>", b'{"action_id": "A1"', b'{"state": "executed"}', b"[]"])
async def test_an_answer_that_cannot_be_read_leaves_the_outcome_unknown(body: bytes) -> None:
    with pytest.raises(OutcomeUnknown):
        await link_to(Core(httpx2.Response(202, content=body))).act(WHY, ORDER, "k")


async def test_what_was_never_sent_was_not_done() -> None:
    with pytest.raises(ExchangeDown) as down:
        await link_to(Core(httpx2.ConnectError("refused"))).act(WHY, ORDER, "k")
    assert not isinstance(down.value, OutcomeUnknown)
    breaker = Breaker()
    for _ in range(3):
        breaker.failed()
    core = Core(ok(DONE))
    with pytest.raises(ExchangeDown) as down:
        await link_to(core, breaker=breaker).act(WHY, ORDER, "k")
    assert not isinstance(down.value, OutcomeUnknown)
    assert core.asked == []


async def test_what_became_of_it_is_asked_by_its_key_before_anything_is_sent_again() -> None:
    core = Core(ok(DONE))
    assert (await link_to(core).settle(WHY, ORDER, "farol-proposal-7")).state is ActionState.EXECUTED
    [request] = core.asked
    assert (request.method, request.url.path, request.url.params["key"]) == ("GET", "/base/v1/actions:by_key", "farol-proposal-7")


async def test_what_the_core_never_got_is_sent() -> None:
    core = Core(no("not_found", 404), ok(DONE, 202))
    assert (await link_to(core).settle(WHY, ORDER, "k")).action_id == "A1"
    assert [request.method for request in core.asked] == ["GET", "POST"]


async def test_a_core_that_cannot_be_asked_by_key_gets_the_same_again() -> None:
    core = Core(no("unsupported", 404), ok(DONE, 202))
    assert (await link_to(core).settle(WHY, ORDER, "k")).action_id == "A1"
    assert core.asked[1].headers["idempotency-key"] == "k"


async def test_while_the_core_is_down_nothing_is_settled_and_nothing_sent() -> None:
    core = Core(httpx2.Response(503))
    with pytest.raises(ExchangeDown):
        await link_to(core).settle(WHY, ORDER, "k")
    assert {request.method for request in core.asked} == {"GET"}


@pytest.mark.parametrize("code", ["policy_denied", "conflict", "version_mismatch", "needs_approval", "rate_limited"])
async def test_a_refusal_is_final_and_said_once(code: str) -> None:
    core = Core(no(code, 409))
    with pytest.raises(ExchangeRefused) as refused:
        await link_to(core).act(WHY, ORDER, "k")
    assert refused.value.fields == {"core_code": code}
    assert len(core.asked) == 1


async def test_a_state_nobody_knows_is_a_question_and_no_result() -> None:
    receipt = await link_to(Core(ok({"action_id": "A1", "state": "pondering"}))).action(WHY, "A1")
    assert (receipt.state, receipt.final) == (ActionState.UNKNOWN, False)


@pytest.mark.parametrize("key", ["", "a b", "a\r\nb", "ü", "x" * 201])
async def test_a_key_that_cannot_stand_in_a_header_is_our_mistake(key: str) -> None:
    with pytest.raises(ValueError, match="idempotency"):
        await link_to(Core(ok(DONE))).act(WHY, ORDER, key)


async def test_a_persons_word_reaches_an_action_that_waits() -> None:
    core = Core(ok({"action_id": "A1", "state": "accepted"}))
    await link_to(core).approve(WHY, "A1", Decision("staff:4", "approve", "sig"), "k2")
    [request] = core.asked
    assert request.url.path == "/base/v1/actions/A1/approvals"
    assert request.headers["idempotency-key"] == "k2"
    assert json.loads(request.content) == {"agent_id": "staff:4", "decision": "approve", "sig": "sig"}


CHALLENGE = {"challenge_id": "C1", "expires_at": "2026-11-22T12:05:00Z"}


async def test_challenges_are_posed_and_answered() -> None:
    core = Core(
        ok(CHALLENGE | {"sent_to_masked": "m••••@example.com", "method": "email_code"}),
        ok({"result": "wrong", "attempts_left": 2}), ok({"result": "proven", "uid": "20778177"}), ok({"result": "levitated"}),
        ok(CHALLENGE),
    )  # fmt: skip
    link = link_to(core)
    posed = await link.challenge(WHY, "20778177", Method.EMAIL_CODE, "freeze")
    assert posed.sent_to_masked == "m••••@example.com"
    wrong = await link.answer(WHY, "C1", "000000")
    assert (wrong.result, wrong.attempts_left, wrong.proves("20778177")) == (ProofResult.WRONG, 2, False)
    right = await link.answer(WHY, "C1", "123456")
    assert right.proves("20778177")
    assert not right.proves("83920041")
    assert not (await link.answer(WHY, "C1", "1")).proves("20778177")
    await link.challenge_by_contact(WHY, "mei@example.com", "freeze")
    paths = [request.url.raw_path.decode() for request in core.asked]
    assert paths[0] == "/base/v1/users/20778177/challenges"
    assert paths[1] == "/base/v1/challenges/C1:answer"
    assert paths[4] == "/base/v1/challenges:by_contact"


@pytest.mark.parametrize("failure", [httpx2.Response(502), httpx2.ConnectError("refused")])
async def test_a_code_and_an_attempt_are_never_sent_twice(failure: httpx2.Response | Exception) -> None:
    for ask in (
        lambda link: link.challenge(WHY, "1", Method.SMS_CODE, "freeze"), lambda link: link.answer(WHY, "C1", "123456"),
        lambda link: link.challenge_by_contact(WHY, "a@example.com", "freeze"), lambda link: link.reveal(WHY, "1", ["email"], "call_back", 120),
    ):  # fmt: skip
        core = Core(failure)
        with pytest.raises(ExchangeDown):
            await ask(link_to(core))
        assert len(core.asked) == 1


async def test_a_mail_token_is_checked_by_the_exchange() -> None:
    core = Core(ok({"uid": "1", "purpose": "freeze", "issued_at": "2026-11-22T12:00:00Z"}), no("proof_invalid", 400))
    link = link_to(core)
    assert (await link.verify_proof(WHY, "token")).purpose == "freeze"
    with pytest.raises(ExchangeRefused) as refused:
        await link.verify_proof(WHY, "token")
    assert refused.value.fields == {"core_code": "proof_invalid"}


async def test_revealed_values_do_not_show_in_logs() -> None:
    core = Core(ok({"values": {"email": "mei@example.com"}, "expires_at": "2026-11-22T12:02:00Z", "watermark": "w"}))
    seen = await link_to(core).reveal(WHY, "1", ["email"], "call_back", 120)
    assert seen.values == {"email": "mei@example.com"}
    assert "mei@" not in repr(seen)
    assert json.loads(core.asked[0].content) == {"fields": ["email"], "reason_code": "call_back", "ttl_s": 120}


async def test_an_action_the_exchange_does_not_take_is_said_so() -> None:
    with pytest.raises(NotOffered):
        await link_to(Core(no("unsupported", 404))).act(WHY, ORDER, "k")
