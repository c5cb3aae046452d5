"""What time itself changed: deposits that confirmed, holds that ended, changes of contact that came due.

Nothing watches the books all the time; whoever reads or sends events first writes down what has happened meanwhile.
"""

from datetime import datetime
from typing import Any

import msgspec

from farol.core.exchange.states import DepositState, WithdrawalState

from .booked import BookedDeposit, BookedWithdrawal
from .ledger import Entry
from .scenarios import PEOPLE
from .world import World

_DEPOSIT = {
    DepositState.CONFIRMING: ("detected",),
    DepositState.CREDITED_LOCKED: ("detected", "credited"),
    DepositState.AVAILABLE: ("detected", "credited", "available"),
    DepositState.UNATTRIBUTED: ("detected", "unattributed"),
    DepositState.HELD: ("detected", "held"),
    DepositState.RETURNED: ("detected", "returned"),
    DepositState.ORPHANED: ("detected", "orphaned"),
}
_WITHDRAWAL = {
    WithdrawalState.AWAITING_USER: ("created", "awaiting_user"),
    WithdrawalState.REVIEW: ("created", "review"),
    WithdrawalState.FAILED: ("created", "failed"),
    WithdrawalState.REJECTED: ("created", "rejected"),
    WithdrawalState.ONCHAIN: ("created", "broadcast"),
    WithdrawalState.COMPLETED: ("created", "broadcast", "completed"),
    WithdrawalState.CANCELLED: ("created", "cancelled"),
}
_THINGS = {"liquidation": "position.liquidated", "api_key": "security.api_key_created"}
_TOLD = ("coin", "network", "amount", "state", "substate", "reason", "txid", "refunded", "type", "scope", "until", "trigger",
         "symbol", "side", "size", "trigger_mark_price", "label", "disclosable")  # fmt: skip
_CHANGES = {"new_device": "login_new_device", "password_change": "password_changed", "whitelist_on": "whitelist_on"}


def catch_up(world: World) -> list[Entry]:
    """Writes what has happened since it was last asked, oldest first; returns the new entries."""
    due: list[tuple[datetime, str, str, str, str, dict[str, Any]]] = []
    now = world.clock()
    for uid in PEOPLE:
        for deposit in world.deposits(uid):
            due += _steps(deposit, "deposit", deposit.deposit_id, uid, _DEPOSIT.get(deposit.state, ("detected",)), now)
        for withdrawal in world.withdrawals(uid):
            due += _steps(withdrawal, "withdrawal", withdrawal.withdrawal_id, uid, _WITHDRAWAL.get(withdrawal.state, ("created",)), now)
        for hold in world.all_holds(uid):
            data = brief(msgspec.to_builtins(hold))
            due.append((hold.started_at or now, "hold", hold.hold_id, uid, "security.hold_started", data))
            if hold.until and hold.until <= now:
                due.append((hold.until, "hold", hold.hold_id, uid, "security.hold_ended", data))
        for change in world.changes(uid):
            name = f"security.{_CHANGES.get(change.kind, change.kind)}"
            due.append((change.at, "security", f"{world.name(uid)}-{change.kind}", uid, name, {"kind": change.kind}))
        for kind, event in _THINGS.items():
            due += [(_at(thing), kind, thing["id"], uid, event, brief(thing)) for thing in world.things(kind, uid)]
        due += _contact_changes(world, uid, now)
        about = world.about(uid)
        if about.get("freeze_until") and datetime.fromisoformat(about["freeze_until"]) <= now:
            world.ledger.write("account", world.name(uid), uid, "security.unfreeze", {"by": "time"}, status=about["status_before"], freeze_until=None)
    fresh = [row for row in due if not world.ledger.has_told(row[1], row[2], row[4])]
    return [world.ledger.write(kind, thing, uid, event, data, at) for at, kind, thing, uid, event, data in sorted(fresh, key=lambda row: row[0])]


def brief(fields: dict[str, Any]) -> dict[str, Any]:
    """What an event tells about a thing."""
    return {name: fields[name] for name in _TOLD if fields.get(name) not in (None, "")}


def _steps(
    thing: BookedDeposit | BookedWithdrawal, kind: str, id_: str, uid: str, steps: tuple[str, ...], now: datetime
) -> list[tuple[datetime, str, str, str, str, dict[str, Any]]]:
    data = brief(msgspec.to_builtins(thing))
    began = thing.created_at or now
    return [(began if place == 0 else thing.updated_at or now, kind, id_, uid, f"{kind}.{step}", data) for place, step in enumerate(steps)]


def _at(thing: dict[str, Any]) -> datetime:
    at = thing.get("at") or thing["created_at"]
    return at if isinstance(at, datetime) else datetime.fromisoformat(at)


def _contact_changes(world: World, uid: str, now: datetime) -> list[tuple[datetime, str, str, str, str, dict[str, Any]]]:
    """The new contact holds from the end of the veto time on."""
    due = []
    for change in world.things("contact_change", uid):
        at = datetime.fromisoformat(change["due_at"])
        if change["state"] == "waiting" and at <= now:
            which = change["which"]
            world.ledger.write("contact_change", change["id"], uid, state="done")
            world.ledger.write("account", world.name(uid), uid, **{which: change["new"]})
            due.append((at, "security", f"{change['id']}-done", uid, "security.contact_changed", {"kind": f"{which}_changed"}))
    return due
