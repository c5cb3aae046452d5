"""It says nothing where it is off, where somebody may be in danger, and where a person speaks, owns, looks or writes."""

import uuid

import pytest

from farol.core.tickets import actions as tickets
from farol.core.urgency.silence import silent
from farol.kit.permission import Actor, Can
from farol.selfserve.assistant import actions, store, turn_store
from farol.selfserve.assistant.model import Case

from .conftest import Scene

ANA = frozenset({Can.TICKET_REPLY, Can.TICKET_NOTE})


async def opened(scene: Scene, words: str = "fees for VIP 2") -> int:
    """A new ticket about which nothing was done yet."""
    ticket: int = (await scene.world.open(await scene.world.customer(), words))["ticket"]["id"]
    await scene.world.react()
    return ticket


async def ana(scene: Scene) -> Actor:
    await scene.world.staff()
    return Actor("staff", scene.world._staff["ana"], ANA)


async def test_it_is_off_until_somebody_switches_it_on(scene: Scene) -> None:
    await scene.set(active=False)
    ticket = await scene.ticket("fees for VIP 2")
    assert await scene.said(ticket) == []
    assert await actions.answer(scene.kit, ticket, 2) is None
    assert await scene.kit.db.fetchval("select not_before from queue_entry where ticket_id = $1", ticket) is None


async def test_only_on_its_channels_and_in_its_languages(scene: Scene) -> None:
    await scene.set(channels=["email"])
    assert await scene.said(await scene.ticket("fees for VIP 2")) == []
    await scene.set(channels=["webchat"], languages=["ru"])
    assert await scene.said(await scene.ticket("fees for VIP 2", language="en")) == []


@pytest.mark.parametrize("words", ["我不想活了", "I want to kill myself, everything is lost", "не хочу жить"])
async def test_where_somebody_may_be_in_danger_no_machine_speaks(scene: Scene, words: str) -> None:
    ticket = await scene.ticket(words)
    assert await scene.said(ticket) == []
    assert await silent(scene.kit.db, ticket)
    assert await scene.kit.db.fetchval("select not_before from queue_entry where ticket_id = $1 and left_at is null", ticket) is None


async def test_after_a_person_has_spoken_it_never_speaks_again(scene: Scene) -> None:
    ticket = await opened(scene)
    await tickets.post_message(scene.kit, await ana(scene), ticket, client_id=uuid.uuid4(), body="I am looking into it", takes=False)
    assert await actions.answer(scene.kit, ticket, 2) is None
    await scene.say(ticket, "fees for VIP 2")
    assert await scene.said(ticket) == []


async def test_whose_ticket_it_is_speaks(scene: Scene) -> None:
    ticket = await opened(scene)
    await scene.kit.db.execute("update ticket set owner_id = $2 where id = $1", ticket, (await ana(scene)).id)
    assert await actions.answer(scene.kit, ticket, 2) is None
    assert await scene.said(ticket) == []


async def test_somebody_who_writes_is_not_interrupted(scene: Scene) -> None:
    ticket = await opened(scene)
    await scene.kit.db.execute(
        "insert into draft (staff_id, ticket_id, mode, body, tab) values ($1, $2, 'reply', 'Hello Mei', 'a')", (await ana(scene)).id, ticket)
    assert await actions.answer(scene.kit, ticket, 2) is None


async def test_a_person_who_comes_while_it_thinks_goes_first(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    for comes in ("speaks", "takes"):
        ticket, who = await opened(scene), await ana(scene)
        think = actions._thought

        async def meanwhile(*given: object, ticket: int = ticket, comes: str = comes, who: Actor = who, think: object = think) -> object:
            thought = await think(*given)  # type: ignore[operator]
            if comes == "speaks":
                await tickets.post_message(scene.kit, who, ticket, client_id=uuid.uuid4(), body="Hello", takes=False)
            else:
                await scene.kit.db.execute("update ticket set owner_id = $2 where id = $1", ticket, who.id)
            return thought

        monkeypatch.setattr(actions, "_thought", meanwhile)
        assert await actions.answer(scene.kit, ticket, 2) is None
        monkeypatch.setattr(actions, "_thought", think)
        assert await scene.said(ticket) == []


async def test_its_words_are_refused_in_a_ticket_that_somebody_has(scene: Scene) -> None:
    from farol.core.tickets.problems import Stale

    ticket = await opened(scene)
    await scene.kit.db.execute("update ticket set owner_id = $2 where id = $1", ticket, (await ana(scene)).id)
    with pytest.raises(Stale):
        await tickets.post_message(scene.kit, actions.OTTO, ticket, client_id=uuid.uuid4(), body="Hello", answers=True)


async def test_handed_over_it_stays_silent(scene: Scene) -> None:
    ticket = await scene.ticket("agent")
    await scene.say(ticket, "fees for VIP 2")
    assert len(await scene.said(ticket)) == 1
    assert await turn_store.awaited(scene.kit.db, ticket) is None


async def test_what_machines_wrote_is_no_message_of_a_customer(scene: Scene) -> None:
    ticket = await scene.ticket("fees for VIP 2")
    assert await actions.answer(scene.kit, ticket, 3) is None
    assert await store.case(scene.kit.db, ticket) != Case(state="handed")
