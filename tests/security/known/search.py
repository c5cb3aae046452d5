"""Synonyms, offered questions and gaps."""

from typing import Any
from uuid import uuid4

from farol.selfserve.retrieval import gap_store

MISSING = {"gap_id": 987_654_321, "group_key": "nobodys_key", "offer_language": "xx"}
DESKS = ("gap_id", "group_key", "offer_language")
PLAIN = {
    "words": "phrases that mean the same, or questions", "was": "the words before a change", "q": "words that are looked for", "as_anyone": "a switch",
    "lang": "a language of pages",
}


def BODIES() -> dict[str, Any]:
    return {
        "PUT /api/console/search/synonyms/{group_key}": {"words": ["vault", str(uuid4())]},
        "PUT /api/console/search/offers/{offer_language}": {"words": ["Where is my ticket"]},
    }


async def play(scene: Any) -> dict[str, Any]:
    """A question that nothing answers."""
    await gap_store.add(scene.world.kit.db, "en", str(uuid4()), "stake dogecoin", ["doge*", "stak*"], 1)
    gaps = await gap_store.open_gaps(scene.world.kit.db, "en", 1)
    return {"gap_id": gaps[0].id, "group_key": "deposit", "offer_language": "en"}
