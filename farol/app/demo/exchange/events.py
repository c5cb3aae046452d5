"""What happened at the demo exchange, in order, worked out from the books."""

from datetime import datetime
from typing import Any

from farol.app.demo.cast import CUSTOMERS
from farol.core.exchange.states import DepositState, WithdrawalState

from .world import World

_DEPOSIT = {
    DepositState.CONFIRMING: ("detected",),
    DepositState.CREDITED_LOCKED: ("detected", "credited"),
    DepositState.AVAILABLE: ("detected", "credited", "available"),
    DepositState.UNATTRIBUTED: ("detected", "unattributed"),
}
_WITHDRAWAL = {
    WithdrawalState.REVIEW: ("created", "review"),
    WithdrawalState.FAILED: ("created", "failed"),
    WithdrawalState.COMPLETED: ("created", "broadcast", "completed"),
}


def events_after(world: World, after: str, most: int) -> dict[str, Any]:
    """At most ``most`` events that follow the one with that id; all of them when the id is not known."""
    rows = sorted(_all(world), key=lambda row: (row["at"], row["id"]))
    start = next((place for place, row in enumerate(rows, 1) if row["id"] == after), 0)
    found = rows[start : start + most]
    return {"items": found, "next_cursor": found[-1]["id"] if len(rows) > start + most else None}


def _all(world: World) -> list[dict[str, Any]]:
    rows = []
    for customer in CUSTOMERS:
        uid = customer.uid
        for deposit in world.deposits(uid):
            steps = _DEPOSIT.get(deposit.state, ("detected",))
            rows += _rows("deposit", deposit.deposit_id, uid, steps, deposit.created_at or world.clock())
        for withdrawal in world.withdrawals(uid):
            steps = _WITHDRAWAL.get(withdrawal.state, ("created",))
            rows += _rows(
                "withdrawal", withdrawal.withdrawal_id, uid, steps, withdrawal.created_at or world.clock()
            )
        for change in world.changes(uid):
            rows += _rows("security", f"{uid}-{change.kind}", uid, (change.kind,), change.at)
    return rows


def _rows(kind: str, entity: str, uid: str, steps: tuple[str, ...], at: datetime) -> list[dict[str, Any]]:
    return [
        {"id": f"{entity}-{seq}", "type": f"{kind}.{step}", "at": at, "seq": seq,
         "entity": {"kind": kind, "id": entity}, "uid": uid, "data": {}}
        for seq, step in enumerate(steps, 1)
    ]  # fmt: skip
