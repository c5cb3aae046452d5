"""What is set, what is left alone, and what is done while the exchange is away."""

from uuid import uuid4

from farol.app.demo import cast
from farol.app.demo.exchange.scenarios import SCENARIOS
from farol.channels.phone.words import Lines
from farol.core.customers import actions as customers
from farol.core.customers import store as customer_store
from farol.core.tickets import actions as tickets
from farol.core.tickets import posting
from farol.desk.rules.defaults import RULES
from farol.desk.triage import actions, store
from farol.kit.db import transaction
from farol.kit.events import Recorded
from farol.kit.permission import Actor

from .conftest import Desk

FAILED = SCENARIOS["wd.failed"]
EVENTS = "select stream, seq, kind, actor, public, body, at from event where stream = $1 order by seq"


async def events(desk: Desk, ticket: int, kind: str) -> list[Recorded]:
    rows = await desk.kit.db.fetch(EVENTS, f"ticket:{ticket}")
    return [Recorded(**row) for row in rows if row["kind"] == kind]


async def set_reason(desk: Desk, ticket: int, reason: str | None) -> None:
    ana = await desk.world.staff(cast.ANA)
    version = (await desk.row(ticket))["version"]
    await ana.ok("PATCH", f"/tickets/{ticket}", json={"version": version, "reason": reason})
    await desk.world.react()


async def test_the_trace_says_which_facts_spoke(desk: Desk) -> None:
    ticket = await desk.ticket(FAILED.person, "提币没成功")
    said = await (await desk.world.staff()).ok("GET", f"/tickets/{ticket}/triage")
    assert (said["decision"]["reason"], said["decision"]["basis"], said["kept"]) == ("wd.failed", "state", True)
    best = said["decision"]["candidates"][0]
    assert best["facts"][0]["code"] == "withdrawal.failed"
    assert "24 小时限额" in best["facts"][0]["zh"]
    assert "24 h limit" in best["facts"][0]["en"]
    [sorted_] = await events(desk, ticket, "triage.sorted")
    assert (sorted_.actor, sorted_.public) == ("triage:0", False)


async def test_posting_does_not_wait_for_the_exchange(desk: Desk) -> None:
    desk.fall_silent()
    customer = await desk.world.customer(FAILED.person)
    with desk.world.statements() as ran:
        await desk.world.open(customer, "my withdrawal failed")
    assert not any("triage" in statement for statement in ran)


async def test_it_takes_few_statements_however_much_was_said(desk: Desk) -> None:
    customer = await desk.world.customer(FAILED.person)
    ticket = int((await desk.world.open(customer, "my withdrawal failed"))["ticket"]["id"])
    for _ in range(4):
        await desk.world.say(customer, ticket, "it failed again and again")
    with desk.world.statements() as ran:
        await desk.world.react()
    assert ran.count(store.EARLY) == 5, "one look for each message, nothing else"
    assert not [one for one in ran if one in (store.CASE, store.LOCK, store.KEEP)], "sorting is a job's"
    with desk.world.statements() as ran:
        await actions.sort(desk.kit, ticket)
    assert len(ran) <= 12, ran
    with desk.world.statements() as ran:
        await actions.sort(desk.kit, ticket)
    assert len(ran) <= 7, ran


async def test_a_reason_set_by_an_agent_stands_and_is_a_label(desk: Desk) -> None:
    ticket = await desk.ticket(FAILED.person, "my withdrawal failed")
    await set_reason(desk, ticket, "wd.travel_rule")
    await desk.world.say(await desk.world.customer(FAILED.person), ticket, "it failed again")
    await desk.work()
    assert (await desk.row(ticket))["reason"] == "wd.travel_rule"
    label = await desk.kit.db.fetchrow("select was, reason, basis from triage_label where ticket_id = $1", ticket)
    assert tuple(label) == ("wd.failed", "wd.travel_rule", "state")
    said = await (await desk.world.staff()).ok("GET", f"/tickets/{ticket}/triage")
    assert (said["kept"], said["corrected"]["was"], said["corrected"]["reason"], said["corrected"]["by"]) == (
        False, "wd.failed", "wd.travel_rule", cast.ANA.name)


async def test_a_reason_that_an_agent_took_away_stays_away(desk: Desk) -> None:
    ticket = await desk.ticket(FAILED.person, "my withdrawal failed")
    await set_reason(desk, ticket, None)
    await actions.sort(desk.kit, ticket)
    assert (await desk.row(ticket))["reason"] is None


async def test_what_somebody_raised_is_not_lowered(desk: Desk) -> None:
    ticket = (await desk.world.open(await desk.world.customer(FAILED.person), "my withdrawal failed"))["ticket"]["id"]
    ana = await desk.world.staff(cast.ANA)
    await ana.ok("PATCH", f"/tickets/{ticket}", json={"version": (await desk.row(ticket))["version"], "severity": "P1"})
    await desk.work()
    row = await desk.row(ticket)
    assert (row["reason"], row["severity"]) == ("wd.failed", "P1")


async def test_more_words_before_an_answer_are_read_too(desk: Desk) -> None:
    scenario = SCENARIOS["sec.2fa_reset"]
    ticket = await desk.ticket(scenario.person, "hello")
    await desk.world.say(await desk.world.customer(scenario.person), ticket, "the code of my authenticator is always wrong")
    assert await desk.work() == 1
    assert (await desk.row(ticket))["reason"] == "sec.2fa_reset"
    assert next(one.body["was"] for one in await events(desk, ticket, "triage.sorted")) == ""


