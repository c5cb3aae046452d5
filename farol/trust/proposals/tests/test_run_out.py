"""What nobody approved in time ends; what waits for the customer's proof goes on once there is one."""

from farol.app.demo import cast
from farol.trust.identity.model import Level
from farol.trust.proposals import actions
from tests.world import later

from .conftest import Desk


async def test_nobody_approved_in_time(desk: Desk) -> None:
    await desk.prove(Level.REVIEWED)
    made = await desk.proposed(cast.ANA, "factor.reset")
    later(hours=25)
    late = await (await desk.come(cast.SAM)).post(f"/proposals/{made['id']}/approval", json={})
    assert (late.json()["code"], late.json()["state"]) == ("proposal_over", "expired")
    await actions.run_out(desk.kit)
    await actions.run_out(desk.kit)
    assert await desk.state(made["id"]) == "expired"
    assert await desk.kinds() == ["proposal.made", "proposal.expired"]
    assert desk.core.asked == []


async def test_a_proof_that_ran_out_is_asked_for_again_before_anything_is_done(desk: Desk) -> None:
    await desk.prove(Level.REVIEWED)
    made = await desk.proposed(cast.ANA, "factor.reset")
    await desk.approved(cast.SAM, made["id"])
    await desk.unproven()
    await desk.work()
    await actions.run_out(desk.kit)
    assert (await desk.state(made["id"]), desk.core.asked) == ("unproven", [])
    await desk.prove(Level.REVIEWED)
    await actions.run_out(desk.kit)
    assert (await desk.state(made["id"]), list(desk.core.done.values())) == ("executed", [1])
    assert await desk.kinds() == ["proposal.made", "proposal.approved", "proposal.unproven", "proposal.executed"]


async def test_what_was_sent_is_never_called_expired(desk: Desk) -> None:
    desk.core.faults = ["lost"] * 3
    made = await desk.proposed(cast.ANA, "sessions.revoke", params={})
    assert made["state"] == "waiting"
    later(days=3)
    await actions.run_out(desk.kit)
    assert await desk.state(made["id"]) == "waiting"
    await desk.work()
    assert (await desk.state(made["id"]), list(desk.core.done.values())) == ("executed", [1])
