"""Rules act once an event, in order, and tell why they did or did not."""

import pytest

from farol.app.demo import cast
from farol.desk.rules import actions

from .conftest import Desk, do, leaf

THEFT = leaf("words", "contains", ["被盗", "stolen"])


async def test_a_rule_acts_and_tells_why(desk: Desk) -> None:
    rule = await desk.rule(do("severity", "P0"), do("tag_add", ["theft"]), do("note", "先冻结"), given={"all": [THEFT]}, name="盗号")
    ticket = await desk.ticket("我的号被盗了，快冻结")
    row = await desk.row(ticket)
    assert (row["severity"], row["tags"]) == ("P0", ["theft"])
    note = await desk.kit.db.fetchrow("select body, author_kind from message where internal")
    assert tuple(note) == ("先冻结", "system")
    [run] = await desk.runs(ticket)
    [result] = run["results"]
    assert (run["trigger"], run["stopped"], result["matched"], result["rule"], result["version"]) == ("opened", False, True, rule, 1)
    assert [(s["field"], s["saw"]) for s in result["seen"]] == [("words", "被盗")]
    assert next((o["do"], o["was"], o["value"], o["done"]) for o in result["outcomes"]) == ("severity", "P3", "P0", True)
    events = await desk.kit.db.fetch("select kind, actor from event where stream = $1 and seq > 2 order by seq", f"ticket:{ticket}")
    assert {tuple(e) for e in events if e["kind"] != "message.posted" and e["actor"] != "system:0"} == {
        (kind, f"rule:{rule}") for kind in ("ticket.changed", "ticket.tagged", "rule.applied")}


async def test_what_did_not_match_says_what_stood_against_it(desk: Desk) -> None:
    await desk.rule(do("tag_add", ["x"]), given={"all": [leaf("tier", "is", "VIP"), leaf("severity", "in", ["P0", "P1"])]})
    ticket = await desk.ticket()
    [run] = await desk.runs(ticket)
    assert not run["results"][0]["matched"]
    assert [(s["field"], s["op"], s["saw"]) for s in run["results"][0]["seen"]] == [("severity", "in", "P3")]
    assert (await desk.row(ticket))["tags"] == []


async def test_reading_an_event_again_does_nothing_again(desk: Desk) -> None:
    await desk.rule(do("note", "一次"))
    ticket = await desk.ticket()
    await desk.kit.db.execute("update progress set seq = seq")
    await desk.world.react()
    await desk.world.react()
    assert await desk.kit.db.fetchval("select count(*) from message where internal") == 1
    assert len(await desk.runs(ticket)) == 1


async def test_they_take_turns_and_the_later_sees_what_the_earlier_did(desk: Desk) -> None:
    first = await desk.rule(do("severity", "P1"), name="A")
    second = await desk.rule(do("tag_add", ["seen-p1"]), given=leaf("severity", "is", "P1"), name="B")
    ticket = await desk.ticket()
    assert (await desk.row(ticket))["tags"] == ["seen-p1"]
    await desk.sol.ok("PUT", "/rules/order", json={"ids": [second, first]})
    other = await desk.ticket()
    assert (await desk.row(other))["tags"] == []


async def test_a_new_message_is_looked_at_by_its_own_words(desk: Desk) -> None:
    await desk.rule(do("severity", "P0"), when=("opened", "message"), given={"all": [THEFT]})
    mei = await desk.world.customer()
    ticket = await desk.ticket()
    await desk.world.say(mei, ticket, "另外，我的号被盗了")
    await desk.world.react()
    assert (await desk.row(ticket))["severity"] == "P0"
    await desk.change(ticket, severity="P2")
    await desk.world.say(mei, ticket, "好的")
    await desk.world.react()
    assert (await desk.row(ticket))["severity"] == "P2"
    assert [run["trigger"] for run in await desk.runs(ticket)] == ["opened", "message", "message"]


async def test_vip_goes_up_by_one_and_never_to_p0(desk: Desk) -> None:
    await desk.rule(do("severity", "up"), given=leaf("tier", "is", "VIP"), when=("opened", "changed"))
    ticket = await desk.ticket()
    assert (await desk.row(ticket))["severity"] == "P2"
    other = await desk.ticket(who=cast.IVAN)
    assert (await desk.row(other))["severity"] == "P3"
    await desk.change(ticket, severity="P1")
    assert (await desk.row(ticket))["severity"] == "P1"


async def test_rules_that_set_each_other_off_are_stopped(desk: Desk) -> None:
    """A ticks to P1, B back to P3: each acts once in the chain."""
    await desk.rule(do("severity", "P1"), when=("changed",), given=leaf("severity", "is", "P3"), name="A")
    await desk.rule(do("severity", "P3"), when=("changed",), given=leaf("severity", "is", "P1"), name="B")
    ticket = await desk.ticket()
    await desk.change(ticket, reason="wd.failed")
    runs = await desk.runs(ticket)
    assert (await desk.row(ticket))["severity"] == "P3"
    assert sum(result["matched"] for run in runs for result in run["results"]) == 2
    assert {result["why"] for run in runs for result in run["results"] if not result["matched"]} <= {"", "again"}
    assert len({run["root_seq"] for run in runs}) == 1


