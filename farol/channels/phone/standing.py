"""How long a caller will wait, by the model of the desk's queue over what calls took lately."""

from datetime import datetime, timedelta

from farol.desk.queue import estimate as est
from farol.kit.db import Reads

from . import people_store, store

LATELY = timedelta(hours=24)


async def figures(db: Reads, now: datetime) -> est.Figures:
    """What the last day's calls teach."""
    rows = await store.past(db, now - LATELY)
    talked = [row["talked"] for row in rows if row["outcome"] == "talked" and row["talked"] is not None]
    left = sum(1 for row in rows if row["outcome"] in ("abandoned", "callback", "voicemail"))
    return est.Figures(handling_s=est.handling(talked), patience_s=est.patience(left, sum(max(row["waited"] or 0.0, 0.0) for row in rows)))


async def estimate(db: Reads, ahead: int, now: datetime) -> est.Wait | None:
    """Half wait less than one of them, nine in ten less than the other. None while nobody is on the phones."""
    ready = await people_store.ready(db, now)
    free = sum(1 for one in ready if one.free)
    return est.estimate(est.Line(ahead, len(ready), free), await figures(db, now))
