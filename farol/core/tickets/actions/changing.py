"""Setting fields of a ticket."""

from typing import Any

from farol.core.shield import scrub
from farol.core.tickets import merged_store, store
from farol.core.tickets.checks import CHECKS, check_said
from farol.core.tickets.events import TicketChanged
from farol.core.tickets.model import SEVERITIES, STATUSES, Change, Stage, shorten
from farol.core.tickets.problems import Merged
from farol.kit import db
from farol.kit.core import Kit
from farol.kit.events import emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import Conflict, Invalid, NotFound


async def change_ticket(kit: Kit, actor: Actor, ticket_id: int, version: int, change: Change) -> tuple[int, int]:
    """Sets fields, if nobody did meanwhile: new seq and version. Raises like ``change_in``."""
    async def run() -> tuple[int, int]:
        async with db.transaction(kit.db) as tx:
            return await change_in(tx, actor, ticket_id, change, version)

    seq, new_version = await db.again(run)
    await wake(kit.bus, f"ticket:{ticket_id}", seq)
    return seq, new_version


async def change_in(tx: db.Tx, actor: Actor, ticket_id: int, change: Change, version: int | None = None) -> tuple[int, int]:
    """Sets fields inside a larger verb's transaction, which wakes ``ticket:ID`` after its commit: new seq and version.

    version: the one that was seen; None to set them whatever happened meanwhile.
    Raises Conflict with who changed it and what stands now, Merged, NotFound, Invalid, and what a check of the new status raises.
    """
    fields = change.fields()
    if not fields:
        raise Invalid(errors=[{"field": "", "why": "nothing to change"}])
    stage = await _stage(tx, fields)
    if fields.get("status", "open") not in STATUSES or fields.get("severity", "P3") not in SEVERITIES:
        raise Invalid(errors=[{"field": "status" if "status" in fields else "severity", "why": "not one of the known values"}])
    if "subject" in fields:
        fields["subject"] = shorten(scrub(fields["subject"]).text, 200) or "—"
        await check_said(tx, actor, ticket_id, fields["subject"])  # its customer reads it, on pages and over letters
    done = await store.change(tx, ticket_id, version, fields)
    if done is None:
        raise await _changed_meanwhile(tx, ticket_id, fields)
    if "status" in fields and done.was_in and not stage:
        fields["stage"] = None
    if stage and fields["status"] == done.was:
        del fields["status"]
    if fields.get("status", done.was) != done.was:
        for check in CHECKS:
            await check(tx, actor, ticket_id, fields["status"])
    event = TicketChanged(fields, done.version, stage.shown if stage else {})
    await emit(tx, f"ticket:{ticket_id}", actor, event, public=bool(fields.keys() & {"status", "stage"}), seq=done.seq)
    return done.seq, done.version


async def _stage(tx: db.Tx, fields: dict[str, Any]) -> Stage | None:
    """The stage that is to be set; it brings its status."""
    if not fields.get("stage"):
        return None
    found = await store.stage(tx, fields["stage"])
    if found is None or fields.get("status", found.category) != found.category:
        raise Invalid(errors=[{"field": "stage", "why": "no such stage" if found is None else f"a stage of {found.category}"}])
    fields["status"] = found.category
    return found


async def _changed_meanwhile(tx: db.Tx, ticket_id: int, fields: dict[str, Any]) -> Exception:
    row = await store.ticket(tx, ticket_id)
    if row is None:
        return NotFound()
    if (into := await merged_store.goes_on(tx, ticket_id)) and into.id != ticket_id:
        return Merged(into=into.number)
    by = await store.changed_by(tx, ticket_id)
    return Conflict(version=row.version, now={name: getattr(row, name) for name in fields}, by=by[1] if by else "")
