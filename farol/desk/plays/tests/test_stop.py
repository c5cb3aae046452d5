"""Customers stop what they do not want: on the page, and with one click in a mail."""

import base64
import re
from email import message_from_bytes

from farol.app.demo import cast
from farol.desk.plays import letter, store, tokens
from tests.world import EXCHANGE, FAROL, identity

from .conftest import Scene

MEI = cast.MEI


async def browser(scene: Scene, who: cast.CastCustomer, language: str = "zh"):  # type: ignore[no-untyped-def]
    client = scene.world.client(FAROL, {"origin": FAROL, "accept-language": language})
    answer = await client.post("/my/session", data={"identity": identity(scene.kit, who, lang=language)}, headers={"origin": EXCHANGE})
    assert answer.status_code == 303
    return client


async def test_the_page_shows_and_answers_and_stops(scene: Scene) -> None:
    mei = await browser(scene, MEI)
    await scene.step("withdrawal.fail", MEI)
    page = (await mei.get("/my/messages")).text
    assert "您的提币没有发出" in page
    assert "新" in page
    message = (await scene.rows())[0]["id"]
    one = (await mei.get(f"/my/messages/{message}")).text
    client_id = re.search(r'name="client_id" value="([^"]+)"', one)
    assert client_id
    answer = await mei.post(f"/my/messages/{message}", data={"client_id": client_id[1], "body": "怎么办"})
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/my/tickets/FRL-")
    assert "您已回复" in (await mei.get(f"/my/messages/{message}")).text
    await mei.post("/my/messages/choice", data={"save": "yes", "topic_security": "yes"})
    await scene.step("kyc.retry", MEI)
    row = next(row for row in await scene.rows() if row["play"] == "kyc_retry")
    assert (row["state"], row["why"]) == ("dropped", "stopped")
    assert await store.stopped(scene.kit.db, MEI.uid) == {"withdrawal", "deposit", "network", "identity", "trading"}
    await mei.post("/my/messages/choice", data={"nothing": "yes"})
    assert await store.stopped(scene.kit.db, MEI.uid) == {""}


async def test_security_offers_to_freeze(scene: Scene) -> None:
    mei = await browser(scene, MEI, "en")
    await scene.happens("security.login_new_device", MEI.uid, "security", "s-1", kind="new_device")
    page = (await mei.get(f"/my/messages/{(await scene.rows())[0]['id']}")).text
    assert 'href="/stolen"' in page
    assert "It was me" in page


async def test_a_mail_has_one_click_and_no_secret(scene: Scene) -> None:
    await scene.world.customer(MEI)
    await scene.happens("security.login_new_device", MEI.uid, "security", "s-1", kind="new_device")
    message = await store.message(scene.kit.db, (await scene.rows())[0]["id"])
    assert message
    mail = message_from_bytes(letter.build(scene.kit.settings, await store.reached(scene.kit.db, MEI.uid), message))
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    text = base64.b64decode(mail.get_payload()).decode()
    assert "新设备登录" in text
    assert "http://farol.test/stolen" in text
    address = mail["List-Unsubscribe"].strip("<>")
    program = scene.world.client("", {})
    token = address.partition("?t=")[2]
    answer = await program.post(f"{FAROL}/hooks/plays/stop?t={token}", data={"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 204
    assert await store.stopped(scene.kit.db, MEI.uid) == {"security"}


async def test_the_link_of_a_mail_asks_first_and_only_its_own_token_works(scene: Scene) -> None:
    await scene.world.customer(MEI)
    await scene.step("withdrawal.fail", MEI)
    message = (await scene.rows())[0]["id"]
    token = tokens.make(scene.kit.settings.secret_key, message)
    reader = scene.world.client(FAROL, {"origin": FAROL, "accept-language": "en"})
    assert "No more messages of this kind" in (await reader.get(f"/messages/stop?t={token}")).text
    assert await store.stopped(scene.kit.db, MEI.uid) == set()
    forged = f"{message + 1}.{token.partition('.')[2]}"
    for wrong in (forged, "x", "", token[:-1], f"{message}.{'a' * 32}"):
        assert (await reader.get(f"/messages/stop?t={wrong}")).status_code == 404
        assert (await reader.post(f"/messages/stop?t={wrong}", data={"what": "all"})).status_code == 404
    assert (await reader.post(f"/messages/stop?t={token}", data={"what": "all"})).status_code == 200
    assert await store.stopped(scene.kit.db, MEI.uid) == {""}
