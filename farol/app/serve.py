"""The web process and the worker process."""

import asyncio
import socket

import uvicorn
import uvloop

from farol.kit.settings import Settings
from farol.kit.supervisor.keeper import say_ready

GRACE_S = 4
"""Seconds a web process gives open requests and sockets when it is told to go."""
LAST_CALL_S = 0.2
LARGEST_FRAME = 64 * 1024
"""Bytes of one WebSocket frame from a client."""


class _Server(uvicorn.Server):
    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        if self.started:
            say_ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """A connection accepted a moment ago gets the time to say what it wants instead of being reset."""
        for server in self.servers:
            server.close()
        await asyncio.sleep(LAST_CALL_S)
        await super().shutdown(sockets=sockets)


def web(settings: Settings, fd: int | None = None) -> None:
    """Serves until told to stop. ``fd`` is a listening socket that the supervisor opened."""
    from .main import build

    listener = socket.socket(fileno=fd) if fd is not None else listen(settings.host, settings.port)
    config = uvicorn.Config(
        build(settings), loop="uvloop", http="httptools", lifespan="on", access_log=False, log_config=None,
        ws="websockets-sansio", ws_per_message_deflate=False, ws_max_size=LARGEST_FRAME, server_header=False,
        timeout_keep_alive=30, timeout_graceful_shutdown=GRACE_S,
    )  # fmt: skip
    _Server(config).run(sockets=[listener])


def listen(host: str, port: int) -> socket.socket:
    """A listening socket. Raises OSError when the address cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=2048)


def work(settings: Settings) -> None:
    """Runs jobs and reactions until told to stop."""
    from .worker import run

    uvloop.run(run(settings))
