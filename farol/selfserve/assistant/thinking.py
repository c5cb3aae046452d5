"""A turn from the customer's words to the assistant's, without posting anything: the stages in their order."""

import asyncio

from msgspec.structs import replace

from farol.core.understanding import Understood, resident, understand
from farol.core.urgency.silence import AT_RISK
from farol.desk.triage.model import family_of
from farol.selfserve.flows.answering import chosen
from farol.selfserve.flows.model import FlowTurn, stored
from farol.selfserve.flows.script import SILENT, flows
from farol.selfserve.forms.model import forms

from .around import Around
from .model import Offer
from .tongues import in_tongue, in_tongue_of_flow
from .turn import answering
from .turn.checking import checked
from .turn.finding import Candidate, find
from .turn.first import first
from .turn.gate import Signs
from .turn.given import Given, Heard, Thought
from .turn.guiding import guide
from .turn.handing import Wait, hand_over, silent
from .turn.hear import hear
from .turn.how import asks_how
from .turn.matter import GUIDED, SURE, alarmed, matter
from .turn.trace import Trace
from .words import filled, words_of

MOST_TURNS = 20
"""Answers in one ticket; who is not helped by then needs a person."""
CLEAR = 0.7
"""The share from which words that a flow cannot read are about something else."""
PRESSED = Signs(0, 0, 0, 0, 1, 0, 1)


