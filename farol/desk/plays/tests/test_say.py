"""What is said, to whom, when, and what is left unsaid."""

from datetime import timedelta

import pytest

from farol.app.demo import cast
from farol.app.demo.exchange.scenarios import SCENARIOS
from farol.core.exchange.published import Published
from farol.desk.plays import actions
from farol.desk.plays.model import fill, has_link, plays, strangers
from farol.kit import clock

from .conftest import Entry, Scene

MEI, IVAN = cast.MEI, cast.IVAN


async def test_a_failed_withdrawal_is_told_with_reason_and_fix(scene: Scene) -> None:
    mei = await scene.world.customer(MEI)
    await scene.step("withdrawal.fail", MEI, reason="not_whitelisted")
    [message] = await scene.read(mei)
    assert message["topic"] == "withdrawal"
    assert "地址不在白名单" in message["words"]["zh"]
    assert "先把地址加进白名单" in message["words"]["zh"]
    assert "Add the address to your list first" in message["words"]["en"]
    assert "The coins are back" in message["words"]["en"]
    assert "{" not in "".join([*message["words"].values(), *message["title"].values()])
    assert await scene.kit.db.fetchval("select count(*) from ticket") == 0


async def test_one_a_day_of_a_topic(scene: Scene) -> None:
    mei = await scene.world.customer(MEI)
    await scene.step("withdrawal.fail", MEI)
    await scene.step("withdrawal.stuck", MEI)
    await scene.step("kyc.retry", MEI)
    assert {one["topic"] for one in await scene.read(mei)} == {"withdrawal", "identity"}
    assert sorted((row["play"], row["state"], row["why"]) for row in await scene.rows()) == [
        ("kyc_retry", "said", ""), ("withdrawal_failed", "said", ""), ("withdrawal_stuck", "dropped", "capped")]


async def test_what_has_been_settled_is_not_told(scene: Scene) -> None:
    await scene.happens("withdrawal.stuck", MEI.uid, "withdrawal", scene.parts.world.withdrawals(MEI.uid)[-1].withdrawal_id)
    [row] = await scene.rows()
    assert (row["state"], row["why"]) == ("dropped", "untrue")


async def test_at_night_it_waits_for_the_morning_except_for_security(scene: Scene) -> None:
    ivan = await scene.world.customer(IVAN)
    clock.shift(_ahead_to(22))  # 01:00 in Moscow
    await scene.happens("kyc.retry", SCENARIOS["acc.kyc_rejected"].uid, "kyc", "k")
    await scene.happens("security.login_new_device", IVAN.uid, "security", "s-1", kind="new_device")
    await scene.happens("position.liquidated", IVAN.uid, "liquidation", "LIQ-NONE")
    night = {row["play"]: row for row in await scene.rows() if row["uid"] == IVAN.uid}
    assert [one["topic"] for one in await scene.read(ivan)] == ["security"]
    assert (night["position_liquidated"]["state"], night["position_liquidated"]["due_at"].hour) == ("waiting", 5)  # eight in Moscow


def _ahead_to(hour: int) -> timedelta:
    clock.shift(timedelta())
    now = clock.now()
    at = now.replace(hour=hour, minute=0, second=0, microsecond=0)
    return (at if at > now else at + timedelta(days=1)) - now


async def test_a_pause_reaches_only_those_with_something_on_the_way(scene: Scene) -> None:
    waiting, idle = SCENARIOS["wd.wrong_address"], SCENARIOS["wd.failed"]
    for scenario in (waiting, idle):
        [one] = scene.parts.world.withdrawals(scenario.uid)[:1]
        ended = "withdrawal.failed" if scenario is idle else "withdrawal.review"
        await scene.arrive(Entry(f"h-{scenario.uid}", clock.now() - timedelta(days=2), "withdrawal", one.withdrawal_id, scenario.uid, ended, 1, {
            "coin": "USDT", "network": "TRON"}))
    await scene.step("network.suspend")
    told = [row for row in await scene.rows() if row["play"] == "network_suspended"]
    assert [(row["uid"], row["state"]) for row in told] == [(waiting.uid, "said")]
    assert "USDT" in told[0]["words_en"]
    assert "expected back" in told[0]["words_en"]
    scene.kit.put(Published())
    clock.shift(clock._shift + timedelta(hours=25))
    await scene.step("network.resume")
    back = [row for row in await scene.rows() if row["play"] == "network_resumed"]
    assert [(row["uid"], row["why"] or row["state"]) for row in back] == [(waiting.uid, "said")]


