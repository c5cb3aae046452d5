"""Looking at the exchange for a flow: with the customer's own identity, from a session that lives, and only what the reason needs."""

from collections.abc import AsyncIterator
from typing import Any, cast

import httpx2
import pytest

from farol.app.demo import cast as people
from farol.app.demo.exchange.app import build
from farol.app.demo.exchange.config import Config
from farol.core.exchange import CoreLink
from farol.core.exchange.published import Published
from farol.selfserve.flows.reading import PURPOSE, look, reads_of
from farol.selfserve.flows.tests.conftest import KEYS
from tests.world import FAROL, World

Asked = list[tuple[str, dict[str, str]]]


@pytest.fixture
async def asked(world: World) -> AsyncIterator[Asked]:
    """The demo exchange behind the link, and what it was asked: paths with their headers."""
    kit, before, heard = world.kit, world.kit.get(CoreLink), []
    app = build(Config(core_link_key=KEYS[0], core_link_secret=KEYS[1], widget_secret="w" * 40, farol_url=FAROL), kept=False)
    inner = httpx2.ASGITransport(cast(Any, app))

    class Heard(httpx2.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
            heard.append((request.url.path, dict(request.headers)))
            return await inner.handle_async_request(request)

    link = CoreLink("http://demo", *KEYS, transport=Heard())
    kit.put(link)
    kit.put(Published())
    yield heard
    kit.put(before)
    kit.put(Published())
    await link.close()


async def ticket(world: World, who: people.CastCustomer, words: str) -> int:
    """Somebody's new ticket, from the widget."""
    return int((await world.open(await world.customer(who), words))["ticket"]["id"])


async def test_only_the_reads_of_the_reason_with_the_customers_own_name(world: World, asked: Asked) -> None:
    number = await ticket(world, people.MEI, "充值没到")
    asked.clear()
    seen = await look(world.kit, number, people.MEI.uid, "dep.unconfirmed")
    assert seen
    assert seen.deposits
    assert seen.zone == people.MEI.time_zone
    of_user = [(path, headers) for path, headers in asked if "/users/" in path]
    assert of_user
    assert {path for path, _ in of_user} <= {f"/v1/users/{people.MEI.uid}/deposits", f"/v1/users/{people.MEI.uid}/security"}
    row = await world.kit.db.fetchrow("select number, customer_id from ticket where id = $1", number)
    assert row
    for _, headers in of_user:
        assert headers["x-farol-contact-id"] == row["number"]
        assert headers["x-farol-purpose"] == PURPOSE
        assert headers["x-farol-agent"] == f"customer:{row['customer_id']}"
    assert not any("addresses:classify" in path for path, _ in asked)


async def test_somebody_elses_ticket_is_not_looked_at(world: World, asked: Asked) -> None:
    number = await ticket(world, people.MEI, "充值没到")
    asked.clear()
    assert await look(world.kit, number, people.IVAN.uid, "dep.unconfirmed") is None
    assert await look(world.kit, number, None, "dep.unconfirmed") is None
    assert await look(world.kit, number, "", "dep.unconfirmed") is None
    assert await look(world.kit, 10**9, people.MEI.uid, "dep.unconfirmed") is None
    assert asked == []


async def test_words_that_came_by_mail_show_nothing(world: World, asked: Asked) -> None:
    """The sender of a mail proves nothing."""
    number = await ticket(world, people.MEI, "充值没到")
    await world.kit.db.execute("update message set channel = 'email' where ticket_id = $1", number)
    asked.clear()
    assert await look(world.kit, number, people.MEI.uid, "dep.unconfirmed") is None
    assert asked == []


async def test_a_session_that_ended_shows_nothing(world: World, asked: Asked) -> None:
    number = await ticket(world, people.MEI, "充值没到")
    await world.kit.db.execute("update customer_session set ended_at = now()")
    asked.clear()
    assert await look(world.kit, number, people.MEI.uid, "dep.unconfirmed") is None
    assert asked == []


async def test_a_reason_without_reads_asks_nothing(world: World, asked: Asked) -> None:
    number = await ticket(world, people.MEI, "我要投诉")
    asked.clear()
    for reason in ("leg.complaint", "care.person_at_risk", "no.such"):
        assert reads_of(reason) == frozenset()
        seen = await look(world.kit, number, people.MEI.uid, reason)
        assert seen
        assert not seen.missing
    assert asked == []
