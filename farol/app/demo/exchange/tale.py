"""When each customer's stories began, and blocks moved by hand; what people changed stands in the ledger.

Everything else is worked out from the two and the time, so a restart changes nothing.
"""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

KEPT_STORIES = 3
DAY_OF_STORIES = timedelta(hours=20)
FRESH_FOR = timedelta(minutes=5)


class _Kept(msgspec.Struct):
    began: datetime
    stories: dict[str, list[tuple[int, datetime]]] = {}
    moved_s: dict[str, float] = {}
    rounds: dict[str, int] = {}


class Tale:
    """A customer's story is one deposit on its way. A new one begins when the last has arrived (``begin``)."""

    def __init__(self, path: Path | None, now: datetime) -> None:
        self._path = path
        if path and path.exists():
            self._kept = msgspec.json.decode(path.read_bytes(), type=_Kept)
        else:
            self._kept = _Kept(now.astimezone(UTC))
            self._save()

    def stories(self, uid: str) -> list[tuple[int, datetime]]:
        """(number, when it began), oldest first, at least one."""
        return self._kept.stories.get(uid) or [(0, self._kept.began)]

    def anchor(self, uid: str) -> datetime:
        """When everything that is not on its way happened relative to: the first story of the latest sitting."""
        times = [at for _, at in self.stories(uid)]
        anchor = times[0]
        for at in times:
            if at - anchor > DAY_OF_STORIES:
                anchor = at
        return anchor

    def begin(self, uid: str, now: datetime) -> None:
        """A new deposit sets out; the oldest one is forgotten when there are too many."""
        stories = self.stories(uid)
        self._kept.stories[uid] = [*stories, (stories[-1][0] + 1, now.astimezone(UTC))][-KEPT_STORIES:]
        self._save()

    def round(self, uid: str) -> int:
        """How often the customer started over. Ids of the next round are new, so nothing written before fits them."""
        return self._kept.rounds.get(uid, 0)

    def start_over(self, uid: str, now: datetime) -> None:
        """Everything of the customer is as on the first day, and happened just now."""
        number = self.stories(uid)[-1][0]
        self._kept.rounds[uid] = self.round(uid) + 1
        self._kept.stories[uid] = [(number + 1, now.astimezone(UTC))]
        self._save()

    def fresh(self, uid: str, now: datetime) -> bool:
        """Whether the latest story began a short while ago."""
        return now - self.stories(uid)[-1][1] < FRESH_FOR

    def moved_s(self, deposit_id: str) -> float:
        """Seconds of block time added by hand."""
        return self._kept.moved_s.get(deposit_id, 0.0)

    def move(self, deposit_id: str, seconds: float) -> None:
        """Lets block time pass for one deposit."""
        self._kept.moved_s[deposit_id] = self.moved_s(deposit_id) + seconds
        self._save()

    def _save(self) -> None:
        if self._path is None:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._path.with_suffix(".new")
        fresh.write_bytes(msgspec.json.encode(self._kept))
        os.replace(fresh, self._path)
