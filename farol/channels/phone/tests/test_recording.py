"""Recordings and voicemails: with consent, kept here with their hash, gone at the provider."""

import hashlib

import pytest

from farol.app.demo import cast
from farol.app.demo.doors.platforms.twilio import MP3

from .conftest import Phone


async def test_a_recording_with_consent_is_evidence(phone: Phone) -> None:
    ana = await phone.agent()
    caller = await phone.there.call()
    await caller.press("3")
    await caller.speak("Yes, I agree")
    call = await phone.row(caller)
    assert call["consent"] is True
    await phone.answered(ana, call["id"])
    assert phone.there.rooms[f"call-{call['id']}"].recorded
    await caller.hang_up()
    phone.there.missing = 2
    await phone.work()
    row = await phone.kit.db.fetchrow("select * from phone_recording where call_id = $1", call["id"])
    assert (row["kind"], row["state"], row["sha256"], row["tries"]) == ("talk", "kept", hashlib.sha256(MP3).digest(), 2)
    assert phone.there.deleted == [row["sid"]]
    assert row["deleted_at"] is not None
    message = await phone.kit.db.fetchrow("select internal, files, body from message where ticket_id = $1 and files <> '{}'", call["ticket_id"])
    assert (message["internal"], message["files"], message["body"]) == (True, [row["file_id"]], "")
    [line] = await phone.noted(call["ticket_id"])
    assert (line["what"], line["sha256"]) == ("recording", hashlib.sha256(MP3).hexdigest())
    await phone.world.react()
    piece = await phone.kit.db.fetchrow("select file_id from evidence where ticket_id = $1", call["ticket_id"])
    assert piece["file_id"] == row["file_id"]
    shown = (await ana.ok("GET", f"/phone/calls/{call['id']}"))["recordings"][0]
    assert (shown["state"], shown["deleted_at_provider"]) == ("kept", True)


@pytest.mark.parametrize("answer", ["No, do not", ""])
async def test_without_consent_nothing_is_recorded(phone: Phone, answer: str) -> None:
    ana = await phone.agent()
    caller = await phone.there.call()
    await caller.press("3")
    await (caller.speak(answer) if answer else caller.say_nothing())
    call = await phone.row(caller)
    assert call["consent"] is False
    await phone.answered(ana, call["id"])
    assert not phone.there.rooms[f"call-{call['id']}"].recorded
    await caller.hang_up()
    await phone.work()
    assert await phone.kit.db.fetchval("select count(*) from phone_recording") == 0


async def test_voicemail(phone: Phone) -> None:
    caller = await phone.there.call(cast.MEI.phone)
    await phone.into_line(caller)
    await caller.press("3")
    assert "提示音" in caller.last or "after the tone" in caller.last
    await caller.leave_message(31, hangs_up=True)
    await phone.work()
    call = await phone.row(caller)
    assert call["outcome"] == "voicemail"
    message = await phone.kit.db.fetchrow("select author_kind, files, body from message where ticket_id = $1 and files <> '{}'", call["ticket_id"])
    assert (message["author_kind"], len(message["files"])) == ("customer", 1)
    assert "0:31" in message["body"]
    assert "没有文字稿" in message["body"]
    assert await phone.kit.db.fetchval("select count(*) from phone_recording") == 1


async def test_the_provider_loses_a_recording(phone: Phone) -> None:
    caller = await phone.there.call()
    await phone.into_line(caller)
    await caller.press("3")
    phone.there.missing = 1000
    await caller.leave_message(5)
    await phone.work()
    assert await phone.kit.db.fetchval("select state from phone_recording") == "failed"
    [line] = await phone.noted((await phone.row(caller))["ticket_id"])
    assert (line["what"], bool(line["why"])) == ("lost", True)
