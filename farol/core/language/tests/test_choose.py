"""A customer's own choice goes before what they write."""

import pytest

from farol.app.demo import cast
from tests.world import World


async def language(world: World, ticket: int) -> str:
    await world.react()
    found: str = await world.kit.db.fetchval("select language from ticket where id = $1", ticket)
    return found


async def test_a_choice_holds_for_what_is_going_on_and_for_what_comes(world: World) -> None:
    mei = await world.customer(cast.MEI)
    ticket = (await world.open(mei, "My withdrawal has not arrived since yesterday"))["ticket"]["id"]
    assert await mei.ok("GET", "/language") == {"language": ""}
    assert await mei.ok("PUT", "/language", json={"language": "zh-TW"}) == {"language": "zh-Hant"}
    assert await language(world, ticket) == "zh-Hant"
    await world.say(mei, ticket, "Please tell me where my withdrawal of yesterday is")
    assert await language(world, ticket) == "zh-Hant"


async def test_a_choice_can_be_taken_back(world: World) -> None:
    mei = await world.customer(cast.MEI)
    await mei.ok("PUT", "/language", json={"language": "ru"})
    assert await mei.ok("PUT", "/language", json={"language": ""}) == {"language": ""}
    ticket = (await world.open(mei, "My withdrawal has not arrived since yesterday"))["ticket"]["id"]
    assert await language(world, ticket) == "en"


@pytest.mark.parametrize("wrong", ["und", "x", "ru; drop", "a" * 40, "zh-"])
async def test_what_is_no_language_is_refused(world: World, wrong: str) -> None:
    mei = await world.customer(cast.MEI)
    assert (await mei.put("/language", json={"language": wrong})).status_code in (400, 422)