async def test_a_chain_ends_after_three_rounds(desk: Desk) -> None:
    """B, C, D, E stand before what sets them off, so each waits for the next round."""
    for tag, needs in (("e", "d"), ("d", "c"), ("c", "b"), ("b", "a")):
        await desk.rule(do("tag_add", [tag]), when=("changed",), given=leaf("tag", "is", needs), name=tag)
    await desk.rule(do("tag_add", ["a"]), when=("opened",), name="a")
    ticket = await desk.ticket()
    assert (await desk.row(ticket))["tags"] == ["a", "b", "c"]
    last = (await desk.runs(ticket))[-1]
    assert (last["stopped"], last["depth"]) == (True, 3)
    assert {result["why"] for result in last["results"]} == {"stopped"}


@pytest.mark.parametrize(("when", "act"), [("status", "resolve"), ("replied", "say"), ("changed", "tag")])
async def test_what_makes_a_rule_look(desk: Desk, when: str, act: str) -> None:
    await desk.rule(do("note", "看到了"), when=(when,))
    ticket = await desk.ticket()
    assert await desk.kit.db.fetchval("select count(*) from message where internal") == 0
    if act == "resolve":
        await desk.change(ticket, status="resolved")
    elif act == "say":
        await desk.world.say(desk.sol, ticket, "在查")
    else:
        await desk.change(ticket, severity="P2")
    await desk.world.react()
    assert await desk.kit.db.fetchval("select count(*) from message where internal") == 1


async def test_what_is_refused_is_told_and_harms_nothing_else(desk: Desk) -> None:
    ivan = await desk.world.staff(cast.ANA)
    gone = (await ivan.ok("GET", "/session"))["id"]
    await desk.rule(do("owner", gone), do("tag_add", ["kept"]))
    await desk.kit.db.execute("update staff set disabled_at = now() where id = $1", gone)
    ticket = await desk.ticket()
    row = await desk.row(ticket)
    assert (row["owner_id"], row["tags"]) == (None, ["kept"])
    [run] = await desk.runs(ticket)
    assert {o["do"]: o["done"] for o in run["results"][0]["outcomes"]} == {"owner": False, "tag_add": True}
    assert await desk.kit.db.fetchval("select count(*) from parked") == 0


async def test_a_macro_of_a_rule_proposes_and_does_not_speak(desk: Desk) -> None:
    macro = await desk.sol.ok("POST", "/macros", json={
        "scope": "all", "name_zh": "问候", "name_en": "Hello", "zh": "{{customer.name}}您好，工单 {{ticket.number}}", "en": "Hello",
        "effects": [do("tag_add", ["greeted"]), do("owner", "me")]})
    await desk.rule(do("macro", macro["id"]))
    ticket = await desk.ticket()
    assert (await desk.row(ticket))["tags"] == ["greeted"]
    rows = await desk.kit.db.fetch("select body, internal from message where author_kind = 'system'")
    assert [row["internal"] for row in rows] == [True]
    assert rows[0]["body"].startswith("建议回复（问候）")
    assert "FRL-" in rows[0]["body"]


async def test_people_are_notified_once(desk: Desk) -> None:
    me = (await desk.sol.ok("GET", "/session"))["id"]
    await desk.rule(do("notify", [me]), when=("opened", "message"), name="看一下")
    ticket = await desk.ticket()
    rows = await desk.kit.db.fetch("select * from notice")
    assert [row["staff_id"] for row in rows] == [me]
    assert ticket


async def test_a_rule_that_is_off_or_gone_does_nothing(desk: Desk) -> None:
    off = await desk.rule(do("note", "x"), active=False)
    gone = await desk.rule(do("note", "y"))
    await desk.sol.ok("DELETE", f"/rules/{gone}")
    ticket = await desk.ticket()
    assert off
    assert await desk.runs(ticket) == []
    assert await desk.kit.db.fetchval("select count(*) from message where internal") == 0


async def test_the_first_rules(desk: Desk) -> None:
    await actions.seed(desk.kit)
    await actions.seed(desk.kit)
    assert len((await desk.sol.ok("GET", "/rules"))["rules"]) == 5
    for n, (words, severity, tags) in enumerate((
            ("我的账户被盗了", "P0", ["theft"]), ("someone withdrew my coins", "P0", ["theft"]), ("提币失败被退回", "P1", ["failed-withdrawal"]),
            ("Мой аккаунт взломали", "P0", ["theft"]), ("Me hackearon la cuenta, no fui yo", "P0", ["theft"]),
            ("El retiro fallido sigue igual", "P1", ["failed-withdrawal"]), ("Как защититься от взлома?", "P3", []), ("Не хочу жить", "P0", ["person-at-risk"]),
            ("有一笔异常交易", "P1", ["odd-trade"]), ("我不想活了", "P0", ["person-at-risk"]), ("怎么充值", "P3", []))):
        row = await desk.row(await desk.ticket(words, who=(cast.IVAN, cast.ROSA)[n % 2]))
        assert (row["severity"], row["tags"]) == (severity, tags), words
