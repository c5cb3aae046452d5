"""Phones of a Twilio-compatible voice provider: each side of a call, which does what our TwiML says, and signs what it tells us.

After https://www.twilio.com/docs/voice/twiml and /docs/usage/webhooks/webhooks-security. The signature is made here on its own, not with Farol's code.
"""

import base64
import hashlib
import hmac
import itertools
import time
from typing import TYPE_CHECKING, Any

from .twilio_twiml import NotTwiml, read

if TYPE_CHECKING:
    from .twilio import Twilio

ACCOUNT, TOKEN = "AC" + "a1" * 16, "b2" * 16
OURS = "+442079460000"
MP3 = b"\xff\xfb\x90\x64" + b"\x00" * 417 + b"\xff\xfb\x90\x64" + b"\x00" * 413
API = f"/2010-04-01/Accounts/{ACCOUNT}"
_count = itertools.count(time.time_ns())


def sid(kind: str) -> str:
    """An id as the provider makes them."""
    return kind + hashlib.md5(f"{kind}{next(_count)}".encode(), usedforsecurity=False).hexdigest()


def sign(url: str, pairs: list[tuple[str, str]], token: str = TOKEN) -> str:
    """X-Twilio-Signature of a form."""
    text = url
    for name, value in sorted(pairs):
        text += name + value
    return base64.b64encode(hmac.new(token.encode(), text.encode(), hashlib.sha1).digest()).decode()


class Room:
    """A conference."""

    def __init__(self, name: str) -> None:
        self.name, self.sid = name, sid("CF")
        self.inside: list[Side] = []
        self.started = self.recorded = False
        self.sequence = itertools.count(1)


