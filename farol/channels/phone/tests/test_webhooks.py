"""What the provider sends, and what only says that it does."""

import asyncio
import base64
import hashlib
import hmac
import json
import time
from urllib.parse import urlencode

import pytest

from farol.app.demo.doors.platforms import twilio

from .conftest import Phone

FORM = "application/x-www-form-urlencoded"


def given(caller: twilio.Side, **more: str) -> dict[str, str]:
    return {"CallSid": caller.sid, "AccountSid": twilio.ACCOUNT, "From": caller.number, "To": twilio.OURS, "CallStatus": "ringing", "Direction": "inbound", **more}


async def test_the_signature_of_the_documentation() -> None:
    from farol.channels.phone.signature import signed

    fields = [("CallSid", "CA1234567890ABCDE"), ("Caller", "+14158675310"), ("Digits", "1234"), ("From", "+14158675310"), ("To", "+18005551212")]
    assert signed("12345", "https://example.com/myapp.php?foo=1&bar=2", fields) == "L/OH5YylLD5NRKLltdqwSvS0BnU="


@pytest.mark.parametrize("wrong", ["token", "address", "field", "missing", "account", "media type", "too many"])
async def test_a_forged_webhook_is_refused_and_counted(phone: Phone, wrong: str) -> None:
    caller = phone.there.caller()
    fields, url = given(caller), phone.there.voice
    signature = twilio.sign(url, list(fields.items()), "0" * 32 if wrong == "token" else twilio.TOKEN)
    if wrong == "address":
        url += "?c=1"
    if wrong == "field":
        fields["From"] = "+447400999999"
    if wrong == "account":
        fields["AccountSid"] = "AC" + "0" * 32
        signature = twilio.sign(url, list(fields.items()))
    if wrong == "too many":
        fields |= {f"x{n}": "1" for n in range(200)}
        signature = twilio.sign(url, list(fields.items()))
    headers = {"content-type": "text/plain" if wrong == "media type" else FORM} | ({} if wrong == "missing" else {"x-twilio-signature": signature})
    answer = await phone.there.client.post(url, content=urlencode(fields), headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (401, "phone_hook_refused")
    assert await phone.kit.db.fetchval("select count(*) from phone_call") == 0
    assert await phone.kit.db.fetchval("select sum(n) from phone_refused") == 1


async def test_a_json_body_is_believed_by_its_hash(phone: Phone) -> None:
    body = json.dumps({"specversion": "1.0"}).encode()
    url = f"{phone.there.voice}/conference?bodySHA256={hashlib.sha256(body).hexdigest()}"
    signature = base64.b64encode(hmac.new(twilio.TOKEN.encode(), url.encode(), hashlib.sha1).digest()).decode()
    headers = {"content-type": "application/json", "x-twilio-signature": signature}
    assert (await phone.there.client.post(url, content=body, headers=headers)).status_code == 200
    assert (await phone.there.client.post(url, content=body + b" ", headers=headers)).status_code == 401


async def test_an_unknown_number_or_step_is_not_there(phone: Phone) -> None:
    assert (await phone.there.post(phone.there.voice[:-1] + ("x" if phone.there.voice[-1] != "x" else "y"), {})).status_code == 404
    assert (await phone.there.post(phone.there.voice + "/nothing", {})).status_code == 404


async def test_the_same_webhook_again_gets_the_same_answer_and_does_nothing(phone: Phone) -> None:
    caller = await phone.there.call()
    await caller.press("3")
    await caller.press("2")
    state = await phone.kit.db.fetchrow("select * from phone_call")
    events = await phone.kit.db.fetchval("select count(*) from event")
    for url, fields, _ in list(phone.there.hooks):
        first = await phone.there.post(url, fields)
        assert first.status_code == 200
        kept = await phone.kit.db.fetchval("select answer from phone_hook where answer = $1", first.content)
        assert kept == first.content
    assert await phone.kit.db.fetchrow("select * from phone_call") == state
    assert await phone.kit.db.fetchval("select count(*) from event") == events


async def test_ten_at_once_are_one(phone: Phone) -> None:
    caller = phone.there.caller()
    answers = await asyncio.gather(*(phone.there.post(phone.there.voice, given(caller)) for _ in range(10)))
    assert len({one.content for one in answers}) == 1
    assert await phone.kit.db.fetchval("select count(*) from phone_call") == 1


async def test_an_old_question_is_not_answered_anew(phone: Phone) -> None:
    """A webhook of an earlier question that comes late, with another key, changes nothing."""
    caller = await phone.there.call()
    await caller.press("7")
    old, fields, _ = next(one for one in phone.there.hooks if "/menu" in one[0])
    await caller.press("3")
    await phone.kit.db.execute("delete from phone_hook")
    late = await phone.there.post(old, {**fields, "Digits": "1"})
    assert late.status_code == 200
    row = await phone.row(caller)
    assert (row["lane"], row["severity"]) == ("new", "P3")
    assert await phone.kit.db.fetchval("select count(*) from emergency") == 0


async def test_replayed_after_ten_days(phone: Phone) -> None:
    caller = await phone.there.call()
    await caller.hang_up()
    await phone.kit.db.execute("delete from phone_hook")
    for url, fields, _ in list(phone.there.hooks):
        answer = await phone.there.post(url, fields)
        assert answer.status_code == 200
        assert b"<Gather" not in answer.content
    assert await phone.kit.db.fetchval("select count(*) from phone_call") == 1


async def test_the_end_is_told_before_the_beginning(phone: Phone) -> None:
    caller = phone.there.caller()
    await phone.there.post(phone.there.status, given(caller, CallStatus="completed", CallDuration="3"))
    answer = await phone.there.post(phone.there.voice, given(caller))
    assert b"<Hangup/>" in answer.content
    assert await phone.kit.db.fetchval("select outcome from phone_call") == "missed"


async def test_a_fault_of_ours_is_said_and_word_can_be_left(phone: Phone) -> None:
    caller = phone.there.caller()
    await caller.go(phone.there.fallback, ErrorCode="11200", ErrorUrl=phone.there.voice)
    assert "has a fault" in caller.last
    await caller.leave_message(9)
    await phone.work()
    assert (await phone.row(caller))["outcome"] == "voicemail"


async def test_the_provider_is_away_and_the_caller_keeps_their_place(phone: Phone) -> None:
    ana = await phone.agent()
    caller = await phone.there.call()
    await phone.into_line(caller)
    call = (await phone.desk(ana))["waiting"][0]
    phone.there.down = True
    answer = await ana.post(f"/phone/calls/{call['id']}/answer")
    assert (answer.status_code, answer.json()["code"]) == (503, "phone_provider_away")
    phone.there.down = False
    again = (await phone.desk(ana))["waiting"][0]
    assert (again["id"], again["waiting_since"], again["place"]) == (call["id"], call["waiting_since"], 0)
    await phone.answered(ana, call["id"])
    assert (await phone.row(caller))["state"] == "talking"


async def test_a_burst_of_webhooks_is_kept(phone: Phone, capsys: pytest.CaptureFixture[str]) -> None:
    """500 calls at once, all different: none is lost. The times are printed, not tested."""
    took: list[float] = []

    async def one(n: int) -> int:
        began = time.perf_counter()
        answer = await phone.there.post(phone.there.voice, given(phone.there.caller(f"+4474{n:08}")))
        took.append(time.perf_counter() - began)
        return answer.status_code

    for start in range(0, 500, 25):
        assert set(await asyncio.gather(*(one(n) for n in range(start, start + 25)))) == {200}
    assert await phone.kit.db.fetchval("select count(*) from phone_call") == 500
    assert await phone.kit.db.fetchval("select count(*) from phone_hook") == 500
    took.sort()
    alone = []
    for n in range(200):
        began = time.perf_counter()
        await phone.there.post(phone.there.voice, given(phone.there.caller(f"+4475{n:08}")))
        alone.append(time.perf_counter() - began)
    alone.sort()
    with capsys.disabled():
        print(f"\nphone: 25 at a time p50 {took[250] * 1000:.0f} ms p99 {took[495] * 1000:.0f} ms; alone p50 {alone[100] * 1000:.1f} ms p99 {alone[198] * 1000:.1f} ms")
