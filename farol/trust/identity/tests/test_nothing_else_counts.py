"""Knowledge and voices give nothing, by construction: no proof can be written without an answered challenge or two people's word."""

import ast
from pathlib import Path

import asyncpg
import pytest

from farol.app.demo.cast import ANA, IVAN
from farol.kit.permission import SYSTEM
from farol.trust.identity.actions import level_of, make_pair
from farol.trust.identity.model import Level

from .conftest import ticket_of

ROOT = Path(__file__).parents[4] / "farol"
PLAIN = """
insert into identity_proof (uid, customer_id, ticket_id, level, method, channel, at, until, challenge_id, review_id)
values ('83920041', null, $1, $2, $3, 'phone', now(), now() + interval '1 hour', $4, $5)"""


async def test_no_proof_without_a_proven_challenge_or_an_agreed_review(world):
    ticket = await ticket_of(world, IVAN)
    await world.staff(ANA)
    db = world.kit.db
    ana = await db.fetchval("select id from staff limit 1")
    pair = await make_pair(world.kit, SYSTEM.__class__("staff", ana, frozenset()), ticket)
    customer = await db.fetchval("select customer_id from ticket where id = $1", ticket)
    review = await db.fetchval(
        "insert into identity_review (ticket_id, customer_id, uid, core_ref, words, maker_id, maker_session, maker_ip, at)"
        " values ($1, $2, '83920041', 'ACT-1', 'x', $3, 'a', '', now()) returning id", ticket, customer, ana)
    for level, method, challenge, agreed in (
        (3, "kba", None, None), (4, "voice", None, None), (3, "totp", pair.id, None), (4, "review", None, review), (4, "totp", pair.id, None),
        (3, "totp", None, review), (4, "review", pair.id, review), (0, "totp", pair.id, None), (5, "review", None, review)):
        with pytest.raises(asyncpg.IntegrityConstraintViolationError):
            await db.execute(PLAIN, ticket, level, method, challenge, agreed)
    # A review cannot be agreed on by the one who opened it, nor a challenge be of a method that does not exist.
    with pytest.raises(asyncpg.CheckViolationError):
        await db.execute("update identity_review set outcome = 'agreed', checker_id = maker_id, checker_session = 'b', decided_at = now()")
    with pytest.raises(asyncpg.CheckViolationError):
        await db.execute("update identity_challenge set method = 'voice'")


async def test_knowledge_written_anywhere_changes_nothing(world):
    ticket = await ticket_of(world, IVAN, "Born 1988-02-03, last four 4417, my balance is 1.2 BTC, my voice is my own")
    await world.kit.db.execute("update message set channel = 'phone' where ticket_id = $1", ticket)
    ana = await world.staff(ANA)
    version = (await ana.ok("GET", f"/tickets/{ticket}"))["ticket"]["version"]
    await ana.ok("PATCH", f"/tickets/{ticket}", json={"version": version, "severity": "P1"})
    await world.say(ana, ticket, "Name, birth date and last four are right, and the voice is identical", internal=True)
    customer = await world.kit.db.fetchval("select customer_id from ticket where id = $1", ticket)
    assert await level_of(world.kit, world.kit.db, customer, ticket) is Level.ANONYMOUS


def test_one_statement_writes_proofs_and_four_verbs_use_it():
    """Whoever adds a way in has to come by here."""
    writes, calls = [], []
    for path in ROOT.rglob("*.py"):
        if "tests" in path.parts:
            continue
        text = path.read_text("utf-8")
        writes += [path.relative_to(ROOT)] * text.count("insert into identity_proof")
        calls += [f"{path.stem}.{node.func.attr}" for node in ast.walk(ast.parse(text))
                  if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "add_proof"]
    assert [str(one) for one in writes] == ["trust/identity/store.py"]
    assert sorted(calls) == ["answering.add_proof", "codes.add_proof", "reviewing.add_proof", "vouching.add_proof"]
