"""What is proposed, decided and answered. No I/O."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from farol.core.exchange.model import Receipt

WORDS = 1000
BASIS = 500

State = Literal[
    "proposed", "approved", "unproven", "waiting", "accepted", "executed", "failed", "rejected", "refused", "withdrawn", "expired"]
"""proposed: waits for approvals. approved: about to be sent. unproven: approved, and the customer's proof has run out. waiting: the
exchange does not answer; what became of it may be unknown. accepted: the exchange has it and has not finished. executed, failed,
rejected: the exchange's word. refused, withdrawn, expired: it never went there."""
OPEN = ("proposed", "approved", "unproven", "waiting", "accepted")
SENDING = ("approved", "unproven", "waiting")


class Consent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The customer's yes. ref: where it is recorded, such as ``identity-proof:12``."""

    method: Literal["step_up", "signed_link", "recorded_call"]
    ref: Annotated[str, Meta(min_length=1, max_length=200, pattern=r"^[\x21-\x7e]+$")]
    at: Annotated[datetime, Meta(tz=True)]


class Asked(msgspec.Struct, frozen=True):
    """What somebody wants done. params: by the table. reason_code: ``ato_reported``. words: for who checks it.

    expected_version: of the account, as a read told it: another and the exchange refuses. legal_basis: of class E.
    client_id: the same one proposes once.
    """

    type: str
    uid: str
    params: dict[str, Any]
    reason_code: str
    ticket_id: int | None = None
    consent: Consent | None = None
    words: str = ""
    expected_version: str = ""
    legal_basis: str = ""
    client_id: UUID | None = None


class Vote(msgspec.Struct, frozen=True):
    """Somebody decided. verdict: approve or refuse."""

    staff_id: int
    name: str
    role: str
    verdict: str
    words: str
    at: datetime
    session: str = ""
    ips: list[str] = []
    teams: list[int] = []


class Proposal(msgspec.Struct, frozen=True):
    """As stored. usd: worth of class D, None where unknown. order: as it was first sent. why: code of a refusal or failure.

    by_*: who proposed, as they were then. number, subject: of the ticket. tries: how often it was sent.
    """

    id: int
    client_id: UUID
    type: str
    uid: str
    ticket_id: int | None
    customer_id: int
    params: dict[str, Any]
    reason_code: str
    words: str
    legal_basis: str
    consent: Consent | None
    expected_version: str
    usd: Decimal | None
    by_kind: str
    by_id: int
    by_name: str
    by_role: str
    by_session: bytes
    by_ips: list[str]
    by_teams: list[int]
    level: int
    state: State
    why: str
    at: datetime
    expires_at: datetime
    tries: int
    lease: datetime | None
    order: dict[str, Any] | None
    receipt: Receipt | None
    settled_at: datetime | None
    number: str | None
    subject: str | None
    language: str
    votes: list[Vote] = []

    @property
    def asked(self) -> Asked:
        """What was asked for, as it was."""
        return Asked(
            self.type, self.uid, self.params, self.reason_code, self.ticket_id, self.consent, self.words, self.expected_version,
            self.legal_basis, self.client_id)

    @property
    def key(self) -> str:
        """Its Idempotency-Key at the exchange: the same however often it is sent."""
        return f"farol-proposal-{self.id}"
