"""What words go through before they are published: secrets out, personal data masked, links judged, bursts stopped."""

import hashlib
from datetime import datetime, timedelta
from uuid import UUID

from farol.core.shield import scrub
from farol.kit import text as words
from farol.kit.core import Kit
from farol.kit.db import Reads, Tx
from farol.kit.problem import Invalid

from . import links, masking, store
from .links import Official
from .model import ALLOWANCE, HELD_FIRST, LONGEST, SAME_BY_OTHERS, SAME_WITHIN, Level
from .problems import EnoughToday, LinkLooksLikeOurs, LinkNotYet, NothingSaid, SaidAlready, TooFast, TooLong
from .shapes import Policy, Written

HOUR = timedelta(hours=1)


async def rules(kit: Kit, db: Reads) -> tuple[Policy, Official]:
    """The exchange's policy, and the hosts that follow from it and from the settings."""
    policy = await store.policy(db)
    return policy, links.official(kit.settings, policy.official, policy.allowed)


def line(typed: str, name: str) -> str:
    """A field as typed, of a size that can be kept. Raises TooLong, NothingSaid, Invalid."""
    said = typed.replace("\r\n", "\n").strip()
    if "\0" in said:
        raise Invalid(errors=[{"field": name, "why": "holds a NUL character"}])
    if not said:
        raise NothingSaid
    if len(said) > LONGEST[name if name in LONGEST else "words"]:
        raise TooLong(most=LONGEST[name if name in LONGEST else "words"], has=len(said))
    return said


def written(client_id: UUID, typed: str, uid: str | None, policy: Policy) -> Written:
    """A post as it may be stored and shown."""
    clean = scrub(line(typed, "body"))
    public = masking.mask(clean.text, uid, ids=policy.ids == "masked")
    return Written(client_id, clean.text, public.text, public.kinds, clean.removed, trace(clean.text))


def title(typed: str, uid: str | None, policy: Policy) -> str:
    """A title on one line, without secrets and personal data."""
    return masking.mask(scrub(" ".join(line(typed, "title").split())).text, uid, ids=True).text


def trace(said: str) -> bytes:
    """The same for words that differ in case, width, gaps, digits and signs alone."""
    plain = "".join(word for word in words.words(said) if not word.isdigit())
    return hashlib.blake2b((plain or said).encode(), digest_size=16).digest()


def judge_links(said: str, known: Official, level: Level | None) -> None:
    """Refuses what imitates us, from anybody, and from new members what is on no list. Raises LinkLooksLikeOurs, LinkNotYet."""
    for link in links.find(said, known):
        if link.standing == "imitation":
            raise LinkLooksLikeOurs(host=link.host)
        if link.standing == "stranger" and level == "new":
            raise LinkNotYet(host=link.host)


async def held(tx: Tx, customer_id: int, level: Level, post: Written, now: datetime, *, opens: bool) -> str:
    """Why somebody has to read it first, empty when nobody has to. Raises what stops a burst: TooFast, EnoughToday, SaidAlready."""
    done, may = await store.lately(tx, customer_id, post.trace, now - SAME_WITHIN, now - HOUR), ALLOWANCE[level]
    if done.said:
        raise SaidAlready
    if done.last_at and (wait := may.pause_s - (now - done.last_at).total_seconds()) > 0:
        raise TooFast(wait=max(1, round(wait)))
    if opens and done.topics >= may.topics:
        raise EnoughToday(most=may.topics)
    if not opens and done.replies >= may.replies:
        raise EnoughToday(most=may.replies)
    if level != "trusted" and links.invites_away(post.said):
        return "contact"
    if done.others >= SAME_BY_OTHERS:
        return "burst"
    return "first" if level == "new" and done.shown_ever < HELD_FIRST else ""
