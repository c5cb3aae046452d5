"""Calls to LINE have the documented form, go once, and every refusal has a name."""

from collections.abc import AsyncIterator

import pytest

from farol.channels.connections.elsewhere import Away, Failed, Refused, Revoked
from farol.channels.connections.kinds import KINDS
from farol.channels.connections.model import Connection
from farol.channels.line.adapter import Line
from farol.channels.messengers.model import Chat, Choice, Parcel
from farol.kit.core import Kit
from tests.stand_ins import line
from tests.stand_ins.platform import Said, connection, instead

PERSON = Chat("U4af4980629", "private")
us = Line()


@pytest.fixture
async def there(kit: Kit) -> AsyncIterator[line.Line]:
    async with line.Line() as there, instead(kit, "line", there):
        yield there


@pytest.fixture
def ours() -> Connection:
    return connection("line", secret=line.SECRET, token=line.TOKEN)


async def test_the_same_parcel_twice_is_said_once(kit: Kit, there: line.Line, ours: Connection) -> None:
    parcel = Parcel("k", "字" * 12_000, choices=(Choice("A person", "human"),))
    first = await us.send(kit, ours, PERSON, parcel)
    assert await us.send(kit, ours, PERSON, parcel) == first
    assert [len(one) <= 5000 for one in there.said[PERSON.id]] == [True, True, True]


async def test_a_reply_is_free_while_its_token_is_good(kit: Kit, there: line.Line, ours: Connection) -> None:
    there.tokens["tok"] = PERSON.id
    assert (await us.send(kit, ours, PERSON, Parcel("k", "Hi", answers="reply:tok"))).cost_unit == ""
    assert (await us.send(kit, ours, PERSON, Parcel("k2", "Hi", answers="reply:tok"))).cost_unit == "push"


async def test_content_profile_account_and_webhook(kit: Kit, there: line.Line, ours: Connection) -> None:
    there.files["354718705033693859"] = b"jpeg"
    assert await us.fetch(kit, ours, "354718705033693859", 10) == b"jpeg"
    assert (await us.profile(kit, ours, PERSON.id)).name == "Mei"
    known = KINDS["line"]
    assert (await known.test(kit, ours)).account == "@216ru Exchange"
    assert known.begin
    await known.begin(kit, ours)
    assert there.endpoint.endswith(f"/hooks/line/{ours.token}")


@pytest.mark.parametrize(("said", "kind", "code"), [
    (Said(401, {"message": "Authentication failed"}), Revoked, None), (Said(429, {"message": "The API rate limit has been exceeded"}), Away, 60.0),
    (Said(429, {"message": "You have reached your monthly limit."}), Refused, "quota"), (Said(404, {"message": "Not found"}), Refused, "gone"),
    (Said(400, {"message": "The property is invalid", "details": [{"property": "to"}]}), Refused, "400"), (Said(500, {"message": "x"}), Away, 0.0),
])  # fmt: skip
async def test_refusals(kit: Kit, there: line.Line, ours: Connection, said: Said, kind: type[Failed], code: object) -> None:
    there.next = [said]
    with pytest.raises(Failed) as failed:
        await us.send(kit, ours, PERSON, Parcel("k", "x"))
    assert type(failed.value) is kind
    assert getattr(failed.value, "code", getattr(failed.value, "after_s", None)) == code
