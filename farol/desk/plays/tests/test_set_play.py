"""Who sets plays, and what may not be written in one."""

import pytest

from farol.app.demo import cast

from .conftest import Scene

GOOD = {"zh": "提币 {amount} 没有发出：{reason}。{back}{fix}", "en": "{amount} was not sent: {reason}. {back} {fix}"}


async def test_own_words_are_said_and_counted(scene: Scene) -> None:
    sol, mei = await scene.world.staff(cast.SOL), await scene.world.customer(cast.MEI)
    await sol.ok("PUT", "/plays/withdrawal_failed", json={"active": True, **GOOD})
    await scene.step("withdrawal.fail", cast.MEI)
    [message] = await scene.read(mei)
    assert message["words"]["en"].startswith("18,500 USDT was not sent: that address cannot be used")
    play = (await sol.ok("GET", "/plays"))["plays"][0]
    assert (play["key"], play["words"], play["counts"]["said"], play["changed"]["by"]) == ("withdrawal_failed", GOOD, 1, cast.SOL.name)


@pytest.mark.parametrize(("words", "code"), [
    ("Please send us your password. {amount}", "never_asked"),
    ("Look at https://evil.example {amount}", "play_words_link"),
    ("{amount} {secret}", "play_words_unknown"),
    ("   ", "invalid"),
])  # fmt: skip
async def test_what_may_not_be_said_is_refused(scene: Scene, words: str, code: str) -> None:
    sol = await scene.world.staff(cast.SOL)
    answer = await sol.put("/plays/withdrawal_failed", json={"active": True, "zh": GOOD["zh"], "en": words})
    assert answer.status_code >= 400
    assert answer.json()["code"] == code
    shown = await sol.ok("POST", "/plays/withdrawal_failed/preview", json={"zh": GOOD["zh"], "en": words})
    assert shown["findings"] or shown["unknown"] or shown["link"] or not words.strip()


async def test_the_preview_fills_examples(scene: Scene) -> None:
    sol = await scene.world.staff(cast.SOL)
    shown = await sol.ok("POST", "/plays/withdrawal_failed/preview", json=GOOD)
    assert shown["en"].startswith("30,000 USDT was not sent: it is over the 24 h limit.")
    assert (shown["findings"], shown["unknown"], shown["link"]) == ([], [], False)


async def test_agents_do_not_set_plays(scene: Scene) -> None:
    ana = await scene.world.staff(cast.ANA)
    assert (await ana.get("/plays")).status_code == 403
    assert (await ana.put("/plays/withdrawal_failed", json={"active": False, **GOOD})).status_code == 403
    sol = await scene.world.staff(cast.SOL)
    assert (await sol.put("/plays/nothing", json={"active": False, **GOOD})).status_code == 404
