"""The assistant's first answer without a hosted model: from the customer's stored words to its committed message, and each stage of it."""

import argparse
import asyncio
import time
from itertools import count, cycle
from uuid import NAMESPACE_OID, UUID, uuid5

import msgspec

from farol.app.process import close_kit, open_kit
from farol.core.customers import actions as customers
from farol.core.tickets import actions as tickets
from farol.core.understanding import resident
from farol.kit.core import Kit
from farol.kit.permission import Actor
from farol.selfserve.assistant import actions
from farol.selfserve.assistant.model import DEFAULT, Turn
from farol.selfserve.knowledge import seeding
from farol.selfserve.retrieval.library import library

from .result import Result, at
from .rig import Rig, rig

P95_AT_MOST_MS = 50.0
CUSTOMERS = 50
WARM = 20
"""Turns before the clock counts: the first ones load what a process keeps."""
ASKED = (
    ("en", "fees for VIP 2"), ("zh", "交易手续费怎么算"), ("en", "How do I set up a passkey?"), ("zh", "我的充值还没到账"), ("ru", "вывод завис, что делать"),
    ("en", "agent"), ("zh", "你是机器人吗"), ("es", "no puedo retirar mis fondos"), ("en", "asdf qwer zxcv"), ("ja", "手数料はいくらですか"), ("en", "API error -1021"),
    ("ar", "لم يصل الإيداع"), ("zh", "0x9f3c2b7a5e1d4c8f6a0b3e2d1c4f5a6b7e8d9c0a1b2c3d4e5f6a7b8c9d0e1f2a 这笔还没到"),
)  # fmt: skip
"""First words of every kind: quotes, choices, guided steps, a question, a person."""


async def run(options: argparse.Namespace) -> Result:
    """Tickets of customers without an exchange behind them, one after the other."""
    turns: list[tuple[float, Turn]] = []
    bare: list[float] = []
    async with rig(customers=CUSTOMERS) as made:
        kit = await open_kit(made.machine.settings)
        try:
            await seeding.seed(kit)
            resident.place(made.folder / "understanding")
            await asyncio.to_thread(resident.model)
            index = (await library(kit)).index
            ends, asked, number = time.perf_counter() + options.seconds * options.rounds, cycle(ASKED), count()
            while time.perf_counter() < ends or len(turns) < 2 * WARM:
                language, words = next(asked)
                turns.append(await _turn(kit, made, next(number), language, words))
                began = time.perf_counter()
                index.find(words, language)
                bare.append(time.perf_counter() - began)
        finally:
            await close_kit(kit)
    took = [seconds * 1e3 for seconds, _ in turns[WARM:]]
    stages: dict[str, list[float]] = {}
    for _, turn in turns[WARM:]:
        for stage in turn.stages:
            stages.setdefault(stage.name, []).append(stage.took_us / 1e3)
    p95, alone = at(took, 0.95), at(bare[WARM:], 0.95) * 1e3
    return Result(
        "answer", round(p95, 2), round(alone, 3), p95 / alone, "ms (p95)", 1, f"p95_ms <= {P95_AT_MOST_MS:g}", p95 <= P95_AT_MOST_MS,
        {"p95_ms": round(p95, 2), "p50_ms": round(at(took, 0.5), 2), "turns": len(took),
         "p95_ms_by_stage": {name: round(at(times, 0.95), 3) for name, times in stages.items()}})


async def _turn(kit: Kit, made: Rig, number: int, language: str, words: str) -> tuple[float, Turn]:
    """A new ticket and the turn about it: seconds, and what was done. Raises RuntimeError when nothing was."""
    customer_id = await made.db.fetchval("select customer_id from ticket where id = $1", made.tickets[number % CUSTOMERS])
    actor = Actor("customer", customer_id, customers.RIGHTS)
    opened = await tickets.open_ticket(kit, actor, client_id=_id(number), body=words, language=language)
    began = time.perf_counter()
    turn = await actions.answer(kit, opened.id, opened.posted.seq, msgspec.structs.replace(DEFAULT, active=True))
    took = time.perf_counter() - began
    if turn is None:
        raise RuntimeError(f"nothing was answered to {words}")
    return took, turn


def _id(number: int) -> UUID:
    return uuid5(NAMESPACE_OID, f"bench:answer:{number}")
