"""Compares what was promised, shown and stored. Knows nothing of how the product works, only what it promises.

lost: acknowledged and not stored, or stored and never shown to somebody who may see it. duplicated: one message stored
or shown twice, or acknowledged twice with different places. out of order: a screen that skipped, went back or showed
something else than the others; a log with gaps; a promise that differs from what is stored. leaked: an internal note
on a customer's screen.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable

import msgspec

from .history import Ack, History, Showing, Stored


class Faults(msgspec.Struct):
    """One sentence for each fault."""

    lost: list[str]
    duplicated: list[str]
    out_of_order: list[str]
    leaked: list[str]

    @property
    def any(self) -> bool:
        """Whether there is at least one."""
        return any(msgspec.structs.astuple(self))

    def first(self, most: int = 3) -> list[str]:
        """A few of each kind, for reading."""
        return [f"{kind}: {text}" for kind, texts in msgspec.structs.asdict(self).items() for text in texts[:most]]


def audit(history: History) -> Faults:
    """Every fault in a history."""
    by_ticket: dict[int, list[Stored]] = defaultdict(list)
    for message in history.stored:
        by_ticket[message.ticket].append(message)
    faults = Faults([], [], [], [])
    _promises(history, faults)
    _database(history, by_ticket, faults)
    for showing in history.showings:
        _screen(showing, by_ticket[showing.ticket], faults)
    return faults


def _promises(history: History, faults: Faults) -> None:
    places = {(m.ticket, m.client): m for m in history.stored}
    first: dict[tuple[int, str], Ack] = {}
    for ack in history.acks:
        key = ack.ticket, ack.client
        earlier = first.setdefault(key, ack)
        if (earlier.seq, earlier.at) != (ack.seq, ack.at):
            faults.duplicated.append(f"{_name(ack)} acknowledged as {earlier.seq} and as {ack.seq}")
        stored = places.get(key)
        if stored is None:
            if ack is earlier:
                faults.lost.append(f"{_name(ack)} was acknowledged as {ack.seq} and is not stored")
        elif (stored.seq, stored.at, stored.digest) != (ack.seq, ack.at, ack.digest):
            faults.out_of_order.append(f"{_name(ack)} acknowledged as {ack.seq} {ack.at}, stored as {stored.seq} {stored.at}"
                                       + ("" if stored.digest == ack.digest else " with other words"))


def _database(history: History, by_ticket: dict[int, list[Stored]], faults: Faults) -> None:
    logged: dict[int, list[int]] = defaultdict(list)
    said: dict[int, set[int]] = defaultdict(set)
    for event in history.events:
        logged[event.ticket].append(event.seq)
        if event.kind == "message.posted":
            said[event.ticket].add(event.seq)
    for ticket, head in history.heads.items():
        stored = by_ticket[ticket]
        for what, values in (("client id", [m.client for m in stored]), ("words", [m.digest for m in stored])):
            faults.duplicated += [f"ticket {ticket}: {what} {value} stored {n} times" for value, n in _repeated(values)]
        if sorted(logged[ticket]) != list(range(1, head + 1)):
            faults.out_of_order.append(f"ticket {ticket}: the log does not run from 1 to {head}")
        places = [m.seq for m in stored]
        faults.out_of_order += [f"ticket {ticket}: {n} messages share the place {seq}" for seq, n in _repeated(places)]
        faults.out_of_order += [f"ticket {ticket}: message {seq} has no event" for seq in sorted(set(places) - said[ticket])]
        faults.out_of_order += [f"ticket {ticket}: event {seq} has no message" for seq in sorted(said[ticket] - set(places))]


def _screen(showing: Showing, stored: list[Stored], faults: Faults) -> None:
    where = f"{showing.screen}, ticket {showing.ticket}"
    before, seen = 0, set[int]()
    for frame in showing.shown:
        if frame.seq in seen:
            faults.duplicated.append(f"{where}: {frame.seq} shown again after {before}")
        elif frame.seq != before + 1:
            faults.out_of_order.append(f"{where}: {frame.seq} shown after {before}")
        seen.add(frame.seq)
        before = frame.seq
    shown = [frame for frame in showing.shown if frame.client]
    places = {(frame.client, frame.seq) for frame in shown}
    faults.duplicated += [f"{where}: message {client} shown at {n} places" for client, n in _repeated(client for client, _ in places)]
    truth = {m.seq: m for m in stored}
    for frame in shown:
        message = truth.get(frame.seq)
        if message is None or (message.client, message.digest) != (frame.client, frame.digest):
            faults.out_of_order.append(f"{where}: {frame.seq} showed {frame.client}, stored is {message.client if message else 'nothing'}")
        elif message.internal and not showing.staff:
            faults.leaked.append(f"{where}: internal note {frame.seq} shown to the customer")
    clients = {frame.client for frame in shown}
    faults.lost += [f"{where}: message {m.client} at {m.seq} never shown"
                    for m in stored if m.client not in clients and (showing.staff or not m.internal)]


def _repeated(values: Iterable[Hashable]) -> list[tuple[Hashable, int]]:
    return [(value, n) for value, n in Counter(values).items() if n > 1]


def _name(ack: Ack) -> str:
    return f"ticket {ack.ticket}: message {ack.client}"
