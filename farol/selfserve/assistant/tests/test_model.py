"""A hosted model may word a quote; slow, broken or hostile it changes nothing, and invents nothing."""

from collections.abc import AsyncIterator
from typing import Any

import msgspec
import pytest

from farol.core.shield import scrub
from farol.kit.core import Kit
from farol.kit.model_port import ModelPort
from farol.selfserve.assistant.rephrasing import Worded, usable
from tests.stand_ins.model_server import ModelServer

from .conftest import Scene

ASKED = "fees for VIP 2"


def port(kit: Kit, server: ModelServer, model: str, **more: Any) -> ModelPort:
    settings = msgspec.structs.replace(
        kit.settings, model_url=server.base_url, model_names=(model,), model_tasks=("rephrase",), model_timeout_s=more.pop("timeout", 2.0), **more)
    kit.settings = settings
    return ModelPort(settings, kit.db, lambda text: scrub(text).text)


@pytest.fixture
async def server() -> AsyncIterator[ModelServer]:
    async with ModelServer(lambda body: {"words": "A fee is charged only when an order fills.", "cites": [1]}, slow_s=5) as made:
        yield made


@pytest.fixture
def plugged(scene: Scene, server: ModelServer) -> Any:
    before, settings = scene.kit.get(ModelPort), scene.kit.settings

    def plug(model: str, **more: Any) -> None:
        scene.kit.put(port(scene.kit, server, model, **more))

    yield plug
    scene.kit.put(before)
    scene.kit.settings = settings


async def test_its_words_stand_in_the_quotes_place_with_the_source(scene: Scene, plugged: Any) -> None:
    plugged("good")
    ticket = await scene.ticket(ASKED)
    [said] = await scene.said(ticket)
    assert "A fee is charged only when an order fills. [1]" in said
    assert "/help/en/a/fees-vip" in said
    turn = await scene.last(ticket)
    assert turn
    assert turn.model == "good"


async def test_what_adds_a_figure_is_not_used(scene: Scene, server: ModelServer, plugged: Any) -> None:
    server.answers = lambda body: {"words": "The fee is 0.03 % and you get it back within 24 hours.", "cites": [1]}
    plugged("good")
    ticket = await scene.ticket(ASKED)
    [said] = await scene.said(ticket)
    assert "0.03" not in said
    turn = await scene.last(ticket)
    assert turn
    assert (turn.kind, turn.model) == ("answer", "")


@pytest.mark.parametrize("model", ["slow", "error-500", "cut", "hostile"])
async def test_whatever_it_does_the_answer_comes(scene: Scene, plugged: Any, model: str) -> None:
    plugged(model, timeout=0.6)
    ticket = await scene.ticket(ASKED)
    turn = await scene.last(ticket)
    assert turn
    assert (turn.kind, turn.model) == ("answer", "")
    [said] = await scene.said(ticket)
    assert "A fee is charged only when an order fills" in said


@pytest.mark.parametrize("words", [
    "", "See https://evil.example", "<b>no</b>", "![x](y)", "It takes 3 days.", "Send 5 USDT to TXYZ", "word " * 200, "[here](javascript:x)",
])  # fmt: skip
def test_words_that_add_anything_are_refused(words: str) -> None:
    assert not usable(Worded(words, [1]), "The fee is charged when an order fills.")


def test_words_without_their_passage_are_refused() -> None:
    assert not usable(Worded("The fee is charged when an order fills.", []), "The fee is charged when an order fills.")
    assert usable(Worded("The fee is charged when it fills.", [1]), "The fee is charged when an order fills.")
