"""Other ways than the console: when they are gone, in how many letters, and what happens when nobody takes one."""

from datetime import timedelta

import pytest

from farol.app.demo import cast
from farol.core.notices import jobs, ways
from farol.kit import clock
from tests.world import later


@pytest.fixture
def post(monkeypatch):
    """Letters that went: way, whose, kinds of notices. ``post.fails`` is raised instead while it is set."""

    class Post(list):
        fails = None

    sent = Post()

    def by(way):
        async def send(kit, person, told):
            if sent.fails:
                raise sent.fails
            sent.append((way, person.id, [each.notice.kind for each in told]))

        return send

    monkeypatch.setattr("farol.core.notices.sending.WAYS", {"mail": by("mail"), "push": by("push")})
    yield sent
    clock.shift(timedelta())


async def test_a_push_at_once_and_a_mail_when_nobody_looked(told, post):
    ana, _ = await told.person()
    await told.tell(ana, kind="mention")
    await told.deliver()
    assert post == [("push", ana, ["mention"])]
    await told.tell(ana, kind="promise", key="k2")
    await told.deliver()
    await jobs.send_due(told.kit)
    assert len(post) == 2
    later(seconds=121)
    await jobs.send_due(told.kit)
    await jobs.send_due(told.kit)
    assert post[2:] == [("mail", ana, ["mention", "promise"])]


async def test_what_was_seen_is_not_sent(told, post):
    ana, client = await told.person()
    await told.tell(ana, kind="mention")
    await told.deliver()
    await client.ok("POST", "/notices/seen", json={"upto": 2**60})
    later(seconds=121)
    await jobs.send_due(told.kit)
    assert [way for way, *_ in post] == ["push"]
    assert await told.kit.db.fetchval("select count(*) from notice_due") == 0


async def test_only_by_the_ways_that_were_chosen(told, post):
    ana, client = await told.person()
    await client.ok("PUT", "/me/notices", json={"ways": {"words": ["mail"], "sla": []}})
    frames = told.console(ana)
    await told.tell(ana, kind="words")
    await told.tell(ana, kind="sla.breached", key="k2")
    await told.deliver()
    assert frames == []
    listed = await client.ok("GET", "/notices")
    assert (listed["unseen"], len(listed["notices"])) == (0, 2)
    later(seconds=121)
    await jobs.send_due(told.kit)
    assert post == [("mail", ana, ["words"])]


async def test_quiet_hours_end_with_one_letter_of_what_was_missed(told, post):
    ana, client = await told.person()
    begins = (clock.now() - timedelta(hours=1)).strftime("%H:%M")
    ends = (clock.now() + timedelta(hours=2)).strftime("%H:%M")
    await client.ok("PUT", "/me/notices", json={"quiet": {"begins": begins, "ends": ends}})
    for n in range(3):
        await told.tell(ana, kind="mention", key=f"k{n}")
    await told.tell(ana, kind="emergency", key="fire")
    await told.deliver()
    later(minutes=30)
    await jobs.send_due(told.kit)
    assert post == []
    later(hours=2, minutes=1)
    await jobs.send_due(told.kit)
    assert sorted(post) == [("mail", ana, ["mention"] * 3 + ["emergency"]), ("push", ana, ["mention"] * 3 + ["emergency"])]


async def test_an_emergency_wakes_who_lets_it(told, post):
    dan, client = await told.person(cast.DAN)
    begins = (clock.now() - timedelta(hours=1)).strftime("%H:%M")
    ends = (clock.now() + timedelta(hours=2)).strftime("%H:%M")
    await client.ok("PUT", "/me/notices", json={"quiet": {"begins": begins, "ends": ends}})
    ticket = (await told.world.open(await told.world.customer()))["ticket"]["id"]
    await told.tell(dan, kind="mention", ticket=ticket)
    await told.deliver()
    assert post == []
    await told.kit.db.execute("update ticket set severity = 'P0'")
    await told.tell(dan, kind="words", ticket=ticket, key="k2")
    await told.deliver()
    assert post == [("push", dan, ["words"])]


async def test_a_way_that_is_closed_is_tried_again_and_given_up_in_the_end(told, post):
    ana, _ = await told.person()
    post.fails = ways.Away("no route")
    await told.tell(ana, kind="assigned")
    await told.deliver()
    assert await told.kit.db.fetchval("select tries from notice_due") == 1
    post.fails = None
    await jobs.send_due(told.kit)
    assert post == []
    later(seconds=61)
    await jobs.send_due(told.kit)
    assert post == [("push", ana, ["assigned"])]
    post.fails = ways.Away("no route")
    await told.tell(ana, kind="assigned", key="k2")
    await told.deliver()
    for hour in range(1, 10):
        later(hours=5 * hour)
        await jobs.send_due(told.kit)
    assert await told.kit.db.fetchval("select count(*) from notice_due") == 0


async def test_who_cannot_be_reached_keeps_it_on_the_console(told, post):
    ana, client = await told.person()
    post.fails = ways.Unreachable("no browser")
    await told.tell(ana, kind="assigned")
    await told.deliver()
    assert await told.kit.db.fetchval("select count(*) from notice_due") == 0
    assert (await client.ok("GET", "/notices"))["unseen"] == 1
