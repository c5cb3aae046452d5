"""Actions: what Farol asks the core to do, with who approved it, and the core's receipt.

The core checks all of it again and decides (DOMAIN section 3.4).
"""

from typing import Annotated, Any

import msgspec
from msgspec import Meta

from farol.core.exchange.states import ActionState, PolicyClass

from .base import Amount, Time, Word, Words


class Doer(msgspec.Struct, frozen=True, omit_defaults=True):
    """Who asks. agent_id: ``staff:3`` or ``customer:12``. auth: webauthn, sso_mfa, customer_self or system."""

    agent_id: str
    role: str
    auth: str | None = None
    session: str | None = None


class Approval(msgspec.Struct, frozen=True, omit_defaults=True):
    """One person's yes. sig: Farol's signature over proposal, person and time, which the core may check."""

    agent_id: str
    at: Time
    sig: str
    role: str = ""


class Consent(msgspec.Struct, frozen=True, omit_defaults=True):
    """The customer's own yes. method: step_up, signed_link, recorded_call or none."""

    method: str
    ref: str = ""
    at: Time | None = None


class Exhibit(msgspec.Struct, frozen=True, omit_defaults=True):
    """A piece of evidence by its hash."""

    sha256: str
    kind: str = ""


class ActionOrder(msgspec.Struct, frozen=True, omit_defaults=True):
    """What shall be done to an account. ``case_ref`` is the ticket's number, ``type`` one of the description's.

    ``dry_run``: the core says what it would do and does nothing. ``expected_version`` refuses with
    ``version_mismatch`` when the thing changed since it was read.
    """

    type: str
    uid: str
    reason_code: str
    case_ref: str
    actor: Doer
    params: dict[str, Any] = {}
    approvals: list[Approval] = []
    customer_consent: Consent | None = None
    evidence: list[Exhibit] = []
    expected_version: str | None = None
    dry_run: bool = False
    expires_at: Time | None = None


class Policy(msgspec.Struct, frozen=True):
    """How the core classes the action and what it still wants, such as ``checker``."""

    cls: PolicyClass = msgspec.field(name="class", default=PolicyClass.UNKNOWN)
    missing: Words = []
    limit: Amount | None = None


class Effect(msgspec.Struct, frozen=True):
    """One thing that happened: its kind, what it happened to, and the key of its words."""

    kind: Word = ""
    ref: Word = ""
    text_key: Word = ""


class Undo(msgspec.Struct, frozen=True):
    """The action that takes it back."""

    type: Word = ""


class Receipt(msgspec.Struct, frozen=True):
    """What the core made of an action. ``receipt_sig`` is the core's own signature, kept as it came."""

    action_id: Word
    state: ActionState
    policy: Policy | None = None
    effects: Annotated[list[Effect], Meta(max_length=500)] = []
    undo: Undo | None = None
    receipt_sig: Annotated[str, Meta(max_length=2_000)] = ""
    executed_at: Time | None = None

    @property
    def final(self) -> bool:
        """Whether nothing more will happen to it. A state we do not know is not final."""
        return self.state in FINAL


FINAL = frozenset({ActionState.EXECUTED, ActionState.REJECTED, ActionState.FAILED, ActionState.EXPIRED})


class Decision(msgspec.Struct, frozen=True, omit_defaults=True):
    """One person's word on an action that waits at the core. decision: approve or reject."""

    agent_id: str
    decision: str
    sig: str
    note: str = ""
