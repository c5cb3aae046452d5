"""E18: given a key that is published, when mail goes out, then it is signed for the domain in From, whole, by every key in use."""

import dkim

from farol.app.demo.cast import StaffMember
from farol.channels.email import address
from farol.channels.email.letters import signing
from farol.channels.email.proof.resolver import Names

from .conftest import Post

ROOT = StaffMember("root", "Root", "Root", "root@demo-exchange.example", "admin", "en")
DOMAIN = "support.demo-exchange.example"


class Zone:
    """A name server of our own."""

    def __init__(self) -> None:
        self.text: dict[str, list[str]] = {}

    async def look_up(self, name: str, kind: str) -> list[bytes]:
        return [record.encode() for record in self.text.get(name, [])] if kind == "TXT" else []

    def ask(self, name: bytes, timeout: int = 5) -> bytes:
        return "".join(self.text.get(name.decode().rstrip("."), [])).encode()


async def zone(post: Post) -> Zone:
    made = Zone()
    post.kit.put(Names(made))
    return made


async def key(post: Post, names: Zone) -> dict[str, object]:
    """A key that is made, published and in use."""
    admin = await post.world.staff(ROOT)
    made = await admin.ok("POST", f"/mail/domains/{DOMAIN}/keys")
    names.text[f"{made['selector']}._domainkey.{DOMAIN}"] = [made["record"]]
    used: dict[str, object] = await admin.ok("POST", f"/mail/keys/{made['id']}/use")
    return used


async def mailed(post: Post) -> bytes:
    mei, ana = await post.world.customer(), await post.world.staff()
    ticket = (await post.world.open(mei))["ticket"]["id"]
    await post.world.say(ana, ticket, "已经到账。")
    await post.arrived()
    return post.sink.raws[-1]


async def test_every_mail_is_signed_by_each_key_in_use_and_nothing_can_be_added(post: Post) -> None:
    names = await zone(post)
    first, second = await key(post, names), await key(post, names)
    assert first["selector"] != second["selector"]
    raw = await mailed(post)
    signed = dkim.DKIM(raw)
    assert [signed.verify(n, dnsfunc=names.ask) for n in (0, 1)] == [True, True]
    assert signed.domain.decode() == DOMAIN == signing.domain_of(raw)
    for added in (b"Subject: x", b"From: a@b.example", b"To: a@b.example", b"Reply-To: a@b.example", b"References: <a@b.example>", b"Cc: a@b.example"):
        assert not dkim.DKIM(added + b"\r\n" + raw).verify(0, dnsfunc=names.ask)
    sender, to = post.sink.envelopes[0]
    assert address.bounced(post.kit.settings, sender) == ("m", await post.kit.db.fetchval("select id from mail_out"))
    assert to == ["mei.lin@example.com"]


async def test_a_key_that_is_not_published_is_not_used_and_one_that_is_retired_signs_no_more(post: Post) -> None:
    names, admin = await zone(post), await post.world.staff(ROOT)
    made = await admin.ok("POST", f"/mail/domains/{DOMAIN}/keys")
    refused = await admin.post(f"/mail/keys/{made['id']}/use")
    assert (refused.status_code, refused.json()["code"]) == (409, "mail_key_not_published")
    names.text[f"{made['selector']}._domainkey.{DOMAIN}"] = ["v=DKIM1; k=rsa; p=AAAA"]
    assert (await admin.post(f"/mail/keys/{made['id']}/use")).status_code == 409
    names.text[f"{made['selector']}._domainkey.{DOMAIN}"] = [made["record"]]
    assert (await admin.ok("POST", f"/mail/keys/{made['id']}/use"))["state"] == "signing"
    assert (await admin.ok("POST", f"/mail/keys/{made['id']}/retirement"))["state"] == "retired"
    assert await post.kit.db.fetchval("select sealed from mail_key") == b""
    assert b"DKIM-Signature" not in await mailed(post)


async def test_what_to_publish_and_what_is_there(post: Post) -> None:
    names, admin = await zone(post), await post.world.staff(ROOT)
    await key(post, names)
    [shown, other] = await admin.ok("GET", "/mail/domains")
    assert (shown["domain"], shown["signed"], other["domain"], other["signed"]) == (DOMAIN, True, "demo-exchange.example", False)
    names.text[DOMAIN] = ["v=spf1 mx -all", "google-site-verification=x"]
    names.text[f"_dmarc.{DOMAIN}"] = ["v=DMARC1; p=none"]
    found = {one["record"]["purpose"]: one["found"] for one in await admin.ok("POST", f"/mail/domains/{DOMAIN}/check")}
    assert found == {"dkim": "right", "spf": "right", "dmarc": "wrong", "mx": "missing"}
    assert (await admin.post("/mail/domains/evil.example/check")).status_code == 404
    ana = await post.world.staff()
    assert (await ana.post(f"/mail/domains/{DOMAIN}/keys")).status_code == 403
