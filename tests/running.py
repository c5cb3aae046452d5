"""`farol up` run as a program of its own, for tests that look at it from outside."""

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx2

FAROL = Path(sys.executable).with_name("farol")


class Running:
    """A `farol up` with its own data and port."""

    def __init__(self, data: Path, port: int, *more: str, **settings: str) -> None:
        self.data, self.port, self.url = data, port, f"http://127.0.0.1:{port}"
        env = {name: value for name, value in os.environ.items() if not name.startswith("FAROL_")} | settings
        command = [FAROL, "up", "--data", data, "--port", str(port), *more]
        self._output = data.with_suffix(".said")
        with self._output.open("ab") as file:
            self.process = subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL, stdout=file, stderr=file)

    def children(self, words: str) -> list[int]:
        """Direct children whose command line holds the words."""
        pid = self.process.pid
        found = [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
        return [each for each in found if words in _command(each)]

    def descendants(self) -> list[int]:
        """Everything that belongs to it."""
        found, todo = [], [self.process.pid]
        while todo:
            pid = todo.pop()
            try:
                todo += [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
            except OSError:
                continue
            found.append(pid)
        return found[1:]

    def get(self, path: str) -> httpx2.Response:
        return httpx2.get(self.url + path, timeout=5, trust_env=False)

    def serves(self) -> bool:
        assert self.process.poll() is None, self.said()
        try:
            return "Farol is up" in self.said() and self.get("/healthz").status_code == 200
        except httpx2.HTTPError:
            return False

    def said(self) -> str:
        """What it has printed so far."""
        return self._output.read_text()

    def end(self) -> None:
        """Kills it and waits until nothing of it is left."""
        everything = self.descendants() if self.process.poll() is None else []
        self.process.kill()
        self.process.wait()
        within(30, lambda: not any(lives(pid) for pid in everything))
        self._output.unlink(missing_ok=True)


def within(seconds: float, true: Callable[[], Any], what: str = "") -> None:
    """Waits until it is true."""
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, f"not in time: {what}"
        time.sleep(0.05)


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")
    except OSError:
        return ""


def lives(pid: int) -> bool:
    """Whether the process is there and no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def free_port(*beside: int) -> int:
    """A port that nobody holds, as are those so far above it."""
    while True:
        with contextlib.ExitStack() as probes:
            first = probes.enter_context(socket.create_server(("127.0.0.1", 0))).getsockname()[1]
            try:
                for offset in beside:
                    probes.enter_context(socket.create_server(("127.0.0.1", first + offset)))
            except (OSError, OverflowError):
                continue
            return int(first)
