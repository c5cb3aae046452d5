"""Kills parts of a running Farol with the signal that nothing can catch."""

import os
import signal
from collections import Counter
from pathlib import Path

from farol.app.machine import Machine

from .chance import chance

PARTS = ("web", "postgres", "nats")


class Killer:
    """part: ``web`` (one of the processes), ``postgres`` (the postmaster, or one of its backends) or ``nats``.

    Only a part that serves is killed; the machine's own supervisor brings it back. done: how often what was killed.
    """

    def __init__(self, part: str, machine: Machine) -> None:
        self._part, self._machine = part, machine
        self.done: Counter[str] = Counter()

    def kill(self) -> bool:
        """Kills one; False when none serves right now."""
        serving = self._machine.pids(self._part)
        if not serving:
            return False
        pid, what = chance.choice(serving), self._part
        if self._part == "postgres":
            what, backends = "postmaster", _children(pid)
            if backends and chance.random() < 0.5:
                pid, what = chance.choice(backends), "backend"
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            return False
        self.done[what] += 1
        return True


def _children(pid: int) -> list[int]:
    try:
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []
