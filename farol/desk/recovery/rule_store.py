"""Statements on the rules: a set is added, none is changed. Without one those that came with the product hold."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from farol.kit.db import Reads

from .model import Rule, RuleSet, Tier

COLUMNS = "select r.version, r.rules, r.tiers, r.words, s.name as by, r.at from recovery_rules r join staff s on s.id = r.by_id "
NEWEST = COLUMNS + "order by r.version desc limit 1"
HISTORY = COLUMNS + "order by r.version desc limit 50"
ADD = """
insert into recovery_rules (version, rules, tiers, words, by_id) values ($1, $2, $3, $4, $5) on conflict do nothing returning version"""


class Shipped(msgspec.Struct, frozen=True):
    rules: list[Rule]
    tiers: list[Tier]


@lru_cache
def shipped() -> RuleSet:
    """Modelled on what large exchanges publish. Raises on a malformed file, when first asked."""
    found = msgspec.json.decode((Path(__file__).parent / "data/rules.json").read_bytes(), type=Shipped)
    return RuleSet(0, found.rules, found.tiers)


async def newest(db: Reads) -> RuleSet:
    """The rules that hold."""
    row = await db.fetchrow(NEWEST)
    return _set(row) if row else shipped()


async def history(db: Reads) -> list[RuleSet]:
    """Newest first, down to those that came with the product."""
    return [*(_set(row) for row in await db.fetch(HISTORY)), shipped()]


async def add(db: Reads, version: int, rules: list[Rule], tiers: list[Tier], words: str, by_id: int) -> bool:
    """A new set; False when somebody else added that version."""
    return await db.fetchval(ADD, version, msgspec.to_builtins(rules), msgspec.to_builtins(tiers), words, by_id) is not None


def _set(row: Any) -> RuleSet:
    return RuleSet(row["version"], msgspec.convert(row["rules"], list[Rule]), msgspec.convert(row["tiers"], list[Tier]), row["words"], row["by"], row["at"])
