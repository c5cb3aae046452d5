"""Events as the frames that screens show: one form for staff, one for the customer.

Staff get the event of any feature as ``happened``; what the customer is to see of it, the feature tells by other means.
"""

from typing import Any

import msgspec

from farol.kit.db import Reads
from farol.kit.permission import Actor

from . import store
from .model import Author, Draft, MessageView, Outcome


class Frame(msgspec.Struct, frozen=True):
    """One event of a ticket, encoded for both sides; the customer's is a bare move of the cursor when hidden."""

    seq: int
    staff: bytes
    customer: bytes


def _encode(**frame: Any) -> bytes:
    return msgspec.json.encode(frame)


def hidden(ticket_id: int, seq: int) -> bytes:
    """The cursor moved and there is nothing to show."""
    return _encode(t="at", ticket=ticket_id, seq=seq)


def posted(draft: Draft, outcome: Outcome, actor: Actor) -> tuple[bytes, ...]:
    """The frames of a message just stored, without reading it again; none when it carries files or changes the ticket."""
    if draft.files or draft.thanks or outcome.status or outcome.owner_id or outcome.seq is None or outcome.at is None:
        return ()
    view = MessageView(
        outcome.seq, draft.client_id, Author(draft.author_kind, draft.author_id, actor.name), draft.internal, draft.channel, "",
        draft.body, [], list(draft.removed), outcome.at)
    staff = _encode(t="message", ticket=draft.ticket_id, seq=outcome.seq, message=view)
    if draft.internal:
        return staff, hidden(draft.ticket_id, outcome.seq)
    shown = msgspec.structs.replace(view, author=Author(draft.author_kind, 0, actor.alias or actor.name))
    return staff, _encode(t="message", ticket=draft.ticket_id, seq=outcome.seq, message=shown)


async def after(db: Reads, ticket_id: int, seq: int, *, most: int = 500) -> list[Frame]:
    """Every event after a seq as frames, in order. At most three statements, however many events."""
    rows = await store.events_after(db, ticket_id, seq, most)
    if not rows:
        return []
    last = rows[-1]["seq"]
    said = any(row["kind"] == "message.posted" for row in rows)
    full = {m.seq: m for m in await store.messages(db, ticket_id, after=seq, before=last + 1, most=most, public=False)} if said else {}
    aliased = {m.seq: m for m in await store.messages(db, ticket_id, after=seq, before=last + 1, most=most, public=True)} if said else {}
    return [_frame(ticket_id, row, full, aliased) for row in rows]


def _frame(ticket_id: int, row: Any, full: dict[int, MessageView], aliased: dict[int, MessageView]) -> Frame:
    seq, kind, body = row["seq"], row["kind"], row["body"]
    nothing = hidden(ticket_id, seq)
    if kind == "message.posted" and seq in full:
        status = {"status": body["status"]} if body.get("status") else {}
        more = {name: body[name] for name in ("owner_id", "version", "thanks") if body.get(name)}
        staff = _encode(t="message", ticket=ticket_id, seq=seq, message=full[seq], **status, **more)
        shown = aliased.get(seq)
        return Frame(seq, staff, _encode(t="message", ticket=ticket_id, seq=seq, message=shown, **status) if shown else nothing)
    if kind == "ticket.changed":
        fields = body["fields"]
        staff = _encode(t="changed", ticket=ticket_id, seq=seq, kind=kind, version=body["version"], by=row["actor"], at=row["at"], **fields)
        if not fields.keys() & {"status", "stage"}:
            return Frame(seq, staff, nothing)
        status = {"status": fields["status"]} if "status" in fields else {}
        return Frame(seq, staff, _encode(t="changed", ticket=ticket_id, seq=seq, kind=kind, stage=body.get("shown") or None, **status))
    if kind == "ticket.read":
        frame = _encode(t="read", ticket=ticket_id, seq=seq, reader=body["reader"], upto=body["upto"], at=row["at"])
        return Frame(seq, frame, frame)
    if kind in ("ticket.merged", "ticket.unmerged") and row["public"]:
        nothing = _encode(t="joined", ticket=ticket_id, seq=seq, kind=kind, **{"from": {"id": body["ticket_id"], "number": body["number"]}},
                          into={"id": body["into_id"], "number": body["into_number"]})
    happened = _encode(t="happened", ticket=ticket_id, seq=seq, kind=kind, by=row["actor"], at=row["at"], body=body)
    return Frame(seq, happened, nothing)


