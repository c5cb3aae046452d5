"""A NATS server of our own: on the loopback address, with a token, holding nothing worth keeping."""

import asyncio
import contextlib
import json
import socket
from pathlib import Path

from . import programs
from .account import account, own
from .child import Child, Launch
from .home import passable, secret_file, write_private
from .keeper import Keeper, Service

CONFIG = """\
listen: "127.0.0.1:{port}"
authorization {{ token: "{token}" }}
max_payload: 1MB
"""


class LocalNats:
    """A server under ``home``. Port 0 takes a free one and keeps it as long as this object lives."""

    def __init__(self, home: Path, *, port: int = 0, output: Path | None = None) -> None:
        self.home, self.port = home, port
        self._output = output
        self.keeper = Keeper(
            Service("nats", self._launch, ready=self._answers, prepare=self._configure, stop_s=5, ready_s=20)
        )

    async def start(self) -> None:
        """Starts it and returns when it answers a login. Raises ``StartError``."""
        self.home.mkdir(parents=True, exist_ok=True)
        passable(self.home)
        self._program = programs.nats(self.home.parent)
        self._token = secret_file(self.home / "token")
        self.port = self.port or _free_port()
        await self.keeper.start()

    async def stop(self) -> None:
        """Ends it."""
        await self.keeper.stop()

    @property
    def url(self) -> str:
        """Address with the token. Known after ``start``."""
        return f"nats://{self._token}@127.0.0.1:{self.port}"

    @property
    def _config(self) -> Path:
        return self.home / "nats.conf"

    async def _configure(self) -> None:
        write_private(self._config, CONFIG.format(port=self.port, token=self._token))
        own(self._config, account())

    def _launch(self) -> Launch:
        return Launch([self._program, "-c", self._config], {}, account(), self.home, self._output)

    async def _answers(self, _: Child) -> None:
        """A real login; another program on the port does not know the token."""
        while True:
            with contextlib.suppress(OSError, TimeoutError):
                async with asyncio.timeout(2):
                    if await login(self.port, self._token):
                        return
            await asyncio.sleep(0.01)


async def login(port: int, token: str) -> bool:
    """Whether the server on this port takes the token. Raises OSError when there is none."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        await reader.readline()  # INFO
        hello = json.dumps({"auth_token": token, "verbose": False, "pedantic": False})
        writer.write(f"CONNECT {hello}\r\nPING\r\n".encode())
        return await reader.readline() == b"PONG\r\n"
    finally:
        writer.close()
        with contextlib.suppress(OSError):
            await writer.wait_closed()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
