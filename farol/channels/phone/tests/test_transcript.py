"""Words of a voicemail, by a service that speaks OpenAI's protocol."""

import msgspec
import pytest

from farol.app.demo.doors.platforms.twilio import MP3
from tests.stand_ins.platform import Call, Platform, Said

from .conftest import Phone


class Speech(Platform):
    """``POST /v1/audio/transcriptions`` as https://platform.openai.com/docs/api-reference/audio/createTranscription has it."""

    async def answer(self, call: Call) -> dict[str, str]:
        fields, files = call.parts()
        if (call.method, call.path) != ("POST", "/v1/audio/transcriptions") or call.headers.get("authorization") != "Bearer s3cret":
            raise self.no(f"{call.method} {call.path}")
        if fields != {"model": "whisper-1", "response_format": "json", "language": "en"} or files["file"].data != MP3:
            raise self.no(f"{fields}")
        return {"text": "My withdrawal never came."}

    def refused(self, why: str) -> Said:
        return Said(400, {"error": {"message": why}})


@pytest.mark.parametrize("works", [True, False])
async def test_a_voicemail_is_written_down(phone: Phone, works: bool) -> None:
    before = phone.kit.settings
    async with Speech() as speech:
        phone.kit.settings = msgspec.structs.replace(before, speech_url=speech.address + "/v1", speech_key="s3cret")
        try:
            if not works:
                speech.next = [Said(500, {"error": {"message": "as asked"}})]
            caller = await phone.there.call()
            await phone.into_line(caller)
            await caller.press("3")
            await caller.leave_message(4)
            await phone.work()
        finally:
            phone.kit.settings = before
    words = " ".join(await phone.says((await phone.row(caller))["ticket_id"]))
    assert ("My withdrawal never came." in words) == works
    assert ("There is no transcript" in words) != works
    assert speech.wrong == []


async def test_a_paused_number_says_so_and_takes_word(phone: Phone) -> None:
    await phone.kit.db.execute("update connection set state = 'broken' where id = $1", phone.line_id)
    from farol.channels.connections.actions.knowing import forget

    forget(phone.line_id, phone.there.voice.rpartition("/")[2])
    caller = await phone.there.call()
    assert "has a fault" in caller.last
    await caller.hang_up()
    assert (await phone.row(caller))["outcome"] == "missed"
