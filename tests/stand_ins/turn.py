"""A real coturn on loopback, with the demo's shared secret."""

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROGRAM = "/usr/bin/turnserver"
START_S = 20.0


@contextmanager
def coturn(port: int, secret: str, folder: Path) -> Iterator[Path]:
    """Runs while the block does: the path of what it says."""
    said = folder / "coturn.said"
    command = [
        PROGRAM, "-n", "--listening-ip=127.0.0.1", "--relay-ip=127.0.0.1", f"--listening-port={port}", "--use-auth-secret", f"--static-auth-secret={secret}",
        "--realm=farol", "--no-tls", "--no-dtls", "--allow-loopback-peers", "--no-cli", "--verbose", "--log-file=stdout", "--simple-log",
        f"--userdb={folder / 'turn.db'}", f"--pidfile={folder / 'turn.pid'}", "--min-port=49300", "--max-port=49400",
    ]
    with said.open("wb") as file:
        child = subprocess.Popen(command, stdout=file, stderr=file, stdin=subprocess.DEVNULL)
    try:
        _answers(port, said)
        yield said
    finally:
        child.terminate()
        child.wait(10)


def _answers(port: int, said: Path) -> None:
    until = time.monotonic() + START_S
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(f"coturn did not start: {said.read_text()[-500:]}")
