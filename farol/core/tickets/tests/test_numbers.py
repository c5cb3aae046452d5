"""Numbers of tickets go on past the first million."""

from tests.world import World


async def test_the_millionth_ticket_has_a_number_of_its_own(world: World) -> None:
    mei, was = await world.customer(), await world.kit.db.fetchval("select last_value from ticket_number")
    try:
        numbers = []
        for given in (7, 999_999, 1_000_000, 12_345_678):
            await world.kit.db.execute("select setval('ticket_number', $1, false)", given)
            numbers.append((await world.open(mei, f"nr {given}"))["ticket"]["number"].rpartition("-")[2])
    finally:
        await world.kit.db.execute("select setval('ticket_number', $1, true)", was)
    assert numbers == ["000007", "999999", "1000000", "12345678"]
