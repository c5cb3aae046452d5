"""Who acts, and what they may do. Denied unless listed."""

from enum import StrEnum

import msgspec


class Can(StrEnum):
    """Every right there is, in alphabetical order. A route names exactly one."""

    ANYONE = "anyone"  # public: no session needed
    CUSTOMER_SEE = "customer.see"  # a customer's masked panel and what the exchange knows
    INBOX_SEE = "inbox.see"
    OWN_TICKETS = "own_tickets"  # a customer, for their own tickets only
    QUEUE_MANAGE = "queue.manage"  # teams and skills
    QUEUE_SEE = "queue.see"  # who waits how long, who is where
    QUEUE_WORK = "queue.work"  # own state; to take tickets and give them back
    SESSION_OWN = "session.own"  # any signed-in member of staff, for their own session and keys
    SLA_MANAGE = "sla.manage"  # calendars and policies of service levels, and their report
    SYSTEM_SEE = "system.see"  # dead letters, health in detail
    TICKET_CHANGE = "ticket.change"  # status, owner, reason, severity
    TICKET_NOTE = "ticket.note"
    TICKET_REPLY = "ticket.reply"
    TICKET_SEE = "ticket.see"


class Actor(msgspec.Struct, frozen=True):
    """Someone or something that acts.

    kind: ``staff``, ``customer``, ``system`` or ``anyone``. id: their row (0 for system and anyone).
    session: digest of the session token, for revocation while connected. alias: the name customers see.
    """

    kind: str
    id: int
    can: frozenset[Can]
    session: bytes = b""
    language: str = "en"
    name: str = ""
    alias: str = ""

    @property
    def ref(self) -> str:
        """How events name the actor, such as ``staff:3``."""
        return f"{self.kind}:{self.id}"

    def may(self, can: Can) -> bool:
        """Whether the actor holds the right. ``ANYONE`` is held by all."""
        return can is Can.ANYONE or can in self.can


ANYONE = Actor("anyone", 0, frozenset())
SYSTEM = Actor("system", 0, frozenset(Can))
