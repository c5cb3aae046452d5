"""A stand-in for a Twilio-compatible voice provider: it plays callers, executes our TwiML strictly, and answers the REST API.

After https://www.twilio.com/docs/voice/api/call-resource, /docs/voice/api/conference-participant-resource and /docs/voice/api/recording.
"""

import asyncio
import base64
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, urlencode

import httpx2

from .twilio_call import ACCOUNT, API, MP3, OURS, TOKEN, Room, Side, sid, sign
from .wire import Call, Platform, Said

E164 = re.compile(r"\+[1-9][0-9]{6,14}")
CREATE = {"To", "From", "Url", "Twiml", "Method", "StatusCallback", "StatusCallbackMethod", "StatusCallbackEvent", "Timeout", "FallbackUrl", "MachineDetection"}
UPDATE = {"Url", "Method", "Status", "Twiml", "StatusCallback", "FallbackUrl"}
NUMBER = {"VoiceUrl", "VoiceMethod", "VoiceFallbackUrl", "VoiceFallbackMethod", "StatusCallback", "StatusCallbackMethod"}
HOLD = {"Hold", "HoldUrl", "HoldMethod", "Muted", "EndConferenceOnExit"}


class Twilio(Platform):
    """``client``: the way to Farol. ``sides``: calls made over the API, newest last. ``missing``: how often a recording is not there yet."""

    def __init__(self, client: httpx2.AsyncClient) -> None:
        super().__init__()
        self.client = client
        self.sides: list[Side] = []
        self.callers: list[Side] = []
        self.rooms: dict[str, Room] = {}
        self.recordings: dict[str, bytes] = {}
        self.deleted: list[str] = []
        self.missing = 0
        self.down = False
        self.tick = 0
        self.voice = self.fallback = self.status = ""
        self.hooks: list[tuple[str, dict[str, str], str]] = []
        self.tasks: set[asyncio.Task[None]] = set()

    async def post(self, url: str, given: dict[str, str], *, token: str = TOKEN) -> Any:
        """A signed webhook, as a form."""
        signature = sign(url, list(given.items()), token)
        self.hooks.append((url, given, signature))
        headers = {"x-twilio-signature": signature, "content-type": "application/x-www-form-urlencoded; charset=UTF-8", "user-agent": "TwilioProxy/1.1"}
        return await self.client.post(url, content=urlencode(given), headers=headers)

    def caller(self, number: str = "+447400654321") -> Side:
        """Somebody who will call our number."""
        self.callers.append(Side(self, number, OURS, "inbound", self.status))
        return self.callers[-1]

    async def call(self, number: str = "+447400654321") -> Side:
        """Somebody calls."""
        side = self.caller(number)
        await side.go(self.voice)
        return side

    def later(self, work: Any) -> None:
        """What the provider does after it has answered."""
        task = asyncio.create_task(work)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def quiet(self) -> None:
        """Until nothing more is under way here."""
        while self.tasks:
            await asyncio.gather(*self.tasks)

    async def join(self, side: Side, verb: Any) -> None:
        """Into a conference; it starts with the second."""
        room = self.rooms.setdefault(verb.text.strip(), Room(verb.text.strip()))
        room.inside.append(side)
        side.room = room
        await self._event(room, verb, "participant-join", side)
        if len(room.inside) == 2 and not room.started:
            room.started = True
            await self._event(room, verb, "conference-start", side)
        room.recorded = room.recorded or verb.attrib.get("record") == "record-from-start"

    async def _event(self, room: Room, verb: Any, what: str, side: Side) -> None:
        given = {"ConferenceSid": room.sid, "FriendlyName": room.name, "AccountSid": ACCOUNT, "CallSid": side.sid, "StatusCallbackEvent": what,
                 "SequenceNumber": str(next(room.sequence)), "Timestamp": "Mon, 23 Nov 2026 00:00:00 +0000"}  # fmt: skip
        answer = await self.post(verb.attrib["statusCallback"], given)
        if answer.status_code != 200:
            self.wrong.append(f"{what}: {answer.status_code}")

    async def leave(self, side: Side) -> None:
        """Out of it; who may not be left alone with nobody ends it for all."""
        room, side.room = side.room, None
        assert room
        verb = side.dial[0]
        room.inside.remove(side)
        await self._event(room, verb, "participant-leave", side)
        if verb.attrib.get("endConferenceOnExit") == "true":
            for other in list(room.inside):
                room.inside.remove(other)
                other.room = None
                await other.go(other.dial.attrib["action"], DialCallStatus="completed")
            if room.recorded:
                recording = sid("RE")
                self.recordings[recording] = MP3
                await self.recorded(verb.attrib["recordingStatusCallback"], recording, 60, ConferenceSid=room.sid)

    async def recorded(self, url: str, recording: str, seconds: int, **more: str) -> None:
        """A recording is ready."""
        given = {"AccountSid": ACCOUNT, "RecordingSid": recording, "RecordingStatus": "completed", "RecordingDuration": str(seconds), "RecordingChannels": "1",
                 "RecordingUrl": f"https://api.twilio.com{API}/Recordings/{recording}", **more}  # fmt: skip
        answer = await self.post(url, given)
        if answer.status_code != 200:
            self.wrong.append(f"recording: {answer.status_code} {answer.text[:200]}")

    def refused(self, why: str) -> Said:
        return Said(400, {"code": 21211, "message": why, "more_info": "https://www.twilio.com/docs/errors/21211", "status": 400})

    def _fields(self, call: Call, known: set[str]) -> dict[str, str]:
        if call.headers.get("content-type") != "application/x-www-form-urlencoded":
            raise self.no(f"content-type {call.headers.get('content-type')}")
        pairs = parse_qsl(call.body.decode(), keep_blank_values=True)
        fields = dict(pairs)
        if len(fields) != len(pairs) or fields.keys() - known:
            raise self.no(f"{call.path}: fields {sorted(fields.keys() - known)} are not known, or come twice")
        return fields

    async def answer(self, call: Call) -> Any:
        wanted = "Basic " + base64.b64encode(f"{ACCOUNT}:{TOKEN}".encode()).decode()
        if self.down:
            raise Said(503, {"code": 20503, "message": "Service unavailable", "status": 503})
        if call.headers.get("authorization") != wanted:
            raise Said(401, {"code": 20003, "message": "Authenticate", "status": 401})
        if not call.path.startswith(API):
            raise self.no(f"no such path {call.path}")
        rest = call.path.removeprefix(API)
        routes: list[tuple[str, str, Callable[..., Any]]] = [
            ("GET", r"\.json", self._account), ("GET", r"/IncomingPhoneNumbers\.json", self._numbers),
            ("POST", r"/IncomingPhoneNumbers/(PN[0-9a-f]{32})\.json", self._set_number), ("POST", r"/Calls\.json", self._create),
            ("POST", r"/Calls/([\w:]+)\.json", self._update), ("POST", r"/Conferences/(CF[0-9a-f]{32})/Participants/(CA[0-9a-f]{32})\.json", self._hold),
            ("GET", r"/Recordings/(RE[0-9a-f]{32})\.mp3", self._recording), ("DELETE", r"/Recordings/(RE[0-9a-f]{32})\.json", self._delete)]
        for method, form, run in routes:
            if call.method == method and (found := re.fullmatch(form, rest)):
                return run(call, *found.groups())
        raise self.no(f"{call.method} {rest} is not documented")

    def _account(self, _call: Call) -> Any:
        return {"sid": ACCOUNT, "friendly_name": "Stand-in", "status": "active", "type": "Full"}

    def _numbers(self, call: Call) -> Any:
        found = [{"sid": "PN" + "c" * 32, "phone_number": OURS, "voice_url": self.voice}] if call.query.get("PhoneNumber") == OURS else []
        return {"incoming_phone_numbers": found, "page": 0}

    def _set_number(self, call: Call, _sid: str) -> Any:
        fields = self._fields(call, NUMBER)
        self.voice, self.fallback, self.status = fields["VoiceUrl"], fields["VoiceFallbackUrl"], fields["StatusCallback"]
        return {"sid": _sid, "voice_url": self.voice}

    def _create(self, call: Call) -> Any:
        fields = self._fields(call, CREATE)
        if not E164.fullmatch(fields.get("To", "")) or fields.get("From") != OURS:
            raise self.no(f"To {fields.get('To')} or From {fields.get('From')} is no number of ours")
        if ("Url" in fields) == ("Twiml" in fields):
            raise self.no("exactly one of Url and Twiml")
        if not 5 <= int(fields.get("Timeout", "60")) <= 600:
            raise self.no("Timeout")
        side = Side(self, fields["To"], OURS, "outbound-api", fields.get("StatusCallback", ""))
        side.url, side.twiml = fields.get("Url", ""), fields.get("Twiml", "")
        self.sides.append(side)
        raise Said(201, {"sid": side.sid, "status": "queued", "to": side.number, "from": OURS, "direction": "outbound-api"})

    def _side(self, sid_: str) -> "Side | None":
        return next((one for one in self.everybody() if one.sid == sid_), None)

    def everybody(self) -> "list[Side]":
        """All calls that were ever made or came."""
        return [*self.sides, *self.callers]

    def _update(self, call: Call, sid_: str) -> Any:
        fields, side = self._fields(call, UPDATE), self._side(sid_)
        if side is None:
            raise Said(404, {"code": 20404, "message": "The requested resource was not found", "status": 404})
        if side.status not in ("ringing", "in-progress"):
            raise Said(400, {"code": 21220, "message": "Call is not in-progress. Cannot redirect.", "status": 400})
        if fields.get("Status") == "completed":
            self.later(side.hang_up())
        elif "Url" in fields:
            side.queue = side.gather = None
            self.later(self._redirected(side, fields["Url"]))
        else:
            raise self.no("neither Status nor Url")
        return {"sid": sid_, "status": side.status}

    async def _redirected(self, side: Side, url: str) -> None:
        if side.room is not None:
            await self.leave(side)
        await side.go(url)

    def _hold(self, call: Call, room_sid: str, side_sid: str) -> Any:
        fields = self._fields(call, HOLD)
        room = next((one for one in self.rooms.values() if one.sid == room_sid), None)
        side = next((one for one in room.inside if one.sid == side_sid), None) if room else None
        if side is None:
            raise Said(404, {"code": 20404, "message": "The requested resource was not found", "status": 404})
        side.held = fields["Hold"] == "true"
        return {"call_sid": side_sid, "conference_sid": room_sid, "hold": side.held}

    def _recording(self, _call: Call, recording: str) -> Any:
        if self.missing or recording not in self.recordings:
            self.missing = max(0, self.missing - 1)
            raise Said(404, {"code": 20404, "message": "The requested resource was not found", "status": 404})
        return self.recordings[recording]

    def _delete(self, _call: Call, recording: str) -> Any:
        if self.recordings.pop(recording, None) is None:
            raise Said(404, {"code": 20404, "message": "The requested resource was not found", "status": 404})
        self.deleted.append(recording)
        raise Said(204)

