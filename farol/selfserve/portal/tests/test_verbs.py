"""What a customer does with a ticket beside writing: back and forth, to a lead, open again; all by plain forms."""

from datetime import timedelta
from uuid import uuid4

from farol.app.demo.cast import ANA, IVAN, MEI, SOL
from farol.desk.queue import actions as queue
from farol.desk.queue.model import Skill
from farol.desk.sla.actions import tick
from farol.kit import clock
from farol.kit.permission import SYSTEM
from tests.world import later

from .test_beside import TEAM, resolved
from .test_portal import mine, page

SURE = {"sure": "yes"}


async def press(browser, number, verb, **fields):
    return await browser.post(f"/my/tickets/{number}/{verb}", data={**SURE, **fields})


async def test_a_ticket_is_taken_back_and_up_again_with_its_place(world, enter):
    await queue.add_team(world.kit, SYSTEM, TEAM)
    browser, number, ticket = await mine(world, enter)
    await world.react()
    ana = await world.staff()
    before = (await ana.ok("GET", f"/tickets/{ticket}"))["ticket"]
    done = await press(browser, number, "withdrawal")
    assert (done.status_code, done.headers["location"]) == (303, f"/my/tickets/{number}?did=withdrawn")
    shown = await page(browser, f"/my/tickets/{number}?did=withdrawn")
    assert "已撤回。" in shown
    assert "您撤回了" in shown
    assert "前可以恢复，排队的位置不变" in shown
    await world.react()
    assert (await ana.ok("GET", f"/tickets/{ticket}"))["ticket"]["status"] == "closed"
    assert await world.kit.db.fetchval("select count(*) from figure_resolution where ticket_id = $1", ticket) == 0
    assert (await press(browser, number, "withdrawal")).status_code == 409
    assert (await press(browser, number, "withdrawal/undo")).status_code == 303
    await world.react()
    after = (await ana.ok("GET", f"/tickets/{ticket}"))["ticket"]
    assert (after["status"], after["waiting_since"]) == ("open", before["waiting_since"])
    assert await world.kit.db.fetchval("select count(*) from queue_entry where ticket_id = $1 and left_at is null", ticket) == 1
    assert (await press(browser, number, "withdrawal/undo")).status_code == 409
    kinds = [row["kind"] for row in await world.kit.db.fetch("select kind from event where stream = $1 order by seq", f"ticket:{ticket}")]
    assert kinds.count("ticket.withdrawn") == kinds.count("ticket.withdrawal_undone") == 1


async def test_there_is_an_end_to_changing_ones_mind(world, enter):
    browser, number, _ = await mine(world, enter)
    await press(browser, number, "withdrawal")
    later(hours=25)
    assert "排队的位置不变" not in await page(browser, f"/my/tickets/{number}")
    answer = await press(browser, number, "withdrawal/undo")
    assert answer.status_code == 409
    assert "已经过了可以恢复的时间" in answer.text


async def test_whoever_is_in_the_account_cannot_silence_its_owner(world, enter):
    browser, number, ticket = await mine(world, enter, "我的账户被盗了")
    ana = await world.staff()
    version = (await ana.ok("GET", f"/tickets/{ticket}"))["ticket"]["version"]
    await ana.ok("PATCH", f"/tickets/{ticket}", json={"version": version, "severity": "P0"})
    assert f"{number}/withdrawal" not in await page(browser, f"/my/tickets/{number}")
    answer = await press(browser, number, "withdrawal")
    assert answer.status_code == 409
    assert "要等客服和您确认过" in answer.text


async def test_a_lead_can_be_asked_for_after_a_broken_promise_and_only_then(world, enter):
    await queue.add_team(world.kit, SYSTEM, TEAM)
    browser, number, ticket = await mine(world, enter)
    own = f"/my/tickets/{number}"
    ana, sol = await world.staff(ANA), await world.staff(SOL)
    for one in (ana, sol):
        await queue.place_staff(world.kit, SYSTEM, (await one.ok("GET", "/session"))["id"], ["l1"], [Skill("zh", "", 3)])
        await one.ok("PUT", "/me/state", json={"state": "available"})
    assert (await press(browser, number, "lead", words="快")).status_code == 409
    by = clock.now() + timedelta(minutes=10)
    await ana.ok("POST", f"/tickets/{ticket}/promises", json={"client_id": str(uuid4()), "by": by.isoformat(), "words": "十分钟内回您"})
    assert "到时间没写给您，这里就能要求主管处理" in await page(browser, own)
    assert (await press(browser, number, "lead")).status_code == 409
    await world.react()
    await tick(world.kit, by + timedelta(minutes=1))
    assert "要求主管处理" in await page(browser, own)
    done = await press(browser, number, "lead", words="已经等了一天")
    assert done.headers["location"] == f"{own}?did=lead", done.text
    shown = await page(browser, f"{own}?did=lead")
    assert "已通知主管" in shown
    assert "要求了主管处理，已通知" in shown
    assert f"{own}/lead" not in shown, "what was asked is not offered again"
    asked = [e for e in (await sol.ok("GET", f"/tickets/{ticket}/escalations"))["escalations"] if e["cause"] == "asked"]
    assert [(e["ask"], e["holds"][-1]["owner"]["name"]) for e in asked] == [("已经等了一天", "Sol Navarro")]
    again = await press(browser, number, "lead")
    assert again.status_code == 409
    assert "Sol" not in again.text, "who has it is the desk's own matter"


async def test_what_is_not_solved_is_opened_again(world, enter):
    browser, number, ticket = await resolved(world, enter)
    assert "还没解决，重新打开" in await page(browser, f"/my/tickets/{number}")
    form = {"client_id": str(uuid4()), "words": "谢谢"}
    for _ in range(2):
        answer = await press(browser, number, "reopening", **form)
    assert answer.status_code == 409
    ana = await world.staff()
    found = await ana.ok("GET", f"/tickets/{ticket}")
    assert found["ticket"]["status"] == "open"
    assert found["messages"][-1]["body"] == "还没有解决。 谢谢"
    assert "您重新打开了" in await page(browser, f"/my/tickets/{number}?did=reopened")


async def test_nothing_happens_by_accident_or_to_anothers_ticket(world, enter):
    _, number, ticket = await mine(world, enter)
    mei, ivan = await enter(MEI), await enter(IVAN)
    for verb in ("withdrawal", "withdrawal/undo", "lead", "reopening"):
        assert (await mei.post(f"/my/tickets/{number}/{verb}", data={})).status_code == 422
        assert (await press(ivan, number, verb)).status_code == 404
    assert await world.kit.db.fetchval("select status from ticket where id = $1", ticket) == "open"


async def test_few_statements_for_a_ticket_that_waits(world, enter):
    await queue.add_team(world.kit, SYSTEM, TEAM)
    browser, number, _ = await mine(world, enter)
    await world.react()
    await page(browser, f"/my/tickets/{number}")
    with world.statements() as ran:
        await page(browser, f"/my/tickets/{number}")
    assert len(ran) <= 12, ran