async def test_pictures_liquidations_and_stray_deposits(scene: Scene) -> None:
    rejected, liquidated, untagged = (SCENARIOS[code] for code in ("acc.kyc_rejected", "trd.liquidation", "dep.missing_memo"))
    await scene.happens("kyc.retry", rejected.uid, "kyc", rejected.uid)
    position = scene.parts.world.things("liquidation", liquidated.uid)[0]["id"]
    await scene.happens("position.liquidated", liquidated.uid, "liquidation", position)
    deposit = next(one for one in scene.parts.world.deposits(untagged.uid) if one.state == "unattributed")
    await scene.happens("deposit.unattributed", untagged.uid, "deposit", deposit.deposit_id)
    said = {row["play"]: row for row in await scene.rows()}
    assert {row["state"] for row in said.values()} == {"said"}
    assert "No hat, sunglasses or mask" in said["kyc_retry"]["words_en"]
    assert "91,672.4" in said["position_liquidated"]["words_en"]
    assert "Cooling-off" in said["position_liquidated"]["words_en"]
    assert said["deposit_unattributed"]["title_zh"] == "这笔充值是您的吗？"
    assert "900 XRP" in said["deposit_unattributed"]["words_zh"]


async def test_a_deposit_that_fits_nobody_is_told_to_nobody(scene: Scene) -> None:
    await scene.happens("deposit.unattributed", "", "deposit", "DEP-1")
    assert await scene.rows() == []


async def test_old_news_is_no_news_and_an_event_is_told_once(scene: Scene) -> None:
    await scene.happens("security.factor_reset", MEI.uid, "security", "s", at=clock.now() - timedelta(days=2), kind="factor_reset")
    assert await scene.rows() == []
    told = await scene.step("account.password", MEI)
    for entry in told:
        await scene.arrive(entry)
    assert len([row for row in await scene.rows() if row["play"] == "security_event"]) == 1


async def test_while_the_exchange_is_down_it_is_put_off(scene: Scene) -> None:
    mei = await scene.world.customer(MEI)
    scene.parts.mood.turn("down")
    await scene.happens("kyc.retry", MEI.uid, "kyc", MEI.uid)
    assert await scene.read(mei) == []
    [row] = await scene.rows()
    assert row["state"] == "waiting"


async def test_a_play_that_is_off_says_nothing(scene: Scene) -> None:
    sol = await scene.world.staff(cast.SOL)
    play = next(one for one in (await sol.ok("GET", "/plays"))["plays"] if one["key"] == "withdrawal_failed")
    await sol.ok("PUT", "/plays/withdrawal_failed", json={"active": False, **play["words"]})
    await scene.step("withdrawal.fail", MEI)
    [row] = [row for row in await scene.rows() if row["play"] == "withdrawal_failed"]
    assert (row["state"], row["why"]) == ("dropped", "off")


@pytest.mark.parametrize("key", list(plays()))
def test_words_as_shipped_are_whole(key: str) -> None:
    play = plays()[key]
    for lang, title, words in (("zh", play.title[0], play.words[0]), ("en", play.title[1], play.words[1])):
        shown = fill(title, play.example, "zh" if lang == "zh" else "en") + fill(words, play.example, "zh" if lang == "zh" else "en")
        assert "{" not in shown
        assert "!" not in shown
        assert "！" not in shown
        assert not strangers(words, play)
        assert not has_link(words)
    found = actions.preview(key, *play.words)
    assert (found.findings, found.unknown, found.link) == ([], [], False)
