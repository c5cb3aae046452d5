"""The scenario clock's page and its HTTP API, and the list of customers, one for each contact reason."""

from typing import Any

import msgspec
from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from .answers import Refused, answer
from .api.public import event_of
from .config import Config
from .desk import Desk
from .mood import Mood
from .post import Post
from .rendering import Asked, customer_of, language_of, own_origin, render
from .scenarios import PEOPLE, SCENARIOS
from .scenes import STEPS, play
from .world import World

LATEST = 14
GROUPS = ("coins", "account", "trading", "exchange")
MOODS = ("slow", "down", "well")


@get("/demo/scenes")
async def steps() -> Response[bytes]:
    """Every step by name, for scripts."""
    return answer({"steps": [{"name": one.name, "group": one.group, "whose": one.whose, "zh": one.words.zh, "en": one.words.en}
                             for one in STEPS.values()]})  # fmt: skip


@post("/demo/scenes/{name:str}", status_code=200)
async def scene(
    name: FromPath[str], request: Asked, world: NamedDependency[World], post: NamedDependency[Post], desk: NamedDependency[Desk],
    mood: NamedDependency[Mood],
) -> Response[Any]:  # fmt: skip
    """One step. From the page a form with ``uid``; from a test JSON, answered with the events it made."""
    own_origin(request)
    as_json = request.headers.get("content-type", "").startswith("application/json")
    params = await _params(request, as_json)
    me = customer_of(request, world)
    uid = str(params.get("uid") or (me.uid if me else ""))
    if name in MOODS:
        mood.turn(name)
        told = []
    else:
        try:
            told = play(name, world, post, desk, uid, params)
        except Refused as refused:
            if as_json:
                raise
            return Redirect(f"/scenes?uid={uid if uid in PEOPLE else ''}&no={refused.code}", status_code=303)
    if as_json:
        return answer({"step": name, "uid": uid, "events": [event_of(entry) for entry in told]})
    return Redirect(f"/scenes?uid={uid if uid in PEOPLE else ''}&done={name}#done", status_code=303)


async def _params(request: Asked, as_json: bool) -> dict[str, Any]:
    if not as_json:
        return {name: str(value) for name, value in (await request.form()).items()}
    try:
        return msgspec.json.decode(await request.body() or b"{}", type=dict[str, str | int | bool])
    except msgspec.DecodeError as error:
        raise Refused("invalid", str(error)) from error


@post("/demo/finance/{action_id:str}", status_code=200)
async def finance(action_id: FromPath[str], request: Asked, desk: NamedDependency[Desk]) -> Response[Any]:
    """The finance desk refuses one payment."""
    own_origin(request)
    desk.finance(refuse=action_id)
    return Redirect("/scenes#finance", status_code=303)


@get("/scenes")
async def scenes(
    request: Asked, config: NamedDependency[Config], world: NamedDependency[World], desk: NamedDependency[Desk], mood: NamedDependency[Mood]
) -> Response[str]:
    """Buttons in plain words, what they did, and whether Farol has taken it."""
    me = customer_of(request, world)
    asked = request.query_params.get("uid", "")
    who = PEOPLE.get(asked) or me or next(iter(PEOPLE.values()))
    done = STEPS.get(request.query_params.get("done", ""))
    lang = language_of(request)
    latest = list(reversed(world.ledger.told))[:LATEST]
    return render(
        "scenes.html", request, config, me=me, who=who, people=PEOPLE.values(), groups=[(group, [one for one in STEPS.values() if one.group == group])
        for group in GROUPS], done=done.words.of(lang) if done else "", refused="no" in request.query_params, mood=mood,
        events=[(entry, entry.id not in world.ledger.unsent) for entry in latest], waiting=desk.waiting(), stopped=world.status(who.uid),
        joined=bool(config.webhook_secret),
    )  # fmt: skip


@get("/people")
async def people(request: Asked, config: NamedDependency[Config], world: NamedDependency[World]) -> Response[str]:
    """Whom to be when one wants to see a certain reason."""
    return render("people.html", request, config, me=customer_of(request, world), cases=list(SCENARIOS.values()))


routes = [steps, scene, finance, scenes, people]
