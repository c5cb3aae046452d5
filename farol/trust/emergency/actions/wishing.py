"""A press with a mail's link while the exchange does not answer: nobody can judge the link, so it is kept, sealed, and tried until somebody can."""

from datetime import timedelta

import msgspec

from farol.core.exchange import ExchangeDown
from farol.core.notices.actions import notify
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.i18n import lang_of
from farol.kit.jobs import enqueue, job
from farol.kit.problem import Problem, TooMany
from farol.kit.secretbox import SecretBox
from farol.trust.emergency import ring_store, wish_store
from farol.trust.identity.actions import secret

from .freezing import freeze
from .proving import by_token

MOST = 2000
"""Kept at once. A flood of links that are nothing ends here, and each costs the exchange one question."""
LASTS = timedelta(hours=72)
MOST_WAIT_S = 60


def _box(kit: Kit) -> SecretBox:
    return SecretBox(kit.settings.secret_key, "emergency wish")


async def keep_wish(kit: Kit, token: str, lang: str) -> str:
    """Keeps it; the secret with which the browser finds it, and its case once there is one. Security hears of it once an hour. Raises TooMany."""
    held, now = secret.new(), clock.now()
    digest = secret.digest(held)
    async with transaction(kit.db) as tx:
        if await tx.fetchval(wish_store.COUNT) >= MOST:
            raise TooMany(retry_after=60)
        await tx.execute(wish_store.ADD, digest, _box(kit).seal(token.encode(), digest.hex()), lang, now)
        await enqueue(tx, try_wish, Wish(digest.hex()), delay_s=2, key=f"emergency:wish:{digest.hex()}:0")
        groups = await ring_store.groups(tx)
        people = await ring_store.people(tx, groups[0]) if groups else []
        title = {"zh": "交易所没有回应：有人要求冻结账户，已记下并重试", "en": "The exchange does not answer: freezes asked for are kept and tried again"}
        await notify(tx, people, "emergency.kept", ticket_id=None, title=title, key=f"emergency:kept:{now:%Y%m%d%H}")
    return held


class Wish(msgspec.Struct, frozen=True):
    digest: str


@job("emergency.wish", Wish)
async def try_wish(kit: Kit, due: Wish) -> None:
    """Judges the link as soon as the exchange can; good, the account is frozen as if it were pressed now."""
    digest = bytes.fromhex(due.digest)
    found = await wish_store.open_wish(kit.db, digest)
    if found is None:
        return
    box, lang, at, tries = found
    if clock.now() - at > LASTS:
        await kit.db.execute(wish_store.SETTLE, digest, "void")
        return
    try:
        control = await by_token(kit, _box(kit).open(box, due.digest).decode())
        await freeze(kit, control, lang_of(lang), seat=digest)
    except ExchangeDown:
        async with transaction(kit.db) as tx:
            wait = min(2 * 2 ** min(tries, 10), MOST_WAIT_S)
            await enqueue(tx, try_wish, due, delay_s=wait, key=f"emergency:wish:{due.digest}:{tries}")
    except Problem:
        await kit.db.execute(wish_store.SETTLE, digest, "void")
    else:
        await kit.db.execute(wish_store.SETTLE, digest, "done")
