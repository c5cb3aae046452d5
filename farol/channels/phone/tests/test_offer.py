"""Before a colleague answers they see who calls, masked and with what of it is proven; a call is handed to who can take it."""

from farol.app.demo import cast
from farol.channels.phone import store
from farol.channels.phone.actions.offering import frame_of
from farol.kit.db import transaction

from .conftest import Phone


async def test_who_calls_is_told_masked_and_as_not_proven(phone: Phone) -> None:
    ana, mei = await phone.agent(), await phone.world.customer(cast.MEI)
    number = (await phone.world.open(mei, "my withdrawal hangs"))["ticket"]["number"]
    caller, stranger = await phone.there.call(cast.MEI.phone), await phone.there.call("+447400654321")
    for side in (caller, stranger):
        await phone.into_line(side)
    await phone.tick()
    rows = {one["number"]: one for one in (await phone.desk(ana))["waiting"]}
    hers = next(one for one in rows.values() if one["hint"])
    assert (hers["who"], hers["tier"], hers["open"], hers["proven"]) == (f"{cast.MEI.uid[:2]}••••{cast.MEI.uid[-2:]}", cast.MEI.tier, number, False)
    assert {rows["+44 •••• 21"][key] for key in ("who", "tier", "open")} == {""}
    assert cast.MEI.phone not in str(rows)
    row = await phone.kit.db.fetchrow("select id, offered_to from phone_call where offered_to is not null")
    async with transaction(phone.kit.db) as tx:
        call = await store.call(tx, row["id"])
        assert call
        told = await frame_of(tx, call, row["offered_to"])
    assert (told["who"], told["tier"], told["open"], told["proven"]) == (hers["who"], cast.MEI.tier, number, False)
    assert cast.MEI.phone not in str(told)
    # A team that keeps its tickets to itself keeps them from the phone as well.
    team = await phone.kit.db.fetchval("insert into team (key, zh, en, reasons, visibility) values ('kept', 'k', 'k', '{}', 'members') returning id")
    await phone.kit.db.execute("update ticket set team_id = $1 where number = $2", team, number)
    assert all(not one["open"] for one in (await phone.desk(ana))["waiting"])


async def test_a_call_is_handed_to_whose_phone_may_ring(phone: Phone) -> None:
    ana = await phone.agent()
    await phone.agent(cast.SOL, "+447400123457")
    listed = await ana.ok("GET", "/phone/colleagues")
    assert [(one["name"], one["free"]) for one in listed] == [(cast.SOL.name, True)], "neither oneself nor who has no phone"
    caller = await phone.there.call("+447400654321")
    await phone.into_line(caller)
    call = (await phone.desk(ana))["waiting"][0]["id"]
    await phone.answered(ana, call)
    sol = await phone.world.staff(cast.SOL)
    assert [(one["name"], one["free"]) for one in await sol.ok("GET", "/phone/colleagues")] == [(cast.ANA.name, False)]
