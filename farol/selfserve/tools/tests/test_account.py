"""Limits as time locks, and a refused identity check with what to change."""

from datetime import timedelta
from typing import Any

from farol.app.demo import cast
from farol.app.demo.exchange.scenarios import SCENARIOS
from farol.core.exchange import CoreLink
from farol.core.exchange.model import Hold
from farol.kit import clock
from farol.selfserve.portal.view import Reader
from farol.selfserve.tools.holds import shown
from tests.world import World


async def test_limits_and_the_identity_check(browser: Any, phone: Any, world: World) -> None:
    ivan = await browser(cast.IVAN)
    page = await ivan.get("/my/holds")
    assert "ends by itself" in page
    assert "neither support, nor a lead, nor the exchange" in page
    assert 'href="/stolen"' in page
    assert "a sign-in on a new device" in page
    blurred = await browser(SCENARIOS["acc.kyc_rejected"].person)
    page = await blurred.get("/my/kyc?lang=zh")
    assert "自拍和证件照片对不上" in page
    assert "还能提交 2 次" in page
    assert "BAD_FACE_MATCHING" not in page
    world.kit.put(CoreLink("", "", ""))
    for path in ("/my/holds", "/my/kyc"):
        assert "The exchange is not answering" in await ivan.get(path)


def test_a_hold_that_may_not_be_disclosed_tells_nothing_that_sets_it_apart() -> None:
    hold = Hold("h", "aml", ["withdraw_crypto"], overridable=False, started_at=clock.now(), until=clock.now(), trigger="new_device", disclosable=False)
    told = shown(hold, Reader("en", "UTC"))
    assert not any(told[name] for name in ("left", "bar", "set_off", "lifting"))
    assert "We cannot say why yet" in told["line"]


async def test_only_what_has_an_end_is_a_time_lock(browser: Any, phone: Any) -> None:
    for code, said, ticket in (
        ("dep.compliance_hold", "travel rule", "dep.compliance_hold"), ("dep.compliance_hold", "support cannot skip", "dep.compliance_hold"),
        ("sec.freeze_unfreeze", "You froze it yourself", "sec.freeze_unfreeze"), ("p2p.card_frozen", "ends when the exchange has dealt with it", "p2p.paid_not_released"),
    ):  # fmt: skip
        page = await (await browser(SCENARIOS[code].person)).get("/my/holds")
        assert said in page, code
        assert f"/my/new?reason={ticket}" in page
        assert "time lock" not in page
    page = await (await browser(SCENARIOS["wd.security_hold"].person)).get("/my/holds?lang=zh")
    assert "谁都不能提前" in page
    assert "催也不会更快。它防的是盗号的人" in page
    assert "/my/new" not in page[page.index("<main") : page.index("</section>")]
    locked = shown(Hold("h", "other", ["p2p_sell"], overridable=False, started_at=clock.now(), until=clock.now() + timedelta(hours=3)), Reader("zh", "UTC"))
    assert "盗号" not in locked["lifting"]
    assert "现在不能 C2C 卖出" in locked["line"]
