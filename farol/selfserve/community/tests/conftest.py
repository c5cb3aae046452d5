"""Browsers of customers who came in from the exchange's site, and what they say in public."""

import re
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import uuid4

import pytest

from farol.app.demo import cast
from farol.kit.i18n import lang_of
from farol.selfserve.community import begin
from farol.selfserve.community.model import ALLOWANCE, Allowance
from tests.world import EXCHANGE, FAROL, Client, World, identity

Enter = Callable[[cast.CastCustomer], Awaitable[Client]]
NAMES = {"mei": "海边的灯", "ivan": "Night Owl", "rosa": "Limonada", "mallory": "Crane"}


@pytest.fixture
async def enter(world: World) -> Enter:
    """A browser whose owner pressed "My tickets" at the exchange and reads one of the two written languages; the forum has its places."""
    await begin.start(world.kit)

    async def come_in(who: cast.CastCustomer) -> Client:
        door = world.client(FAROL, {"origin": EXCHANGE})
        answer = await door.post("/my/session", data={"identity": identity(world.kit, who)})
        cookies = dict(re.findall(r"(farol_\w+)=([^;]+)", "\n".join(answer.headers.get_list("set-cookie")))) | {"farol_lang": lang_of(who.language)}
        return world.client(FAROL, {"origin": FAROL, "cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())})

    return come_in


@pytest.fixture
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has to wait between two posts."""
    for level, may in ALLOWANCE.items():
        monkeypatch.setitem(ALLOWANCE, level, Allowance(may.topics, may.replies, 0))


async def ask(browser: Client, who: cast.CastCustomer, title: str = "Where is my deposit", body: str = "It shows 3 of 12.", **more: Any) -> Any:
    """A new topic by form: the answer."""
    fields = {"form_id": str(uuid4()), "kind": "question", "category": "deposits", "title": title, "body": body, "name": NAMES[who.key], **more}
    return await browser.post("/community/en/topics", data=fields)


async def say(browser: Client, who: cast.CastCustomer, topic_id: int, body: str, **more: Any) -> Any:
    """A reply by form: the answer."""
    fields = {"form_id": str(uuid4()), "body": body, "name": NAMES[who.key], **more}
    return await browser.post(f"/community/en/t/{topic_id}/posts", data=fields)


def topic_of(answer: Any) -> int:
    """The topic that a good answer leads to."""
    assert answer.status_code == 303, answer.text
    found = re.search(r"/t/(\d+)", answer.headers["location"])
    assert found
    return int(found[1])


async def page(browser: Client, path: str, status: int = 200) -> str:
    """A page without a script."""
    answer = await browser.get(path)
    assert answer.status_code == status, answer.text
    assert not re.search(r"<script|<style|<[^>]*\s(style|on\w+)=", answer.text)
    return str(answer.text)


async def at_level(world: World, customer_uid: str, level: str) -> None:
    """Moves a member's past so that the level follows from it."""
    id_ = await world.kit.db.fetchval("select id from customer where uid = $1", customer_uid)
    days, posts, accepted = {"new": (0, 0, 0), "member": (4, 5, 0), "trusted": (31, 30, 5)}[level]
    await world.kit.db.execute("update forum_member set joined_at = now() - make_interval(days => $2) where customer_id = $1", id_, days)
    rosa = await world.kit.db.fetchval("insert into customer (uid, name, language) values ($1, 'X', 'en') returning id", str(uuid4()))
    for number in range(posts):
        topic = await world.kit.db.fetchval(
            "insert into forum_topic (kind, category, language, title, customer_id, state, last_n, accepted, opened_at, last_at)"
            " values ('question', 'api', 'en', $3, $1, 'shown', 2, $2, now() - interval '9 days', now() - interval '9 days') returning id",
            rosa, 2 if number < accepted else None, f"old {number}")
        await world.kit.db.execute(
            "insert into forum_post (topic_id, n, customer_id, client_id, said, body, state, trace, at)"
            " values ($1, 2, $2, $3, 'x', 'x', 'shown', '\\x00', now() - interval '9 days')", topic, id_, uuid4())
