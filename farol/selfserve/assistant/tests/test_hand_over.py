"""A person goes on: for the asking, after two misses, at once where it is urgent, and everything is told to whoever does."""

import pytest

from farol.app.demo import cast
from farol.selfserve.assistant import store

from .conftest import Scene

NOTE = "select body from message where ticket_id = $1 and author_kind = 'assistant' and internal"


@pytest.mark.parametrize("words", ["人工", "agent", "I want to talk to a human", "оператор", "quiero hablar con una persona", "上담원", "بشري", "オペレーター"])
async def test_the_word_for_a_person_takes_one_turn(scene: Scene, words: str) -> None:
    ticket = await scene.ticket(words.replace("上담원", "상담원"), cast.IVAN)
    case = await store.case(scene.kit.db, ticket)
    assert case
    assert (case.state, case.why) == ("handed", "asked")
    assert len(await scene.said(ticket)) == 1


async def test_two_misses_are_enough(scene: Scene) -> None:
    ticket = await scene.ticket("asdf qwer zxcv")
    turn = await scene.last(ticket)
    assert turn
    assert turn.kind == "question"
    turn = await scene.say(ticket, "zxcv asdf qwer")
    assert turn
    assert turn.kind in ("hand_off", "hold")
    case = await store.case(scene.kit.db, ticket)
    assert case
    assert case.why == "missed"


async def test_theft_gets_the_way_to_freeze_and_a_person(scene: Scene) -> None:
    ticket = await scene.ticket("someone hacked my account and is withdrawing")
    [said] = await scene.said(ticket)
    assert f"{scene.kit.settings.public_url}/stolen" in said
    case = await store.case(scene.kit.db, ticket)
    assert case
    assert case.summary
    assert (case.why, case.summary.severity) == ("urgent", "P0")


async def test_whoever_goes_on_finds_what_was_said_named_and_tried(scene: Scene) -> None:
    ticket = await scene.ticket("fees for VIP 2")
    await scene.say(ticket, "No, it did not")
    await scene.say(ticket, "I paid 12 USDT fee on an order, agent please")
    await scene.say(ticket, "agent")
    note = await scene.kit.db.fetchval(NOTE, ticket)
    assert "Trading fees and VIP levels" in note
    assert "12 USDT" in note
    assert "助手转交" in note
    assert "语言：英语" in note
    assert "The customer was told:" in note


async def test_without_anybody_who_speaks_the_language_its_hours_are_told_in_it(scene: Scene) -> None:
    db = scene.kit.db
    await db.execute("insert into team (key, zh, en, reasons, languages) values ('all', '全部', 'All', '{\"\"}', '{}') on conflict do nothing")
    calendar = await db.fetchval("insert into sla_calendar (name, zone, always, hours) values ('M', 'Europe/Moscow', false, '[{\"day\": 0, \"open\": 540, \"close\": 1080}]') returning id")
    await db.execute("insert into desk_language (language, calendar_id, fallback, wait_s, translated, set_by) values ('ru', $1, 'en', 60, true, 'system:0')", calendar)
    ticket = await scene.ticket("позовите оператора, пожалуйста, мне нужен человек", cast.IVAN)
    [said] = await scene.said(ticket)
    assert "Русский: пн 09:00–18:00 Москва; в другое время отвечаем на языке: английский, либо через машинный перевод: русский." in said
    assert "Русский: пн" not in await db.fetchval(NOTE, ticket), "whoever goes on reads it in a language of theirs"


async def test_the_queue_has_it_at_once_and_the_customer_still_waits(scene: Scene) -> None:
    await scene.kit.db.execute("insert into team (key, zh, en, reasons, languages) values ('all', '全部', 'All', '{\"\"}', '{}') on conflict do nothing")
    client = await scene.world.customer()
    ticket = (await scene.world.open(client, "agent"))["ticket"]["id"]
    await scene.world.react()
    held = await scene.kit.db.fetchval("select not_before > now() from queue_entry where ticket_id = $1 and left_at is null", ticket)
    assert held is True
    await scene.work()
    row = await scene.kit.db.fetchrow("select not_before, left_at from queue_entry where ticket_id = $1", ticket)
    assert row["not_before"] is None
    assert row["left_at"] is None
    assert (await scene.row(ticket))["waiting_since"] is not None


async def test_reasons_that_are_for_people_go_there(scene: Scene) -> None:
    await scene.set(to_people=["fee."])
    ticket = await scene.ticket("fees for VIP 2")
    case = await store.case(scene.kit.db, ticket)
    assert case
    assert (case.state, case.why, case.reason) == ("handed", "reason", "fee.vip")


async def test_files_alone_are_for_people(scene: Scene) -> None:
    ticket = await scene.ticket("hello")
    await scene.kit.db.execute("update message set body = '', files = array[gen_random_uuid()] where ticket_id = $1 and seq = 2", ticket)
    await scene.kit.db.execute("delete from assistant_turn where ticket_id = $1", ticket)
    await scene.kit.db.execute("delete from message where ticket_id = $1 and author_kind = 'assistant'", ticket)
    from farol.selfserve.assistant import actions

    turn = await actions.answer(scene.kit, ticket, 2)
    assert turn
    assert turn.kind == "hold"
    case = await store.case(scene.kit.db, ticket)
    assert case
    assert case.why == "files"
