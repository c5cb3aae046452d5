"""A02: what somebody may not see leaves no trace in lists, counts, searches and sign-ins."""

import pytest

from farol.app.demo import cast
from tests.security.scene import NOTE, Scene


async def test_a02_lists_hold_only_ones_own(scene: Scene) -> None:
    for who, others in (("mei", ("mallory", "visitor")), ("mallory", ("mei", "visitor")), ("visitor", ("mei", "mallory"))):
        for path in ("/home", "/tickets"):
            answer = await scene.send("GET", f"/api/customer{path}", headers=scene.headers(who, "customer"))
            assert answer.status_code == 200
            assert scene.things[who]["number"] in answer.text
            assert not any(scene.things[other]["number"] in answer.text for other in others)


async def test_a02_by_number_of_another_and_of_none(scene: Scene) -> None:
    route = scene.route("GET /api/customer/tickets/by-number/{number}")
    own = await scene.ask("mei", route, route.address(number=scene.things["mei"]["number"]))
    assert own.status_code == 200
    other = await scene.ask("mallory", route, route.address(number=scene.things["mei"]["number"]))
    none = await scene.ask("mallory", route, route.address(number="FRL-2026-999999"))
    assert (other.status_code, other.content) == (none.status_code, none.content)


async def test_a02_a_note_moves_nothing_a_customer_sees(scene: Scene) -> None:
    """Counts, last words and times are those of the public conversation."""
    mei = scene.things["mei"]["client"]
    ticket = scene.things["mei"]["ticket_id"]
    before = (await mei.ok("GET", "/tickets"))["tickets"]
    await scene.world.say(scene.things["agent"]["client"], ticket, NOTE, internal=True)
    after = (await mei.ok("GET", "/tickets"))["tickets"]
    own = [{k: v for k, v in one.items() if k != "seq"} for one in before]
    assert [{k: v for k, v in one.items() if k != "seq"} for one in after] == own


@pytest.mark.parametrize("who", [cast.MEI.uid, cast.MEI.email, cast.MEI.email.upper()])
async def test_a02_who_may_not_see_customers_cannot_search_them(scene: Scene, who: str) -> None:
    found = {role: (await scene.things[role]["client"].ok("GET", "/search", params={"q": who}))["tickets"] for role in ("agent", "knowledge")}
    assert {row["customer"]["name"] for row in found["agent"]} == {cast.MEI.name}
    assert found["knowledge"] == []


async def test_a02_who_may_not_see_customers_gets_an_empty_panel(scene: Scene) -> None:
    shown = await scene.things["knowledge"]["client"].ok("GET", f"/tickets/{scene.things['mei']['ticket_id']}")
    panel = shown["customer"]
    assert {panel[k] for k in ("uid_masked", "name", "email_masked", "phone_masked")} == {""}
    assert panel["tickets"] == []
    full = await scene.things["viewer"]["client"].ok("GET", f"/tickets/{scene.things['mei']['ticket_id']}")
    assert full["customer"]["uid_masked"] == "20••••77"


async def test_a02_an_address_at_the_widget_tells_nothing(scene: Scene) -> None:
    """A visitor who names a customer's address gets the answer that anybody gets."""
    said = []
    for email in (cast.MEI.email, "nobody.at.all@example.net"):
        answer = await scene.send("POST", "/api/customer/session", headers=scene.headers("nobody", "customer"),
                                  json={"visitor": {"email": email, "name": "X", "language": "en"}})
        body = answer.json()
        token = body.pop("token")
        body.pop("expires_at")
        home = await scene.send("GET", "/api/customer/home", headers={"authorization": f"Bearer {token}"})
        said.append((answer.status_code, body, home.json()))
    assert said[0] == said[1]


async def test_a02_sign_in_tells_nothing(scene: Scene) -> None:
    answers = [await scene.send("POST", "/api/console/session", headers=scene.headers("nobody", "console"),
                                json={"email": email, "password": "wrong password", "totp": "000000"})
               for email in (cast.ANA.email, "no.such@demo-exchange.example", "gone@demo-exchange.example")]
    assert len({(a.status_code, a.content) for a in answers}) == 1
