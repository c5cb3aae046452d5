"""A liquidation by its arithmetic, and only one's own."""

import re
from datetime import UTC, datetime
from typing import Any

from farol.app.demo import cast
from farol.app.demo.exchange.scenarios import SCENARIOS
from farol.core.exchange.model import Liquidation
from farol.selfserve.tools.arithmetic import steps


def made(**more: Any) -> Liquidation:
    values: dict[str, Any] = {
        "side": "long", "size": "0.5", "maintenance_margin_rate": "0.005", "trigger_mark_price": "91672.4", "bankruptcy_price": "91200",
        "fill_price": "91510.5", "fees": "27.45"}  # fmt: skip
    return Liquidation("L-1", more.pop("symbol", "BTC-USDT-PERP"), datetime(2026, 11, 22, tzinfo=UTC), **{**values, **more})


def test_every_step_is_exact() -> None:
    told = [sum_ for _, sum_ in steps(made(), "en")]
    assert "0.5 × 91,672.4 × 0.005 = 229.181 USDT" in told
    assert "(91,510.5 − 91,200) × 0.5 = 155.25 USDT" in told
    assert "155.25 − 27.45 = 127.8 USDT" in told
    short = [sum_ for _, sum_ in steps(made(side="short", fill_price="91250", bankruptcy_price="91200"), "en")]
    assert "(91,200 − 91,250) × 0.5 = -25 USDT" in short
    size = "1" + "0" * 38 + "1.000000000000000001"
    assert any(f"= {int(size.split('.')[0]) * 2:,}.000000000000000002 USDT" in sum_ for _, sum_ in steps(made(size=size, fill_price="91202"), "en"))


def test_another_kind_of_contract_is_not_multiplied() -> None:
    assert not any("×" in sum_ for _, sum_ in steps(made(symbol="BTC-USD-PERP"), "en"))


async def test_only_ones_own(browser: Any, phone: Any) -> None:
    rex = await browser(SCENARIOS["trd.liquidation"].person)
    found = re.search(r'href="(/my/liquidations/[^"]+)"', await rex.get("/my/liquidations"))
    assert found
    page = await rex.get(found[1])
    assert "127.8 USDT" in page
    assert "91,672.4 ≤ 91,672.4" in page
    await (await browser(cast.MEI)).get(found[1], 404)
