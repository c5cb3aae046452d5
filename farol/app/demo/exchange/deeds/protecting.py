"""Deeds that protect an account at once: freeze it, sign everybody out, switch off keys, cancel what has not left."""

from datetime import timedelta
from decimal import Decimal

from farol.core.exchange.states import WithdrawalState as W

from ..booked import BookedWithdrawal
from ..policy import ActionRequest
from ..scenarios import ACCOUNTS
from ..world import World
from .deed import Bench, Deed, Denied, deed, effect, text

STOPPABLE = (W.AWAITING_USER, W.PENDING, W.REVIEW, W.APPROVED)
"""Not on the chain yet."""
BY_MAIL_ALONE = timedelta(hours=24)
"""How long a freeze lasts that only a mailbox asked for (DOMAIN section 5.4)."""


def pending(world: World, uid: str) -> list[BookedWithdrawal]:
    """Withdrawals that have not left."""
    return [one for one in world.withdrawals(uid) if one.state in STOPPABLE]


def cancel(world: World, uid: str, one: BookedWithdrawal) -> None:
    """The coins and the fee go back into the balance."""
    world.ledger.write(
        "withdrawal", one.withdrawal_id, uid, "withdrawal.cancelled",
        {"coin": one.coin, "network": one.network, "amount": one.amount, "state": "cancelled", "refunded": True},
        state="cancelled", substate="none", cancellable=False, refunded=True, est_complete_at=None, usual_half_s=None,
        usual_ninety_s=None, updated_at=world.clock(),
    )  # fmt: skip
    world.ledger.move(world.name(uid), one.coin, Decimal(one.amount) + Decimal(one.fee or "0"), uid)


def sign_out(world: World, uid: str) -> None:
    """Every session ends, here and at the programs."""
    world.ledger.write("account", world.name(uid), uid, sessions_ended_at=world.clock())


def disable_keys(world: World, uid: str, only: str = "") -> list[str]:
    """API keys lose all rights. Returns their ids."""
    keys = [key for key in world.things("api_key", uid) if key.get("permissions") and only in ("", key["id"], key.get("key_prefix"))]
    for key in keys:
        world.ledger.write("api_key", key["id"], uid, permissions=[], last_error="disabled")
    return [key["id"] for key in keys]


@deed("account.freeze")
def freeze(bench: Bench, request: ActionRequest) -> Deed:
    """No sign-ins, keys, withdrawals, P2P sales or card; what has not left is cancelled. Positions stay as they are."""
    world, uid = bench.world, request.uid
    if world.status(uid) == "frozen":
        return Deed([effect("account.frozen", uid, "already")], lambda: _for_good(bench, request), "account.unfreeze")
    going, keys = pending(world, uid), [key["id"] for key in world.things("api_key", uid) if key.get("permissions")]
    hours = request.params.get("hours")
    lasts = timedelta(hours=hours) if isinstance(hours, int) and 0 < hours <= 720 else None
    own_wish = request.actor.auth == "customer_self" or request.actor.agent_id.startswith("customer:")
    if own_wish and bench.proof == "mailbox":
        lasts = BY_MAIL_ALONE
    until = world.clock() + lasts if lasts else None

    def do() -> None:
        before = ACCOUNTS[uid].status if ACCOUNTS[uid].status == "restricted" else "active"
        hold = world.id("HOLD", uid, f"freeze:{len(world.ledger.told)}")
        world.ledger.write("account", world.name(uid), uid, "security.freeze", {"until": until, "cancelled": len(going)},
                           status="frozen", freeze_hold=hold, freeze_until=until, status_before=before)  # fmt: skip
        sign_out(world, uid)
        disable_keys(world, uid)
        for one in going:
            cancel(world, uid, one)
        start_hold(world, uid, hold, "other", ["all"], "self_freeze" if own_wish else "freeze", lasts)
        bench.post.mail(uid, "frozen", count=str(len(going)))

    effects = [effect("account.frozen", uid), effect("sessions.revoked", uid), *(effect("api_key.disabled", id_) for id_ in keys)]
    effects += [effect("withdrawal.cancelled", one.withdrawal_id) for one in going]
    return Deed([*effects, effect("p2p_sell.stopped", uid), effect("card.stopped", uid)], do, "account.unfreeze")


def _for_good(bench: Bench, request: ActionRequest) -> None:
    """A freeze that would end by itself goes on, once more than a mailbox asks for it."""
    world, about = bench.world, bench.world.ledger.fields("account", bench.world.name(request.uid))
    if about.get("freeze_until") and not request.params.get("hours") and bench.proof != "mailbox":
        world.ledger.write("account", world.name(request.uid), request.uid, freeze_until=None)
        world.ledger.write("hold", about["freeze_hold"], request.uid, until=None)


def start_hold(
    world: World, uid: str, id_: str, type_: str, scope: list[str], trigger: str, lasts: timedelta | None, *, disclosable: bool = True
) -> None:
    """A limit that nobody can lift."""
    until = world.clock() + lasts if lasts else None
    world.ledger.write(
        "hold", id_, uid, "security.hold_started", {"type": type_, "scope": scope, "until": until, "trigger": trigger, "disclosable": disclosable},
        account=world.name(uid), hold_id=id_, type=type_, scope=scope, overridable=False, started_at=world.clock(), until=until,
        trigger=trigger, disclosable=disclosable,
    )  # fmt: skip


@deed("sessions.revoke")
def revoke(bench: Bench, request: ActionRequest) -> Deed:
    """Everybody is signed out."""
    return Deed([effect("sessions.revoked", request.uid)], lambda: sign_out(bench.world, request.uid))


@deed("api_keys.disable")
def keys_off(bench: Bench, request: ActionRequest) -> Deed:
    """One key, or all."""
    only = text(request, "api_key_id", "")
    keys = [key["id"] for key in bench.world.things("api_key", request.uid)
            if key.get("permissions") and only in ("", key["id"], key.get("key_prefix"))]  # fmt: skip
    if only and not keys:
        raise Denied("no_such_key")
    return Deed([effect("api_key.disabled", id_) for id_ in keys], lambda: _keys_off(bench, request.uid, only))


def _keys_off(bench: Bench, uid: str, only: str) -> None:
    disable_keys(bench.world, uid, only)


@deed("withdrawals.cancel_all_pending")
def cancel_all(bench: Bench, request: ActionRequest) -> Deed:
    """Whatever has not left."""
    going = pending(bench.world, request.uid)

    def do() -> None:
        for one in going:
            cancel(bench.world, request.uid, one)

    return Deed([effect("withdrawal.cancelled", one.withdrawal_id) for one in going], do)


@deed("withdrawal.cancel")
def cancel_one(bench: Bench, request: ActionRequest) -> Deed:
    """One that the exchange still calls cancellable."""
    wanted = text(request, "withdrawal_id")
    one = next((one for one in bench.world.withdrawals(request.uid) if one.withdrawal_id == wanted), None)
    if one is None:
        raise Denied("no_such_withdrawal")
    if not one.cancellable:
        raise Denied("not_cancellable")
    return Deed([effect("withdrawal.cancelled", wanted)], lambda: cancel(bench.world, request.uid, one))
