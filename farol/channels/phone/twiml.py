"""TwiML, the XML in which a voice provider is told what to do next. A small writer: everything that comes from outside is escaped."""

import re
from xml.sax.saxutils import escape, quoteattr

import msgspec

_NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
LONGEST = 64_000
"""Bytes of one document the provider takes."""
VOICES = {"zh": "cmn-CN", "zh-Hant": "cmn-TW", "en": "en-US", "ru": "ru-RU", "es": "es-ES", "ja": "ja-JP", "ko": "ko-KR", "pt": "pt-BR", "vi": "vi-VN", "tr": "tr-TR", "ar": "arb"}
"""How the provider names the language that a text is read in."""


class Verb(msgspec.Struct, frozen=True):
    """One element. Attributes that are None are left out."""

    name: str
    attributes: dict[str, str | int | bool | None] = {}
    text: str = ""
    inner: tuple["Verb", ...] = ()


def document(*verbs: Verb) -> bytes:
    """The whole answer."""
    return ('<?xml version="1.0" encoding="UTF-8"?><Response>' + "".join(_written(one) for one in verbs) + "</Response>").encode()


def _written(verb: Verb) -> str:
    given = "".join(f" {name}={quoteattr(_plain(value))}" for name, value in verb.attributes.items() if value is not None)
    body = escape(_plain(verb.text)) + "".join(_written(one) for one in verb.inner)
    return f"<{verb.name}{given}>{body}</{verb.name}>" if body else f"<{verb.name}{given}/>"


def _plain(value: str | int | bool) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return _NEVER.sub("", str(value))


def say(text: str, language: str) -> Verb:
    """Reads a text aloud."""
    return Verb("Say", {"language": VOICES.get(language, VOICES["en"])}, text)


def pause(seconds: int) -> Verb:
    """Silence."""
    return Verb("Pause", {"length": seconds})


def gather(action: str, *spoken: Verb, digits: int | None = 1, timeout: int = 6, speech: str = "", hints: str = "", finish: str | None = None) -> Verb:
    """Waits for keys while and after it speaks. digits: how many, None for as many as come before ``#``. speech: also listens, in that language."""
    return Verb("Gather", {
        "action": action, "method": "POST", "input": "dtmf speech" if speech else "dtmf", "numDigits": digits, "timeout": timeout,
        "finishOnKey": finish if finish is not None else ("#" if digits is None else ""), "language": VOICES.get(speech) if speech else None,
        "hints": hints if speech else None, "speechTimeout": "auto" if speech else None}, inner=spoken)


def record(action: str, callback: str, *, most_s: int) -> Verb:
    """Records what the caller says after a tone, until they press ``#``."""
    return Verb("Record", {
        "action": action, "method": "POST", "maxLength": most_s, "timeout": 8, "finishOnKey": "#", "playBeep": True, "trim": "trim-silence",
        "recordingStatusCallback": callback, "recordingStatusCallbackMethod": "POST", "recordingStatusCallbackEvent": "completed absent"})


def enqueue(name: str, wait: str, action: str) -> Verb:
    """Puts the caller into a queue of the provider's, where ``wait`` says what they hear."""
    return Verb("Enqueue", {"action": action, "method": "POST", "waitUrl": wait, "waitUrlMethod": "POST"}, name)


def conference(name: str, action: str, events: str, *, ends: bool, recorded: str = "") -> Verb:
    """Into a conference. ends: it is over when this one leaves. recorded: where the provider says that a recording is there; empty: none is made."""
    room = Verb("Conference", {
        "startConferenceOnEnter": True, "endConferenceOnExit": ends, "beep": False, "maxParticipants": 4, "statusCallback": events,
        "statusCallbackEvent": "start end join leave", "statusCallbackMethod": "POST",
        "record": "record-from-start" if recorded else "do-not-record", "recordingStatusCallback": recorded or None,
        "recordingStatusCallbackMethod": "POST" if recorded else None, "recordingStatusCallbackEvent": "completed absent" if recorded else None}, name)
    return Verb("Dial", {"action": action, "method": "POST"}, inner=(room,))


def redirect(to: str) -> Verb:
    """Asks us again at another address."""
    return Verb("Redirect", {"method": "POST"}, to)


HANGUP = Verb("Hangup")
LEAVE = Verb("Leave")


def reject() -> Verb:
    """Does not answer at all; costs nothing."""
    return Verb("Reject", {"reason": "busy"})
