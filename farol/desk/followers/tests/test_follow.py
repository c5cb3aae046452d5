"""Following: asked for, by being named, and what followers hear."""

from typing import Any

from farol.app.demo import cast
from tests.world import Client, World


async def heard(world: World, client: Client) -> list[tuple[str, str]]:
    """What somebody was told: kind and English title."""
    me = (await client.ok("GET", "/session"))["id"]
    rows = await world.kit.db.fetch("select kind, title from notice where staff_id = $1 order by id", me)
    return [(r["kind"], r["title"]["en"]) for r in rows if r["kind"] in ("mention", "follow")]


async def following(client: Client, ticket: int) -> Any:
    """Names and reasons."""
    return [(f["name"], f["why"]) for f in (await client.ok("GET", f"/tickets/{ticket}/followers"))["followers"]]


async def scene(world: World) -> tuple[Client, Client, Client, dict[str, Any]]:
    """Mei's ticket; Ana and Sol."""
    mei, ana, sol = await world.customer(), await world.staff(), await world.staff(cast.SOL)
    return mei, ana, sol, (await world.open(mei))["ticket"]


async def test_following_and_no_longer(world: World) -> None:
    _, ana, _, ticket = await scene(world)
    for _ in range(2):
        assert (await ana.ok("PUT", f"/tickets/{ticket['id']}/following"))["mine"]
    assert await following(ana, ticket["id"]) == [("Ana Duarte", "asked")]
    for _ in range(2):
        await ana.ok("DELETE", f"/tickets/{ticket['id']}/following")
    assert await following(ana, ticket["id"]) == []
    kinds = [r["kind"] for r in await world.kit.db.fetch("select kind from event where stream = $1 order by seq", f"ticket:{ticket['id']}")]
    assert kinds[2:] == ["ticket.followed", "ticket.unfollowed"]
    assert (await ana.put("/tickets/987654/following")).status_code == 404


async def test_a_name_in_a_note_is_told_once_and_follows(world: World) -> None:
    _, ana, sol, ticket = await scene(world)
    name = (await sol.ok("GET", "/session"))["name"]
    await world.say(ana, ticket["id"], f"@{name} 这笔要不要走钱包组？ @Ana", internal=True)
    for _ in range(2):
        await world.react()
    assert await heard(world, sol) == [("mention", f"Ana Duarte mentioned you in {ticket['number']}")]
    assert await heard(world, ana) == [], "not who wrote it"
    assert await following(ana, ticket["id"]) == [(name, "mentioned")]
    assert (await world.kit.db.fetchval("select words from notice where kind = 'mention'")).startswith("@")


async def test_a_name_in_a_reply_or_from_a_customer_is_none(world: World) -> None:
    mei, ana, sol, ticket = await scene(world)
    name = (await sol.ok("GET", "/session"))["name"]
    await world.say(ana, ticket["id"], f"您好@{name}")  # a handle of its own would be refused as a way elsewhere
    await world.say(mei, ticket["id"], f"@{name}")
    await world.react()
    assert (await heard(world, sol), await following(ana, ticket["id"])) == ([], [])


async def test_followers_hear_of_words_once_until_an_answer_and_of_the_end(world: World) -> None:
    mei, ana, sol, ticket = await scene(world)
    await sol.ok("PUT", f"/tickets/{ticket['id']}/following")
    await world.say(mei, ticket["id"], "在吗")
    await world.say(mei, ticket["id"], "有人吗")
    await world.react()
    assert [k for k, _ in await heard(world, sol)] == ["follow"]
    await world.say(ana, ticket["id"], "在")
    await world.say(mei, ticket["id"], "还没到")
    version = (await ana.ok("GET", f"/tickets/{ticket['id']}"))["ticket"]["version"]
    await ana.ok("PATCH", f"/tickets/{ticket['id']}", json={"version": version, "status": "resolved"})
    await world.react()
    assert [t.split(" ")[-1] for _, t in await heard(world, sol)] == ["follow", "follow", "resolved"]
    await world.say(mei, ticket["id"], "谢谢")
    await world.react()
    assert len(await heard(world, sol)) == 3, "thanks are no news"


async def test_everybody_a_note_can_name(world: World) -> None:
    _, ana, _, _ = await scene(world)
    names = await ana.ok("GET", "/names")
    assert "Ana Duarte" in [p["name"] for p in names["people"]]
    assert names["teams"] == []
