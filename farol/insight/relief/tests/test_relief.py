"""What came of the assistant's cases, against cases played by hand."""

import csv
import io
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from farol.app.demo import cast
from farol.insight.learning.tests.conftest import answered, handed, turn
from farol.kit.ratelimit import buckets
from tests.world import Client, World, later

BODY = "Where is my deposit, please look"
PERIOD = {"since": str(datetime.now(UTC).date() - timedelta(days=30)), "until": str(datetime.now(UTC).date() + timedelta(days=30))}


async def page(world: World, **more: str) -> Any:
    await world.react()
    buckets.clear()
    sol = await world.staff(cast.SOL)
    return await sol.ok("GET", "/relief", params={**PERIOD, **more})


async def tally(world: World) -> dict[str, int]:
    found: dict[str, int] = (await page(world))["all"]
    return {name: n for name, n in found.items() if n}


async def visitor(world: World, n: int) -> Client:
    return await world.visitor(f"v{n}@example.net")


async def test_nothing_is_known_before_three_days_are_over(world: World) -> None:
    mei = await world.customer(cast.MEI)
    await answered(world, mei, BODY)
    assert await tally(world) == {"cases": 1, "open": 1}
    later(hours=71)
    assert await tally(world) == {"cases": 1, "open": 1}
    later(hours=73)
    assert await tally(world) == {"cases": 1, "known": 1, "resolved": 1, "quiet": 1, "contained": 1}


async def test_thanks_confirm_and_other_words_do_not_resolve(world: World) -> None:
    one, two = await visitor(world, 1), await visitor(world, 2)
    first, _ = await answered(world, one, BODY)
    await world.say(one, first, "thank you")
    second, _ = await answered(world, two, BODY)
    await world.say(two, second, "It is still not there")
    later(hours=73)
    assert await tally(world) == {"cases": 2, "known": 2, "resolved": 1, "confirmed": 1, "failed": 1, "contained": 2}


async def test_words_that_were_answered_as_well_do_not_count_against_it(world: World) -> None:
    one = await visitor(world, 1)
    ticket, _ = await answered(world, one, BODY)
    said = await world.say(one, ticket, "It is on Tron")
    await turn(world.kit, ticket, said["seq"])
    later(hours=73)
    assert (await tally(world))["resolved"] == 1


async def test_a_person_means_handed_with_why(world: World) -> None:
    one, two, ana = await visitor(world, 1), await visitor(world, 2), await world.staff()
    first, _ = await answered(world, one, BODY)
    await handed(world.kit, first, "asked")
    second, _ = await answered(world, two, BODY)
    await world.say(ana, second, "Looking at it now")
    later(hours=73)
    found = await page(world)
    assert found["all"]["handed"] == 2
    assert found["all"]["contained"] == 0
    assert found["whys"] == {"asked": 1, "answered": 1}


async def test_another_ticket_of_the_same_kind_within_three_days_counts_against_it(world: World) -> None:
    mei, ivan = await world.customer(cast.MEI), await world.customer(cast.IVAN)
    first, _ = await answered(world, mei, BODY)
    buckets.clear()
    again = (await world.open(mei, "My deposit, once more"))["ticket"]["id"]
    await world.kit.db.execute("update ticket set reason = 'dep.missing_memo' where id = $1", again)
    await answered(world, ivan, BODY)
    buckets.clear()
    other = (await world.open(ivan, "How do fees work"))["ticket"]["id"]
    await world.kit.db.execute("update ticket set reason = 'fee.vip', opened_at = now() where id = $1", other)
    later(hours=73)
    found = await tally(world)
    assert (found["resolved"], found["failed"]) == (1, 1)
    sol = await world.staff(cast.SOL)
    listed = (await sol.ok("GET", "/relief/failed/tickets", params=PERIOD))["tickets"]
    assert [one["id"] for one in listed] == [first]


