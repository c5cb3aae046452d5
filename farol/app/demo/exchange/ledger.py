"""What changed at the demo exchange, in order: the books are the plans with this laid over them.

An entry says what a thing looks like after the change, and, when the world is told, the event's name. Entries are
lines of one file, so a restart changes nothing; without a file they live in the process.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec


class Entry(msgspec.Struct, frozen=True, omit_defaults=True, tag="entry"):
    """kind, thing: what changed. event: its name outside, empty when it is not told; seq: its number among the told
    ones of this thing, from 1. data: what is told. fields: what the thing looks like now."""

    id: str
    at: datetime
    kind: str
    thing: str
    uid: str = ""
    event: str = ""
    seq: int = 0
    data: dict[str, Any] = {}
    fields: dict[str, Any] = {}


class Sent(msgspec.Struct, frozen=True, tag="sent"):
    """Farol has taken the event with that id."""

    id: str


class Ledger:
    """Reads are by thing; nothing is ever taken back."""

    def __init__(self, path: Path | None, clock: Callable[[], datetime]) -> None:
        self._path, self._clock = path, clock
        self._fields: dict[tuple[str, str], dict[str, Any]] = {}
        self._things: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._sums: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
        self._seq: dict[tuple[str, str], int] = defaultdict(int)
        self._steps: set[tuple[str, str, str]] = set()
        self._versions: dict[str, int] = defaultdict(int)
        self._count = 0
        self.told: list[Entry] = []
        self.place: dict[str, int] = {}
        """Event id to its place in ``told``, from 0."""
        self.unsent: dict[str, Entry] = {}
        if path and path.exists():
            for line in path.read_bytes().splitlines():
                self._take(msgspec.json.decode(line, type=Entry | Sent))

    def write(
        self, kind: str, thing: str, uid: str = "", event: str = "", data: dict[str, Any] | None = None,
        when: datetime | None = None, /, **fields: Any,
    ) -> Entry:  # fmt: skip
        """One change. ``when`` it happened, now when empty."""
        seq = self._seq[(kind, thing)] + 1 if event else 0
        plain = msgspec.to_builtins(fields)
        entry = Entry(
            f"EVT-{self._count + 1:08d}", when or self._clock(), kind, thing, uid, event, seq, msgspec.to_builtins(data or {}), plain
        )
        self._take(entry)
        self._keep(entry)
        return entry

    def move(self, account: str, coin: str, amount: Decimal, uid: str) -> None:
        """Money in or out of an account, nothing told: what told about it is the thing that moved it."""
        if amount:
            self.write("balance", account, uid, coin=coin, amount=str(amount))

    def fields(self, kind: str, thing: str) -> dict[str, Any]:
        """What was written about the thing so far; empty when nothing was."""
        return self._fields.get((kind, thing), {})

    def things(self, kind: str, uid: str) -> list[str]:
        """Ids of that kind that were ever written about for that customer, oldest first."""
        return self._things.get((kind, uid), [])

    def every(self, kind: str) -> list[str]:
        """Ids of that kind, whoever they belong to, oldest first of each customer."""
        return [id_ for (known, _), ids in self._things.items() if known == kind for id_ in ids]

    def moved(self, account: str) -> dict[str, Decimal]:
        """Coin to what came in less what went out."""
        return {coin: sum_ for (owner, coin), sum_ in self._sums.items() if owner == account}

    def has_told(self, kind: str, thing: str, event: str) -> bool:
        """Whether this event of this thing was told."""
        return (kind, thing, event) in self._steps

    def version(self, uid: str) -> str:
        """Changes whenever something was written about the customer."""
        return f"v{self._versions[uid]}"

    def sent(self, ids: Iterable[str]) -> None:
        """These need no further try."""
        for id_ in ids:
            if id_ in self.unsent:
                mark = Sent(id_)
                self._take(mark)
                self._keep(mark)

    def _take(self, line: Entry | Sent) -> None:
        if isinstance(line, Sent):
            self.unsent.pop(line.id, None)
            return
        self._count += 1
        key = (line.kind, line.thing)
        self._versions[line.uid] += 1
        if line.kind == "balance":
            self._sums[(line.thing, line.fields["coin"])] += Decimal(line.fields["amount"])
            return
        if line.thing not in self._things[(line.kind, line.uid)]:
            self._things[(line.kind, line.uid)].append(line.thing)
        self._fields[key] = {**self._fields.get(key, {}), **line.fields}
        if line.event:
            self._seq[key] = line.seq
            self._steps.add((*key, line.event))
            self.place[line.id] = len(self.told)
            self.told.append(line)
            self.unsent[line.id] = line

    def _keep(self, line: Entry | Sent) -> None:
        if self._path:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("ab") as file:
                file.write(msgspec.json.encode(line) + b"\n")
