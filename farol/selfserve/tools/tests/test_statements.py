"""Every tool page, in few statements however much the exchange tells."""

import re
from collections.abc import Awaitable
from typing import Any

from farol.app.demo import cast
from farol.app.demo.exchange.made import txid_of
from farol.app.demo.exchange.scenarios import SCENARIOS
from farol.trust.identity.tests.conftest import Browser, Phone
from tests.world import World

from .test_certificate import certified
from .test_withdrawals import path_of

MOST, MOST_OF_A_TOOL = 12, 4


async def count(world: World, asked: Awaitable[str]) -> int:
    """Statements of one page."""
    with world.statements() as ran:
        await asked
    return len(ran)


async def test_each_page_is_a_few_statements(mei: Browser, browser: Any, phone: Phone, world: World) -> None:
    path, _, code = await certified(mei)
    moving = path_of(await mei.get("/my/withdrawals"), "18,500 USDT")
    closed: Browser = await browser(SCENARIOS["trd.liquidation"].person)
    liquidation = re.search(r'href="(/my/liquidations/[^"]+)"', await closed.get("/my/liquidations"))
    assert liquidation
    spent = {page: await count(world, mei.get(page)) for page in (
        "/my/withdrawals", path, moving, f"{path}/certificate.json", f"{path}/certificate.pdf", "/my/deposits", "/my/trace", "/my/holds",
        "/my/kyc", "/my/liquidations", "/certificate", f"/certificate/{code}", "/certificate/key", f"/verify-me?towards={path}",
        f"/my/new?reason=wd.not_received&withdrawal_id={path.rpartition('/')[2]}", "/my/recovery",
    )}  # fmt: skip
    spent[liquidation[1]] = await count(world, closed.get(liquidation[1]))
    spent["POST /my/trace"] = await count(world, mei.post("/my/trace", txid=txid_of("XRP", f"{cast.ROSA.uid}:untagged")))
    spent["POST certificate"] = await count(world, mei.client.post(f"{path}/certificate"))  # type: ignore[arg-type]
    await mei.post("/verify-me/start", method="totp")
    await mei.post("/verify-me/answer", answer=phone.totp(cast.MEI))
    spent["proven"] = await count(world, mei.get(moving))
    wide = {page: n for page, n in spent.items() if n > (MOST if page.startswith("/my/new") else MOST_OF_A_TOOL)}
    assert not wide, spent
