"""Surges: topics that rise above their usual are seen early, and the desk can work differently for a while."""

from farol.kit import clock as _clock
from farol.kit.db import Reads as _Reads

from . import store as _store
from .model import Load as _Load
from .model import Mode as _Mode

needs = ()


async def on(db: _Reads) -> _Mode | None:
    """Surge mode now, for whoever works differently under it; None as usual."""
    return await _store.mode(db, _clock.now())


async def load(db: _Reads) -> _Load:
    """What everybody carries and what is put off now: one statement."""
    return await _store.load(db, _clock.now())
