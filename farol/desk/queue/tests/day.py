"""Twenty-four hours of a desk of 200 agents in three shifts, played with the product's own rules. No I/O."""

import heapq
import random
from bisect import bisect_left, insort
from collections import deque
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from farol.desk.queue import estimate as est
from farol.desk.queue.matching import match
from farol.desk.queue.model import Agent, Skill, Waiting, cost, credit, order

MIDNIGHT = datetime(2026, 3, 2, tzinfo=UTC)
SHIFTS = ((0, 8, 45), (8, 16, 85), (16, 24, 70))
"""Begin, end (hours) and agents: 200 in all."""
SLOTS = 2
BUSY = (0.92, 1.05, 0.90, 0.80, 0.75, 0.80, 0.95, 1.10, 0.70, 0.85, 0.98, 1.06, 0.95, 0.90, 0.92, 0.95,
        0.90, 0.95, 1.04, 1.08, 0.98, 0.92, 0.85, 0.75)
"""Load asked of those on shift, by hour: the peaks ask for more than they can do."""
SEVERITIES = (("P0", 1), ("P1", 6), ("P2", 30), ("P3", 38), ("P4", 25))
HANDLING_S, PATIENCE_S = 400.0, 2400.0
KEPT = 200


class Contact(NamedTuple):
    """One customer's wait. told: P90 as shown; kept: learned figures were used. gone: left unanswered."""

    waiting: Waiting
    tier: str
    told: float | None
    learned: bool
    waited: float
    gone: bool


