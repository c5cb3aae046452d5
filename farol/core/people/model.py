"""Who works here and what each role may do."""

from datetime import datetime

import msgspec

from farol.kit.permission import Can

_SEES = frozenset({Can.ARTICLE_SEE, Can.SESSION_OWN, Can.INBOX_SEE, Can.TICKET_SEE})
_READS = _SEES | {Can.ACTION_SEE, Can.CALL_SEE, Can.CUSTOMER_SEE}
_ANSWERS = _READS | {
    Can.ARTICLE_WRITE,
    Can.BRIEF_SEE, Can.CLAIM_SEE, Can.COMMUNITY_SEE, Can.IDENTITY_ASK, Can.EMERGENCY_SEE, Can.INCIDENT_SEE, Can.ESCALATION_START, Can.RECOVERY_SEE, Can.TICKET_NOTE, Can.TICKET_REPLY, Can.TICKET_TRANSFER, Can.QUEUE_SEE, Can.QUEUE_WORK, Can.THREAD_WORK}
_HANDLES = _ANSWERS | {Can.ACTION_PROPOSE, Can.CALL_WORK, Can.CLAIM_WORK, Can.COMMUNITY_ANSWER, Can.EMERGENCY_WORK, Can.ESCALATION_WORK, Can.IDENTITY_REVIEW, Can.INCIDENT_WORK, Can.MAIL_RELEASE, Can.OPINION_ANSWER, Can.OPINION_SEE, Can.RECOVERY_WORK, Can.THREAD_MAIL, Can.TICKET_BULK, Can.TICKET_CHANGE, Can.TICKET_MERGE}
_LEADS = _HANDLES | {
    Can.ACTION_CHECK,
    Can.BRIEF_WRITE,
    Can.CHANNEL_SEE,
    Can.CLAIM_DECIDE,
    Can.CLAIM_MANAGE,
    Can.CUSTOMER_BLOCK,
    Can.IDENTITY_DECIDE,
    Can.COMMUNITY_MANAGE,
    Can.COMMUNITY_MODERATE,
    Can.INCIDENT_MANAGE,
    Can.OPINION_MANAGE,
    Can.SURGE_MANAGE,
    Can.WALL_SEE,
    Can.ESCALATION_MANAGE,
    Can.FIELD_MANAGE,
    Can.FIGURES_SEE,
    Can.LEARNING_MANAGE,
    Can.LEARNING_SEE,
    Can.MACRO_SHARE,
    Can.MAIL_RAW,
    Can.QUEUE_MANAGE,
    Can.RECOVERY_RULES,
    Can.REPLY_ALLOW,
    Can.REPLY_RELEASE,
    Can.RULE_MANAGE,
    Can.SLA_MANAGE,
    Can.TAG_MANAGE,
    Can.TICKET_MERGE_MAILED,
    Can.TICKET_SEE_ALL,
    Can.VIEW_SHARE,
    Can.WHISPER,
}

RIGHTS: dict[str, frozenset[Can]] = {
    "admin": frozenset({  # runs the system; no customer data
        Can.CHANNEL_MANAGE,
        Can.CHANNEL_PAUSE,
        Can.CHANNEL_SEE,
        Can.FIELD_MANAGE,
        Can.PARTNER_MANAGE,
        Can.REPLY_ALLOW,
        Can.SESSION_OWN,
        Can.SLA_MANAGE,
        Can.SYSTEM_SEE,
        Can.THREAD_WORK,
    }),
    "agent": _HANDLES,
    "complaints": _HANDLES | {Can.FIGURES_SEE, Can.TICKET_SEE_ALL},
    "compliance": _HANDLES | {Can.ACTION_CHECK, Can.CLAIM_DECIDE, Can.RECOVERY_RISK, Can.FIGURES_SEE, Can.IDENTITY_DECIDE, Can.MAIL_RAW, Can.TICKET_SEE_ALL},
    "duty": _LEADS | {Can.ARTICLE_PUBLISH, Can.ANNOUNCEMENT_MANAGE, Can.CHANNEL_PAUSE, Can.EMERGENCY_MANAGE, Can.SYSTEM_SEE},
    "knowledge": _SEES | {Can.ARTICLE_PUBLISH, Can.ARTICLE_WRITE, Can.COMMUNITY_ANSWER, Can.COMMUNITY_MANAGE, Can.COMMUNITY_MODERATE, Can.COMMUNITY_SEE, Can.ANNOUNCEMENT_MANAGE, Can.LEARNING_SEE, Can.MACRO_SHARE, Can.SEARCH_TUNE, Can.THREAD_WORK},  # reads what people ask, not who they are
    "lead": _LEADS,
    "security": _HANDLES | {Can.CUSTOMER_BLOCK, Can.REPLY_ALLOW, Can.REPLY_RELEASE, Can.ACTION_CHECK, Can.RECOVERY_RISK, Can.EMERGENCY_MANAGE, Can.COMMUNITY_MODERATE, Can.IDENTITY_DECIDE, Can.MAIL_RAW, Can.SYSTEM_SEE, Can.TICKET_SEE_ALL},
    "trainee": _ANSWERS,
    "viewer": _READS | {Can.INCIDENT_SEE, Can.WALL_SEE},  # also the screen on the wall
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


def roles_with(*rights: Can) -> list[str]:
    """The roles that hold one of these rights."""
    return sorted(role for role, held in RIGHTS.items() if held.intersection(rights))


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
