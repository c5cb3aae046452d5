"""What is a case of an incident, what may be one, and what is none."""

from datetime import UTC, datetime

import pytest

from farol.desk.incidents.matching import fit
from farol.desk.incidents.model import Facts, Scope

AT = datetime(2026, 11, 22, 10, tzinfo=UTC)


def facts(words: str, reason: str | None = None, zone: str = "Asia/Shanghai", at: datetime = AT) -> Facts:
    return Facts(1, reason, zone, at, words)


@pytest.mark.parametrize(("scope", "given", "found"), [
    (Scope(networks=["TRC20"]), facts("USDT 走 TRC20 没到账"), "sure"),
    (Scope(networks=["TRON"]), facts("my trc-20 deposit of 100 USDT"), "sure"),
    (Scope(networks=["TRC20"]), facts("USDT 走 ERC20 没到账"), None),
    (Scope(networks=["TRC20"]), facts("没到账"), None),
    (Scope(networks=["TRC20"], reasons=["dep."]), facts("TRC20 没到账"), "maybe"),
    (Scope(networks=["TRC20"], reasons=["dep."]), facts("TRC20 没到账", "dep.suspended"), "sure"),
    (Scope(networks=["TRC20"], reasons=["dep."]), facts("TRC20 提币", "wd.failed"), None),
    (Scope(networks=["TRC20"], reasons=["dep."]), facts("没到账", "dep.unconfirmed"), "maybe"),
    (Scope(coins=["USDT"]), facts("充了 500 USDT"), "sure"),
    (Scope(coins=["USDT"]), facts("充了 500 BTC"), None),
    (Scope(coins=["usdt"]), facts("usdt?"), "sure"),
    (Scope(coins=["OP"]), facts("I want to stop"), None),
    (Scope(features=["C2C"]), facts("c2c 下单失败"), "sure"),
    (Scope(features=["银行卡"]), facts("我的银行卡被拒"), "sure"),
    (Scope(regions=["Asia/"], features=["C2C"]), facts("C2C", zone="Europe/Berlin"), None),
    (Scope(since=datetime(2026, 11, 22, 11, tzinfo=UTC)), facts("anything"), None),
    (Scope(since=datetime(2026, 11, 22, 9, tzinfo=UTC)), facts("anything"), "sure"),
    (Scope(reasons=["dep."], until=datetime(2026, 11, 22, 9, tzinfo=UTC)), facts("x", "dep.suspended"), None),
])
def test_fit(scope: Scope, given: Facts, found: str | None) -> None:
    assert fit(scope, given) == found
