"""Who the widget takes for whom (W08)."""

import base64
import json

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey

from farol.app.demo import cast
from farol.kit import clock
from tests.world import EXCHANGE, FAROL, World, identity


async def enter(world: World, token: str, origin: str = EXCHANGE) -> int:
    client = world.client(FAROL + "/api/customer", {"origin": origin})
    return (await client.post("/session", json={"identity": token})).status_code


async def test_a_signed_identity_works_once(world: World) -> None:
    token = identity(world.kit, cast.MEI)
    assert await enter(world, token) == 200
    assert await enter(world, token) == 401
    row = await world.kit.db.fetchrow("select uid, name, email, language, time_zone from customer")
    assert row
    assert tuple(row) == (cast.MEI.uid, cast.MEI.name, cast.MEI.email, "zh", "Asia/Shanghai")


@pytest.mark.parametrize("claims", [
    {"aud": "other"}, {"iss": "evil"}, {"sub": ""}, {"jti": ""}, {"sub": None}, {"sub": "a\0b"}, {"name": "x" * 400},
    {"exp": 1}, {"iat": 1, "exp": 2}, {"exp": 2**40}, {"name": 7},
], ids=str)
async def test_w08_wrong_claims_open_nothing(world: World, claims: dict[str, object]) -> None:
    assert await enter(world, identity(world.kit, cast.MEI, **claims)) == 401
    assert await world.kit.db.fetchval("select count(*) from customer") == 0


async def test_w08_other_keys_and_algorithms_open_nothing(world: World) -> None:
    body = json.loads(base64.urlsafe_b64decode(identity(world.kit, cast.MEI).split(".")[1] + "=="))
    other = jwt.encode({"alg": "HS256"}, body, OctKey.import_key("e" * 40))

    def part(value: object) -> str:
        return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()

    none = f"{part({'alg': 'none', 'typ': 'JWT'})}.{part(body)}."
    for token in (other, none, "", "a.b.c", "x" * 4000, identity(world.kit, cast.MEI)[:-4] + "AAAA"):
        assert await enter(world, token) == 401


async def test_a_foreign_site_is_refused(world: World) -> None:
    assert await enter(world, identity(world.kit, cast.MEI), "http://evil.test") == 403


async def test_a_visitor_sees_only_what_they_write(world: World) -> None:
    mei = await world.customer()
    await world.open(mei)
    imposter = await world.visitor(cast.MEI.email)
    assert (await imposter.ok("GET", "/tickets"))["tickets"] == []
    assert (await imposter.ok("GET", "/home"))["customer"]["known"] is False
    await world.open(imposter, "hello")
    again = await world.visitor(cast.MEI.email)
    assert (await again.ok("GET", "/tickets"))["tickets"] == []


@pytest.mark.parametrize("email", ["", "a", "a@b", "a b@c.de", "a@b.c\nBcc: x@y.z", "<a@b.de>", "a@b..de", "x" * 250 + "@b.de"])
async def test_an_address_must_look_like_one(world: World, email: str) -> None:
    client = world.client(FAROL + "/api/customer", {"origin": EXCHANGE})
    assert (await client.post("/session", json={"visitor": {"email": email}})).status_code == 422


async def test_leaving_ends_the_session_at_once(world: World) -> None:
    mei = await world.customer()
    assert (await mei.get("/tickets")).status_code == 200
    await mei.ok("DELETE", "/session")
    assert (await mei.get("/tickets")).status_code == 401


async def test_an_old_token_is_nothing(world: World) -> None:
    token = identity(world.kit, cast.MEI, iat=int(clock.now().timestamp()) - 400, exp=int(clock.now().timestamp()) - 100)
    assert await enter(world, token) == 401
