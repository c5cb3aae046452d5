"""Ways out of the house. A channel says how a way is gone; nothing here knows mail or browsers."""

from collections.abc import Awaitable, Callable

from farol.kit.core import Kit

from .model import Person, Told

Send = Callable[[Kit, Person, list[Told]], Awaitable[None]]
WAYS: dict[str, Send] = {}


class Away(Exception):
    """Not now; the notices are tried again."""


class Unreachable(Exception):
    """Never, as things are: no address, no browser, or refused for good. The notices stay on the console."""


def way(name: str) -> Callable[[Send], Send]:
    """Registers how ``mail`` or ``push`` is gone: one letter about all of these notices. It raises Away or Unreachable."""

    def register(send: Send) -> Send:
        if name in WAYS:
            raise TypeError(f"two channels go the way {name}")
        WAYS[name] = send
        return send

    return register
