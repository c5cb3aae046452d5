"""TwiML as the provider takes it: which verbs there are, what each may carry and hold, and what their values look like.

After https://www.twilio.com/docs/voice/twiml and the pages of its verbs (gather, record, enqueue, dial, conference, say, pause, redirect, reject).
"""

import re
from typing import Any
from xml.etree import ElementTree

URL = re.compile(r"https?://[^\s<>\"]+")
METHOD, BOOL, NATURAL, POSITIVE = re.compile("GET|POST"), re.compile("true|false"), re.compile("[0-9]{1,5}"), re.compile("[1-9][0-9]{0,4}")
LANGUAGES = frozenset(["arb", "cmn-CN", "cmn-TW", "zh-CN", "zh-TW", "da-DK", "nl-NL", "en-AU", "en-GB", "en-IN", "en-US", "fr-CA", "fr-FR", "de-DE", "hi-IN", "it-IT", "ja-JP", "ko-KR", "nb-NO", "pl-PL", "pt-BR", "pt-PT", "ro-RO", "ru-RU", "es-ES", "es-MX", "es-US", "sv-SE", "tr-TR", "cy-GB", "vi-VN"])
LANGUAGE = re.compile("|".join(sorted(LANGUAGES)))
RECORDING = re.compile("(in-progress|completed|absent)( (in-progress|completed|absent))*")
VERBS: dict[str, dict[str, Any]] = {
    "Say": {"voice": re.compile(r"[\w.-]+"), "loop": NATURAL, "language": LANGUAGE},
    "Play": {"loop": NATURAL, "digits": re.compile("[0-9w]+")},
    "Pause": {"length": POSITIVE},
    "Gather": {
        "action": URL, "method": METHOD, "input": re.compile("dtmf|speech|dtmf speech"), "numDigits": POSITIVE, "timeout": re.compile("[1-9][0-9]{0,2}|auto"),
        "finishOnKey": re.compile("[0-9#*]?"), "language": LANGUAGE, "hints": re.compile(".{0,10000}", re.S), "speechTimeout": re.compile("auto|[1-9][0-9]{0,2}"),
        "actionOnEmptyResult": BOOL, "profanityFilter": BOOL, "bargeIn": BOOL},
    "Record": {
        "action": URL, "method": METHOD, "timeout": POSITIVE, "finishOnKey": re.compile("[0-9#*]{0,12}"), "maxLength": POSITIVE, "playBeep": BOOL,
        "trim": re.compile("trim-silence|do-not-trim"), "recordingStatusCallback": URL, "recordingStatusCallbackMethod": METHOD,
        "recordingStatusCallbackEvent": RECORDING},
    "Enqueue": {"action": URL, "method": METHOD, "waitUrl": URL, "waitUrlMethod": METHOD},
    "Dial": {
        "action": URL, "method": METHOD, "timeout": POSITIVE, "hangupOnStar": BOOL, "timeLimit": POSITIVE, "callerId": re.compile(r"\+[0-9]{7,15}"),
        "answerOnBridge": BOOL},
    "Conference": {
        "muted": BOOL, "beep": re.compile("true|false|onEnter|onExit"), "startConferenceOnEnter": BOOL, "endConferenceOnExit": BOOL, "waitUrl": URL,
        "waitMethod": METHOD, "maxParticipants": re.compile("[2-9]|[1-9][0-9]|1[0-9][0-9]|2[0-4][0-9]|250"), "record": re.compile("do-not-record|record-from-start"),
        "trim": re.compile("trim-silence|do-not-trim"), "coach": re.compile("CA[0-9a-f]{32}"), "statusCallback": URL, "statusCallbackMethod": METHOD,
        "statusCallbackEvent": re.compile("(start|end|join|leave|mute|hold|modify|speaker|announcement)( (start|end|join|leave|mute|hold|modify|speaker|announcement))*"),
        "recordingStatusCallback": URL, "recordingStatusCallbackMethod": METHOD, "recordingStatusCallbackEvent": RECORDING, "participantLabel": re.compile(r"[\w-]{1,128}")},
    "Redirect": {"method": METHOD}, "Hangup": {}, "Leave": {}, "Reject": {"reason": re.compile("rejected|busy")},
}  # fmt: skip
TOP = frozenset(VERBS) - {"Conference"}
INSIDE = {"Gather": frozenset({"Say", "Play", "Pause"}), "Dial": frozenset({"Conference"})}
WORDED = {"Say": 4096, "Play": 2000, "Redirect": 2000, "Enqueue": 64, "Conference": 128}
"""Verbs that need words, and how many characters they may have."""
WAITING = frozenset({"Say", "Play", "Pause", "Hangup", "Redirect", "Leave", "Gather"})
"""What may stand in the document that a waiting caller hears."""
LAST = frozenset({"Redirect", "Hangup", "Leave", "Reject"})
MOST_BYTES = 64_000


class NotTwiml(Exception):
    """What the provider would say (12100 and its kin)."""


def read(body: bytes, kind: str, *, waiting: bool = False) -> list[ElementTree.Element]:
    """The verbs of a document. Raises ``NotTwiml``."""
    if kind.partition(";")[0] not in ("text/xml", "application/xml", "text/html"):
        raise NotTwiml(f"12300 invalid Content-Type {kind!r}")
    if len(body) > MOST_BYTES:
        raise NotTwiml("11750 response body too large")
    try:
        root = ElementTree.fromstring(body)  # noqa: S314  our own document
    except ElementTree.ParseError as error:
        raise NotTwiml(f"12100 document parse failure: {error}") from error
    if root.tag != "Response" or root.attrib or (root.text or "").strip():
        raise NotTwiml("12100 the root is not a bare Response")
    found = list(root)
    for place, verb in enumerate(found):
        _check(verb, WAITING if waiting else TOP)
        if verb.tag in LAST and place + 1 < len(found):
            raise NotTwiml(f"12200 nothing after {verb.tag} is ever reached")
    if any(verb.tag == "Reject" for verb in found[1:]):
        raise NotTwiml("12200 Reject has to come first")
    return found


def _check(verb: ElementTree.Element, allowed: frozenset[str]) -> None:
    if verb.tag not in allowed:
        raise NotTwiml(f"12200 {verb.tag} is not valid here")
    for name, value in verb.attrib.items():
        form = VERBS[verb.tag].get(name)
        if form is None:
            raise NotTwiml(f"12200 {verb.tag} has no attribute {name}")
        if not form.fullmatch(value):
            raise NotTwiml(f"12200 {verb.tag} {name}={value!r} is not valid")
    text = (verb.text or "").strip()
    if verb.tag in WORDED and not 0 < len(text) <= WORDED[verb.tag]:
        raise NotTwiml(f"12200 {verb.tag} holds {len(text)} characters")
    if verb.tag not in WORDED and text:
        raise NotTwiml(f"12200 {verb.tag} holds no words")
    if verb.tag == "Redirect" and not URL.fullmatch(text):
        raise NotTwiml("12100 Redirect holds no address")
    for inner in verb:
        if (inner.tail or "").strip():
            raise NotTwiml(f"12200 words between verbs in {verb.tag}")
        _check(inner, INSIDE.get(verb.tag, frozenset()))
    if verb.tag == "Dial" and len(verb) != 1:
        raise NotTwiml("12200 Dial dials nobody")
