"""Asking for the addresses of a name, once; a process may be given another way to ask."""

import asyncio
import ipaddress
import socket

from farol.kit.core import Kit
from farol.kit.networks import Ip

LONGEST_S = 5.0
MOST = 16


class Names:
    """The machine's own resolver. Another one is a subclass that is put into the kit as ``Names``."""

    async def addresses(self, name: str) -> list[Ip]:
        """All addresses of a name, in the order in which to try them; none when there is no such name."""
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(LONGEST_S):
                found = await loop.getaddrinfo(name, None, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError, TimeoutError):
            return []
        return list(dict.fromkeys(ipaddress.ip_address(each[4][0]) for each in found))[:MOST]


_OWN = Names()


def names(kit: Kit) -> Names:
    """The process's one."""
    return kit.get(Names) if kit.has(Names) else _OWN
