"""What happens in an emergency. Stream: the ticket's. No codes, no addresses."""

from farol.kit.events import Event


class EmergencyRaised(Event, kind="emergency.raised", frozen=True):
    """Something cannot wait. what: stolen or risk. cause: words, denial, freeze or drill."""

    emergency_id: int
    what: str
    cause: str
    drill: bool


class EmergencyRung(Event, kind="emergency.rung", frozen=True):
    """A group was rung. staff_ids: whom that is now; empty when the group is."""

    position: int
    round: int
    staff_ids: list[int]


class EmergencyTaken(Event, kind="emergency.taken", frozen=True):
    """A person is there."""

    staff_id: int
    name: str


class EmergencyPromiseMissed(Event, kind="emergency.promise_missed", frozen=True):
    """The customer did not hear from a person by the time they were told."""


class FreezeAsked(Event, kind="emergency.freeze_asked", frozen=True):
    """The owner proved control and asked for the freeze. hours: after which it ends by itself, 0 for never."""

    proof: str
    hours: int


class FreezePutOff(Event, kind="emergency.freeze_put_off", frozen=True):
    """The exchange does not answer. It is tried again until it does."""


class AccountFrozen(Event, kind="emergency.frozen", frozen=True):
    """By the exchange's word. at: RFC 3339, its own time. cancelled: how many withdrawals."""

    at: str
    cancelled: int


class FreezeRefused(Event, kind="emergency.freeze_refused", frozen=True):
    """The exchange refused. why: its code."""

    why: str


class FreezeConfirmed(Event, kind="emergency.freeze_confirmed", frozen=True):
    """More than a mailbox was proven, and the exchange has made it last. proof: what it began with."""

    proof: str


class FreezeLifted(Event, kind="emergency.freeze_lifted", frozen=True):
    """The account is open again. why: time, unfrozen or exchange."""

    why: str


class SnapshotSealed(Event, kind="emergency.sealed", frozen=True):
    """What stood at the exchange is kept. missing: reads it did not answer."""

    sha256: str
    missing: list[str]


class QuestionsAnswered(Event, kind="emergency.answered", frozen=True):
    """The customer answered the five questions."""


class StepDone(Event, kind="emergency.step_done", frozen=True):
    """A step of the checklist is done, or is not after all."""

    key: str
    done: bool


class PackMade(Event, kind="emergency.pack_made", frozen=True):
    """An incident pack is made."""

    n: int
    pdf_sha256: str
    json_sha256: str


class EmergencyEnded(Event, kind="emergency.ended", frozen=True):
    """Over, by a person's word. outcome: solved, false_alarm or handed_on."""

    outcome: str


class ThawAsked(Event, kind="emergency.thaw_asked", frozen=True):
    """Somebody asks that the account is unfrozen. not_before: RFC 3339; told: how many contacts got the link that stops it."""

    proposal_id: int
    not_before: str
    told: int


class ThawStopped(Event, kind="emergency.thaw_stopped", frozen=True):
    """It stays frozen. why: link (by whoever holds it) or staff."""

    proposal_id: int
    why: str


class RingGroupsSet(Event, kind="emergency.ring_groups_set", frozen=True):
    """Who is rung in which order was changed. Stream: ``emergency_ring:1``."""

    groups: int