class Day:
    """One team, two languages, arrivals by the hour, conversations of lognormal length, customers who leave."""

    def __init__(self, seed: int = 1) -> None:
        self.random = random.Random(seed)
        self.now = 0.0
        self.events: list[tuple[float, int, str, Any]] = []
        self.numbers = 0
        self.line: list[tuple[Any, Waiting]] = []
        self.alike: dict[str, list[Any]] = {"zh": [], "en": []}
        self.tier: dict[int, str] = {}
        self.told: dict[int, tuple[est.Wait | None, est.Wait | None, bool]] = {}
        self.agents: dict[int, Agent] = {}
        self.leaving: set[int] = set()
        self.done: list[Contact] = []
        self.waits: dict[str, deque[tuple[float, float]]] = {s: deque(maxlen=KEPT) for s in ("", *(s for s, _ in SEVERITIES))}
        self.talks: deque[float] = deque(maxlen=2000)
        self.left, self.exposure = 0, 0.0
        self.came: dict[str, deque[float]] = {s: deque() for s, _ in SEVERITIES}
        self.figures: dict[str, est.Figures] = {}

    def at(self, seconds: float, what: str, about: Any = None) -> None:
        """Something will happen."""
        self.numbers += 1
        heapq.heappush(self.events, (self.now + seconds, self.numbers, what, about))

    def play(self) -> list[Contact]:
        """Everybody's wait, in the order in which it ended."""
        number = 0
        for begin, end, count in SHIFTS:
            for _ in range(count):
                number += 1
                languages = ("zh", "en") if number % 4 == 0 else ("zh",) if number % 8 in (1, 2, 3, 5) else ("en",)
                skills = tuple(Skill(each, "", 1 + number % 3) for each in languages)
                self.at(begin * 3600 + self.random.uniform(0, 60), "begin", Agent(number, True, True, SLOTS, 0, MIDNIGHT, skills))
                self.at(end * 3600 + self.random.uniform(0, 300), "end", number)
        self.at(0, "arrival")
        self.at(60, "learn")
        while self.events:
            self.now, _, what, about = heapq.heappop(self.events)
            if self.now > 26 * 3600:
                break
            getattr(self, f"_{what}")(about)
        return self.done

    @property
    def time(self) -> datetime:
        return MIDNIGHT + timedelta(seconds=self.now)

    def _arrival(self, _: None) -> None:
        hour = int(self.now // 3600)
        if hour >= 24:
            return
        staff = next(n for b, e, n in SHIFTS if b <= hour < e)
        self.at(self.random.expovariate(BUSY[hour] * staff * SLOTS / (HANDLING_S * 1.13)), "arrival")
        severity = self.random.choices([s for s, _ in SEVERITIES], [n for _, n in SEVERITIES])[0]
        language = self.random.choices(("zh", "en"), (58, 42))[0]
        tier = self.random.choices(("", "VIP 1", "VIP 3"), (90, 7, 3))[0]
        self.numbers += 1
        w = Waiting(self.numbers, self.numbers, severity, language, "", cost(severity, "webchat"), self.time, self.time - credit(tier))
        self.tier[w.id] = tier
        self.came[severity].append(self.now)
        line = self._place(w)
        figures = self.figures.get(severity) or self.figures.get("", est.Figures())
        self.told[w.id] = est.raw(line, figures), est.estimate(line, figures), len(self.waits[""]) >= est.LEAST
        insort(self.line, (order(w), w), key=lambda each: each[0])
        insort(self.alike[language], order(w))
        self.at(self.random.expovariate(1 / PATIENCE_S), "gives_up", w)
        self._dispatch()

    def _place(self, w: Waiting) -> est.Line:
        """The tighter of two lines: everybody's, and that of one's language."""
        ahead = bisect_left(self.line, order(w), key=lambda each: each[0])
        own = bisect_left(self.alike[w.language], order(w))
        over = sum(self._rate(s) for s, _ in SEVERITIES if s < w.severity)
        shift = [a for a in self.agents.values() if a.available]
        speak = [a for a in shift if a.level(w.language, "")]
        both = [est.Line(n, sum(a.slots for a in agents), sum(a.slots - a.load for a in agents if a.load < a.slots), o)
                for agents, n, o in ((shift, ahead, over), (speak, own, over / 2))]
        return est.tighter(both, est.Figures())

    def _rate(self, severity: str) -> float:
        came = self.came[severity]
        while came and came[0] < self.now - 900:
            came.popleft()
        return len(came) / max(min(self.now, 900), 60)

    def _dispatch(self) -> None:
        made = match((w for _, w in self.line), list(self.agents.values()), self.time)
        for w, agent in made:
            self._leaves(w)
            waited = self.now - (w.entered_at - MIDNIGHT).total_seconds() + self.random.uniform(2, 9)
            raw, told, learned = self.told.pop(w.id)
            self.done.append(Contact(w, self.tier[w.id], told.slowest if told else None, learned, waited, False))
            self.exposure += waited
            if raw:
                for kind in ("", w.severity):
                    self.waits[kind].append((waited / raw.usually, waited / raw.slowest))
            a = self.agents[agent]
            self.agents[agent] = Agent(a.id, a.available, a.right, a.slots, a.load + w.slots, self.time, a.skills)
            talk = self.random.lognormvariate(0, 0.5) * HANDLING_S
            self.talks.append(talk)
            self.at(talk, "ends", (agent, w.slots))

    def _leaves(self, w: Waiting) -> None:
        at = bisect_left(self.line, order(w), key=lambda each: each[0])
        assert self.line.pop(at)[1] is w
        own = self.alike[w.language]
        own.pop(bisect_left(own, order(w)))

    def _ends(self, about: tuple[int, int]) -> None:
        number, slots = about
        a = self.agents[number]
        if not a.available and a.load == slots:
            del self.agents[number]
        else:
            self.agents[number] = Agent(a.id, a.available, a.right, a.slots, a.load - slots, a.idle_since, a.skills)
        if self.line:
            self._dispatch()

    def _gives_up(self, w: Waiting) -> None:
        if w.id in self.told:
            self._leaves(w)
            _, told, learned = self.told.pop(w.id)
            waited = self.now - (w.entered_at - MIDNIGHT).total_seconds()
            self.done.append(Contact(w, self.tier[w.id], told.slowest if told else None, learned, waited, True))
            self.left, self.exposure = self.left + 1, self.exposure + waited

    def _begin(self, agent: Agent) -> None:
        self.agents[agent.id] = agent
        self._dispatch()

    def _end(self, number: int) -> None:
        a = self.agents[number]
        if a.load:
            self.agents[number] = Agent(a.id, False, a.right, a.slots, a.load, a.idle_since, a.skills)
        else:
            del self.agents[number]

    def _learn(self, _: None) -> None:
        handling, patience = est.handling(self.talks), est.patience(self.left, self.exposure)
        self.figures = {
            kind: est.Figures(handling, patience, est.correction([u for u, _ in waits], 0.5), est.correction([s for _, s in waits], 0.9))
            for kind, waits in self.waits.items() if len(waits) >= est.LEAST or not kind}
        if self.now < 26 * 3600:
            self.at(60, "learn")
