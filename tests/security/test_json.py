"""A16: JSON as its grammar has it: good is taken where the shape allows it, broken is 400, the rest is never an accident."""

import json
from uuid import uuid4

import pytest

from farol.kit.problem import Invalid, NotJson
from farol.kit.web import Body, decode
from tests.security.inventory import Route
from tests.security.json_cases import BAD_BYTES, BAD_TEXTS, BROKEN, GOOD, OPEN, TWICE
from tests.security.scene import Scene, listed
from tests.security.test_assignment import who_may
from tests.security.test_objects import things
from tests.sizes import some

JSON = {"content-type": "application/json"}
ANYTHING = "POST /api/console/session/passkey"
"""A route whose body holds a field of any JSON; a wrong credential there answers 401."""
EACH = 15
"""Every route tries a fifteenth of the broken texts, and every text is tried on a fifteenth of the routes."""


def raw(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


async def send(scene: Scene, route: Route, content: bytes) -> int:
    answer = await scene.ask(who_may(route), route, route.address(**things(scene, "mei")), content=content, headers=JSON)
    return answer.status_code


def test_a16_there_are_hundreds() -> None:
    assert len({*GOOD, *BROKEN, *BAD_TEXTS, *OPEN, *TWICE}) + len(BAD_BYTES) > 250
    for text in GOOD:
        json.loads(text)


async def test_a16_good_json_is_taken_where_anything_is(scene: Scene) -> None:
    route = scene.route(ANYTHING)
    wrong = [(text, status) for text in GOOD if (status := await send(scene, route, raw(f'{{"credential":{{"id":"x","any":{text}}}}}'))) != 401]
    assert not wrong, listed(wrong)


async def test_a16_broken_json_is_400_everywhere(scene: Scene) -> None:
    before, wrong = await scene.state(), []
    # No body at all is a missing one, 422, where the framework answers; the hot routes call it no JSON.
    texts = [raw(t) for t in (*BROKEN, *BAD_TEXTS)] + list(BAD_BYTES)
    for n, route in enumerate(r for r in scene.routes if r.body):
        for content in some(texts, EACH, n):
            if (status := await send(scene, route, content)) != (400 if content or route.name == "post_message" else 422):
                wrong.append((route.key, content[:60], status))
    assert not wrong, listed(wrong)
    assert await scene.state() == before


async def test_a16_broken_json_within_a_field_is_400(scene: Scene) -> None:
    route, wrong = scene.route(ANYTHING), []
    for text in BROKEN:
        if (status := await send(scene, route, raw(f'{{"credential":{{"id":"x","any":{text}}}}}'))) != 400:
            wrong.append((text, status))
    assert not wrong, listed(wrong)


async def test_a16_what_is_left_open_is_never_an_accident(scene: Scene) -> None:
    before, wrong = await scene.state(), []
    for n, route in enumerate(r for r in scene.routes if r.body):
        for text in some(OPEN, EACH, n):
            if not 400 <= (status := await send(scene, route, raw(text))) < 500:
                wrong.append((route.key, text[:60], status))
    route = scene.route(ANYTHING)
    for text in OPEN:
        if not 400 <= (status := await send(scene, route, raw(f'{{"credential":{{"id":"x","any":{text}}}}}'))) < 500:
            wrong.append((route.key, text[:60], status))
    assert not wrong, listed(wrong)
    assert await scene.state() == before


async def test_a16_a_name_twice_is_refused(scene: Scene) -> None:
    route = scene.route(ANYTHING)
    wrong = [(t, s) for t in TWICE if (s := await send(scene, route, raw(f'{{"credential":{t}}}'))) not in (400, 422)]
    assert not wrong, listed(wrong)


@pytest.mark.parametrize("gap", ["", " ", "\n", "\t", "\r", "  ", "\n\t "])
async def test_a16_a_message_said_twice_in_one_body(scene: Scene, gap: str) -> None:
    """On the hot route: what a filter in front reads and what is stored must be the same words."""
    route, before = scene.route("POST /api/customer/tickets/{ticket_id}/messages"), await scene.state()
    content = f'{{"client_id"{gap}:"{uuid4()}","body"{gap}:"harmless","body"{gap}:"harmful"}}'
    assert await send(scene, route, raw(content)) == 400
    assert await scene.state() == before


class Note(Body, frozen=True):
    """For the decoder alone."""

    body: str = ""


def test_a16_nul_is_refused_and_words_about_it_are_not() -> None:
    for content in (b'{"body":"a\\u0000b"}', b'{"body":"\\u0000"}', b'{"body":"\\\\\\u0000"}'):
        with pytest.raises(Invalid):
            decode(content, Note)
    with pytest.raises(NotJson):
        decode(b'{"body":"a\0b"}', Note)
    assert decode(b'{"body":"the text \\\\u0000 is no NUL"}', Note).body == "the text \\u0000 is no NUL"
