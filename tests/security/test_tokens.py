"""A06: what opens something is long, random and kept only as a digest."""

import base64
import hashlib
import math
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

import pytest

from farol.channels.email import address
from farol.core.customers import actions as customers
from farol.core.live.actions import give_pass
from farol.core.people import actions as people
from farol.kit.files import Files
from farol.kit.permission import Actor
from tests.security.scene import Scene

MANY = 10_000


def bits(tokens: list[str]) -> float:
    """Entropy by position: what an attacker must still guess who knows how often each letter stands where."""
    total = 0.0
    for place in zip(*tokens, strict=True):
        total += sum(-n / len(place) * math.log2(n / len(place)) for n in Counter(place).values())
    return total


def structure(tokens: list[str]) -> str | None:
    """What makes tokens guessable, or None."""
    if len(set(tokens)) < len(tokens):
        return "one came twice"
    if len({len(t) for t in tokens}) != 1:
        return "lengths differ"
    if bits(tokens) < 128:
        return f"{bits(tokens):.0f} bits"
    if max(Counter(t[:6] for t in tokens).values()) > 4:
        return "beginnings repeat"
    neighbours = sum(a[:3] == b[:3] for a, b in pairwise(tokens))
    return "neighbours are alike" if neighbours > 12 else None


def test_a06_the_measure_sees_structure() -> None:
    assert structure([f"{i:032x}" for i in range(2000)])
    assert structure([hashlib.sha256(str(i).encode()).hexdigest()[:16] for i in range(2000)])
    assert structure(["20261121" + hashlib.sha256(str(i).encode()).hexdigest() for i in range(2000)])
    assert structure([hashlib.sha256(str(i).encode()).hexdigest() for i in range(2000)]) is None


def _source(scene: Scene, kind: str) -> Callable[[int], str]:
    return {
        "reply address": lambda i: address.token("k" * 40, i, "mei.lin@example.com"),
        "reply address of one ticket": lambda i: address.token("k" * 40, 7, f"{i}@example.com"),
    }[kind]


@pytest.mark.parametrize("kind", ["reply address", "reply address of one ticket"])
def test_a06_reply_addresses(scene: Scene, kind: str) -> None:
    make = _source(scene, kind)
    assert structure([make(i) for i in range(MANY)]) is None
    assert address.token("k" * 40, 7, "a@b.c") != address.token("j" * 40, 7, "a@b.c")


def test_a06_random_sources_are_the_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten thousand sessions would take ten thousand commits: that each kind draws from ``secrets`` is shown by taking it away."""
    import secrets

    assert structure([secrets.token_urlsafe(32) for _ in range(MANY)]) is None
    assert structure([secrets.token_urlsafe(24) for _ in range(MANY)]) is None
    assert structure([secrets.token_hex(32) for _ in range(MANY)]) is None


async def test_a06_sessions_passes_and_keys_draw_from_it(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []

    def fixed(size: int) -> Callable[[int], str]:
        raise Taken(size)

    class Taken(Exception):
        """The system's randomness was asked for so many bytes."""

    for name in ("token_urlsafe", "token_hex"):
        monkeypatch.setattr(f"secrets.{name}", fixed)
    staff = scene.things["agent"]["staff_id"]
    for begin in (
        lambda: people.begin_session(scene.kit, staff),
        lambda: customers.enter_as_visitor(scene.kit, name="x", email="x@example.net", language="en", origin=""),
        lambda: give_pass(scene.kit, Actor("staff", staff, frozenset(), b"x" * 32)),
        lambda: scene.kit.files.put(b"x"),
    ):
        with pytest.raises(Taken) as taken:
            await begin()
        drawn.append(taken.value.args[0])
    assert min(drawn) >= 24, "bytes"


async def test_a06_only_digests_are_stored(scene: Scene) -> None:
    """No token of anybody stands anywhere in the database, in any spelling; its digest does."""
    token = (await scene.things["mei"]["client"].ok("POST", "/live-pass"))["pass"]
    tokens = [token, *(t for t in scene.tokens.values() if t)]
    names = [row["t"] for row in await scene.kit.db.fetch("select table_name as t from information_schema.tables where table_schema = 'public'")]
    everything = "".join([row["r"] for name in names for row in await scene.kit.db.fetch(f"select t::text as r from {name} t")])
    for one in tokens:
        raw = base64.urlsafe_b64decode(one + "=" * (-len(one) % 4))
        assert not any(spelling in everything for spelling in (one, raw.hex(), one.encode().hex(), base64.b64encode(raw).decode()))
        assert hashlib.sha256(one.encode()).hexdigest() in everything


async def test_a06_a_pass_is_of_its_session_and_works_once(scene: Scene) -> None:
    from tests.wire import Wire

    token = (await scene.things["mei"]["client"].ok("POST", "/live-pass"))["pass"]
    first = await Wire(scene.world).connect(token, "http://exchange.test")
    assert first.closed is None
    second = await Wire(scene.world).connect(token, "http://exchange.test")
    assert second.closed == 4401
    await first.close()


def test_a06_a_files_key_is_never_told(scene: Scene) -> None:
    assert Files
    names = {name for route in scene.routes for name in (*route.names, *route.query)}
    assert "key" not in names
