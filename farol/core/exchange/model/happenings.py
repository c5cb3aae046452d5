"""What happened at the exchange: one event, as a webhook brings it and as ``/v1/events`` lists it."""

from typing import Annotated, Any

import msgspec
from msgspec import Meta

from .base import Time

Name = Annotated[str, Meta(min_length=1, max_length=200, pattern=r"\A[^\x00-\x20\x7f]+\Z")]
"""An id or a kind: no blanks, no control characters."""
Uid = Annotated[str, Meta(min_length=1, max_length=64, pattern=r"\A[^\x00-\x20\x7f]+\Z")]


class Unreadable(Exception):
    """What was sent is no event; the text says where it is wrong and holds none of its values."""


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
    uid: Uid | None = None


class Listed(msgspec.Struct, frozen=True):
    """A page of the exchange's list, oldest first. last: the id to go on from. unreadable: entries passed over."""

    events: list[CoreEvent]
    last: str
    more: bool
    unreadable: int = 0


class _Identified(msgspec.Struct, frozen=True):
    id: Name


_DECODER = msgspec.json.Decoder(CoreEvent, float_hook=str)
"""Numbers with a point stay the text they were, of any precision."""


def read_event(raw: bytes) -> CoreEvent:
    """The event. NUL characters in its data are dropped, since nothing can keep them. Raises ``Unreadable``."""
    try:
        event = _DECODER.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Unreadable(type(error).__name__ if isinstance(error, RecursionError) else str(error)) from None
    return msgspec.structs.replace(event, data=_without_nul(event.data)) if b"\\u0000" in raw else event


def read_list(items: list[msgspec.Raw], more: bool, after: str) -> Listed:
    """What can be read of a page. An entry without even an id moves nothing: then ``last`` stays before it."""
    events, last, unreadable = [], after, 0
    for item in items:
        raw = bytes(item)
        try:
            events.append(read_event(raw))
            last = events[-1].id
        except Unreadable:
            unreadable += 1
            last = _id_of(raw) or last
    return Listed(events, last, more, unreadable)


def _id_of(raw: bytes) -> str:
    try:
        return msgspec.json.decode(raw, type=_Identified).id
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return ""


def _without_nul(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace("\0", "")
    if isinstance(value, dict):
        return {_without_nul(name): _without_nul(each) for name, each in value.items()}
    return [_without_nul(each) for each in value] if isinstance(value, list) else value
