"""What happens on the phone. Stream: ``phone_call:ID``; ``staff_phone:ID`` for a colleague's own number, ``phone_code:CUSTOMER`` for codes."""

from farol.kit.events import Event


class CallBegun(Event, kind="phone_call.begun", frozen=True):
    """Somebody called one of our numbers, or is to be called. direction: in or out."""

    connection_id: int
    direction: str


class CallLaneChosen(Event, kind="phone_call.lane_chosen", frozen=True):
    """What the caller pressed, and the ticket that it is about from here on."""

    lane: str
    ticket_id: int | None


class CallQueued(Event, kind="phone_call.queued", frozen=True):
    """The caller waits for a person. consent: whether they agreed to a recording, None where nobody asked."""

    severity: str
    consent: bool | None


class CallOffered(Event, kind="phone_call.offered", frozen=True):
    """It was put before a colleague, who has until ``until`` (RFC 3339)."""

    staff_id: int
    until: str


class CallTaken(Event, kind="phone_call.taken", frozen=True):
    """A colleague presses to answer; their own phone rings now."""

    staff_id: int


class CallReturned(Event, kind="phone_call.returned", frozen=True):
    """The colleague did not come to the phone, or gave the call back; it waits in its old place."""

    staff_id: int
    why: str


class CallAnswered(Event, kind="phone_call.answered", frozen=True):
    """Customer and colleague hear each other. waited_s: since the customer began to wait. recorded: with consent."""

    staff_id: int
    waited_s: float
    recorded: bool


class CallHeld(Event, kind="phone_call.held", frozen=True):
    """The customer hears music, or (``on`` false) the colleague again."""

    on: bool


class CallTransferred(Event, kind="phone_call.transferred", frozen=True):
    """Another colleague has it."""

    left_id: int
    staff_id: int


class CallProven(Event, kind="phone_call.proven", frozen=True):
    """The caller gave the code that a signed-in customer's app shows. by: keys, or voice to a colleague."""

    customer_id: int
    ticket_id: int | None
    by: str


class CallEnded(Event, kind="phone_call.ended", frozen=True):
    """outcome: see the model; seconds: from ringing to the end."""

    outcome: str
    seconds: int | None


class CallRecorded(Event, kind="phone_call.recorded", frozen=True):
    """A recording or voicemail is kept here, and was deleted at the provider. sha256: of its bytes."""

    recording_id: int
    what: str
    sha256: str


class CallNoted(Event, kind="phone_call.noted", frozen=True):
    """What staff have to know of a call, for the conversation, in the language of whoever reads it. Stream: ``ticket:ID``.

    what: ``about`` (the ticket ``number``, keyed in), ``hint``, ``proven``, ``moved`` (to ``number``), ``came`` (from it), ``callback``,
    ``unreached`` (try ``n``), ``missed`` (caller ``number``, waited), ``talked`` (with ``who``), ``recording`` and ``voicemail`` (the file
    above), ``lost`` (``why``). name: under which it is said once.
    """

    what: str
    name: str
    number: str = ""
    at: str = ""
    seconds: int = 0
    n: int = 0
    who: str = ""
    recorded: bool = False
    sha256: str = ""
    why: str = ""


class PhoneNumberSet(Event, kind="staff_phone.set", frozen=True):
    """A colleague named the phone that is to ring; it does not count until they typed the code read out there."""


class PhoneNumberVerified(Event, kind="staff_phone.verified", frozen=True):
    """They did."""


class PhoneNumberRemoved(Event, kind="staff_phone.removed", frozen=True):
    """No phone of theirs rings any more."""


class PhoneCodeShown(Event, kind="phone_code.shown", frozen=True):
    """A signed-in customer was shown a code to give on the phone."""
