"""A webhook: believed, answered inside one transaction together with what it changes, and kept. The same one again gets the same answer."""

from collections.abc import Mapping
from datetime import datetime

import structlog

from farol.channels.connections import actions as connections
from farol.core.tickets.actions import UNIQUE
from farol.kit import clock, db
from farol.kit.core import Kit
from farol.kit.db import LOST, Tx, transaction
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit

from . import ending, hook_store, lines, numbers, people_store, signature, steps, store
from .events import CallBegun
from .model import Call, Leg, Line, kept, key_of
from .problems import PhoneHookRefused
from .scene import ASKED, STEPS, WHOSE, Scene
from .twiml import HANGUP, document

log = structlog.get_logger()
REFUSED_PER_S, REFUSED_BURST = 20, 200
REPORTS = frozenset({"status", "legstatus", "recording", "conference"})
"""What is told to us, and asks for nothing."""


async def hear(kit: Kit, token: str, step: str, query: Mapping[str, str], raw_query: str, headers: Mapping[str, str], body: bytes, ip: str) -> bytes:
    """What the provider is to do next. Raises NotFound for an unknown number or step, PhoneHookRefused for a signature that is not right."""
    line = await lines.by_token(kit, token)
    if line is None or step not in STEPS:
        raise NotFound
    url = lines.address(kit, line.connection, "" if step == "voice" else step) + (f"?{raw_query}" if raw_query else "")
    try:
        given = signature.checked(line.secret, url, headers, query, body)
        if given.get("AccountSid", line.account) != line.account:
            raise signature.Forged("account")
    except signature.Forged as forged:
        limit("phone_hook", ip, REFUSED_PER_S, REFUSED_BURST)
        await store.refused(kit.db, forged.reason)
        await connections.refused(kit, line.id, "refused")
        raise PhoneHookRefused from None
    given = {name: value[:2000].replace("\0", "") for name, value in given.items()}
    now = clock.now()
    done = await db.again(lambda: _answer(kit, line, step, given, dict(query), now), *UNIQUE, "phone_call_sid_key")
    if isinstance(done, bytes):
        return done
    scene, answer = done
    await connections.came(kit, line.id)
    await scene.after.say(kit)
    for each in scene.later:
        kit.background(_quietly(each()))
    return answer


async def _quietly(work: object) -> None:
    try:
        await work  # type: ignore[misc]
    except (*LOST, Exception) as error:
        log.warning("phone.left_to_the_job", error=type(error).__name__)


async def _answer(kit: Kit, line: Line, step: str, given: dict[str, str], query: dict[str, str], now: datetime) -> bytes | tuple[Scene, bytes]:
    sid, key = given.get("CallSid", "")[:64] or f"line:{line.id}", key_of(step, query, given)
    async with transaction(kit.db) as tx:
        await hook_store.guard(tx, sid)
        before = await hook_store.answered(tx, line.id, sid, key)
        if before is not None:
            return before
        found = await _found(tx, line, step, given, query, now)
        if found is None:
            if step == "status":  # told before the call itself: it is remembered, and ends the call when that comes
                await hook_store.keep(tx, line.id, sid, key, kept(step, given), document())
            return document(HANGUP) if step not in REPORTS else document()
        call, leg, new = found
        scene = Scene(kit, tx, line, call, step, given, query, now, await lines.open_now(tx, line, now), leg)
        if new:
            await scene.emit(CallBegun(line.id, call.direction))
        answer = await _stale(scene) if step in ASKED and query.get("s") != str(call.step) else None
        if answer is None:
            if call.over and step in (*ASKED, "voice", "wait", "left", "join", "callee", "calleekey"):
                answer = document(HANGUP)
            else:
                call.step += step in ASKED or step == "voice"
                answer = await STEPS[step](scene)
            if new and await hook_store.answered(tx, line.id, sid, "status:completed") is not None:
                await ending.finish(scene)
                answer = document(HANGUP)
            await hook_store.keep(tx, line.id, sid, key, kept(step, given), answer)
            await store.save(tx, call)
    return scene, answer


async def _stale(scene: Scene) -> bytes:
    """An answer to a question that is no longer asked: nothing happens, and the call goes on where it is."""
    call = scene.call
    if call.over:
        return document(HANGUP)
    if call.state in ("waiting", "ringing"):
        return steps.waiting.into_line(scene)
    return steps.menu.prompt(scene) if call.state == "menu" else document()


async def _found(
    tx: Tx, line: Line, step: str, given: dict[str, str], query: dict[str, str], now: datetime,
) -> tuple[Call, Leg | None, bool] | None:
    """The call this is about, locked, and the colleague's leg. A first word makes the call."""
    sid = given.get("CallSid", "")[:64]
    if WHOSE[step] == "leg":
        leg = await people_store.leg(tx, _number(query, "l"))
        call = await store.call(tx, leg.call_id, lock=True) if leg and leg.call_id else None
        if leg is None or call is None or call.connection_id != line.id or (leg.sid and sid and leg.sid != sid):
            return None
        if leg.sid is None and sid:
            await people_store.name_leg(tx, leg.id, sid)
        return call, leg, False
    if call_id := _number(query, "c"):
        call = await store.call(tx, call_id, lock=True)
        if call is None or call.connection_id != line.id:
            return None
        if step not in ("conference", "recording"):
            if call.direction == "out" and step in ("callee", "calleekey") and sid:
                call.sid = sid
            elif step != "music" and sid and call.sid != sid:
                return None
        return call, None, False
    call = await store.by_sid(tx, sid) if sid else None
    if call is not None or step not in ("voice", "fallback") or not sid:
        return (call, None, False) if call and call.connection_id == line.id else None
    caller = numbers.normal(given.get("From", ""))
    id_ = await store.add(
        tx, connection_id=line.id, sid=sid, direction="in", caller=caller, language=line.language_of(caller), state="menu", now=now,
        hint_id=await store.hint(tx, caller))
    made = await store.call(tx, id_, lock=True) if id_ else None
    return (made, None, True) if made else None


def _number(query: Mapping[str, str], name: str) -> int:
    text = query.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else 0
