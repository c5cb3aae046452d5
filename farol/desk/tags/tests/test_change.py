"""Tags of a ticket: added, taken away, offered; whoever does it at the same time."""

import asyncio
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from farol.app.demo import cast
from farol.desk.tags import actions
from farol.desk.tags.model import word
from farol.desk.tags.problems import NotATag
from farol.kit.permission import SYSTEM
from tests.world import Client, World


async def tag(client: Client, ticket: int, *add: str, off: tuple[str, ...] = ()) -> Any:
    """The whole answer."""
    return await client.post(f"/tickets/{ticket}/tags", json={"add": list(add), "remove": list(off)})


async def test_words_of_any_script_in_one_spelling(world: World) -> None:
    mei, ana = await world.customer(), await world.staff()
    ticket = (await world.open(mei))["ticket"]["id"]
    answer = (await tag(ana, ticket, "  Needs Proof ", "大户", "#ＴＲＣ２０", "ждём-кошелёк", "เงินฝาก")).json()
    assert answer["tags"] == sorted(["needs-proof", "大户", "trc20", "ждём-кошелёк", "เงินฝาก"])
    shown = await ana.ok("GET", f"/tickets/{ticket}")
    assert (shown["ticket"]["tags"], shown["seq"]) == (answer["tags"], answer["seq"])
    frame = (await ana.ok("GET", f"/tickets/{ticket}/events?after={answer['seq'] - 1}"))["frames"][0]
    assert (frame["t"], frame["kind"], frame["body"]["added"]) == ("happened", "ticket.tagged", answer["tags"])
    again = (await tag(ana, ticket, "大户")).json()
    assert again["seq"] == answer["seq"], "what is so already is no event"
    gone = (await tag(ana, ticket, "vip", off=("大户", "never-there"))).json()
    assert "大户" not in gone["tags"]
    body = await world.kit.db.fetchval("select body from event where stream = $1 and seq = $2", f"ticket:{ticket}", gone["seq"])
    assert body == {"added": ["vip"], "removed": ["大户"], "why": ""}


@pytest.mark.parametrize("wrong", ["", "  ", "---", "a" * 41, "🙂", "two\nlines\u0007", "<b>", "x;y"])
def test_what_is_no_tag(wrong: str) -> None:
    with pytest.raises(NotATag):
        word(wrong)


async def test_refusals(world: World) -> None:
    mei, ana = await world.customer(), await world.staff()
    ticket = (await world.open(mei))["ticket"]["id"]
    assert (await tag(ana, ticket, "<b>")).json()["code"] == "not_a_tag"
    assert (await tag(ana, ticket, "a", off=("A",))).status_code == 422
    assert (await tag(ana, ticket, *(f"t{n}" for n in range(29)))).status_code == 200
    assert (await tag(ana, ticket, "one", "two")).json()["code"] == "too_many_tags"
    assert (await tag(ana, ticket, "one", "two", off=("t1",))).json()["tags"][-2:] == ["t9", "two"]
    assert (await tag(ana, ticket + 9999, "one")).status_code == 404


async def test_a_question_too_long_is_refused(world: World) -> None:
    answer = await (await world.staff()).get("/tags", params={"q": "x" * 5_000})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "q")


async def test_used_words_are_offered_with_their_counts(world: World) -> None:
    mei, ana = await world.customer(), await world.staff()
    one, two = [(await world.open(mei))["ticket"]["id"] for _ in range(2)]
    await tag(ana, one, "wallet", "wallet-late")
    await tag(ana, two, "wallet", "cold-wallet")
    await world.react()
    found = (await ana.ok("GET", "/tags", params={"q": "wallet"}))["tags"]
    assert [(t["word"], t["used"]) for t in found] == [("wallet", 2), ("wallet-late", 1), ("cold-wallet", 1)]
    await tag(ana, one, off=("wallet",))
    await world.react()
    assert (await ana.ok("GET", "/tags", params={"q": "wallet"}))["tags"][0]["used"] == 1


async def test_many_hands_lose_nothing(world: World) -> None:
    mei, ana, sol = await world.customer(), await world.staff(), await world.staff(cast.SOL)
    ticket = (await world.open(mei))["ticket"]["id"]
    await asyncio.gather(*(tag(client, ticket, f"t{n}", f"u{n % 3}") for n, client in enumerate([ana, sol] * 8)))
    shown = (await ana.ok("GET", f"/tickets/{ticket}"))["ticket"]["tags"]
    assert shown == sorted([f"t{n}" for n in range(16)] + ["u0", "u1", "u2"])
    await whole(world, ticket)


async def whole(world: World, ticket: int) -> None:
    """The log, played again, gives what stands; no number is missing; the counts are right."""
    rows = await world.kit.db.fetch("select seq, kind, body from event where stream = $1 order by seq", f"ticket:{ticket}")
    stands = await world.kit.db.fetchrow("select seq, tags from ticket where id = $1", ticket)
    assert [r["seq"] for r in rows] == list(range(1, stands["seq"] + 1))
    played: set[str] = set()
    for row in rows:
        if row["kind"] == "ticket.tagged":
            assert not played & set(row["body"]["added"])
            assert played >= set(row["body"]["removed"])
            played = (played | set(row["body"]["added"])) - set(row["body"]["removed"])
    assert sorted(played) == sorted(stands["tags"])


WORDS = st.sampled_from(["a", "b", "c", "d", "e"])
STEP = st.tuples(st.sets(WORDS, max_size=3), st.sets(WORDS, max_size=3)).map(lambda s: (sorted(s[0]), sorted(s[1] - s[0])))


@pytest.mark.parametrize("seed", range(3))
async def test_any_interleaving_is_some_order(world: World, seed: int) -> None:
    mei = await world.customer()
    ticket = (await world.open(mei))["ticket"]["id"]
    plans: list[list[list[tuple[list[str], list[str]]]]] = []

    @settings(max_examples=8, database=None, derandomize=seed == 0)
    @given(st.lists(st.lists(STEP, max_size=5), min_size=2, max_size=4))
    def collect(plan: list[list[tuple[list[str], list[str]]]]) -> None:
        plans.append(plan)

    collect()

    async def hand(steps: list[tuple[list[str], list[str]]]) -> None:
        for add, remove in steps:
            await actions.change(world.kit, SYSTEM, ticket, add, remove)

    for plan in plans:
        await asyncio.gather(*(hand(steps) for steps in plan))
    await whole(world, ticket)
    await world.react()
    used = {r["word"]: r["used"] for r in await world.kit.db.fetch("select word, used from tag")}
    stands = await world.kit.db.fetchval("select tags from ticket where id = $1", ticket)
    assert used == {w: int(w in stands) for w in used}
