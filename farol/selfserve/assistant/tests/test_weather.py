"""Whatever a model, a service or a customer does to it: an answer or a person within eight seconds, the message kept, the queue untouched, and a budget."""

import asyncio
from typing import Any

import pytest

from farol.core.understanding import resident
from farol.kit.model_port import ModelPort, store
from farol.kit.ratelimit import buckets
from farol.selfserve.assistant import actions
from farol.selfserve.assistant import store as kept
from farol.selfserve.assistant.around import BUDGET_S, Around, Who
from farol.selfserve.assistant.tongues import translated
from tests.stand_ins.model_server import BAD

from .conftest import Scene
from .test_model import ASKED, plugged, server  # noqa: F401 — fixtures


async def test_down_slow_garbage_ten_megabytes_or_endless(scene: Scene, server: Any, plugged: Any) -> None:  # noqa: F811
    await asyncio.to_thread(resident.model)  # some seconds, where no model is kept
    server.slow_s = 3_600
    assert BUDGET_S < 8
    for model in ("slow", "endless", "error-500", "error-429", "refusal", "hostile", *BAD):
        plugged(model, timeout=1.0)
        buckets.clear()
        ticket = (await scene.world.open(await scene.world.customer(), ASKED))["ticket"]["id"]
        await scene.world.react()
        async with asyncio.timeout(120):  # an hour is what it would take
            turn = await actions.answer(scene.kit, ticket, 2)
        assert turn, model
        assert (turn.kind, turn.model) == ("answer", ""), model
        assert "A fee is charged only when an order fills" in (await scene.said(ticket))[0], model
        assert await scene.kit.db.fetchval("select count(*) from queue_entry where ticket_id = $1 and not_before > now() + interval '15 seconds'", ticket) == 0


async def test_one_customers_budget_is_theirs_and_beyond_it_passages_are_quoted(scene: Scene, plugged: Any) -> None:  # noqa: F811
    plugged("no-usage", timeout=30.0, model_customer_tokens=1_500)
    used, outcomes = [], []
    for _ in range(4):
        turn = await scene.last(await scene.ticket(ASKED))
        assert turn
        used.append((turn.kind, turn.model))
        outcomes += [stage.detail["outcome"] for stage in turn.stages if stage.name == "model"]
    assert {kind for kind, _ in used} == {"answer"}, "search goes on without a model"
    assert (outcomes[0], outcomes[-1], used[-1][1]) == ("used", "budget", "")
    await scene.kit.get(ModelPort).settled()


async def test_what_everybody_together_may_use_is_bounded(scene: Scene, plugged: Any) -> None:  # noqa: F811
    plugged("good", model_day_tokens=10)
    turn = await scene.last(await scene.ticket(ASKED))
    assert turn
    assert (turn.kind, turn.model) == ("answer", "")
    assert any(stage.detail.get("outcome") == "budget" for stage in turn.stages)
    await scene.kit.get(ModelPort).settled()
    from farol.kit import clock

    assert await store.spent(scene.kit.db, clock.now().date()) == 0


async def test_a_hundred_thousand_characters_are_refused_and_twenty_answers_are_enough(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    client = await scene.world.customer()
    ticket = (await scene.world.open(client, ASKED))["ticket"]["id"]
    await scene.work()
    answer = await client.post(f"/tickets/{ticket}/messages", json={"client_id": "0195b6f0-0000-7000-8000-000000000001", "body": "x" * 100_000})
    assert answer.status_code in (400, 413, 422)
    monkeypatch.setattr("farol.selfserve.assistant.thinking.MOST_TURNS", 1)
    await scene.say(ticket, "and what is a memo")
    case = await kept.case(scene.kit.db, ticket)
    assert case
    assert (case.state, case.why) == ("handed", "often")


class Service:
    """A translator that was turned against us."""

    def __init__(self, words: str) -> None:
        self.words = words

    async def translate(self, *_: Any, **__: Any) -> Any:
        return type("Made", (), {"why": "done", "words": self.words, "by": "service"})


class OneTranslator:
    """A kit with nothing but a translator."""

    def __init__(self, service: Service) -> None:
        self._service = service

    def has(self, _: Any) -> bool:
        return True

    def get(self, _: Any) -> Service:
        return self._service


@pytest.mark.parametrize(("words", "used"), [
    ("La comisión se cobra cuando la orden se ejecuta.", True), ("Envíenos su código de verificación por aquí.", False), ("Пришлите нам код из СМС сюда.", False),
    ("We guarantee that it arrives.", False),
])  # fmt: skip
async def test_a_translation_that_asks_for_what_nobody_asks_for_is_not_used(words: str, used: bool) -> None:
    around = Around(OneTranslator(Service(words)), Who())  # type: ignore[arg-type]
    assert (await translated(around, "The fee is charged when an order fills.", "en", "es"))[0] == (words if used else "")


async def test_a_translator_that_never_answers_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    class Endless(Service):
        async def translate(self, *_: Any, **__: Any) -> Any:
            await asyncio.sleep(3_600)

    around = Around(OneTranslator(Endless("")), Who())  # type: ignore[arg-type]
    monkeypatch.setattr(around, "left_s", lambda: 0.05)
    async with asyncio.timeout(120):
        assert await translated(around, "The fee.", "en", "es") == ("", "")
