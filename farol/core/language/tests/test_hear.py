"""What a customer writes in is kept, per message and for the ticket."""

from typing import Any

from farol.app.demo import cast
from tests.world import Client, World

LONG = "Buenos días, hice un retiro ayer por la tarde y todavía no ha llegado a mi cuenta, ¿pueden ayudarme por favor?"


async def state(world: World, ticket: int) -> tuple[str, list[str]]:
    await world.react()
    language = await world.kit.db.fetchval("select language from ticket where id = $1", ticket)
    rows = await world.kit.db.fetch("select language from message where ticket_id = $1 order by seq", ticket)
    return language, [row["language"] for row in rows]


async def opened(world: World, client: Client, body: str, **more: Any) -> int:
    ticket: int = (await world.open(client, body, **more))["ticket"]["id"]
    return ticket


async def test_the_first_words_go_before_the_language_of_the_page(world: World) -> None:
    mei = await world.customer(cast.MEI)
    ticket = await opened(world, mei, "где мои деньги, вывод завис", language="en")
    assert await state(world, ticket) == ("ru", ["ru"])


async def test_a_page_keeps_its_language_while_only_ids_are_written(world: World) -> None:
    mei = await world.customer(cast.MEI)
    ticket = await opened(world, mei, "USDT TRC20 100", language="zh")
    assert await state(world, ticket) == ("zh-Hans", ["und"])


async def test_a_word_of_thanks_does_not_turn_a_ticket_and_a_letter_does(world: World) -> None:
    mei = await world.customer(cast.MEI)
    ticket = await opened(world, mei, "My withdrawal has not arrived since yesterday", language="en")
    await world.say(mei, ticket, "gracias")
    assert await state(world, ticket) == ("en", ["en", "es"])
    await world.say(mei, ticket, LONG)
    assert await state(world, ticket) == ("es", ["en", "es", "es"])


async def test_short_messages_in_a_row_count_together(world: World) -> None:
    mei = await world.customer(cast.MEI)
    ticket = await opened(world, mei, "My withdrawal has not arrived since yesterday", language="en")
    await world.say(mei, ticket, "где мои деньги")
    await state(world, ticket)
    await world.say(mei, ticket, "почему вы молчите")
    assert (await state(world, ticket))[0] == "ru"


async def test_the_change_is_told_once_and_the_queue_follows_it(world: World) -> None:
    mei = await world.customer(cast.MEI)
    ticket = await opened(world, mei, "提幣多久會到帳，我的錢還沒收到", language="en")
    await state(world, ticket)
    await state(world, ticket)
    told = await world.kit.db.fetch("select body from event where stream = $1 and kind = 'ticket.language_settled'", f"ticket:{ticket}")
    assert [row["body"] for row in told] == [{"language": "zh-Hant", "was": "en"}]


async def test_staff_and_machines_do_not_move_it(world: World) -> None:
    mei, ana = await world.customer(cast.MEI), await world.staff(cast.ANA)
    ticket = await opened(world, mei, "My withdrawal has not arrived since yesterday", language="en")
    await world.say(ana, ticket, LONG)
    assert await state(world, ticket) == ("en", ["en", ""])
