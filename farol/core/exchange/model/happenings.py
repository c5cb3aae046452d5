"""What happened at the exchange: one event, as a webhook brings it and as ``/v1/events`` lists it."""

from typing import Annotated, Any

import msgspec
from msgspec import Meta

from .base import Time

Name = Annotated[str, Meta(min_length=1, max_length=200, pattern=r"\A[^\x00-\x20\x7f]+\Z")]
"""An id or a kind: no blanks, no control characters."""


class Entity(msgspec.Struct, frozen=True):
    """What it happened to, such as a deposit."""

    kind: Name
    id: Name


class CoreEvent(msgspec.Struct, frozen=True):
    """``seq`` counts 1, 2, 3 within one entity. ``uid`` is missing for what concerns nobody in particular.

    The core's vendor record (``raw``) is not read: it is never shown and never kept.
    """

    id: Name
    type: Name
    at: Time
    seq: Annotated[int, Meta(ge=1, le=2**53)]
    entity: Entity
    data: dict[str, Any] = {}
    uid: Name | None = None
