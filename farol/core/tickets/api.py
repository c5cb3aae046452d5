"""Shapes and limits that the console's and the customer's routes on tickets share."""

from typing import Annotated
from uuid import UUID

import msgspec

from farol.kit.problem import NotFound
from farol.kit.web import Body

from .frames import Frame
from .model import LONGEST, MessageView

Text = Annotated[str, msgspec.Meta(max_length=LONGEST * 2)]
"""Twice the longest message: what is a little too long is answered in words, by the action."""
FileIds = Annotated[list[UUID], msgspec.Meta(max_length=100)]
MOST = 2**53 - 1
Number = Annotated[int, msgspec.Meta(ge=0, le=MOST)]
"""A seq or an id: it fits its column, and no script rounds it."""
Version = Annotated[int, msgspec.Meta(ge=0, lt=2**31)]


class ReadBody(Body, frozen=True):
    """Everything up to this seq was on screen."""

    seq: Number


class Messages(msgspec.Struct, frozen=True):
    """Earlier messages, oldest first."""

    messages: list[MessageView]
    more: bool


class Frames(msgspec.Struct, frozen=True):
    """Frames after a cursor, as the socket would send them."""

    frames: list[msgspec.Raw]
    seq: int


def frames_of(found: list[Frame], after: int, *, staff: bool) -> Frames:
    """The answer to a poll."""
    return Frames([msgspec.Raw(f.staff if staff else f.customer) for f in found], found[-1].seq if found else after)


def cursor(asked: int) -> int:
    """The nearest seq to what was asked for."""
    return min(max(asked, 0), MOST)


def possible(id_: int) -> int:
    """The id, if a ticket or any other row could have it. Raises NotFound."""
    if not 0 < id_ <= MOST:
        raise NotFound
    return id_
