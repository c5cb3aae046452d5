"""The voice provider's REST API: calls made and led elsewhere, people put on hold, recordings fetched and deleted."""

import asyncio
import base64
from typing import Any
from urllib.parse import urlencode

import httpx2
import msgspec

from farol.channels.connections.elsewhere import Away, Failed, Refused, Revoked, elsewhere
from farol.kit.bounded import Unreadable, body_of
from farol.kit.core import Kit

from .model import CHANNEL, Line

REAL = "https://api.twilio.com"
TIMEOUT_S = 8.0
MOST_JSON = 256 * 1024
MOST_AUDIO = 20 * 1024 * 1024


class Made(msgspec.Struct, frozen=True):
    """A call that was asked for."""

    sid: str


async def make_call(kit: Kit, line: Line, *, to: str, url: str, status: str, rings_s: int) -> Made:
    """Calls a number from ours. url: what to do when somebody answers; status: where its end is told."""
    fields = {"To": to, "From": line.number, "Url": url, "Method": "POST", "StatusCallback": status, "StatusCallbackMethod": "POST",
              "StatusCallbackEvent": "completed", "Timeout": str(rings_s)}
    said = await _ask(kit, line, "POST", "/Calls.json", fields)
    return Made(str(said.get("sid", "")))


async def tell(kit: Kit, line: Line, *, to: str, words: bytes, rings_s: int) -> None:
    """Calls a number and says something there, without asking us again."""
    await _ask(kit, line, "POST", "/Calls.json", {"To": to, "From": line.number, "Twiml": words.decode(), "Timeout": str(rings_s)})


async def lead(kit: Kit, line: Line, sid: str, url: str) -> None:
    """A running call goes on with what ``url`` answers."""
    await _ask(kit, line, "POST", f"/Calls/{sid}.json", {"Url": url, "Method": "POST"})


async def end(kit: Kit, line: Line, sid: str) -> None:
    """Ends a call; one that is over already is fine."""
    try:
        await _ask(kit, line, "POST", f"/Calls/{sid}.json", {"Status": "completed"})
    except Refused as refusal:
        if refusal.code not in ("20404", "21220"):
            raise


async def hold(kit: Kit, line: Line, conference: str, sid: str, *, on: bool, music: str) -> None:
    """Somebody in a conference hears music, or the others again."""
    fields = {"Hold": "true", "HoldUrl": music, "HoldMethod": "POST"} if on else {"Hold": "false"}
    await _ask(kit, line, "POST", f"/Conferences/{conference}/Participants/{sid}.json", fields)


async def delete_recording(kit: Kit, line: Line, sid: str) -> None:
    """Gone there; gone already is fine."""
    try:
        await _ask(kit, line, "DELETE", f"/Recordings/{sid}.json")
    except Refused as refusal:
        if refusal.code != "20404":
            raise


async def account(kit: Kit, line: Line) -> str:
    """What the provider calls the account. Raises Revoked for a key that is no longer good, Refused for a closed account."""
    said = await _ask(kit, line, "GET", ".json")
    if said.get("status") != "active":
        raise Refused(f"the account is {said.get('status', 'unknown')}")
    return str(said.get("friendly_name", ""))


async def number(kit: Kit, line: Line) -> tuple[str, str]:
    """The provider's id of our number and where it sends calls now. Raises Refused when the account has no such number."""
    said = await _ask(kit, line, "GET", "/IncomingPhoneNumbers.json?" + urlencode({"PhoneNumber": line.number}))
    found = said.get("incoming_phone_numbers") or []
    if not found:
        raise Refused("the account has no such number")
    return str(found[0].get("sid", "")), str(found[0].get("voice_url") or "")


async def listen(kit: Kit, line: Line, sid: str, *, voice: str, fallback: str, status: str) -> None:
    """From now on calls of the number are told to us; empty addresses: no longer."""
    await _ask(kit, line, "POST", f"/IncomingPhoneNumbers/{sid}.json", {
        "VoiceUrl": voice, "VoiceMethod": "POST", "VoiceFallbackUrl": fallback, "VoiceFallbackMethod": "POST", "StatusCallback": status,
        "StatusCallbackMethod": "POST"})


async def recording(kit: Kit, line: Line, sid: str) -> bytes:
    """The audio as MP3. Raises Away while it is not there yet."""
    async with asyncio.timeout(60):
        try:
            async with elsewhere(kit).client.stream("GET", f"{_base(kit, line)}/Recordings/{sid}.mp3", headers=_auth(line)) as answer:
                if answer.status_code == 404:
                    raise Away("not there yet")
                if answer.status_code != 200:
                    await answer.aread()
                    raise _failure(answer)
                return await body_of(answer, MOST_AUDIO)
        except Unreadable:
            raise Refused("the recording is larger than 20 MB", "too_large") from None
        except (httpx2.HTTPError, TimeoutError) as error:
            raise Away(type(error).__name__) from None


def _base(kit: Kit, line: Line) -> str:
    return f"{elsewhere(kit).base(CHANNEL, REAL)}/2010-04-01/Accounts/{line.account}"


def _auth(line: Line) -> dict[str, str]:
    return {"authorization": "Basic " + base64.b64encode(f"{line.account}:{line.secret}".encode()).decode(), "accept-encoding": "identity"}


async def _ask(kit: Kit, line: Line, method: str, path: str, fields: dict[str, str] | None = None) -> dict[str, Any]:
    content = urlencode(fields).encode() if fields is not None else None
    headers = _auth(line) | ({"content-type": "application/x-www-form-urlencoded"} if fields is not None else {})
    try:
        async with asyncio.timeout(TIMEOUT_S), elsewhere(kit).client.stream(method, _base(kit, line) + path, content=content, headers=headers) as answer:
            body = await body_of(answer, MOST_JSON)
    except (httpx2.HTTPError, TimeoutError, Unreadable) as error:
        raise Away(type(error).__name__) from None
    if 200 <= answer.status_code < 300:
        return _object(body)
    raise _failure(answer, body)


def _failure(answer: httpx2.Response, body: bytes = b"") -> Failed:
    said = _object(body)
    words = str(said.get("message", f"status {answer.status_code}"))
    if answer.status_code == 401:
        return Revoked(words)
    if answer.status_code == 429 or answer.status_code >= 500:
        return Away(words, after_s=5.0 if answer.status_code == 429 else 0.0)
    return Refused(words, str(said.get("code", "")))


def _object(body: bytes) -> dict[str, Any]:
    try:
        found = msgspec.json.decode(body) if body else {}
    except msgspec.DecodeError:
        return {}
    return found if isinstance(found, dict) else {}