async def test_a_line_about_a_phone_call_says_nothing_of_the_matter(desk: Desk) -> None:
    line = "Phone call from +7 •••• 41 at 04:59 UTC. The caller hung up before choosing."
    async with transaction(desk.kit.db) as tx:
        customer = await customer_store.add_visitor(tx, "+7 •••• 41", "", "en")
        opened = await posting.open_ticket(tx, customer_id=customer, client_id=uuid4(), subject="Phone call", channel="phone", body=line, files=(), removed=(),
                                           language="en", about=None)
    assert opened
    assert await desk.work() == 0
    caller = Actor("customer", customer, customers.RIGHTS)
    for body, jobs in ((f"{Lines('en').voicemail.format(length='0:12')}\n{Lines('en').no_transcript}", 0),
                       (f"{Lines('en').voicemail.format(length='0:12')}\n{Lines('en').transcript.format(words='my withdrawal failed')}", 1)):
        await tickets.post_message(desk.kit, caller, opened[0], client_id=uuid4(), body=body, channel="phone")
        assert await desk.work() == jobs, body


async def test_after_an_answer_nothing_is_sorted(desk: Desk) -> None:
    ticket = await desk.ticket(FAILED.person, "my withdrawal failed")
    await desk.world.say(await desk.world.staff(), ticket, "We are looking into it.")
    await desk.world.say(await desk.world.customer(FAILED.person), ticket, "how do I enable dark mode")
    assert await desk.work() == 0


async def test_without_the_exchange_the_family_decides_and_is_sorted_again(desk: Desk) -> None:
    desk.fall_silent()
    ticket = await desk.ticket(FAILED.person, "提币出问题了")
    row = await desk.row(ticket)
    said = await (await desk.world.staff()).ok("GET", f"/tickets/{ticket}/triage")
    assert row["reason"] == "wd.pending_review"
    assert (said["decision"]["without"], said["again"]) == (True, True)
    await desk.come_back()
    assert (await desk.row(ticket))["reason"] == "wd.failed"
    said = await (await desk.world.staff()).ok("GET", f"/tickets/{ticket}/triage")
    assert (said["decision"]["without"], said["again"]) == (False, False)


async def test_theft_and_danger_do_not_need_the_exchange(desk: Desk) -> None:
    desk.fall_silent()
    for words, reason in (("有人盗了我的账号", "sec.account_stolen"), ("I want to die", "care.person_at_risk")):
        ticket = await desk.ticket(cast.IVAN, words)
        row = await desk.row(ticket)
        assert (row["reason"], row["severity"]) == (reason, "P0")
        assert not await desk.kit.db.fetchval("select again from triage where ticket_id = $1", ticket)


async def test_a_denial_after_a_security_change_is_theft(desk: Desk) -> None:
    attacked = SCENARIOS["sec.account_stolen"]
    assert (await desk.row(await desk.ticket(attacked.person, "不是我")))["reason"] == "sec.account_stolen"
    quiet = SCENARIOS["gen.howto"]
    assert (await desk.row(await desk.ticket(quiet.person, "no")))["reason"] != "sec.account_stolen"


async def test_what_was_chosen_in_the_widget_decides(desk: Desk) -> None:
    withdrawal = desk.parts.world.withdrawals(FAILED.uid)[0]
    ticket = await desk.ticket(FAILED.person, "?", about={"kind": "withdrawal", "id": withdrawal.withdrawal_id})
    assert (await desk.row(ticket))["reason"] == "wd.failed"
    said = await (await desk.world.staff()).ok("GET", f"/tickets/{ticket}/triage")
    assert said["decision"]["basis"] == "pointed"


async def test_a_failed_withdrawal_does_not_answer_for_everything(desk: Desk) -> None:
    ticket = await desk.ticket(FAILED.person, "please add dark mode to the app, just a suggestion")
    assert (await desk.row(ticket))["reason"] == "fb.feature"


async def test_a_visitor_is_sorted_by_words(desk: Desk) -> None:
    opened = await desk.world.open(await desk.world.visitor(), "someone impersonating you, is it phishing?")
    await desk.work()
    assert (await desk.row(opened["ticket"]["id"]))["reason"] == "sec.phishing_report"


async def test_held_reasons_that_may_not_be_told_are_told_in_neutral_words(desk: Desk) -> None:
    from farol.core.exchange.model import Hold, Security
    from farol.desk.triage.model import Said, Seen
    from farol.desk.triage.rules import RULES as RULE
    from farol.kit import clock

    hold = Hold("H-1", "aml", ["withdraw_crypto"], False, trigger="sar_filed", disclosable=False)
    [fact] = RULE["sec.restricted"].run(Seen(clock.now(), security=Security([hold])), Said("", [], []))
    assert "aml" not in str(fact).casefold()
    assert "sar" not in str(fact).casefold()
    assert not list(RULE["wd.security_hold"].run(Seen(clock.now(), security=Security([hold])), Said("", [], [])))


def test_the_express_rules_still_stand_beside() -> None:
    assert any(rule.en.startswith("Person at risk") for rule in RULES)
