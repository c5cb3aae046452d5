"""The rules of giving out, for any queue and any shift."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from farol.desk.queue.matching import P0_OVER, circle, match
from farol.desk.queue.model import Agent, Skill, Waiting, cost, credit, order

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
LANGUAGES, REASONS, TIERS = ("zh", "en", "es"), ("", "dep.unconfirmed", "p2p.fraud_payment"), ("", "VIP 1", "VIP 3", "VIP 99", "vip x")
skills = st.lists(st.builds(Skill, st.sampled_from(LANGUAGES), st.sampled_from(("", "dep", "p2p")), st.integers(1, 3)), max_size=3)
agents = st.lists(st.tuples(st.booleans(), st.integers(0, 9), st.integers(1, 3), st.integers(0, 4), st.integers(0, 999), skills), max_size=6)
tickets = st.lists(st.tuples(st.sampled_from(("P0", "P1", "P2", "P3", "P4")), st.sampled_from(LANGUAGES), st.sampled_from(REASONS),
                             st.sampled_from(TIERS), st.integers(0, 900), st.sampled_from(("webchat", "email")),
                             st.frozensets(st.integers(1, 6), max_size=2)), max_size=12)


def shift_of(drawn) -> list[Agent]:
    return [Agent(n, free, right > 0, slots, load, NOW - timedelta(seconds=idle), tuple(has))
            for n, (free, right, slots, load, idle, has) in enumerate(drawn, 1)]


def line_of(drawn) -> list[Waiting]:
    line = []
    for n, (severity, language, reason, tier, waited, channel, barred) in enumerate(drawn, 1):
        came = NOW - timedelta(seconds=waited)
        line.append(Waiting(n, n, severity, language, reason, cost(severity, channel), came, came - credit(tier), barred=barred))
    return sorted(line, key=order)


@settings(max_examples=400, deadline=None)
@given(tickets, agents)
def test_whatever_waits_and_whoever_is_there(waiting, staff) -> None:
    line, shift = line_of(waiting), shift_of(staff)
    made = match(line, shift, NOW)
    by_id = {a.id: a for a in shift}
    load = {a.id: a.load for a in shift}
    assert len({m.waiting.id for m in made}) == len(made), "a ticket goes to one"
    assert [order(m.waiting) for m in made] == sorted(order(m.waiting) for m in made), "in the queue's order"
    for w, number in made:
        agent = by_id[number]
        assert agent.right
        assert agent.available
        assert agent.skills
        assert number not in w.barred
        assert load[number] < agent.slots + (P0_OVER if w.severity == "P0" else 0), "a free slot"
        language, level = circle(w, shift, NOW, 60)
        if w.severity != "P0":
            assert agent.level(language, w.reason) >= level
        load[number] += w.slots
    given_out = {m.waiting.id for m in made}
    for w in line:  # nobody passed by while somebody who could take them had a free slot
        if w.id in given_out or w.severity == "P0":
            continue
        language, level = circle(w, shift, NOW, 60)
        could = [a for a in shift if a.available and a.right and a.level(language, w.reason) >= level and a.id not in w.barred]
        assert all(load[a.id] >= a.slots for a in could)


@settings(max_examples=400, deadline=None)
@given(tickets, agents)
def test_first_in_first_out_within_a_class(waiting, staff) -> None:
    """Class: severity, tier, language and reason, with nobody barred. Who is given out are those who came first."""
    line = line_of([(*w[:6], frozenset()) for w in waiting])
    tier = {n: w[3] for n, w in enumerate(waiting, 1)}
    taken = {m.waiting.id for m in match(line, shift_of(staff), NOW)}
    classes: dict[object, list[Waiting]] = {}
    for w in line:
        classes.setdefault((w.severity, tier[w.id], w.language, w.reason), []).append(w)
    for members in classes.values():
        came = sorted(members, key=lambda w: (w.entered_at, w.id))
        fresh = [w for w in came if NOW - w.entered_at < timedelta(seconds=60)]
        for group in ([w for w in came if w not in fresh], fresh):
            flags = [w.id in taken for w in group]
            assert flags == sorted(flags, reverse=True)


@given(tickets)
def test_a_tier_never_passes_a_severity(waiting) -> None:
    line = line_of(waiting)
    assert [w.severity for w in line] == sorted(w.severity for w in line)
    tiers = {n: w[3] for n, w in enumerate(waiting, 1)}
    for one in line:
        for other in line:
            if one.severity == other.severity and order(one) < order(other) and one.entered_at > other.entered_at:
                assert credit(tiers[one.id]) > credit(tiers[other.id])
                assert one.entered_at - other.entered_at <= timedelta(seconds=600)


def test_least_loaded_then_longest_idle() -> None:
    zh = (Skill("zh", "", 2),)
    shift = [Agent(n, True, True, 3, load, NOW - timedelta(seconds=idle), zh) for n, load, idle in ((1, 1, 900), (2, 0, 10), (3, 0, 60))]
    line = [Waiting(n, n, "P3", "zh", "", 1, NOW, NOW) for n in range(4)]
    assert [m.agent for m in match(line, shift, NOW)] == [3, 2, 1, 3]


def test_a_person_at_risk_waits_for_nobodys_slot() -> None:
    full = [Agent(1, True, True, 2, 2, NOW, (Skill("en", "", 1),))]
    at_risk = Waiting(1, 1, "P0", "zh", "care.person_at_risk", 2, NOW, NOW)
    assert match([at_risk], full, NOW) == [(at_risk, 1)]
