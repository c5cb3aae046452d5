"""Rosa forgot the tag on 250 XRP: from the transaction hash to the coins in her account."""

from decimal import Decimal

from farol.app.demo import cast
from farol.desk.recovery import store
from farol.desk.recovery.actions.agreeing import digest

from .conftest import UNTAGGED, Scene


async def test_from_the_hash_to_the_coins(scene: Scene) -> None:
    assert f'value="{UNTAGGED}"' in await scene.rosa.get(f"/my/recovery?txid={UNTAGGED}")
    looked = await scene.rosa.post("/my/recovery", txid=UNTAGGED, network="", do="look")
    assert "It can be brought back" in looked
    assert "250 − 2 = 248 XRP" in looked
    assert await scene.kit.db.fetchval("select count(*) from recovery") == 0
    id_ = await scene.ask(network="")
    assert await scene.ask(network="") == id_, "the same transaction is asked for once while it is under way"
    page = await scene.rosa.get(f"/my/recovery/{id_}")
    assert "prove that it is you" in page
    assert 'name="read"' not in page
    quote = (await store.recoveries(scene.kit.db, store.ONE, id_))[0].quote
    assert quote
    await scene.rosa.post(f"/my/recovery/{id_}/agreement", 403, read=digest(quote))
    assert await scene.state(id_) == "quoted", "a session alone agrees to nothing"
    await scene.prove(id_)
    page = await scene.agree(id_)
    assert "You agreed; evidence is missing" in page
    assert "a fee of 2 XRP is taken out of it" in page
    await scene.show(id_, "sender_picture")
    assert await scene.state(id_) == "consented"
    await scene.show(id_, "screen_recording", b"a recording")
    assert await scene.state(id_) == "checking"

    case = await scene.check(id_)
    assert (case["recovery"]["state"], case["recovery"]["proposal_state"]) == ("checking", "proposed")
    proposal = case["recovery"]["proposal_id"]
    consent = await scene.kit.db.fetchval("select consent from proposal where id = $1", proposal)
    assert (consent["method"], consent["ref"]) == ("step_up", f"recovery:{id_}")
    sol = await scene.staff(cast.SOL)
    assert (await sol.post(f"/proposals/{proposal}/approval", json={})).status_code == 403, "nobody here can price XRP: two without a bound"
    for who in (cast.VERA, cast.DAN):
        await (await scene.staff(who)).ok("POST", f"/proposals/{proposal}/approval", json={"words": "seen"})
    await scene.world.react()
    assert await scene.state(id_) == "approved"
    await scene.work()
    assert await scene.state(id_) == "waiting"
    late = await scene.rosa.post(f"/my/recovery/{id_}/withdrawal", 409)
    assert "can no longer be taken back" in late
    scene.phone.parts.desk.finance(now=True)
    await scene.work()
    assert await scene.state(id_) == "done"
    assert scene.phone.parts.world.ledger.moved(cast.ROSA.uid) == {"XRP": Decimal(248)}
    said = await scene.said(id_)
    assert "Two people have approved it" in said
    assert "Your deposit is credited" in said
    assert "Done" in await scene.rosa.get(f"/my/recovery/{id_}")


async def test_taken_back_while_it_waits_for_approval(scene: Scene) -> None:
    id_ = await scene.ready()
    proposal = (await scene.check(id_))["recovery"]["proposal_id"]
    await scene.rosa.post(f"/my/recovery/{id_}/withdrawal")
    assert await scene.state(id_) == "withdrawn"
    assert await scene.kit.db.fetchval("select state from proposal where id = $1", proposal) == "withdrawn"
    await scene.work()
    assert await scene.state(id_) == "withdrawn"
    vera = await scene.staff(cast.VERA)
    assert (await vera.post(f"/proposals/{proposal}/approval", json={})).status_code == 409


async def test_a_checker_who_says_no_sends_it_back_to_be_checked_again(scene: Scene) -> None:
    id_ = await scene.ready()
    first = (await scene.check(id_))["recovery"]["proposal_id"]
    await (await scene.staff(cast.SOL)).ok("POST", f"/proposals/{first}/refusal", json={"words": "the picture is of another day"})
    await scene.work()
    case = await scene.case(id_)
    assert (case["recovery"]["state"], case["recovery"]["proposal_id"]) == ("checking", None)
    assert case["steps"][-1]["said"] == "the picture is of another day"
    again = (await scene.check(id_))["recovery"]["proposal_id"]
    assert again
    assert again != first
