"""A ticket whose team nobody of is there goes to the first line after a while, and the log says why."""

from farol.app.demo import cast
from farol.desk.queue import actions
from tests.world import later

from .conftest import Desk


async def where(desk: Desk, ticket: int) -> str:
    """The key of the team it waits for."""
    key: str = await desk.kit.db.fetchval("select g.key from queue_entry q join team g on g.id = q.team_id where q.ticket_id = $1 and q.left_at is null", ticket)
    return key


async def wallet_ticket(desk: Desk) -> int:
    """A ticket for a team that nobody is in."""
    await desk.team()
    await desk.team(key="wallet", zh="钱包运营", en="Wallet operations", reasons=["wd.not_received"])
    ticket = await desk.ticket(await desk.world.customer(cast.MEI))
    await desk.change(ticket, reason="wd.not_received")
    return ticket


async def test_it_waits_for_its_team_first_and_then_goes_to_the_first_line(desk: Desk) -> None:
    ticket = await wallet_ticket(desk)
    ana = await desk.agent(cast.ANA)
    later(minutes=14)
    await actions.heal(desk.kit)
    assert await where(desk, ticket) == "wallet"
    later(minutes=16)
    await ana.ok("PUT", "/me/state", json={"state": "available"})
    await actions.heal(desk.kit)
    assert await where(desk, ticket) == "l1"
    await desk.now()
    assert await desk.offers(ana) == [ticket]
    frames = (await ana.ok("GET", f"/tickets/{ticket}/events?after=0"))["frames"]
    said = next(one for one in frames if one.get("kind") == "queue.overflowed")
    assert (said["body"]["left"], said["body"]["to"]) == ("wallet", "l1")
    assert said["body"]["waited_s"] >= 900
    await desk.change(ticket, reason="dep.unconfirmed")
    await desk.team(key="recovery", zh="充值找回", en="Deposit recovery", reasons=["dep.missing_memo"])
    await desk.change(ticket, reason="dep.missing_memo")
    assert await where(desk, ticket) == "recovery", "another reason ends it"


async def test_it_returns_once_somebody_of_its_team_is_there_again(desk: Desk) -> None:
    ticket = await wallet_ticket(desk)
    await desk.agent(cast.ANA, state="busy")
    later(minutes=16)
    await desk.kit.db.execute("update agent_state set seen_at = now()")
    await actions.heal(desk.kit)
    assert await where(desk, ticket) == "l1"
    entered = await desk.kit.db.fetchval("select entered_at from queue_entry where ticket_id = $1 and left_at is null", ticket)
    await actions.heal(desk.kit)
    assert await where(desk, ticket) == "l1", "nobody has come"
    tim = await desk.agent(cast.TIM, teams=("wallet",))
    await actions.heal(desk.kit)
    assert await where(desk, ticket) == "wallet"
    assert await desk.kit.db.fetchval("select entered_at from queue_entry where ticket_id = $1 and left_at is null", ticket) == entered
    await desk.now()
    assert await desk.offers(tim) == [ticket]


async def test_what_is_before_somebody_of_the_first_line_stays_there(desk: Desk) -> None:
    ticket = await wallet_ticket(desk)
    ana = await desk.agent(cast.ANA)
    await desk.kit.db.execute("update queue_entry set at = at - interval '2 hours'")
    await actions.heal(desk.kit)
    await desk.now()
    assert await desk.offers(ana) == [ticket]
    await desk.agent(cast.TIM, teams=("wallet",))
    await actions.heal(desk.kit)
    assert await where(desk, ticket) == "l1"


async def test_it_stays_where_nobody_is_in_the_first_line_either(desk: Desk) -> None:
    ticket = await wallet_ticket(desk)
    later(hours=2)
    await actions.heal(desk.kit)
    assert await where(desk, ticket) == "wallet"


async def test_a_team_that_is_there_keeps_it(desk: Desk) -> None:
    ticket = await wallet_ticket(desk)
    await desk.agent(cast.ANA)
    await desk.agent(cast.TIM, teams=("wallet",), state="busy")
    await desk.kit.db.execute("update queue_entry set at = at - interval '2 hours'")
    await actions.heal(desk.kit)
    assert await where(desk, ticket) == "wallet"


async def test_a_closed_team_and_one_without_overflow_keep_theirs(desk: Desk) -> None:
    ticket = await wallet_ticket(desk)
    await desk.agent(cast.ANA)
    sol = await desk.world.staff(cast.SOL)
    team = next(one for one in await sol.ok("GET", "/queue/overflow") if one["key"] == "wallet")
    assert (team["overflow_s"], team["first_line"]) == (900, False)
    await sol.ok("PUT", f"/queue/teams/{team['id']}/overflow", json={"overflow_s": None})
    await desk.kit.db.execute("update queue_entry set at = at - interval '2 hours'")
    await actions.heal(desk.kit)
    assert await where(desk, ticket) == "wallet"
    await sol.ok("PUT", f"/queue/teams/{team['id']}/overflow", json={"overflow_s": 60})
    await sol.ok("PUT", f"/queue/teams/{team['id']}/visibility", json={"visibility": "members"})
    await actions.heal(desk.kit)
    assert await where(desk, ticket) == "wallet"
    ana = await desk.world.staff(cast.ANA)
    assert (await ana.put(f"/queue/teams/{team['id']}/overflow", json={"overflow_s": 60})).status_code == 403
