"""Who works here and what each role may do."""

from datetime import datetime

import msgspec

from farol.kit.permission import Can

_SEES = frozenset({Can.SESSION_OWN, Can.INBOX_SEE, Can.TICKET_SEE})
_READS = _SEES | {Can.CUSTOMER_SEE}
_ANSWERS = _READS | {Can.TICKET_NOTE, Can.TICKET_REPLY, Can.QUEUE_SEE, Can.QUEUE_WORK}
_HANDLES = _ANSWERS | {Can.TICKET_CHANGE}

RIGHTS: dict[str, frozenset[Can]] = {
    "admin": frozenset({Can.SESSION_OWN, Can.SLA_MANAGE, Can.SYSTEM_SEE}),  # runs the system; no customer data
    "agent": _HANDLES,
    "complaints": _HANDLES,
    "compliance": _HANDLES,
    "duty": _HANDLES | {Can.QUEUE_MANAGE, Can.SLA_MANAGE, Can.SYSTEM_SEE},
    "knowledge": _SEES,  # reads what people ask, not who they are
    "lead": _HANDLES | {Can.QUEUE_MANAGE, Can.SLA_MANAGE},
    "security": _HANDLES | {Can.SYSTEM_SEE},
    "trainee": _ANSWERS,
    "viewer": _READS,
}
"""What each role may do. What is not listed is denied."""


class Staff(msgspec.Struct, frozen=True):
    """A member of staff. alias: the name customers see; language: of the screens, ``zh`` or ``en``."""

    id: int
    email: str
    name: str
    alias: str
    role: str
    language: str


class Me(msgspec.Struct, frozen=True):
    """Who is signed in, as their screens need it."""

    id: int
    name: str
    alias: str
    email: str
    role: str
    language: str
    can: list[Can]
    brand: str


class Colleague(msgspec.Struct, frozen=True):
    """Somebody a ticket can be given to."""

    id: int
    name: str
    role: str


class Session(msgspec.Struct, frozen=True):
    """One place where somebody is signed in. current: the one that asks."""

    id: str
    created_at: datetime
    seen_at: datetime
    ip: str
    agent: str
    current: bool


class Passkey(msgspec.Struct, frozen=True):
    """A key on a device. id: the credential id in base64url."""

    id: str
    label: str
    created_at: datetime
    used_at: datetime | None


class DemoRole(msgspec.Struct, frozen=True):
    """A one-click sign-in, in demo mode only."""

    role_token: str
    name: str
    role: str


class Place(msgspec.Struct, frozen=True):
    """Where a request comes from: address and the browser's own description. Shown to the owner of the session."""

    ip: str = ""
    agent: str = ""


def normal_email(email: str) -> str:
    """One spelling of an address, for look-up and counting; empty for what cannot be one."""
    plain = email.strip().lower()
    return plain if 3 <= len(plain) <= 320 and "@" in plain and "\0" not in plain else ""
