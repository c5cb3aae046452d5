"""The desk's own glossary: terms with their word in each language, over those that come with the product."""

from datetime import datetime
from weakref import WeakKeyDictionary

from farol.core.translation import Translator
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.i18n import canonical
from farol.kit.permission import Actor
from farol.kit.problem import Conflict, Invalid, NotFound

from . import term_store
from .events import TermRemoved, TermSaved
from .term_store import Term

MOST, LONGEST = 1_000, 80
_KNOWN: WeakKeyDictionary[Kit, datetime] = WeakKeyDictionary()


async def follow(kit: Kit) -> None:
    """Lets this process translate by the terms as they are now."""
    changed = await term_store.changed(kit.db)
    if changed != _KNOWN.get(kit):
        kit.get(Translator).learn([one.words for one in await term_store.all_(kit.db)])
        _KNOWN[kit] = changed


async def save(kit: Kit, actor: Actor, words: dict[str, str], term_id: int = 0, version: int = 0) -> Term:
    """Adds a term, or changes the one that was read at this version. Raises Invalid, NotFound, Conflict."""
    words = {canonical(language): " ".join(word.split()) for language, word in words.items() if word.strip()}
    if "und" in words or len(words) < 2 or max(len(word) for word in words.values()) > LONGEST or any("\0" in word or "[[" in word for word in words.values()):
        raise Invalid(errors=[{"field": "words", "why": f"a word of at most {LONGEST} characters in two languages or more"}])
    async with transaction(kit.db) as tx:
        made = await term_store.save(tx, words, actor.ref, term_id, version, MOST)
        if made is None:
            raise Conflict
        seq = await emit(tx, f"translation_term:{made.id}", actor, TermSaved(words))
    await wake(kit.bus, f"translation_term:{made.id}", seq)
    return made


async def remove(kit: Kit, actor: Actor, term_id: int) -> None:
    """It counts no more. Raises NotFound."""
    async with transaction(kit.db) as tx:
        words = await term_store.remove(tx, term_id, actor.ref)
        if words is None:
            raise NotFound
        seq = await emit(tx, f"translation_term:{term_id}", actor, TermRemoved(words))
    await wake(kit.bus, f"translation_term:{term_id}", seq)
