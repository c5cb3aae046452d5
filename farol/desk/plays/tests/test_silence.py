"""Who may be in danger is written to by people alone; a warning of theft is told all the same."""

from farol.app.demo import cast

from .conftest import Scene


async def test_nothing_by_itself_to_somebody_in_danger_but_a_warning_of_theft(scene: Scene) -> None:
    mei = await scene.world.customer(cast.MEI)
    ticket = (await scene.world.open(mei, "I lost everything"))["ticket"]["id"]
    await scene.kit.db.execute("update ticket set reason = 'care.person_at_risk' where id = $1", ticket)
    await scene.step("withdrawal.fail", cast.MEI)
    await scene.happens("security.login_new_device", cast.MEI.uid, "security", "s-1", kind="new_device")
    assert [one["topic"] for one in await scene.read(mei)] == ["security"]
    assert [(row["play"], row["why"]) for row in await scene.rows() if row["state"] == "dropped"] == [("withdrawal_failed", "in_care")]
    await scene.kit.db.execute("update ticket set status = 'closed' where id = $1", ticket)
    await scene.step("kyc.retry", cast.MEI)
    assert "identity" in {one["topic"] for one in await scene.read(mei)}
