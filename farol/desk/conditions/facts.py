"""What is known of a ticket when conditions are looked at."""

from datetime import datetime
from typing import Any

import msgspec


class Facts(msgspec.Struct, frozen=True):
    """owner, team, incident: ids. words: the customer's last public message. unread: customer's messages no member of staff read."""

    id: int
    number: str
    subject: str
    status: str
    stage: str | None
    severity: str
    reason: str | None
    channel: str
    language: str
    tier: str
    owner: int | None
    team: int | None
    tags: list[str]
    fields: dict[str, Any]
    words: str
    opened_at: datetime
    waiting_since: datetime | None
    updated_at: datetime
    due_at: datetime | None
    snoozed_until: datetime | None
    incident: int | None
    has_file: bool
    unread: int
    version: int
    last_public_seq: int
