"""Somebody is told: once, live, and never by their own act."""

import asyncio

import pytest

from farol.app.demo import cast
from farol.core.notices.problems import TooManyTold
from farol.core.people import actions as people
from farol.kit.permission import Actor


async def test_is_on_the_console_after_the_commit(told):
    ana, client = await told.person()
    frames = told.console(ana)
    ticket = (await told.world.open(await told.world.customer()))["ticket"]
    assert await told.tell(ana, ticket=ticket["id"], words="USDT 还没到账") == 1
    assert frames == []
    await told.deliver()
    await asyncio.sleep(0.05)
    assert [f["t"] for f in frames] == ["notice"]
    assert frames[0]["unseen"] == 1
    listed = await client.ok("GET", "/notices")
    assert listed["unseen"] == 1
    assert listed["notices"] == [frames[0]["notice"]]
    assert listed["notices"][0]["ticket"] == {"id": ticket["id"], "number": ticket["number"]}
    assert listed["notices"][0]["title"]["zh"] == "分给您一张工单"


async def test_the_same_key_tells_a_person_once(told):
    (ana, _), (tim, _) = await told.person(), await told.person(cast.TIM)
    assert await told.tell(ana, ana) == 1
    assert await told.tell(ana, tim) == 1
    assert await told.tell(ana, tim) == 0
    assert await told.tell(ana, key="k2") == 1


async def test_who_acted_or_is_disabled_is_not_told(told):
    (ana, client), (tim, _), (sol, _) = await told.person(), await told.person(cast.TIM), await told.person(cast.SOL)
    await people.disable(told.kit, tim)
    assert await told.tell(ana, tim, sol, but=Actor("staff", ana, frozenset())) == 1
    assert (await client.ok("GET", "/notices"))["notices"] == []


async def test_more_than_two_hundred_are_refused(told):
    with pytest.raises(TooManyTold):
        await told.tell(*range(1, 202))


async def test_words_are_shortened(told):
    ana, client = await told.person()
    await told.tell(ana, words="一二三\n" * 500, title={"zh": "长" * 500, "en": "long"})
    notice = (await client.ok("GET", "/notices"))["notices"][0]
    assert len(notice["words"]) == 240
    assert len(notice["title"]["zh"]) == 160


async def test_words_of_a_ticket_are_shown_to_who_may_see_it(told):
    (ana, client), (sol, lead) = await told.person(), await told.person(cast.SOL)
    ticket = (await told.world.open(await told.world.customer()))["ticket"]["id"]
    await told.tell(ana, sol, ticket=ticket, words="不能外传")
    assert (await client.ok("GET", "/notices"))["notices"][0]["words"] == "不能外传"
    await told.kit.db.execute(
        "with g as (insert into team (key, zh, en, reasons, visibility) values ('own', '内部', 'Own', '{}', 'members') returning id)"
        " update ticket set team_id = (select id from g)")
    hidden = (await client.ok("GET", "/notices"))["notices"][0]
    assert (hidden["words"], hidden["title"]["en"]) == ("", "A ticket was given to you")
    words = (await lead.ok("GET", "/notices"))["notices"][0]["words"]
    assert words == ("不能外传" if "ticket.see_all" in (await lead.ok("GET", "/session"))["can"] else "")
