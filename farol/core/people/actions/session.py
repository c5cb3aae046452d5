"""Sessions: begun by a sign-in, proved by a random token, ended by their owner or by what happens to the account."""

import hashlib
import secrets

from farol.core.people import store
from farol.core.people.events import StaffSessionEnded, StaffSignedIn
from farol.core.people.model import RIGHTS, Place, Session, Staff
from farol.kit.brief import Brief
from farol.kit.core import Kit
from farol.kit.db import Reads, Tx, transaction
from farol.kit.events import emit, wake
from farol.kit.permission import SYSTEM, Actor
from farol.kit.problem import NotFound

COOKIE = "farol_staff"
ENDED = "farol.staff.ended"
"""Bus subject: the digest of a session that has just ended."""
_seen: Brief[bytes, Actor] = Brief(1.0)


def digest_of(token: str) -> bytes:
    """How a token is stored."""
    return hashlib.sha256(token.encode()).digest()


def actor_of(person: Staff | store.Standing, digest: bytes = b"") -> Actor:
    """A person with the rights of their role; an unknown role has none."""
    rights = RIGHTS.get(person.role, frozenset())
    return Actor("staff", person.id, rights, digest, person.language, person.name, person.alias)


async def acting(db: Reads, staff_id: int) -> Actor | None:
    """Somebody with the rights they have now, for work that goes on without a session of theirs; None once disabled."""
    person = await store.staff(db, staff_id)
    return actor_of(person) if person else None


def short(digest: bytes) -> str:
    """How events name a session: enough to tell a person's sessions apart, useless to find one."""
    return digest.hex()[:12]


async def begin(tx: Tx, person: Staff, method: str, place: Place) -> str:
    """A new session in the caller's transaction: its token, 256 random bits, which is told once."""
    token = secrets.token_urlsafe(32)
    digest = digest_of(token)
    await store.add_session(tx, digest, person.id, place.ip[:45], place.agent[:200])
    signed_in = StaffSignedIn(method, short(digest), place.ip[:45], place.agent[:200])
    await emit(tx, f"staff:{person.id}", actor_of(person, digest), signed_in)
    return token


async def begin_session(kit: Kit, staff_id: int, *, method: str = "tool", place: Place | None = None, replaces: str = "") -> str:
    """A session for somebody who has been recognised already. ``replaces``: token of the session the browser had,
    which ends, so that none is carried over from before the sign-in. Raises NotFound for a disabled account.
    """
    async with transaction(kit.db) as tx:
        person = await store.staff(tx, staff_id)
        if person is None:
            raise NotFound
        token = await begin(tx, person, method, place or Place())
    if replaces:
        await end_session(kit, digest_of(replaces), why="replaced")
    return token


async def authenticate(kit: Kit, token: str) -> Actor | None:
    """The member of staff behind a token, or None. Remembered for one second at most."""
    if not 20 <= len(token) <= 100:
        return None
    digest = digest_of(token)
    return _seen.get(digest) or await of_session(kit, digest)


async def of_session(kit: Kit, digest: bytes) -> Actor | None:
    """The member of staff behind a live session."""
    found = await store.session(kit.db, digest)
    if found is None:
        return None
    if found.stale:
        await kit.db.execute(store.TOUCH, digest)
    actor = actor_of(found, digest)
    _seen.put(digest, actor)
    return actor


async def forget(digest: bytes) -> None:
    """Another process ended a session."""
    _seen.drop(digest)


async def sessions(kit: Kit, actor: Actor) -> list[Session]:
    """Where the actor is signed in."""
    mine = actor.session.hex()
    return [Session(s.id, s.created_at, s.seen_at, s.ip, s.agent, s.id == mine) for s in await store.sessions(kit.db, actor.id)]


async def end_session(kit: Kit, digest: bytes, *, owner: int | None = None, why: str = "signed_out") -> bool:
    """Ends one session; it is refused from now on, and its sockets close within seconds.

    owner: only if it is this person's. False when there was none: somebody else's and ended ones are the same.
    """
    async with transaction(kit.db) as tx:
        staff_id = await store.end_one(tx, digest, owner)
        if staff_id is None:
            return False
        seq = await _note(tx, staff_id, [digest], why)
    await tell(kit, staff_id, seq, [digest])
    return True


async def end_others(kit: Kit, actor: Actor) -> None:
    """Ends all of the actor's sessions but the one that asks."""
    async with transaction(kit.db) as tx:
        seq, ended = await end_all(tx, actor.id, "ended", keep=actor.session)
    await tell(kit, actor.id, seq, ended)


async def end_all(tx: Tx, staff_id: int, why: str, *, keep: bytes = b"") -> tuple[int, list[bytes]]:
    """Ends a person's sessions in the caller's transaction; then call ``tell`` with what it returns."""
    ended = await store.end_others(tx, staff_id, keep)
    return (await _note(tx, staff_id, ended, why) if ended else 0), ended


async def tell(kit: Kit, staff_id: int, seq: int, digests: list[bytes]) -> None:
    """After the commit: every process forgets these sessions now."""
    for digest in digests:
        _seen.drop(digest)
        await kit.bus.publish(ENDED, digest)
    if seq:
        await wake(kit.bus, f"staff:{staff_id}", seq)


async def _note(tx: Tx, staff_id: int, digests: list[bytes], why: str) -> int:
    person = await store.staff(tx, staff_id)
    ended = StaffSessionEnded(why, [short(digest) for digest in digests])
    return await emit(tx, f"staff:{staff_id}", actor_of(person) if person else SYSTEM, ended)
