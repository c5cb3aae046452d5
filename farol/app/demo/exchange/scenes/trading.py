"""Steps of trading: a position is liquidated, a P2P order is disputed."""

from datetime import timedelta
from decimal import Decimal

from ..cases.peers import SELLER
from ..cases.trading import LIQUIDATED
from ..deeds.peers import write
from .step import Stage, step

GROUP = "trading"


@step("position.liquidate", GROUP, "仓位被强平", "A position is liquidated")
def liquidate(stage: Stage) -> None:
    """A small long in BTC, with all figures of its statement."""
    world, uid, id_ = stage.world, stage.uid, stage.new_id("LIQ")
    now = world.clock()
    series = [{**point, "at": now - timedelta(minutes=4 - place)} for place, point in enumerate(LIQUIDATED["mark_series"])]
    fields = {**LIQUIDATED, "size": "0.01", "margin": "48", "fees": "0.55", "at": now, "mark_series": series}
    shown = {name: fields[name] for name in ("symbol", "side", "size", "trigger_mark_price", "leverage", "margin_mode")}
    world.ledger.write("liquidation", id_, uid, "position.liquidated", shown, account=world.name(uid), created_at=now, **fields)
    world.ledger.move(world.name(uid), "USDT", -Decimal("48"), uid)


@step("p2p.appeal", GROUP, "C2C 订单进入申诉", "A P2P order goes to appeal")
def appeal(stage: Stage) -> None:
    """The newest order that is open, else one that begins now: paid, and not released."""
    world, uid = stage.world, stage.uid
    now = world.clock()
    order = next((one for one in world.p2p_orders(uid) if one["state"] in ("created", "paid")), None)
    if order is None:
        id_ = stage.new_id("P2P")
        world.ledger.write(
            "p2p_order", id_, uid, account=world.name(uid), state="paid", side="buy", coin="USDT", amount="500", fiat="CNY",
            fiat_amount="3590", payment_method_type="bank_transfer", name_match="yes", escrow="locked", counterparty_ref="P-6010",
            counterparty_uid=SELLER, created_at=now - timedelta(minutes=40), updated_at=now,
            timers={"pay_until": now - timedelta(minutes=25), "release_until": now - timedelta(minutes=10), "appeal_until": now + timedelta(hours=23)},
        )  # fmt: skip
        order = {"id": id_, **world.ledger.fields("p2p_order", id_)}
    opened = {"id": stage.new_id("APL"), "opened_by": "buyer" if order["side"] == "buy" else "seller", "reason": "not_released", "at": now}
    write(world, order, uid, "p2p.appeal_opened", state="appealing", appeal=opened)