async def test_words_in_another_ticket_of_the_same_kind_count_against_it_and_thanks_there_do_not(world: World) -> None:
    mei, ivan, rosa = [await world.customer(who) for who in (cast.MEI, cast.IVAN, cast.ROSA)]
    for who, words, reason in ((mei, "My deposit is still not there", "dep.missing_memo"), (ivan, "thank you", "dep.missing_memo"), (rosa, "And the fee?", "fee.vip")):
        buckets.clear()
        before = (await world.open(who, "An older matter of mine"))["ticket"]["id"]
        await world.kit.db.execute("update ticket set reason = $2, opened_at = now() - interval '9 days' where id = $1", before, reason)
        await answered(world, who, BODY)
        await world.say(who, before, words)
    later(hours=73)
    found = await tally(world)
    assert (found["resolved"], found["failed"]) == (2, 1)


@pytest.mark.parametrize(("rated_after", "resolved"), [(False, 0), (True, 1)])
async def test_a_good_rating_confirms_only_when_it_comes_after_the_last_contact(world: World, rated_after: bool, resolved: int) -> None:
    mei = await world.customer(cast.MEI)
    ticket, _ = await answered(world, mei, BODY)
    await world.say(mei, ticket, "It is still not there")
    await world.kit.db.execute("insert into rating (ticket_id, resolved_at, stars, solved, at) values ($1, now(), 5, true, now() + $2 * interval '1 hour')",
                               ticket, 1 if rated_after else -1)
    later(hours=73)
    found = await tally(world)
    assert (found.get("resolved", 0), found.get("confirmed", 0), found.get("failed", 0)) == (resolved, resolved, 1 - resolved)


async def test_the_page_against_cases_counted_by_hand(world: World) -> None:
    """Nine cases: what each comes to stands beside it."""
    who = [await visitor(world, n) for n in range(9)]
    ana, db = await world.staff(), world.kit.db
    cases = [await answered(world, one, BODY, "dep.unconfirmed" if n < 6 else "wd.pending_review") for n, one in enumerate(who)]
    await world.say(who[0], cases[0][0], "thank you")  # confirmed
    # 1: nothing more is said: quiet
    await world.say(who[2], cases[2][0], "It is still not there")  # failed
    await handed(world.kit, cases[3][0], "asked")  # handed
    await world.say(ana, cases[4][0], "Looking at it now")  # handed
    await ana.ok("POST", f"/tickets/{cases[5][0]}/assistant/corrections", json={"seq": cases[5][1], "kind": "wrong_answer"})  # failed, wrong
    await db.execute("insert into rating (ticket_id, resolved_at, stars, at) values ($1, now(), 1, now())", cases[6][0])  # failed
    await world.react()
    await db.execute("update relief_case set language = 'ru' where ticket_id = $1", cases[7][0])  # quiet, in Russian
    later(hours=73)
    await db.execute("update relief_case set last_at = now() + interval '72 hours' where ticket_id = $1", cases[8][0])  # not yet known
    found = await page(world)
    assert found["all"] == {
        "cases": 9, "open": 1, "known": 8, "resolved": 3, "confirmed": 1, "quiet": 2, "failed": 3, "contained": 6, "handed": 2, "silent": 0, "wrong": 1,
        "reopened": 0}
    reasons = {one["key"]: one["tally"] for one in found["reasons"]}
    assert {key: (one["known"], one["resolved"], one["failed"], one["handed"]) for key, one in reasons.items()} == {
        "dep.unconfirmed": (6, 2, 2, 2), "wd.pending_review": (2, 1, 1, 0)}
    languages = {one["key"]: one["tally"] for one in found["languages"]}
    assert {key: (one["cases"], one["resolved"]) for key, one in languages.items()} == {"en": (8, 2), "ru": (1, 1)}
    assert found["whys"] == {"asked": 1, "answered": 1}
    assert found["least"] == 5, "of the two Russian or withdrawal cases no share is shown"


