"""Steps of the exchange itself: a network pauses, an incident opens, the finance desk pays."""

from datetime import datetime, timedelta

from farol.core import chains

from .. import facts, incidents
from ..answers import Refused
from .step import Stage, step

GROUP = "exchange"


@step("network.suspend", GROUP, "暂停一条网络（默认 USDT TRON）", "A network pauses (USDT on TRON)", "exchange")
def suspend(stage: Stage) -> None:
    """``coin``, ``network``; both ways, for two hours."""
    _switch(stage, False, stage.world.clock() + timedelta(hours=2))


@step("network.resume", GROUP, "网络恢复", "The network resumes", "exchange")
def resume(stage: Stage) -> None:
    """``coin``, ``network``."""
    _switch(stage, True, None)


def _switch(stage: Stage, on: bool, until: datetime | None) -> None:
    coin, network = stage.param("coin", "USDT"), stage.param("network", "TRON")
    if network not in chains.networks() or (coin, network) not in {(row.coin, row.network) for row in facts.networks(stage.world)}:
        raise Refused("unsupported", "no such coin on that network")
    now = stage.world.clock()
    data = {"coin": coin, "network": network, "deposit_enabled": on, "withdraw_enabled": on, **({"resume_at": until} if until else {})}
    stage.world.ledger.write(
        "network", f"{coin}:{network}", "", "network.resumed" if on else "network.suspended", data,
        deposit_enabled=on, withdraw_enabled=on, deposit_resume_at=until, withdraw_resume_at=until, updated_at=now,
    )  # fmt: skip


@step("incident.open", GROUP, "发生故障", "An incident opens", "exchange")
def open_incident(stage: Stage) -> None:
    """``kind`` (coin, network, feature, region, platform) and ``value``."""
    incidents.open_one(stage.world, [{"kind": stage.param("kind", "feature"), "value": stage.param("value", "login")}])


@step("incident.resolve", GROUP, "故障解决", "The incident is resolved", "exchange")
def resolve_incident(stage: Stage) -> None:
    """All that were opened by hand."""
    incidents.resolve(stage.world)


@step("finance.run", GROUP, "财务处理排队的付款", "Finance carries out its queue", "exchange")
def finance(stage: Stage) -> None:
    """Everything that was agreed."""
    stage.desk.finance(now=True)
