"""Browsers of customers who came in from the exchange's site."""

import re
from collections.abc import Awaitable, Callable

import pytest

from farol.app.demo import cast
from farol.kit.i18n import lang_of
from tests.world import EXCHANGE, FAROL, Client, World, identity

Enter = Callable[[cast.CastCustomer], Awaitable[Client]]


@pytest.fixture
def enter(world: World) -> Enter:
    """A browser whose owner pressed "My tickets" at the exchange and reads one of the two written languages."""

    async def come_in(who: cast.CastCustomer) -> Client:
        door = world.client(FAROL, {"origin": EXCHANGE})
        answer = await door.post("/my/session", data={"identity": identity(world.kit, who)})
        assert (answer.status_code, answer.headers["location"]) == (303, "/my"), answer.text
        cookies = dict(re.findall(r"(farol_\w+)=([^;]+)", "\n".join(answer.headers.get_list("set-cookie")))) | {"farol_lang": lang_of(who.language)}
        return world.client(FAROL, {"origin": FAROL, "cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())})

    return come_in
