"""What happens to calls. Stream: ``call:ID``."""

from farol.kit.events import Event


class CallAsked(Event, kind="call.asked", frozen=True):
    """A customer wants to speak to somebody, or an agent offers it. by: customer or staff. call_kind: voice or video."""

    ticket_id: int
    by: str
    call_kind: str


class CallTaken(Event, kind="call.taken", frozen=True):
    """Both agreed."""

    ticket_id: int
    staff_id: int


class CallBegun(Event, kind="call.begun", frozen=True):
    """They hear each other."""

    ticket_id: int


class CallConsentGiven(Event, kind="call.consent_given", frozen=True):
    """The customer said whether the call may be recorded."""

    ticket_id: int
    given: bool


class CallRecordingKept(Event, kind="call.recording_kept", frozen=True):
    """A recording stands in the ticket."""

    ticket_id: int
    file_id: str
    seconds: int


class CallNoted(Event, kind="call.noted", frozen=True):
    """What staff have to know of a call, for the conversation, in the language of whoever reads it. Stream: ``ticket:ID``.

    what: ``asked``, ``recorded`` (the file above), ``declined``; and ``invited``, ``ended``, ``missed`` or ``failed`` where the customer may
    read people's words alone. at: when the customer agreed to be recorded (RFC 3339). name: under which it is said once.
    """

    what: str
    name: str
    call_kind: str = "voice"
    seconds: int = 0
    at: str = ""


class CallEnded(Event, kind="call.ended", frozen=True):
    """It is over. why: as in ``model.Call``. seconds: spoken."""

    ticket_id: int
    why: str
    seconds: int
