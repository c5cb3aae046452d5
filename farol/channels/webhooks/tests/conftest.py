"""Endpoints on loopback, which this test's kit is allowed to reach, and who looks after them."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack

import msgspec
import pytest

from farol.app.demo import cast
from tests.stand_ins.receiver import Receiver
from tests.world import Client, World

ADA = cast.StaffMember("adm", "Ada Admin", "Ada", "ada@demo-exchange.example", "admin", "en")
Endpoint = Callable[..., Awaitable[Receiver]]


@pytest.fixture
async def ada(world: World) -> Client:
    """Who runs the system."""
    return await world.staff(ADA)


@pytest.fixture
async def endpoint(world: World) -> AsyncIterator[Endpoint]:
    """Makes somebody's endpoint that answers as told."""
    before = world.kit.settings
    async with AsyncExitStack() as stack:

        async def begin(*answers: int | str) -> Receiver:
            there = Receiver(*answers)
            await stack.enter_async_context(there)
            allowed = (*world.kit.settings.outbound_allowed, there.address.removeprefix("http://"))
            world.kit.settings = msgspec.structs.replace(world.kit.settings, outbound_allowed=allowed)
            return there

        yield begin
    world.kit.settings = before


@pytest.fixture
async def receiver(endpoint: Endpoint) -> Receiver:
    """One that says 200."""
    return await endpoint()
