"""Asking: what goes out, what comes back, and that whatever the other side does ends soon in a plain word."""

import asyncio
import time

import pytest
from structlog.testing import capture_logs

from farol.kit.breaker import TRIP_AFTER
from farol.kit.model_port import Turn, Unavailable, store
from farol.kit.model_port.port import AT_ONCE, MOST_CHARACTERS
from tests.stand_ins import hostile
from tests.stand_ins.model_server import BAD

from .conftest import ASKED, Answer


async def test_an_answer_comes_in_the_form_asked_for(server, port_with):
    port = port_with("good")
    assert await port.complete("rephrase", ASKED, Answer) == Answer("fine", ["fine"])
    sent = server.asked[0]
    assert (sent["model"], sent["stream"], sent["temperature"], sent["max_tokens"]) == ("good", False, 0, 800)
    schema = sent["response_format"]["json_schema"]
    assert schema["strict"]
    assert schema["schema"]["required"] == ["text", "parts"]
    assert schema["schema"]["additionalProperties"] is False
    assert server.headers[0]["authorization"] == "Bearer sk-test"


@pytest.mark.parametrize("output", ["json_object", "tool"])
async def test_services_without_schemas_are_told_in_their_own_way(server, port_with, output):
    assert await port_with("good", model_output=output).complete("draft", ASKED, Answer) == Answer("fine", ["fine"])
    assert ("tools" in server.asked[0]) == (output == "tool")


async def test_reasoning_models_get_their_own_limit(server, port_with):
    await port_with("good", model_kind="reasoning").complete("draft", ASKED, Answer, most_tokens=90)
    assert server.asked[0]["max_completion_tokens"] == 90
    assert not {"max_tokens", "temperature"} & server.asked[0].keys()


@pytest.mark.parametrize(
    "changed", [{"model_url": ""}, {"model_names": ()}, {"model_tasks": ()}, {"model_tasks": ("translate",)}],
    ids=["no address", "no model", "no task", "another task"])
async def test_it_is_off_until_everything_is_set(server, port_with, changed):
    port = port_with("good", **changed)
    assert not port.offers("rephrase")
    assert await port.complete("rephrase", ASKED, Answer) == Unavailable("off")
    assert not server.asked


async def test_secrets_leave_no_turn(server, port_with):
    words = ("legal winner thank year wave sausage worth useful legal winner thank yellow", "my password is Hunter2!x9")
    with capture_logs() as logs:
        await port_with("good", "error-500").complete("draft", [Turn("user", word) for word in words], Answer)
        await port_with("error-500").complete("draft", [Turn("user", "ordinary words of a customer")], Answer)
    sent = str(server.asked)
    assert "sausage" not in sent
    assert "Hunter2" not in sent
    assert "removed" in sent
    assert "ordinary words" not in str(logs)


@pytest.mark.parametrize(("model", "why"), [
    ("slow", "slow"), ("endless", "slow"), ("error-429", "limited"), ("error-500", "down"), ("error-401", "refused"),
    ("error-404", "refused"), ("redirect", "down"), ("refusal", "refused"), ("huge", "too_large"), ("flood", "too_large"),
    ("packed", "garbled"), ("cut", "down"), *((name, "garbled") for name in BAD if name not in ("huge", "flood", "packed", "cut")),
])
async def test_every_failure_ends_in_time_and_leaves_a_trace(kit, server, port_with, model, why):
    port, began = port_with(model), time.monotonic()
    assert await port.complete("draft", ASKED, Answer, about="ticket:7") == Unavailable(why)
    assert time.monotonic() - began < 8
    await port.settled()
    (call,) = await store.calls_about(kit.db, "ticket:7")
    assert (call.task, call.model, call.outcome) == ("draft", model, why)
    assert len(server.asked) == 1, "nothing is tried again"


@pytest.mark.parametrize("output", ["json_schema", "json_object", "tool"])
async def test_calls_that_were_not_offered_are_no_answer(port_with, output):
    port = port_with("hostile-calls", model_output=output)
    for _ in hostile.CALLS:
        assert await port.complete("draft", ASKED, Answer) in (Unavailable("garbled"), Unavailable("resting"))


async def test_hostile_words_stay_words(port_with):
    port = port_with("hostile")
    for words in hostile.ALL:
        assert await port.complete("draft", ASKED, Answer) == Answer(words, [words])


@pytest.mark.parametrize("first", ["error-500", "error-429", "error-404", "not-json", "slow"])
async def test_the_next_model_is_asked_within_the_same_time(kit, server, port_with, first):
    port, began = port_with(first, "good", model_timeout_s=6.0), time.monotonic()
    assert await port.complete("draft", ASKED, Answer, about="ticket:8") == Answer("fine", ["fine"])
    assert time.monotonic() - began < 8
    await port.settled()
    assert [call.model for call in await store.calls_about(kit.db, "ticket:8")] == ["good", first]


async def test_a_wrong_key_is_not_tried_on_other_models(server, port_with):
    assert await port_with("error-401", "good").complete("draft", ASKED, Answer) == Unavailable("refused")
    assert len(server.asked) == 1


async def test_a_model_that_fails_rests(server, port_with):
    port = port_with("error-500")
    for _ in range(TRIP_AFTER):
        assert await port.complete("draft", ASKED, Answer) == Unavailable("down")
    assert await port.complete("draft", ASKED, Answer) == Unavailable("resting")
    assert len(server.asked) == TRIP_AFTER


async def test_nobody_there(port_with):
    assert await port_with("good", model_url="http://127.0.0.1:9/v1").complete("draft", ASKED, Answer) == Unavailable("down")


async def test_too_much_at_once_is_not_sent(server, port_with):
    port = port_with("slow", model_timeout_s=0.6)
    answers = await asyncio.gather(*(port.complete("draft", ASKED, Answer) for _ in range(AT_ONCE + 4)))
    assert answers.count(Unavailable("busy")) == 4
    long = [Turn("user", "x" * (MOST_CHARACTERS + 1))]
    assert await port.complete("draft", long, Answer) == Unavailable("too_large")


async def test_half_a_character_is_sent_as_a_question_mark(server, port_with):
    assert isinstance(await port_with("good").complete("draft", [Turn("user", "a\ud800b")], Answer), Answer)
    assert server.asked[0]["messages"][0]["content"] == "a?b"
