"""To say how the desk answers in a language."""

from farol.desk.sla import rule_store
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.i18n import canonical
from farol.kit.permission import Actor
from farol.kit.problem import Conflict, Invalid, NotFound

from . import store
from .events import STREAM, LanguageRemoved, LanguageSet
from .model import MOST, DeskLanguage
from .problems import FallbackToItself, NoSuchHours, TooManyLanguages


async def set_language(kit: Kit, actor: Actor, one: DeskLanguage) -> int:
    """From now on the desk answers so in this language. version: the one that was read, 0 for a new one; its next is returned.

    Raises Invalid, FallbackToItself, NoSuchHours, TooManyLanguages, Conflict.
    """
    if "und" in (canonical(one.language), canonical(one.fallback)) or canonical(one.language) != one.language:
        raise Invalid(errors=[{"field": "language", "why": "not a language code as it is kept, such as ru or zh-Hant"}])
    if canonical(one.fallback) == one.language:
        raise FallbackToItself
    async with transaction(kit.db) as tx:
        await store.hold(tx)
        known = await store.all_(tx)
        if len(known) >= MOST and one.language not in {each.language for each in known}:
            raise TooManyLanguages(most=MOST)
        if one.calendar_id is not None and one.calendar_id not in {each.id for each in await rule_store.calendars(tx)}:
            raise NoSuchHours
        version = await store.save(tx, one, actor.ref)
        if version is None:
            raise Conflict
        seq = await emit(tx, STREAM, actor, LanguageSet(one.language, one.calendar_id, one.fallback, one.wait_s, one.translated))
    await wake(kit.bus, STREAM, seq)
    return version


async def remove_language(kit: Kit, actor: Actor, language: str) -> None:
    """Says nothing of a language any more. Raises NotFound."""
    async with transaction(kit.db) as tx:
        await store.hold(tx)
        if not await store.remove(tx, language):
            raise NotFound
        seq = await emit(tx, STREAM, actor, LanguageRemoved(language))
    await wake(kit.bus, STREAM, seq)
