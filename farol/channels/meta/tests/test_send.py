"""What goes out to Meta's platforms has the documented form, and each of its error codes has a meaning."""

from collections.abc import AsyncIterator

import pytest
from msgspec import structs

from farol.app.demo.doors.platforms import meta
from farol.channels.connections.elsewhere import Away, Failed, Refused, Revoked
from farol.channels.connections.kinds import KINDS
from farol.channels.connections.model import Connection
from farol.channels.messengers.adapter import ADAPTERS, Amends, Arrived, BadSignature, Quotes
from farol.channels.messengers.model import Attached, Chat, Choice, Parcel, Said, Template, Who
from farol.channels.meta.graph import api
from farol.kit import clock
from farol.kit.core import Kit
from tests.stand_ins.platform import connection, instead

CHANNELS = ("messenger", "instagram", "whatsapp")
PERSON = Chat("16505551234", "private")
POST = Chat("106540352242922_1", "post")


@pytest.fixture
async def there(kit: Kit, request: pytest.FixtureRequest) -> AsyncIterator[meta.Meta]:
    async with meta.Meta(request.param) as there, instead(kit, request.param, there):
        yield there


@pytest.fixture
def ours(there: meta.Meta) -> Connection:
    account = {"messenger": {"page_id": meta.PAGE}, "instagram": {"account_id": meta.ACCOUNT}, "whatsapp": {"phone_number_id": meta.PHONE}}
    return connection(there.channel, **account[there.channel], token=meta.TOKEN, app_secret=meta.SECRET, verify_token=meta.VERIFY, human_agent="no")


