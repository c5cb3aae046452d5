"""R01-R05: whatever a client sends over the socket, it hears one of a few fixed words, and sees what it may."""

import json
import random
import string

from farol.core.live import endpoint, hub, model, presence, signals, socket
from tests.security.payloads import MARKUP, STATEMENTS
from tests.security.scene import NOTE, Scene
from tests.wire import Wire, screen

CODES = {"bad_frame", "not_found", "too_fast", "not_signed_in"}
KINDS = {"error", "pong", "watching", "message", "changed", "read", "at", "typing", "viewing", "row", "online"}
NAMES = sorted({name for module in (endpoint, hub, model, presence, signals, socket) for name in (*dir(module), *(n for v in vars(module).values() if isinstance(v, type) for n in dir(v)))})
SERVER_ONLY = ("message", "changed", "read", "at", "viewing", "row", "online", "watching", "error", "pong", "base", "assistant.message", "agent.message", "system", "subscribe", "publish")


def hostile(seed: int) -> list[str]:
    """Frames that no good client sends."""
    dice = random.Random(seed)
    named = [json.dumps({"t": name}) for name in (*NAMES, *SERVER_ONLY)]
    values = (None, True, -1, 0, 2**31, 2**62, 2**63, 10**30, 1.5, "7", "*", ">", "7.>", [], {}, [7], "x" * 5000, "\x00", "__class__", *STATEMENTS[:20], *MARKUP[:20])
    shaped = [json.dumps({"t": t, "ticket": v, "after": v, "on": v}) for t in ("watch", "unwatch", "typing") for v in values]
    shaped += [json.dumps({"t": v}) for v in values] + [json.dumps({"t": "watch", "ticket": v, "after": 0}) for v in values]
    noise = ["".join(dice.choices(string.printable, k=dice.randint(0, 80))) for _ in range(200)]
    broken = ["", "{", "[]", "null", "7", '"watch"', "[" * 5000, '{"t":"ping"', '{"t":"ping","t":"watch"}', '{"t":"ping","more":1}', '{"T":"ping"}', '{"t":["ping"]}', "\ud7ff", "ping", '{"t":"ping"}{"t":"ping"}']
    return [*named, *shaped, *noise, *broken]


async def quiet(wire: Wire) -> None:
    """Waits until everything sent so far was answered."""
    before = len([f for f in wire.frames if f["t"] == "pong"])
    await wire.send({"t": "ping"})
    await wire.until("pong", before + 1)


async def test_r01_only_fixed_words_come_back(scene: Scene, monkeypatch: object) -> None:
    """Every class, method and private name as an event, wrong types, noise; other sockets live on and nothing of theirs is told."""
    mei, canary = scene.things["mei"], await screen(scene.world, scene.things["mei"]["client"], scene.things["mei"]["ticket_id"])
    monkeypatch.setattr(endpoint, "MOST_BAD", 10**9)  # type: ignore[attr-defined]
    monkeypatch.setattr(endpoint.Bucket, "take", lambda *_: True)  # type: ignore[attr-defined]
    mallory, frames = await screen(scene.world, scene.things["mallory"]["client"]), hostile(7)
    for start in range(0, len(frames), 50):
        for frame in frames[start : start + 50]:
            await mallory.send(frame)
        await quiet(mallory)
    assert len(frames) > 500
    assert {f["t"] for f in mallory.frames} <= {"error", "pong"}
    assert {json.dumps(f) for f in mallory.frames if f["t"] == "error"} <= {json.dumps({"t": "error", "code": c}) for c in CODES}
    assert mallory.closed is None
    await scene.world.say(scene.things["agent"]["client"], mei["ticket_id"], "still here")
    await quiet(canary)
    assert canary.closed is None
    for wire in (mallory, canary):
        await wire.close()


async def test_r01_binary_and_broken_off(scene: Scene) -> None:
    wire = await screen(scene.world, scene.things["mallory"]["client"])
    for part in (b"\xff\xfe", b"\x00" * 1000, b'{"t":"ping"}', None):
        wire._in.put_nowait({"type": "websocket.receive", "bytes": part, "text": None})
    await quiet(wire)
    assert {f.get("code", "pong") for f in wire.frames} <= CODES | {"pong"}
    await wire.close()


async def test_r02_a_socket_needs_a_pass_and_our_origin(scene: Scene) -> None:
    for origin in ("https://evil.example", "null", "", "http://farol.test.evil.example", "http://exchange.test.evil.example"):
        token = (await scene.things["mei"]["client"].ok("POST", "/live-pass"))["pass"]
        assert (await Wire(scene.world).connect(token, origin)).closed == 4401, origin
    for token in ("", "x", "a" * 32, "a" * 5000, scene.tokens["mei"], scene.tokens["agent"], "%00" * 20, "' or 1=1--" * 3):
        assert (await Wire(scene.world).connect(token, "http://exchange.test")).closed == 4401


async def test_r03_nobody_watches_what_is_not_theirs(scene: Scene) -> None:
    """Foreign and missing are the same frame; the inbox is for staff."""
    ticket = scene.things["mei"]["ticket_id"]
    for who in ("mallory", "visitor"):
        wire = await screen(scene.world, scene.things[who]["client"])
        for asked in ({"t": "watch", "ticket": ticket, "after": 0}, {"t": "watch", "ticket": 987_654_321, "after": 0}, {"t": "inbox"}):
            await wire.send(asked)
        await quiet(wire)
        assert [f for f in wire.frames if f["t"] != "pong"] == [{"t": "error", "code": "not_found"}] * 3
        await wire.send({"t": "typing", "ticket": ticket, "on": True})
        await scene.world.say(scene.things["agent"]["client"], ticket, NOTE, internal=True)
        await scene.world.say(scene.things["agent"]["client"], ticket, "for Mei alone")
        await quiet(wire)
        assert len([f for f in wire.frames if f["t"] != "pong"]) == 3
        await wire.close()


async def test_r05_clients_do_not_speak_for_the_server(scene: Scene) -> None:
    before = await scene.state()
    wire = await screen(scene.world, scene.things["mei"]["client"], scene.things["mei"]["ticket_id"])
    for kind in SERVER_ONLY:
        await wire.send({"t": kind, "ticket": scene.things["mei"]["ticket_id"], "seq": 1, "message": {"body": "forged", "author": {"kind": "staff"}}})
    await quiet(wire)
    assert "forged" not in str(wire.frames)
    await wire.close()
    after = await scene.state()
    assert {k for k in before if before[k] != after[k]} <= {"live_pass"}
