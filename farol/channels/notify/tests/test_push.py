"""A push: sealed so that only the browser reads it, signed so that the service knows us, and without a word of anybody's."""

import base64
import json

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from joserfc import jwt
from joserfc.jwk import ECKey

from farol.channels.notify import push, sealing
from farol.core.notices.actions import notify
from farol.core.notices.jobs import Given, Letter, deliver, send
from farol.core.notices.ways import Away, Unreachable
from farol.kit import jobs
from farol.kit.db import transaction

from .conftest import Browser


def raw(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def test_the_known_answer_of_rfc_8291():
    number = int.from_bytes(raw("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"))
    sealed = sealing.encrypt(
        b"When I grow up, I want to be a watermelon",
        raw("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"), raw("BTBZMqHH6r4Tts7J_aSIgg"),
        own=ec.derive_private_key(number, ec.SECP256R1()), salt=raw("DGv6ra1nlYgDCS1FRnbzlw"))
    assert sealed == raw(
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95b"
        "Qpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN")


async def subscribe(world, service, path="/wp/1"):
    ana = await world.staff()
    browser = Browser(service.address + path)
    await ana.ok("POST", "/me/push", json=browser.subscription())
    return ana, (await ana.ok("GET", "/session"))["id"], browser


async def tell(world, staff_id, *, key="k", ticket=None):
    """A notice, delivered as a worker does."""
    async with transaction(world.kit.db) as tx:
        await notify(tx, [staff_id], "mention", ticket_id=ticket, title={"zh": "提到了您", "en": "Mentioned you"}, words="secret words", key=key)
        id_ = await tx.fetchval("select max(id) from notice")
    await jobs.JOBS[deliver.name].run(world.kit, Given([id_]))
    await jobs.JOBS[send.name].run(world.kit, Letter(staff_id, "push"))


async def test_goes_to_the_browser_sealed_and_signed(world, service):
    ana, id_, browser = await subscribe(world, service)
    ticket = (await world.open(await world.customer()))["ticket"]
    await tell(world, id_, ticket=ticket["id"])
    [(path, headers, body)] = service.pushes
    assert path == "/wp/1"
    assert (headers["content-encoding"], headers["urgency"], headers["ttl"]) == ("aes128gcm", "normal", "14400")
    shown = json.loads(browser.open(body))
    assert shown == {"title": f"{ticket['number']} 需要您处理", "body": "Demo Exchange 客服台", "ticket": ticket["id"],
                     "about": f"ticket-{ticket['id']}", "lang": "zh"}
    token, key = (part.partition("=")[2] for part in headers["authorization"].removeprefix("vapid ").split(", "))
    assert key == (await ana.ok("GET", "/me/push"))["key"]
    public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), raw(key))
    claims = jwt.decode(token, ECKey(public, public, {}), algorithms=["ES256"]).claims
    assert (claims["aud"], claims["sub"]) == (service.address, "mailto:support@demo-exchange.example")
    assert (await ana.ok("GET", "/me/push"))["browsers"][0]["used_at"]


async def test_a_browser_that_is_gone_is_forgotten(world, service):
    ana, id_, _ = await subscribe(world, service)
    for status in (404, 410):
        await ana.ok("POST", "/me/push", json=Browser(service.address + f"/wp/{status}").subscription())
        service.status = status
        await tell(world, id_, key=str(status))
        assert (await ana.ok("GET", "/me/push"))["browsers"] == []
    assert await world.kit.db.fetchval("select count(*) from notice_due where way = 'push'") == 0


@pytest.mark.parametrize(("status", "meaning"), [(429, Away), (503, Away), (400, Unreachable), (302, Unreachable)])
async def test_what_an_answer_means(world, service, status, meaning):
    _, id_, _ = await subscribe(world, service)
    service.status = status
    from farol.core.notices import due_store

    person = (await due_store.people(world.kit.db, [id_]))[id_]
    with pytest.raises(meaning):
        await push.send(world.kit, person, [])


async def test_a_service_that_is_away_is_tried_again(world, service):
    _, id_, _ = await subscribe(world, service)
    await service.stop()
    await tell(world, id_)
    assert await world.kit.db.fetchval("select tries from notice_due where way = 'push'") == 1
