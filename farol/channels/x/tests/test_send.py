"""Calls to X are signed as its documentation says, and have the documented form."""

from collections.abc import AsyncIterator

import pytest

from farol.app.demo.doors.platforms import x
from farol.channels.connections.elsewhere import Away, Failed, Refused, Revoked
from farol.channels.connections.kinds import KINDS
from farol.channels.connections.model import Connection
from farol.channels.messengers.adapter import ADAPTERS, Arrived
from farol.channels.messengers.model import Attached, Chat, Parcel
from farol.channels.x.model import weight
from farol.channels.x.signing import header, signature
from farol.kit import clock
from farol.kit.core import Kit
from tests.stand_ins.platform import Said, connection, instead

PERSON, POST = Chat("3001969357", "private"), Chat("1860000000000000001", "post")
us = ADAPTERS["x"]


@pytest.fixture
async def there(kit: Kit) -> AsyncIterator[x.X]:
    async with x.X() as there, instead(kit, "x", there):
        yield there


@pytest.fixture
def ours() -> Connection:
    return connection("x", user_id=x.USER, **x.KEYS)


def test_the_example_of_xs_documentation() -> None:
    """https://docs.x.com/fundamentals/authentication/oauth-1-0a/creating-a-signature"""
    keys = {"consumer_key": "xvz1evFS4wEEPTGEFPHBog", "consumer_secret": "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw",
            "access_token": "370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb", "access_secret": "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE"}
    fields = {"status": "Hello Ladies + Gentlemen, a signed OAuth request!", "oauth_consumer_key": keys["consumer_key"],
              "oauth_nonce": "kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg", "oauth_signature_method": "HMAC-SHA1", "oauth_timestamp": "1318622958",
              "oauth_token": keys["access_token"], "oauth_version": "1.0"}
    assert signature("post", "https://api.twitter.com/1.1/statuses/update.json?include_entities=true", fields, keys) == "hCtSmYh+iHYCEqBWrE7C7hYmtUk="
    whole = header("POST", "https://api.twitter.com/1.1/statuses/update.json?include_entities=true", keys, form={"status": fields["status"]},
                   nonce=fields["oauth_nonce"], stamp=1318622958)
    assert 'oauth_signature="hCtSmYh%2BiHYCEqBWrE7C7hYmtUk%3D"' in whole


def test_the_challenge_of_xs_documentation(ours: Connection) -> None:
    taken = us.take(ours, Arrived("GET", {}, {"crc_token": "foo"}, b""), clock.now())
    assert taken.body == b'{"response_token":"' + x.X().signed(b"foo")["x-twitter-webhooks-signature"].encode() + b'"}'


@pytest.mark.parametrize(("text", "length"), [
    ("hello", 5), ("你好", 4), ("https://example.org/a/very/long/address?with=query", 23), ("😀", 2), ("👨‍👩‍👧‍👦", 2), ("👍🏽", 2), ("🇨🇳", 2), ("é", 1), ("“q”", 3),
    ("see https://a.example/b now", 31), ("1", 1),
])  # fmt: skip
def test_length_as_x_counts(text: str, length: int) -> None:
    assert weight(text) == length


async def test_direct_messages_posts_and_files(kit: Kit, there: x.X, ours: Connection) -> None:
    key = await kit.files.put(b"png")
    sent = await us.send(kit, ours, PERSON, Parcel("k", "**Hello**", (Attached(key, "a.png", "image/png", 3),)))
    assert (sent.cost_unit, len(there.dms[PERSON.id][0]["attachments"])) == ("dm", 1)
    posted = await us.send(kit, ours, POST, Parcel("k2", "We wrote to you in private.", reply_to="1860000000000000001"))
    assert (posted.cost_unit, there.posts[0]["reply"]["in_reply_to_tweet_id"]) == ("post", "1860000000000000001")
    assert (await us.send(kit, ours, POST, Parcel("k2", "We wrote to you in private.", reply_to="1860000000000000001"))).messages == ()
    assert len(there.posts) == 1
    await us.send(kit, ours, POST, Parcel("k3", "Only you", private_to=PERSON.id))
    assert there.dms[PERSON.id][1]["text"] == "Only you"
    with pytest.raises(Refused) as refused:
        await us.send(kit, ours, POST, Parcel("k4", "长" * 141))
    assert refused.value.code == "too_long"


async def test_moderation_and_who_we_are(kit: Kit, there: x.X, ours: Connection) -> None:
    await us.remove(kit, ours, POST, "1860000000000000002")
    await us.banish(kit, ours, POST, PERSON.id, None)
    assert (there.hidden, there.blocked) == ({"1860000000000000002"}, {PERSON.id})
    assert (await KINDS["x"].test(kit, ours)).account == "@exchange"


async def test_files_of_direct_messages_are_asked_for_with_our_signature(kit: Kit, there: x.X, ours: Connection) -> None:
    there.files["a.jpg"] = b"jpeg"
    assert await us.fetch(kit, ours, f"{there.address}/files/a.jpg", 10) == b"jpeg"
    with pytest.raises(Refused) as refused:
        await us.fetch(kit, ours, "https://pbs.twimg.com.evil.example/a.jpg", 10)
    assert refused.value.code == "not_theirs"


@pytest.mark.parametrize(("said", "kind", "code"), [
    (Said(401, {"title": "Unauthorized", "detail": "Unauthorized"}), Revoked, None), (Said(403, {"errors": [{"code": 89, "message": "expired"}]}), Revoked, None),
    (Said(402, {"detail": "credits depleted"}), Refused, "unpaid"), (Said(403, {"detail": "You cannot send messages to this user."}), Refused, "closed"),
    (Said(403, {"detail": "Not permitted"}), Refused, "forbidden"), (Said(404, {"detail": "gone"}), Refused, "gone"),
    (Said(400, {"errors": [{"code": 214, "message": "bad"}]}), Refused, "214"), (Said(429, {"title": "Too Many Requests"}), Away, 60.0), (Said(503, b""), Away, 0.0),
])  # fmt: skip
async def test_refusals(kit: Kit, there: x.X, ours: Connection, said: Said, kind: type[Failed], code: object) -> None:
    there.next = [said]
    with pytest.raises(Failed) as failed:
        await us.send(kit, ours, PERSON, Parcel("k", "x"))
    assert type(failed.value) is kind
    assert getattr(failed.value, "code", getattr(failed.value, "after_s", None)) == code
