"""What happens to recoveries, on the ticket's stream; of the rules on ``recovery_rules:0``."""

from farol.kit.events import Event


class RecoveryAsked(Event, kind="recovery.asked", frozen=True):
    """An owner asks for a deposit that went wrong. state: where it stands at once."""

    recovery_id: int
    mistake: str
    state: str


class RecoveryMovedOn(Event, kind="recovery.moved", frozen=True):
    """It stands elsewhere. why: a code."""

    recovery_id: int
    state: str
    why: str


class RecoveryConsented(Event, kind="recovery.consented", frozen=True):
    """The owner agreed. proof_id: under which proof; fee: that was shown."""

    recovery_id: int
    consent_id: int
    proof_id: int
    fee: str
    coin: str


class RecoveryEvidenceGiven(Event, kind="recovery.evidence_given", frozen=True):
    """A piece by its hash. shows: what."""

    recovery_id: int
    evidence_id: int
    shows: str
    sha256: str


class RecoveryRulesSet(Event, kind="recovery.rules_set", frozen=True):
    """Other rules hold from here on."""

    version: int
    words: str
