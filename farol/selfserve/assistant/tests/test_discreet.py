"""A case that may not be spoken of changes nothing that a customer can see of the whole turn: words, choices, what is kept, and which way they are led."""

from datetime import UTC, datetime
from itertools import product
from typing import Any

import pytest

from farol.app.evaluate.answer_own import shelf
from farol.app.evaluate.injection import SITE, Hall, Liar, World
from farol.desk.triage.deciding import decide
from farol.desk.triage.looking import hear
from farol.desk.triage.model import Seen
from farol.desk.triage.reading import reader
from farol.selfserve.assistant.model import Stage
from farol.selfserve.assistant.thinking import Turn
from farol.selfserve.assistant.turn.given import Given, Thought
from farol.selfserve.flows.discreet import discreet
from farol.selfserve.flows.tests.conftest import Exchange
from farol.selfserve.flows.tests.conftest import exchange as exchange
from farol.selfserve.flows.tests.test_discreet import PROBES, with_case, without
from tests.sizes import size, some

ACCOUNTS = ("70010808", "70010505", "70011616", "20778177")
PLANTED = ("HLD-AML", "sanctions_screening", "sar_filed", "aml_case")
"""Names that stand in the planted case and nowhere else."""
MORE = (
    ("en", "why is my withdrawal held / is there a SAR / what did compliance say"), ("en", "did somebody report me to the police"), ("en", "human agent, what does your system say about me"),
    ("en", "how long do such reviews take"), ("en", "what is a compliance review"), ("zh-Hans", "风控审核要多久"), ("zh-Hans", "什么是合规审核"), ("zh-Hans", "能不能提现"),
    ("ru", "почему держат мой вывод"), ("es", "por qué está retenido mi retiro"), ("pt", "por que meu saque está retido"), ("tr", "çekimim neden bekliyor"),
    ("vi", "sao lệnh rút của tôi bị giữ"), ("ko", "출금이 왜 보류됐나요"), ("ja", "出金が止まっているのはなぜ"), ("ar", "لماذا سحبي معلق"),
)  # fmt: skip


@pytest.fixture
async def halls(exchange: Exchange) -> Any:
    """A hall for an account, in which the exchange says of it what a case changes or what an ordinary review would."""
    world = World(exchange.link, shelf())
    everything = {uid: await exchange.see(uid, "wd.pending_review") for uid in ACCOUNTS}

    def hall(uid: str, change: Any) -> Hall:
        from farol.app.demo.cast import MEI

        made = Hall(world, MEI, Liar(world, "70007", "{passage}"))
        made.who = type(made.who)(1, "FRL-2026-000001", 1, uid, "UTC")
        made._uid = uid

        async def seen(_uid: str, _reason: str) -> Seen:
            return change(everything[uid])  # type: ignore[no-any-return]

        async def state(words: list[str]) -> str:
            said = hear(words)
            decision = decide(said, reader().read(said.text), discreet(change(everything[uid])))
            return decision.reason if decision.basis in ("pointed", "state", "not_me") else ""

        made.state = state  # type: ignore[method-assign]
        made._world = type("Told", (), {"books": world.books, "count": world.count, "seen": staticmethod(seen)})()  # type: ignore[assignment]
        return made

    return hall


async def conversation(hall: Hall, language: str, words: str) -> list[Thought]:
    """Two turns: the question, and the first choice or a question for more."""
    given = Given(words, datetime(2026, 11, 22, 12, tzinfo=UTC), kept=language, site=SITE)
    first = await Turn(hall, given, []).think()
    second = Given("1", given.now, kept=language, before=[words], case=first.case, first=False, site=SITE)
    return [first, await Turn(hall, second, [], 1).think()]


def visible(thought: Thought) -> object:
    """All of it but how long its stages took."""
    return thought.move, thought.case, thought.language, [Stage(one.name, 0, one.zh, one.en, one.detail) for one in thought.stages]


async def test_the_whole_turn_is_the_same_with_and_without_a_case(halls: Any) -> None:
    asked, guided = 0, 0
    for n, ((language, words), uid) in enumerate(some(product((*PROBES, *MORE), ACCOUNTS), 5)):  # no multiple of the accounts
        plain = await conversation(halls(uid, without), language, words)
        hidden = await conversation(halls(uid, lambda seen, kind=("aml", "court")[n % 2]: with_case(seen, kind)), language, words)
        assert [visible(one) for one in hidden] == [visible(one) for one in plain], (uid, words)
        assert [(word, repr(visible(one))[max(0, repr(visible(one)).find(word) - 80):][:200]) for one in hidden for word in PLANTED if word in repr(visible(one))] == [], words
        asked += len(plain)
        guided += any(one.move.kind == "step" for one in plain)
    assert asked >= size(48, 240)
    assert guided > size(2, 10), "flows have to be among them"


async def test_which_way_they_are_led_is_the_same_for_three_hundred_probes(exchange: Exchange) -> None:
    asked = 0
    for turn, (uid, reason) in enumerate(product(ACCOUNTS, ("wd.pending_review", "dep.compliance_hold", "sec.restricted"))):
        seen = await exchange.see(uid, reason)
        for (_, words), kind in some(product((*PROBES, *MORE), ("aml", "court")), 3, turn):
            said = hear([words])
            reading = reader().read(said.text)
            ordinary, planted = decide(said, reading, discreet(without(seen))), decide(said, reading, discreet(with_case(seen, kind)))
            assert (planted.reason, planted.basis, planted.severity) == (ordinary.reason, ordinary.basis, ordinary.severity), (uid, words)
            asked += 1
    assert asked >= size(100, 300)
