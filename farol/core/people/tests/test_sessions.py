import asyncio

import pytest

from farol.core.people import actions, begin, store
from farol.core.people.actions import session as module
from farol.core.people.tests.conftest import PLACE


@pytest.fixture(autouse=True)
def _nothing_remembered():
    module._seen._kept.clear()


async def test_tokens_are_long_random_and_not_stored(real, ana):
    tokens = [await actions.begin_session(real, ana.id) for _ in range(20)]
    assert len(set(tokens)) == 20
    assert all(len(token) == 43 for token in tokens)
    stored = [row["digest"] for row in await real.db.fetch("select digest from staff_session")]
    assert {module.digest_of(token) for token in tokens} == set(stored)


@pytest.mark.parametrize("token", ["", "x", "A" * 43, "A" * 101, "\0" * 43])
async def test_other_tokens_are_nobody(real, token):
    assert await actions.authenticate(real, token) is None


async def test_an_ended_session_is_dead_at_once(real, ana, events):
    token = await ana.sign_in()
    actor = await actions.authenticate(real, token)
    await actions.end_session(real, actor.session, owner=ana.id)
    assert await actions.authenticate(real, token) is None
    assert await actions.of_session(real, actor.session) is None
    assert await store.alive(real.db, [actor.session]) == set()
    assert (await events(ana.id))[-1] == (
        "staff.session_ended", {"why": "signed_out", "sessions": [actor.session.hex()[:12]]})
    await actions.end_session(real, actor.session)
    assert len([kind for kind, _ in await events(ana.id) if kind == "staff.session_ended"]) == 1


async def test_an_end_in_another_process_is_heard(real, ana):
    token = await ana.sign_in()
    actor = await actions.authenticate(real, token)
    await real.db.execute("update staff_session set ended_at = now()")
    assert await actions.authenticate(real, token) is not None  # remembered, for a second at most
    await begin.start(real)
    for _ in range(100):  # the memory is renewed by the look above, so only the word on the bus can end it this soon
        await real.bus.publish(module.ENDED, actor.session)
        await asyncio.sleep(0.005)
        if module._seen.get(actor.session) is None:
            break
    assert await actions.authenticate(real, token) is None


async def test_memory_lasts_a_second_at_most(real, ana, monkeypatch):
    token = await ana.sign_in()
    assert await actions.authenticate(real, token)
    await real.db.execute("update staff_session set ended_at = now()")
    from farol.kit import brief

    later = brief.time.monotonic() + 1.01
    monkeypatch.setattr(brief.time, "monotonic", lambda: later)
    assert await actions.authenticate(real, token) is None


@pytest.mark.parametrize(("column", "change"), [
    ("seen_at", "now() - interval '8 hours 1 second'"), ("expires_at", "now() - interval '1 second'"), ("ended_at", "now()"),
])
async def test_idle_and_old_sessions_are_over(real, ana, column, change):
    token = await ana.sign_in()
    await real.db.execute(f"update staff_session set {column} = {change}")
    assert await actions.authenticate(real, token) is None
    assert await store.alive(real.db, [module.digest_of(token)]) == set()
    assert await store.sessions(real.db, ana.id) == []


async def test_a_session_lasts_twelve_hours_and_use_keeps_it_awake(real, ana):
    token = await ana.sign_in()
    row = await real.db.fetchrow("select extract(epoch from expires_at - created_at) as life from staff_session")
    assert abs(row["life"] - 12 * 3600) < 1
    await real.db.execute("update staff_session set seen_at = now() - interval '7 hours'")
    assert await actions.authenticate(real, token)
    assert await real.db.fetchval("select seen_at > now() - interval '1 minute' from staff_session")


async def test_the_list_names_place_and_marks_the_one_that_asks(real, ana):
    one = await ana.sign_in()
    await actions.begin_session(real, ana.id, place=PLACE)
    actor = await actions.authenticate(real, one)
    found = await actions.sessions(real, actor)
    assert [(s.ip, s.agent) for s in found] == [("192.0.2.7", "Firefox")] * 2
    assert [s.id == actor.session.hex() for s in found] == [s.current for s in found]
    assert sum(s.current for s in found) == 1


async def test_ending_all_others_keeps_the_one_that_asks(real, ana, events):
    mine, *others = [await actions.begin_session(real, ana.id) for _ in range(3)]
    actor = await actions.authenticate(real, mine)
    for token in others:
        assert await actions.authenticate(real, token)
    await actions.end_others(real, actor)
    assert await actions.authenticate(real, mine)
    assert [await actions.authenticate(real, token) for token in others] == [None, None]
    kind, body = (await events(ana.id))[-1]
    assert (kind, body["why"], len(body["sessions"])) == ("staff.session_ended", "ended", 2)


async def test_nobody_ends_somebody_elses_session(real, ana):
    other = await actions.create_staff(real, email="bo@x.example", name="Bo", role="agent")
    token = await actions.begin_session(real, other)
    assert not await actions.end_session(real, module.digest_of(token), owner=ana.id)
    assert not await actions.end_session(real, b"nobody's", owner=ana.id)
    assert await actions.authenticate(real, token)
