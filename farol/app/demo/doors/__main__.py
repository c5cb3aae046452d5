"""``python -m farol.app.demo.doors``: the outside world on its one port."""

import os
import socket
import sys

import uvicorn

from farol.kit.settings import SettingsError
from farol.kit.supervisor.keeper import say_ready

from .app import Doors
from .config import Config


class Server(uvicorn.Server):
    """Tells the supervisor once the port is open."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        say_ready()


def main() -> int:
    """Runs until told to stop. Exit code 2 when the environment cannot be used."""
    try:
        config = Config.load(os.environ)
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 2
    Server(uvicorn.Config(
        Doors(config), host=config.host, port=config.port, log_level="warning", server_header=False, ws="websockets-sansio", timeout_graceful_shutdown=2,
    )).run()  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
