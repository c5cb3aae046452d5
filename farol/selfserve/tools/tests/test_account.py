"""Limits as time locks, and a refused identity check with what to change."""

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
