"""On the portal's page the choices are buttons that say their label, and the sources are links; no script is needed."""

import re

from farol.app.demo import cast
from tests.world import EXCHANGE, FAROL, Client, identity

from .conftest import Scene

BUTTON = re.compile(r'<button class="btn" name="body" value="([^"]+)" type="submit" dir="auto">')


async def browser(scene: Scene) -> Client:
    """Mei's, who came in from the exchange's site."""
    world = scene.world
    answer = await world.client(FAROL, {"origin": EXCHANGE}).post("/my/session", data={"identity": identity(scene.kit, cast.MEI)})
    cookies = re.findall(r"(farol_\w+=[^;]+)", "\n".join(answer.headers.get_list("set-cookie")))
    return world.client(FAROL, {"origin": FAROL, "cookie": "; ".join(cookies)})


async def test_a_button_says_its_label(scene: Scene) -> None:
    ticket = await scene.ticket("fees for VIP 2")
    number = (await scene.row(ticket))["number"]
    mei = await browser(scene)
    page = (await mei.get(f"/my/tickets/{number}")).text
    assert BUTTON.findall(page) == ["Yes, it did", "No, it did not"]
    assert 'name="body" value="人工"' in page  # the way to a person stands beside them, in the page's language
    assert "/help/en/a/fees-vip" in page
    assert "1. Yes, it did" not in page
    form = re.search(r'name="client_id" value="([^"]+)"', page)
    assert form
    answer = await mei.post(f"/my/tickets/{number}/messages", data={"client_id": form[1], "body": "Yes, it did"})
    assert answer.status_code == 303
    await scene.work()
    assert (await scene.row(ticket))["status"] == "resolved"
    assert not BUTTON.findall((await mei.get(f"/my/tickets/{number}")).text)
