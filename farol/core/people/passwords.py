"""Passwords as argon2id hashes, computed beside the loop, a few at a time."""

import asyncio
import secrets
from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from farol.kit.problem import Unavailable

LEAST, MOST = 12, 1024
AT_ONCE, QUEUE = 2, 30
_hasher = PasswordHasher()  # RFC 9106, second choice: 64 MiB, 3 passes
_benches = asyncio.Semaphore(AT_ONCE)
_waiting = 0


@lru_cache
def nobodys() -> str:
    """A hash that no password opens, for accounts that do not exist: their answer takes as long."""
    return _hasher.hash(secrets.token_urlsafe(32))


async def hash_of(password: str) -> str:
    """The hash to store, with its own salt and costs in it."""
    return await asyncio.to_thread(_hasher.hash, password)


async def matches(hash_: str | None, password: str) -> bool:
    """Whether the password is right; without a hash one is computed all the same. Raises ``Unavailable`` in a flood."""
    global _waiting
    if _waiting >= QUEUE:
        raise Unavailable
    _waiting += 1
    try:
        async with _benches:
            return await asyncio.to_thread(verify, hash_ or nobodys(), password) and hash_ is not None
    finally:
        _waiting -= 1


def verify(hash_: str, password: str) -> bool:
    """One evaluation, about 50 ms of one core."""
    try:
        return _hasher.verify(hash_, password)
    except (VerificationError, InvalidHashError):
        return False