def on(*channels: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("there", channels, indirect=True)


@on(*CHANNELS)
async def test_words_in_pieces_and_an_account_that_is_ours(kit: Kit, there: meta.Meta, ours: Connection) -> None:
    us = ADAPTERS[there.channel]
    sent = await us.send(kit, ours, PERSON, Parcel("k", "**充值** `abc` " * 700))
    assert len(sent.messages) == len(there.sent[PERSON.id]) > 1
    assert (await KINDS[there.channel].test(kit, ours)).works


@on("messenger", "instagram")
async def test_buttons_become_quick_replies(kit: Kit, there: meta.Meta, ours: Connection) -> None:
    await ADAPTERS[there.channel].send(kit, ours, PERSON, Parcel("k", "Which?", choices=(Choice("My ticket", "case"), Choice("Help", link="https://help.example"))))
    (message,) = there.sent[PERSON.id]
    assert [one["title"] for one in message["message"]["quick_replies"]] == ["My ticket"]
    assert "https://help.example" in message["message"]["text"]


@on("whatsapp")
@pytest.mark.parametrize(("choices", "kind"), [
    ((Choice("A person", "human"),), "button"), (tuple(Choice(f"Row {n}", f"pick:{n}") for n in range(5)), "list"),
    ((Choice("Help", link="https://help.example"),), "cta_url"),
])  # fmt: skip
async def test_whatsapp_buttons_lists_and_an_address(kit: Kit, there: meta.Meta, ours: Connection, choices: tuple[Choice, ...], kind: str) -> None:
    await ADAPTERS["whatsapp"].send(kit, ours, PERSON, Parcel("k", "Which?", choices=choices))
    assert there.sent[PERSON.id][0]["interactive"]["type"] == kind


@on("whatsapp")
async def test_a_template_and_the_blue_ticks(kit: Kit, there: meta.Meta, ours: Connection) -> None:
    there.closed.add(PERSON.id)
    with pytest.raises(Refused) as refused:
        await ADAPTERS["whatsapp"].send(kit, ours, PERSON, Parcel("k", "Hello"))
    assert refused.value.code == "window"
    await ADAPTERS["whatsapp"].send(kit, ours, PERSON, Parcel("k", "", template=Template("come_back", "en", ("FRL-2026-000001",))))
    assert there.sent[PERSON.id][0]["template"]["name"] == "come_back"
    there.closed.clear()
    await ADAPTERS["whatsapp"].send(kit, ours, PERSON, Parcel("k2", "Yes", reply_to="wamid.theirs"))
    assert there.seen == ["wamid.theirs"]
    assert there.sent[PERSON.id][1]["context"] == {"message_id": "wamid.theirs"}


@on(*CHANNELS)
async def test_files_go_out(kit: Kit, there: meta.Meta, ours: Connection) -> None:
    key = await kit.files.put(b"png")
    await ADAPTERS[there.channel].send(kit, ours, PERSON, Parcel("k", "", (Attached(key, "a.png", "image/png", 3),)))
    assert b"png" in (*there.files.values(), *there.media.values())


@on(*CHANNELS)
async def test_files_come_in_from_metas_hosts_only(kit: Kit, there: meta.Meta, ours: Connection) -> None:
    there.receives("1003383421387256", b"jpeg")
    ref = "1003383421387256" if there.channel == "whatsapp" else f"{there.address}/cdn/1003383421387256"
    us = ADAPTERS[there.channel]
    assert await us.fetch(kit, ours, ref, 10) == b"jpeg"
    with pytest.raises(Refused) as large:
        await us.fetch(kit, ours, ref, 3)
    assert large.value.code == "too_large"
    if there.channel != "whatsapp":
        for place in ("https://fbcdn.net.evil.example/x", "http://scontent.fbcdn.net/x", "https://10.0.0.1/x"):
            with pytest.raises(Refused) as refused:
                await us.fetch(kit, ours, place, 10)
            assert refused.value.code == "not_theirs"


@on("messenger", "instagram")
async def test_comments_in_public_hidden_and_answered_in_private(kit: Kit, there: meta.Meta, ours: Connection) -> None:
    us = ADAPTERS[there.channel]
    await us.send(kit, ours, POST, Parcel("k", "We wrote to you in private.", reply_to="1_44"))
    assert there.comments == [("1_44", "We wrote to you in private.")]
    await us.send(kit, ours, POST, Parcel("k2", "Hello", reply_to="1_44", private_to="6254320937986042"))
    await us.send(kit, ours, Chat("comment:1_44", "private"), Parcel("k3", "And more"))
    assert len(there.sent["comment:1_44"]) == 2
    await us.remove(kit, ours, POST, "1_44")
    assert there.hidden == {"1_44"}
    with pytest.raises(Refused) as refused:
        await us.send(kit, ours, POST, Parcel("k4", "x" * 9000, reply_to="1_44"))
    assert refused.value.code == "too_long"


@on("messenger", "instagram")
async def test_after_a_day_only_a_person_may_answer(kit: Kit, there: meta.Meta, ours: Connection) -> None:
    there.closed.add(PERSON.id)
    with pytest.raises(Refused) as refused:
        await ADAPTERS[there.channel].send(kit, ours, PERSON, Parcel("k", "Hello"))
    assert refused.value.code == "window"
    ours.settings["human_agent"] = "yes"
    await ADAPTERS[there.channel].send(kit, ours, PERSON, Parcel("k", "Hello"))
    assert there.sent[PERSON.id][0]["tag"] == "HUMAN_AGENT"


ERRORS: list[tuple[meta.Said, type[Failed], object]] = [
    (meta.fault(190, "expired", 401, error_subcode=463), Revoked, None), (meta.fault(131031, "locked"), Revoked, None), (meta.fault(102, "session"), Revoked, None),
    (meta.fault(133010, "not registered"), Revoked, None),
    (meta.fault(131047, "window"), Refused, "window"), (meta.fault(10, "window", error_subcode=2018278), Refused, "window"),
    (meta.fault(10, "window", error_subcode=2534022), Refused, "window"), (meta.fault(10, "permission"), Refused, "10"),
    (meta.fault(4, "app limit"), Away, 60.0), (meta.fault(80007, "account limit"), Away, 60.0), (meta.fault(130429, "throughput"), Away, 5.0),
    (meta.fault(613, "calls"), Away, 60.0), (meta.fault(131056, "pair"), Away, 6.0), (meta.fault(131048, "spam"), Away, 600.0),
    (meta.fault(2, "busy", is_transient=True), Away, 0.0), (meta.fault(131016, "busy"), Away, 0.0), (meta.Said(503, b"x"), Away, 0.0),
    (meta.fault(100, "parameter"), Refused, "100"), (meta.fault(551, "not available"), Refused, "gone"), (meta.fault(131026, "undeliverable"), Refused, "gone"),
    (meta.fault(200, "permission"), Refused, "200"), (meta.fault(368, "blocked"), Refused, "368"),
]  # fmt: skip


@on("whatsapp")
@pytest.mark.parametrize(("said", "kind", "code"), ERRORS, ids=lambda one: str(one.body) if isinstance(one, meta.Said) else None)
async def test_what_an_error_means(kit: Kit, there: meta.Meta, ours: Connection, said: meta.Said, kind: type[Failed], code: object) -> None:
    there.next = [said]
    with pytest.raises(Failed) as failed:
        await ADAPTERS["whatsapp"].send(kit, ours, PERSON, Parcel("k", "x"))
    assert type(failed.value) is kind
    assert getattr(failed.value, "code", getattr(failed.value, "after_s", None)) == code


@on(*CHANNELS)
async def test_the_handshake(kit: Kit, there: meta.Meta, ours: Connection) -> None:
    us, query = ADAPTERS[there.channel], {"hub.mode": "subscribe", "hub.verify_token": meta.VERIFY, "hub.challenge": "1158201444"}
    assert us.take(ours, Arrived("GET", {}, query, b""), clock.now()).body == b"1158201444"
    for harm in ({"hub.verify_token": "x"}, {"hub.mode": "unsubscribe"}, {"hub.verify_token": ""}):
        with pytest.raises(BadSignature):
            us.take(ours, Arrived("GET", {}, {**query, **harm}, b""), clock.now())
    with pytest.raises(ValueError, match="challenge"):
        us.take(ours, Arrived("GET", {}, {**query, "hub.challenge": "<script>"}, b""), clock.now())


@on("messenger", "instagram")
async def test_connecting_subscribes(kit: Kit, there: meta.Meta, ours: Connection) -> None:
    known = KINDS[there.channel]
    assert known.begin
    assert known.end
    await known.begin(kit, ours)
    assert "messages" in there.subscribed
    await known.end(kit, ours)
    assert there.subscribed == ""


@on("instagram")
async def test_a_mention_gets_its_words_where_a_token_may_read_them(kit: Kit, there: meta.Meta, ours: Connection) -> None:
    us = ADAPTERS["instagram"]
    there.mentions["17894227972186120"] = {"text": "exchange my withdrawal hangs", "timestamp": "2026-11-20T10:15:00+0000"}
    there.mentions["17918195224117851"] = {"caption": "thanks exchange", "timestamp": "2026-11-20T10:15:00+0000", "username": "mei_lin"}
    comment = Said(Chat("17918195224117851", "post"), Who("comment:17894227972186120"), "17894227972186120", asks=True)
    caption = Said(Chat("17918195224117851", "post"), Who("comment:"), "17918195224117851", asks=True)
    assert isinstance(us, Quotes)
    assert await us.quote(kit, ours, comment) == comment, "Instagram login reads no mentions"
    ours.secrets["mentions_token"] = meta.TOKEN
    assert (await us.quote(kit, ours, comment)).text == "exchange my withdrawal hangs"
    told = await us.quote(kit, ours, caption)
    assert (told.text, told.who.username) == ("thanks exchange", "mei_lin")
    gone = structs.replace(comment, message="1")
    with pytest.raises(Refused):
        await us.quote(kit, ours, gone)
    ours.secrets["mentions_token"] = "EAA" + "y" * 60
    with pytest.raises(Refused):  # never Revoked: the connection's own token is good
        await us.quote(kit, ours, comment)


@on("messenger")
async def test_a_post_of_the_page_is_put_up_reworded_and_deleted(kit: Kit, there: meta.Meta, ours: Connection) -> None:
    page, feed = ADAPTERS["messenger"], Chat("", "post")
    assert isinstance(page, Amends)
    (post,) = (await page.send(kit, ours, feed, Parcel("k", "**News**\n\nSee the help pages."))).messages
    assert "News" in there.posts[post]
    await page.reword(kit, ours, feed, post, "Other news")
    assert there.posts == {post: "Other news"}
    await page.recall(kit, ours, feed, post)
    await page.recall(kit, ours, feed, post)  # deleted there already
    assert there.posts == {}


@on("messenger")
@pytest.mark.parametrize("body", [{}, {"message": ""}, {"message": "x", "colour": "red"}, {"message": 7}, {"message": "x", "published": False}])
async def test_the_page_refuses_what_is_not_documented(kit: Kit, there: meta.Meta, ours: Connection, body: dict[str, object]) -> None:
    with pytest.raises(Refused):
        await api(kit, ours, "POST", f"{meta.PAGE}/feed", json=body)
    assert there.posts == {}
    there.wrong.clear()
