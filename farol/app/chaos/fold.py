"""What a ticket must look like by its log alone, compared with its row. Knows the events, not how they came about.

A change that was acknowledged stands in the log where it was said to; the log has no gap; every version is there once;
what all events together say of a ticket is what its row says; and no ticket goes on in itself.
"""

from collections import defaultdict
from typing import Any, NamedTuple

from farol.kit.db import Reads

ROWS = """
select t.id, t.customer_id, t.status, t.owner_id, t.severity, t.reason, t.tags, t.snoozed_until, t.merged_into, t.version, t.seq,
  (select g.into_id from merge g where g.ticket_id = t.id and g.undone_at is null) as standing
from ticket t order by t.id"""
EVENTS = """
select stream, seq, kind, actor, body from event where stream like 'ticket:%' order by stream, seq"""
MESSAGES = "select ticket_id, seq, client_id::text as client, body from message"
FIELDS = ("status", "owner_id", "severity", "reason")


class Ack(NamedTuple):
    """A change that was promised to have happened. fields: those of ``ticket.changed``, or the id of a message."""

    ticket: int
    seq: int
    kind: str
    actor: str
    fields: dict[str, Any]


class Folded:
    """A ticket as its events tell it."""

    def __init__(self) -> None:
        self.seen: dict[str, Any] = {"status": "open", "owner_id": None, "severity": "P3", "reason": None, "merged_into": None}
        self.tags: set[str] = set()
        self.snoozed = False
        self.versions = [1]

    def take(self, ticket: int, kind: str, body: dict[str, Any]) -> None:
        """One more event."""
        if kind == "ticket.changed":
            self._set(body["fields"])
            self._version(body["version"])
        elif kind == "message.posted":
            self._set({name: body[name] for name in ("status", "owner_id") if body.get(name) is not None})
            self._version(body.get("version"))
            self.snoozed &= body["author_kind"] != "customer"
        elif kind in ("ticket.merged", "ticket.unmerged") and body["ticket_id"] == ticket:
            self.seen["merged_into"] = body["into_id"] if kind == "ticket.merged" else None
            self._version(body["version"])
        elif kind == "ticket.tagged":
            self.tags = self.tags - set(body["removed"]) | set(body["added"])
        elif kind in ("ticket.snoozed", "ticket.woken"):
            self.snoozed = kind == "ticket.snoozed"

    def _set(self, fields: dict[str, Any]) -> None:
        self.seen |= {name: value for name, value in fields.items() if name in FIELDS}
        self.snoozed &= fields.get("status") not in ("resolved", "closed")

    def _version(self, version: int | None) -> None:
        if version is not None and version != self.versions[-1]:
            self.versions.append(version)

    def faults(self, row: Any) -> list[str]:
        """Where the row says something else."""
        here = f"ticket {row['id']}"
        wrong = [f"{here}: {name} is {row[name]!r}, by its log {value!r}" for name, value in self.seen.items() if row[name] != value]
        if set(row["tags"]) != self.tags:
            wrong.append(f"{here}: tags are {sorted(row['tags'])}, by its log {sorted(self.tags)}")
        if (row["snoozed_until"] is not None) != self.snoozed:
            wrong.append(f"{here}: snoozed until {row['snoozed_until']}, by its log {self.snoozed}")
        if self.versions != list(range(1, row["version"] + 1)):
            wrong.append(f"{here}: its versions do not run from 1 to {row['version']}")
        return wrong


async def violations(db: Reads, acks: list[Ack]) -> list[str]:
    """One sentence for each promise that was not kept."""
    rows = {row["id"]: row for row in await db.fetch(ROWS)}
    logs: dict[int, dict[int, Any]] = defaultdict(dict)
    for event in await db.fetch(EVENTS):
        logs[int(event["stream"].partition(":")[2])][event["seq"]] = event
    said = {(m["ticket_id"], m["seq"]): m["client"] for m in await db.fetch(MESSAGES)}
    wrong: list[str] = []
    for id_, row in rows.items():
        if list(logs[id_]) != list(range(1, row["seq"] + 1)):
            wrong.append(f"ticket {id_}: its log does not run from 1 to {row['seq']}")
        folded = Folded()
        for event in logs[id_].values():
            folded.take(id_, event["kind"], event["body"])
        wrong += folded.faults(row) + _merge_faults(row, rows)
    for ack in acks:
        wrong += _ack_faults(ack, logs[ack.ticket].get(ack.seq), said)
    return wrong


def _merge_faults(row: Any, rows: dict[int, Any]) -> list[str]:
    here, wrong = f"ticket {row['id']}", []
    if row["standing"] != row["merged_into"]:
        wrong.append(f"{here}: goes on in {row['merged_into']}, its merge says {row['standing']}")
    if row["merged_into"] is not None and row["status"] != "closed":
        wrong.append(f"{here}: merged and {row['status']}")
    passed, at = {row["id"]}, row
    while at["merged_into"] is not None:
        at = rows[at["merged_into"]]
        if at["customer_id"] != row["customer_id"]:
            wrong.append(f"{here}: goes on in {at['id']}, which is another customer's")
        if at["id"] in passed:
            wrong.append(f"{here}: goes on in a circle")
            break
        passed.add(at["id"])
    return wrong


def _ack_faults(ack: Ack, event: Any, said: dict[tuple[int, int], str]) -> list[str]:
    here = f"ticket {ack.ticket}: {ack.kind} at {ack.seq} by {ack.actor}"
    if event is None or event["kind"] != ack.kind:
        return [f"{here} was acknowledged, the log has {event['kind'] if event else 'nothing'}"]
    if event["actor"] != ack.actor:
        return [f"{here} stands there as of {event['actor']}"]
    if ack.kind == "message.posted":
        return [] if said.get((ack.ticket, ack.seq)) == ack.fields["client"] else [f"{here} stands there with other words"]
    stored = event["body"].get("fields", {})
    return [] if all(stored.get(name) == value for name, value in ack.fields.items()) else [f"{here} stands there with {stored}"]
