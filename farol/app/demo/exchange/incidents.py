"""What went wrong at the demo exchange for everybody: one outage that is over, and those opened by hand."""

from datetime import timedelta
from typing import Any

from .cases.trading import OUTAGE_AGO
from .made import id_of
from .world import World

OUTAGE = id_of("INC", "", "futures")
_OUTAGE_TEXT = {
    "zh": "合约交易停顿 22 分钟，期间的平仓单被系统拒绝。可以按公布的公式申请补偿。",
    "en": "Futures trading stood still for 22 minutes; closing orders of that time were refused. Claims follow the published formula.",
}
_OPENED_TEXT = {
    "zh": "部分客户登录和下单变慢，我们在处理。资产不受影响。",
    "en": "Sign-ins and orders are slow for some customers; we are working on it. Assets are not affected.",
}
_PAUSED_TEXT = {"zh": "LTC 网络升级，充值暂停。", "en": "The LTC network is being upgraded; deposits are paused."}


def incidents(world: World) -> list[dict[str, Any]]:
    """Newest first."""
    since = world.tale.anchor("")
    base = [
        {"incident_id": id_of("INC", "", "ltc"), "state": "ongoing", "affects": [{"kind": "network", "value": "LTC"}],
         "begin": since - timedelta(hours=3), "est_end": since + timedelta(hours=6), "text": _PAUSED_TEXT},
        {"incident_id": OUTAGE, "state": "resolved", "affects": [{"kind": "feature", "value": "futures"}],
         "begin": since - OUTAGE_AGO, "end": since - OUTAGE_AGO + timedelta(minutes=22), "text": _OUTAGE_TEXT},
    ]  # fmt: skip
    opened = [{"incident_id": id_, **world.ledger.fields("incident", id_)} for id_ in world.ledger.things("incident", "")]
    return [*reversed(opened), *base]


def open_one(world: World, affects: list[dict[str, str]]) -> str:
    """Something goes wrong now. Returns the incident's id."""
    id_ = id_of("INC", "", f"opened:{len(world.ledger.told)}")
    world.ledger.write(
        "incident", id_, "", "incident.opened", {"affects": affects, "state": "ongoing", "text": _OPENED_TEXT},
        state="ongoing", affects=affects, begin=world.clock(), text=_OPENED_TEXT,
    )  # fmt: skip
    return id_


def resolve(world: World) -> list[str]:
    """Everything that was opened by hand is well again. Returns the ids."""
    ongoing = [id_ for id_ in world.ledger.things("incident", "") if world.ledger.fields("incident", id_)["state"] == "ongoing"]
    for id_ in ongoing:
        affects = world.ledger.fields("incident", id_)["affects"]
        world.ledger.write("incident", id_, "", "incident.resolved", {"affects": affects, "state": "resolved"},
                           state="resolved", end=world.clock())  # fmt: skip
    return ongoing
