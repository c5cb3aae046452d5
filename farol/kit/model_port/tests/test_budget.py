"""The budget: of a day and of one customer, exact among processes, settled to what was used."""

import asyncio
from datetime import timedelta

from farol.kit import clock
from farol.kit.model_port import Turn, Unavailable, jobs, store
from farol.kit.model_port.budget import at_most

from .conftest import ASKED, Answer

MOST = at_most(ASKED, 800)


async def spent(kit, who=store.EVERYBODY):
    return await store.spent(kit.db, clock.now().date(), who)


async def test_what_was_used_counts_for_everybody_and_for_the_customer(kit, port_with):
    port = port_with("good")
    await port.complete("draft", ASKED, Answer, customer=5)
    await port.complete("draft", ASKED, Answer)
    await port.settled()
    assert (await spent(kit), await spent(kit, 5)) == (300, 150)


async def test_a_customer_who_used_theirs_waits_till_tomorrow_and_others_do_not(kit, server, port_with):
    port = port_with("good", model_customer_tokens=MOST + 100)
    assert isinstance(await port.complete("draft", ASKED, Answer, customer=5), Answer)
    await port.settled()
    assert await port.complete("draft", ASKED, Answer, customer=5, about="ticket:5") == Unavailable("budget")
    assert isinstance(await port.complete("draft", ASKED, Answer, customer=6), Answer)
    await port.settled()
    assert [call.outcome for call in await store.calls_about(kit.db, "ticket:5")] == ["budget"]
    assert await spent(kit, 5) == 150
    clock.shift(timedelta(days=1))
    assert isinstance(await port.complete("draft", ASKED, Answer, customer=5), Answer)


async def test_zero_is_nothing(server, port_with):
    assert await port_with("good", model_day_tokens=0).complete("draft", ASKED, Answer) == Unavailable("budget")
    assert await port_with("good", model_customer_tokens=0).complete("draft", ASKED, Answer, customer=1) == Unavailable("budget")
    assert not server.asked


async def test_processes_share_one_budget(kit, server, port_with):
    ports = [port_with("slow", model_day_tokens=MOST * 3) for _ in range(2)]
    answers = await asyncio.gather(*(ports[n % 2].complete("draft", ASKED, Answer, customer=n + 1) for n in range(12)))
    for port in ports:
        await port.settled()
    assert answers.count(Unavailable("budget")) == 9
    assert len(server.asked) == 3
    assert await spent(kit) == MOST * 3


async def test_ten_thousand_questions_cost_what_one_customer_may(kit, server, port_with):
    port = port_with("good", model_customer_tokens=3 * MOST)
    answers = [await port.complete("draft", [Turn("user", f"question {n}")], Answer, customer=5) for n in range(60)]
    await port.settled()
    assert answers[-1] == Unavailable("budget")
    assert await spent(kit, 5) <= 3 * MOST
    assert len(server.asked) < 60


async def test_what_may_be_billed_is_kept_and_the_rest_given_back(kit, port_with):
    for model, used in (("error-500", 0), ("error-429", 0), ("slow", MOST), ("no-usage", MOST)):
        before = await spent(kit)
        port = port_with(model)
        await port.complete("draft", ASKED, Answer)
        await port.settled()
        assert await spent(kit) - before == used, model


async def test_mad_figures_of_the_service_break_nothing(kit, port_with):
    port = port_with("mad-usage")
    assert isinstance(await port.complete("draft", ASKED, Answer), Answer)
    await port.settled()
    assert await spent(kit) == 10_000_000


async def test_old_rows_are_forgotten(kit, port_with):
    port = port_with("good")
    await port.complete("draft", ASKED, Answer, about="ticket:1")
    await port.settled()
    clock.shift(timedelta(days=jobs.KEEP_DAYS + 2))
    await jobs.prune(kit)
    assert await store.calls_about(kit.db, "ticket:1") == []
