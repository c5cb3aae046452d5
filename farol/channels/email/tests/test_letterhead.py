"""Given letterheads by brand, when mail is written, then it looks so, links only where we know, and what cannot be read is refused."""

import base64
import re
import secrets
from typing import Any

import pytest

from farol.app.demo.cast import StaffMember
from farol.channels.connections import store as connection_store
from farol.channels.email.letters import linked, servers, transport
from farol.channels.email.reading.structure import content, leaves, split
from farol.desk.guard.links import Hosts

from .conftest import Post

ROOT = StaffMember("root", "Root", "Root", "root@demo-exchange.example", "admin", "en")
PNG = base64.b64encode(base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==")).decode()
GOOD: dict[str, Any] = {"brand": "Demo Europe", "colour": "#005a70", "logo": PNG, "footer": {"en": "Demo Europe GmbH, Berlin", "zh": "德摩欧洲，柏林"}}


def html_of(raw: bytes) -> str:
    fields, body = split(raw, 0, len(raw))
    return next(content(raw, leaf).decode() for leaf in leaves(raw, fields, body) if leaf.media_type == "text/html")


async def test_set_seen_first_used_and_undone(post: Post) -> None:
    admin = await post.world.staff(ROOT)
    seen = await admin.ok("POST", "/mail/letterhead-preview", json={"content": GOOD, "language": "zh"})
    assert seen["brand"] == "Demo Europe"
    assert "德摩欧洲" in seen["html"]
    assert "data:image/png;base64," in seen["html"]
    first = await admin.ok("PUT", "/mail/letterheads/default", json={"content": GOOD})
    second = await admin.ok("PUT", "/mail/letterheads/default", json={"content": {**GOOD, "brand": "Other"}, "version": first["version"]})
    assert (await admin.put("/mail/letterheads/default", json={"content": GOOD, "version": 1})).status_code == 409
    back = await admin.ok("POST", "/mail/letterheads/default/undo", json={"to": 1, "version": second["version"]})
    assert (back["version"], back["content"]["brand"]) == (3, "Demo Europe")
    assert [one["version"] for one in await admin.ok("GET", "/mail/letterheads/default/versions")] == [3, 2, 1]
    mei, ana = await post.world.customer(), await post.world.staff()
    ticket = (await post.world.open(mei))["ticket"]["id"]
    await post.world.say(ana, ticket, "已经到账。请看 http://farol.test/help 和 https://evil.example/x")
    sent = (await post.arrived())[0]
    assert sent.sender_name == "Ana · Demo Europe"
    assert "德摩欧洲，柏林" in sent.text
    page = html_of(post.sink.raws[0])
    assert "cid:logo@farol" in page
    assert "#005a70" in page
    links = re.findall(r'href="([^"]+)"', page)
    assert links
    assert all(link.startswith("http://farol.test/") for link in links)
    assert "evil.example" not in page + sent.text
    assert "evil\u200b.example" in page
    assert "evil\u200b.example" in sent.text


@pytest.mark.parametrize(("field", "value", "why"), [
    ("brand", "two\nlines", "brand"), ("colour", "#ffffee", "colour"), ("colour", "red", "colour"), ("logo", "AAAA", "logo"),
    ("address", "help@evil.example", "address"), ("address", "a@b\r\nBcc: c@d.example", "address"), ("footer", {"en": "See https://evil.example"}, "link"),
    ("footer", {"en": "Please send us your password."}, "never")])
async def test_what_is_refused(post: Post, field: str, value: object, why: str) -> None:
    admin = await post.world.staff(ROOT)
    answer = await admin.put("/mail/letterheads/default", json={"content": {**GOOD, field: value}})
    assert (answer.status_code, answer.json().get("why")) == (422, why)


async def test_the_company_decides_and_an_address_of_ours_stands_in_from(post: Post) -> None:
    admin, mei, ana = await post.world.staff(ROOT), await post.world.customer(), await post.world.staff()
    await admin.ok("PUT", "/mail/letterheads/default", json={"content": GOOD})
    await admin.ok("PUT", "/mail/letterheads/asia", json={"content": {**GOOD, "brand": "Demo Asia", "entities": ["ASIA"], "address": "support@demo-exchange.example"}})
    await post.kit.db.execute("update customer set entity = 'ASIA'")
    ticket = (await post.world.open(mei))["ticket"]["id"]
    await post.world.say(ana, ticket, "您好")
    sent = (await post.arrived())[0]
    assert (sent.sender_name, sent.sender) == ("Ana · Demo Asia", "support@demo-exchange.example")
    assert b"Reply-To: <reply+" in post.sink.raws[0]


def test_links_to_places_we_know_may_be_pressed_and_others_only_read() -> None:
    known = Hosts(frozenset(("ours.example",)))
    said = "see https://ours.example/a?b=1&c=2, http://ours.example/x, evil.example/y, javascript:alert(1), @scammer7 and <b>"
    page = linked.rich(said, known)
    assert re.findall(r'href="([^"]+)"', page) == ["https://ours.example/a?b=1&amp;c=2"]
    assert "<b>" not in page
    assert "evil.example" not in page
    assert linked.calm(said, known).replace("\u200b", "") == said


async def test_mail_from_a_mailbox_with_a_server_of_its_own_goes_out_by_it(post: Post) -> None:
    settings = {"address": "asia@demo-exchange.example", "smtp_host": "192.0.2.7", "smtp_port": "2525", "smtp_user": "asia"}
    await connection_store.add(post.kit.db, "email", "Asia", secrets.token_hex(16), "active", "", settings, [], [], "")
    found = await servers.of(post.kit, b"From: x <Asia@demo-exchange.example>\r\n\r\n")
    assert (found.host, found.port, found.user, found.tls) == ("192.0.2.7", 2525, "asia", "required")
    assert await servers.of(post.kit, b"From: x <b@demo-exchange.example>\r\n\r\n") == transport.default(post.kit.settings)
