"""Withdrawals: where each stands, why one failed, and the cancellation with its proof."""

import re
from typing import Any

import msgspec

from farol.app.demo import cast
from farol.core.exchange import CoreLink
from farol.core.exchange.client import ITSELF
from farol.trust.identity.tests.conftest import Browser, Phone
from tests.world import World


def path_of(page: str, words: str) -> str:
    """The link of the row that says it."""
    return next(m[1] for m in re.finditer(r'<a href="(/my/withdrawals/[^"]+)">(.*?)</a>', page) if words in m[2])


async def test_failed_ones_say_why_and_what_to_do(mei: Browser) -> None:
    page = await mei.get("/my/withdrawals")
    assert "500 USDT withdrawal not sent" in page
    assert "18,500 USDT withdrawal" in page
    path = path_of(page, "500 USDT withdrawal not sent")
    shown = await mei.get(path)
    assert f"/my/new?reason=wd.failed&amp;withdrawal_id={path.rpartition('/')[2]}" in shown
    assert "the address is not on your list" in shown
    assert "500 USDT is back in your balance" in shown
    assert "What to do" in shown
    assert "/cancellation" not in shown
    zh = await mei.get(path_of(page, "1,200 USDT") + "?lang=zh")
    assert "已完成" in zh
    assert "谁都拦不住" in zh


async def test_cancelling_takes_a_proof_and_is_told_as_the_exchange_tells_it(mei: Browser, phone: Phone) -> None:
    path = path_of(await mei.get("/my/withdrawals"), "18,500 USDT")
    page = await mei.get(path)
    assert "cannot be undone" in page
    assert f'href="/verify-me?towards={path}"' in page
    assert "/cancellation" not in page
    await mei.post(f"{path}/cancellation", 403)
    assert f'name="towards" value="{path}"' in await mei.get(f"/verify-me?towards={path}")
    await mei.post("/verify-me/start", method="totp", towards=path)
    proven = await mei.post("/verify-me/answer", answer=phone.totp(cast.MEI))
    assert f'href="{path}">Go on where you were' in proven
    page = await mei.get(path)
    form_id = re.search(r'name="form_id" value="([^"]+)"', page)
    assert form_id
    done = await mei.post(f"{path}/cancellation", form_id=form_id[1])
    assert "It is cancelled" in done
    assert "/cancellation" not in done
    again = await mei.post(f"{path}/cancellation")
    assert "Not cancelled: the exchange says it is too late" in again


async def test_a_withdrawal_of_somebody_else_is_not_there(mei: Browser, browser: Any, phone: Phone) -> None:
    path = path_of(await mei.get("/my/withdrawals"), "18,500 USDT")
    ivan = await browser(cast.IVAN)
    assert "nothing here that you can see" in await ivan.get(path, 404)
    await ivan.post("/verify-me/start", method="totp")
    await ivan.post("/verify-me/answer", answer=phone.totp(cast.IVAN))
    await ivan.post(f"{path}/cancellation", 404)
    assert "18,500 USDT withdrawal" in await mei.get(path)
    await (await browser()).get(path, 401)


async def test_three_ways_of_not_knowing_are_kept_apart(mei: Browser, world: World) -> None:
    link = world.kit.get(CoreLink)
    said = await link.capabilities(ITSELF)
    link.offer.learn(msgspec.structs.replace(said, reads=[read for read in said.reads if read != "withdrawals"]))
    assert "does not offer this here" in await mei.get("/my/withdrawals")
    world.kit.put(CoreLink("", "", ""))
    page = await mei.get("/my/withdrawals")
    assert "The exchange is not answering" in page
    assert "No withdrawals" not in page