class Turn:
    """One turn of one ticket."""

    def __init__(self, around: Around, given: Given, tried: list[str], turns: int = 0) -> None:
        self.around, self.given, self.tried, self.turns = around, given, tried, turns
        self.trace = Trace()

    async def think(self) -> Thought:
        """What it comes to. Raises only when the database is gone."""
        heard = hear(self.given, self.trace)
        thought = await self._thought(heard)
        if thought.move.kind != "silent" and not checked(thought.move, heard.language, self.trace):
            thought = await self._over(heard, "flow", thought.move.reason)
        return replace(thought, stages=self.trace.stages)

    async def _thought(self, heard: Heard) -> Thought:
        early = await self._first(heard)
        if early:
            return early
        if self.turns >= MOST_TURNS:
            return await self._over(heard, "often")
        pressed = await self._pressed(heard)
        if pressed:
            return pressed
        if not resident.ready:  # some seconds, once, where no model is kept
            await asyncio.to_thread(resident.model)
        return await self._go_on(heard) if self.given.case.flow else await self._matter(heard)

    async def _go_on(self, heard: Heard) -> Thought:
        """The flow's next step; what it cannot read may be danger, theft or another matter."""
        before, about = stored(self.given.case.flow), None
        if before is None or chosen(before.options, heard.text) is None:
            about = understand(heard.text, heard.language)
            if alarm := alarmed(about):
                return silent(self.given, heard, "urgent", self.trace) if alarm == AT_RISK else await self._stolen(heard)
        turn = await self._step(self.given.case.reason, heard)
        lost = turn.hand_off == "not_understood" or (before is not None and turn.state is not None and turn.state.misses > before.misses)
        if lost and about is not None and _another_matter(about, self.given.case.reason):
            self.given = replace(self.given, reason="", case=replace(self.given.case, flow=None, slots={}, reason=""))
            return await self._matter(heard)
        return await self._flow(heard, turn)

    async def _first(self, heard: Heard) -> Thought | None:
        given, words = self.given, words_of(heard.language)
        what = first(given, heard, self.trace).what
        if what == "risk":
            return silent(given, heard, "urgent", self.trace)
        if what == "stolen":
            return await self._stolen(heard)
        if what in ("person", "files"):
            return await self._over(heard, "asked" if what == "person" else "files", given.case.reason or given.filed)
        if what == "what":
            return answering.simply(given, heard, words.i_am, "i_am", self.trace, [Offer(words.person, "person")])
        if what == "thanks":
            return answering.simply(given, heard, words.glad, "glad", self.trace)
        return answering.ask(given, heard, self.trace, greeting=True) if what == "nothing" else None

    async def _pressed(self, heard: Heard) -> Thought | None:
        """A choice of the last turn."""
        given = self.given
        offer = chosen(given.case.offered, heard.text)
        if offer is None:
            return None
        with self.trace.stage("choice") as told:
            told.say("客户选了上一轮的一个选项。", "Chose one of the last turn's choices.", to=offer.to)
        verb, _, rest = offer.to.partition(":")
        if verb == "yes":
            return answering.solved(given, heard, self.trace)
        if verb == "person":
            return await self._over(heard, "asked", given.case.reason or given.filed)
        if verb in ("no", "other"):
            if given.case.misses + 1 >= given.misses:
                return await self._over(heard, "missed", given.case.reason)
            return answering.ask(given, heard, self.trace)
        if verb == "article":
            return await self._article(heard, rest, given.case.reason)
        return await self._reason(heard, rest)

    async def _matter(self, heard: Heard) -> Thought:
        given = self.given
        about = matter(given, heard, self.trace)
        alarm = alarmed(about.understood)
        if alarm == AT_RISK:
            return silent(given, heard, "urgent", self.trace)
        if alarm:
            return await self._stolen(heard)
        if about.guided and not given.reason and self.around.who.uid and about.share >= SURE / 2:
            state = await self.around.state([*reversed(given.before), heard.text])
            if state and state != about.reason:
                about = matter(given, heard, self.trace, state)
        if about.reason in SILENT:
            return silent(given, heard, "urgent", self.trace)
        if any(about.reason.startswith(begin) for begin in given.to_people if about.reason):
            return await self._over(heard, "reason", about.reason)
        if offers := answering.theft_first(given, heard, about):
            return answering.choose(given, heard, offers, about.reason, self.trace, again=False)
        how = about.guided and about.by != "state" and asks_how(heard.text)
        if about.guided and about.share >= SURE and about.reason in flows() and not how:
            return await self._reason(heard, about.reason)
        candidates = find(heard, about, *await self.around.articles(heard.text, heard.language), self.trace)
        if how and (offers := answering.page_or_help(heard, about, candidates)):
            return answering.choose(given, heard, offers, about.reason, self.trace, again=False)
        sure = answering.sure(heard, about, candidates)
        if sure and candidates[0].article.title in self.tried and given.case.reason:
            return await self._over(heard, "missed", about.reason)  # who asks again was not helped by these words
        if not sure and about.share >= SURE and about.reason in flows() and not answering.elsewhere(about, candidates):
            return await self._reason(heard, about.reason)
        thought = answering.by_gate(given, heard, about, candidates, self.trace)
        if thought is None:
            return await self._over(heard, "missed", about.reason)
        if thought.move.kind == "answer":
            return await in_tongue(self.around, given, heard, candidates[0], about.reason, thought, self.trace)
        return thought

    async def _reason(self, heard: Heard, reason: str) -> Thought:
        """By the reason's flow, else by its first article, else by a person."""
        if reason in flows():
            return await self._flow(heard, await self._step(reason, heard, anew=True))
        if reason in forms() and family_of(reason) not in GUIDED and forms()[reason].articles:
            return await self._article(heard, forms()[reason].articles[0], reason)
        return await self._over(heard, "reason", reason)

    async def _step(self, reason: str, heard: Heard, *, anew: bool = False) -> FlowTurn:
        case = self.given.case
        known = {**case.slots, **heard.slots}
        return await self.around.step(reason, heard.language, known, None if anew else case.flow, heard.text)

    async def _flow(self, heard: Heard, turn: FlowTurn) -> Thought:
        if turn.hand_off and turn.reason in SILENT:
            return silent(self.given, heard, "urgent", self.trace)
        guided = guide(self.given, heard, turn, self.trace)
        guided = await in_tongue_of_flow(self.around, heard, turn, guided, self.given, self.trace)
        if not turn.hand_off:
            return guided
        lead = guided.move.parts.lead.removeprefix(words_of(heard.language).intro).strip() if turn.hand_off == "people" else ""
        return await self._over(heard, "flow", turn.reason, lead, guided.move.evidence)

    async def _article(self, heard: Heard, slug: str, reason: str) -> Thought:
        _, shelf = await self.around.articles("", heard.language)
        article = shelf(slug, heard.language)
        if article is None:
            return await self._over(heard, "missed", reason)
        picked = Candidate(article, None, PRESSED, 1.0)
        thought = answering.answer(self.given, heard, picked, reason, self.trace)
        return await in_tongue(self.around, self.given, heard, picked, reason, thought, self.trace)

    async def _stolen(self, heard: Heard) -> Thought:
        lead = filled(words_of(heard.language).stolen, url=f"{self.given.site}/stolen")
        return await self._over(heard, "urgent", "sec.account_stolen", lead)

    def failed(self) -> Thought:
        """A person goes on, where something broke that should not have."""
        heard = Heard("", self.given.chosen or self.given.kept, [], [], {})
        wait, zone = Wait(due=self.around.who.due), self.around.who.zone
        return hand_over(self.given, heard, "failed", wait, zone, self.trace, tried=self.tried, reason=self.given.case.reason or self.given.filed)

    async def _over(self, heard: Heard, why: str, reason: str = "", lead: str = "", evidence: list[str] | None = None) -> Thought:
        wait = await self.around.wait(reason, heard.language, "P0" if why == "urgent" else "")
        thought = hand_over(self.given, heard, why, wait, self.around.who.zone, self.trace, tried=self.tried, reason=reason, lead=lead)
        return replace(thought, move=replace(thought.move, evidence=[*thought.move.evidence, *(evidence or [])]))


def _another_matter(about: Understood, reason: str) -> bool:
    top = about.reasons[0] if about.reasons and not about.out_of_scope else None
    return top is not None and top.p >= CLEAR and family_of(top.code) != family_of(reason)