@pytest.mark.parametrize("against", ["rated", "corrected", "reopened", "complaint"])
async def test_words_against_it_count_against_it(world: World, against: str) -> None:
    mei, ana = await world.customer(cast.MEI), await world.staff()
    ticket, seq = await answered(world, mei, BODY)
    db = world.kit.db
    if against == "rated":
        await db.execute("insert into rating (ticket_id, resolved_at, stars, at) values ($1, now(), 2, now())", ticket)
    elif against == "corrected":
        await ana.ok("POST", f"/tickets/{ticket}/assistant/corrections", json={"seq": seq, "kind": "wrong_answer"})
    elif against == "reopened":
        await db.execute("insert into figure_resolution (ticket_id, seq, at, by, reopened_at) values ($1, 1, now(), 'system:0', now())", ticket)
    else:
        await db.execute("update ticket set reason = 'leg.complaint' where id = $1", ticket)
    later(hours=73)
    found = await tally(world)
    assert "resolved" not in found
    assert found["failed"] == 1
    assert found.get("wrong", 0) == (against == "corrected")
    assert found.get("reopened", 0) == (against == "reopened")


async def test_good_stars_confirm(world: World) -> None:
    mei = await world.customer(cast.MEI)
    ticket, _ = await answered(world, mei, BODY)
    await world.kit.db.execute("insert into rating (ticket_id, resolved_at, stars, solved, at) values ($1, now(), 5, true, now())", ticket)
    later(hours=73)
    assert (await tally(world))["confirmed"] == 1


async def test_silence_is_no_relief(world: World) -> None:
    mei = await world.customer(cast.MEI)
    buckets.clear()
    ticket = (await world.open(mei, BODY))["ticket"]["id"]
    await turn(world.kit, ticket, 2, move="silent", reason="")
    later(hours=73)
    assert await tally(world) == {"cases": 1, "known": 1, "silent": 1}


async def test_slices_add_up_and_filters_narrow(world: World) -> None:
    mei, one = await world.customer(cast.MEI), await visitor(world, 1)
    await answered(world, mei, BODY)
    await answered(world, one, BODY, "wd.pending_review")
    later(hours=73)
    found = await page(world)
    for part in ("reasons", "languages", "channels", "days"):
        assert sum(each["tally"]["cases"] for each in found[part]) == 2
    assert {each["key"] for each in found["reasons"]} == {"dep.unconfirmed", "wd.pending_review"}
    assert found["reasons"][0]["label"]["en"]
    assert set(found["definitions"]) == set(found["all"]) - {"known"}
    assert (await page(world, reason="wd.pending_review"))["all"]["cases"] == 1
    assert (await page(world, channel="email"))["all"]["cases"] == 0


async def test_the_export_holds_the_counts_and_what_they_mean(world: World) -> None:
    mei = await world.customer(cast.MEI)
    await answered(world, mei, BODY)
    await world.react()
    sol = await world.staff(cast.SOL)
    answer = await sol.get("/relief/export", params=PERIOD)
    assert answer.headers["content-type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(answer.text.lstrip("﻿").split("\r\n\r\n")[0])))
    assert [(row["reason"], row["cases"], row["open"]) for row in rows] == [("dep.unconfirmed", "1", "1")]
    assert "72" in answer.text
    assert (await (await world.staff()).get("/relief")).status_code == 403


async def test_the_page_is_few_statements_and_no_count_has_no_tickets(world: World) -> None:
    mei, sol = await world.customer(cast.MEI), await world.staff(cast.SOL)
    await answered(world, mei, BODY)
    await sol.ok("GET", "/relief")
    with world.statements() as ran:
        await sol.ok("GET", "/relief")
    assert len(ran) <= 6
    assert (await sol.get("/relief/cases/tickets")).status_code == 404
    assert (await sol.get("/relief/nothing/tickets")).status_code == 404