class Side:
    """One call of the provider's: somebody's phone. ``heard``: what was said to them."""

    def __init__(self, there: "Twilio", number: str, other: str, direction: str, status_url: str = "") -> None:
        self.there, self.number, self.other, self.direction, self.status_url = there, number, other, direction, status_url
        self.sid = sid("CA")
        self.status = "ringing"
        self.heard: list[str] = []
        self.url = self.twiml = ""
        self.left: list[Any] = []
        self.gather: Any = None
        self.queue: Any = None
        self.recording: Any = None
        self.room: Room | None = None
        self.dial: Any = None
        self.held = False
        self.callbacks = itertools.count()

    @property
    def last(self) -> str:
        """All that was said since the last key."""
        return " ".join(self.heard)

    async def post(self, url: str, **more: str) -> Any:
        """A webhook of this call."""
        inbound = self.direction == "inbound"
        given = {"CallSid": self.sid, "AccountSid": ACCOUNT, "From": self.number if inbound else self.other, "To": self.other if inbound else self.number,
                 "CallStatus": self.status, "Direction": self.direction, "ApiVersion": "2010-04-01", **more}  # fmt: skip
        return await self.there.post(url, given)

    async def go(self, url: str, *, waiting: bool = False, **more: str) -> None:
        """Asks us what to do, and does it."""
        answer = await self.post(url, **more)
        if answer.status_code != 200:
            if not self.there.fallback or url == self.there.fallback:
                self.there.wrong.append(f"{url}: {answer.status_code} {answer.text[:200]}")
                return
            await self.go(self.there.fallback, ErrorCode="11200", ErrorUrl=url)
            return
        await self.do(answer.content, answer.headers.get("content-type", ""), waiting=waiting)

    async def do(self, body: bytes, kind: str = "text/xml", *, waiting: bool = False) -> None:
        """Executes a document."""
        try:
            self.left = read(body, kind, waiting=waiting)
        except NotTwiml as error:
            self.there.wrong.append(f"{error}: {body[:600]!r}")
            return
        self.gather = self.recording = None
        await self._on()

    async def _on(self) -> None:
        while self.left and self.status in ("ringing", "in-progress"):
            verb = self.left.pop(0)
            if verb.tag == "Reject":
                self.status = "busy"
                return
            self.status = "in-progress"
            if verb.tag == "Say":
                self.heard.append(verb.text)
            elif verb.tag == "Gather":
                self.heard += [inner.text for inner in verb if inner.tag == "Say"]
                self.gather = verb
                return
            elif verb.tag == "Record":
                self.recording = verb
                return
            elif verb.tag == "Enqueue":
                self.queue = verb
                self.left = []
                await self.wait_on()
                return
            elif verb.tag == "Dial":
                self.dial = verb
                await self.there.join(self, verb[0])
                return
            elif verb.tag == "Redirect":
                await self.go(verb.text.strip())
                return
            elif verb.tag == "Leave":
                await self._leave("leave")
                return
            elif verb.tag == "Hangup":
                await self.hang_up()
                return
        if self.status == "in-progress" and self.queue is None and self.room is None:
            await self.hang_up()

    async def _leave(self, result: str, **more: Any) -> None:
        queue, self.queue = self.queue, None
        await self.go(queue.attrib["action"], QueueResult=result, QueueTime=str(self.there.tick), QueueSid=sid("QU"), **more)

    async def wait_on(self) -> None:
        """The provider asks once more what a waiting caller is to hear."""
        self.there.tick += 30
        self.heard.clear()
        await self.go(self.queue.attrib["waitUrl"], waiting=True, QueueTime=str(self.there.tick), QueuePosition="1", CurrentQueueSize="1", AvgQueueTime="10", QueueSid="QU" + "1" * 32)

    async def press(self, keys: str, **more: str) -> None:
        """Keys, while somebody waits for them."""
        assert self.gather is not None, f"nobody asks for keys now; heard: {self.heard}"
        verb, many = self.gather, self.gather.attrib.get("numDigits")
        finish = verb.attrib.get("finishOnKey", "#")
        digits = keys.split(finish)[0] if finish and finish in keys else keys[: int(many)] if many else keys
        assert many or (finish and finish in keys), "the provider waits for the closing key"
        self.gather, self.left, waiting = None, [], self.queue is not None
        self.heard.clear()
        if digits or verb.attrib.get("actionOnEmptyResult") == "true" or keys == finish:
            await self.go(verb.attrib["action"], waiting=waiting, Digits=digits, **more)

    async def speak(self, words: str) -> None:
        """Words instead of keys, where they are listened to."""
        verb = self.gather
        assert "speech" in verb.attrib.get("input", "dtmf")
        self.gather, self.left = None, []
        self.heard.clear()
        await self.go(verb.attrib["action"], SpeechResult=words, Confidence="0.9")

    async def say_nothing(self) -> None:
        """Lets a question run out."""
        assert self.gather is not None
        self.gather = None
        self.heard.clear()
        await self._on()

    async def leave_message(self, seconds: int, *, hangs_up: bool = False) -> str:
        """Speaks onto a voicemail: the id of the recording."""
        verb, recording = self.recording, sid("RE")
        assert verb is not None
        self.recording = None
        self.there.recordings[recording] = MP3
        if hangs_up:
            self.status = "completed"
        await self.go(verb.attrib["action"], RecordingSid=recording, RecordingDuration=str(seconds), RecordingUrl=f"https://api.twilio.com{API}/Recordings/{recording}",
                      Digits="hangup" if hangs_up else "#")
        await self.there.recorded(verb.attrib["recordingStatusCallback"], recording, seconds, CallSid=self.sid)
        if hangs_up:
            self.status = "in-progress"
            await self.hang_up()
        return recording

    async def pick_up(self) -> None:
        """A phone that rings is answered."""
        assert self.status == "ringing"
        self.status = "in-progress"
        if self.twiml:
            await self.do(self.twiml.encode())
        else:
            await self.go(self.url)

    async def no_answer(self) -> None:
        """It rings out."""
        self.status = "no-answer"
        await self._told()

    async def hang_up(self) -> None:
        """Whoever it was; what hangs on it follows."""
        if self.status in ("completed", "busy", "no-answer"):
            return
        self.status = "completed"
        queue, self.queue = self.queue, None
        if queue is not None:
            await self.post(queue.attrib["action"], QueueResult="hangup", QueueTime=str(self.there.tick))
        if self.room is not None:
            await self.there.leave(self)
        await self._told()

    async def _told(self) -> None:
        if self.status_url:
            await self.post(self.status_url, CallDuration="65", Duration="2", SequenceNumber=str(next(self.callbacks)), CallbackSource="call-progress-events")
