"""A canary that must hear nothing, a friendly server that may be asked, and a name server whose answers change."""

import asyncio
import ipaddress
import socket
import struct
from collections.abc import AsyncIterator, Callable
from contextlib import closing, suppress
from typing import Any

import dns.asyncresolver
import dns.exception
import msgspec
import pytest

from farol.kit.core import Kit
from farol.kit.networks import Ip
from farol.kit.outbound import Names


class Server:
    """Counts connections, and answers each request with what ``answer`` gives for its path, or with the address it was reached at."""

    def __init__(self) -> None:
        self.heard: list[bytes] = []
        self.answer: Callable[[str], bytes] | None = None
        self.stall = asyncio.Event()
        self.port = 0

    async def meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.heard.append(b"")
        with closing(writer), suppress(asyncio.IncompleteReadError):
            head = await reader.readuntil(b"\r\n\r\n")
            self.heard[-1] = head
            here = writer.get_extra_info("sockname")[0].encode()
            own = b"HTTP/1.1 200 OK\r\ncontent-length: %d\r\nconnection: close\r\n\r\n%s" % (len(here), here)
            answer = self.answer(head.split(b" ")[1].decode()) if self.answer else own
            writer.write(answer)
            await writer.drain()
            if b"stall" in answer:
                await self.stall.wait()


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    """On every loopback address of the machine."""
    made = Server()
    listening = [await asyncio.start_server(made.meet, "127.0.0.1", 0)]
    made.port = listening[0].sockets[0].getsockname()[1]
    for family, host in ((socket.AF_INET6, "::1"), (socket.AF_INET, "127.0.0.2"), (socket.AF_INET, "127.1.2.3")):
        listening.append(await asyncio.start_server(made.meet, host, made.port, family=family))
    yield made
    made.stall.set()
    for each in listening:
        each.close()


class Zone(asyncio.DatagramProtocol):
    """A name server over UDP. answers: for each name the addresses of the first question, of the second, and so on."""

    def __init__(self) -> None:
        self.answers: dict[str, list[list[str]]] = {}
        self.asked: list[str] = []
        self.port = 0

    def connection_made(self, transport: Any) -> None:
        self.transport = transport

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        labels, at = [], 12
        while length := data[at]:
            labels.append(data[at + 1: at + 1 + length].decode())
            at += 1 + length
        name, kind = ".".join(labels).lower(), struct.unpack(">H", data[at + 1: at + 3])[0]
        addresses: list[str] = []
        if kind == 1:
            self.asked.append(name)
            turns = self.answers.get(name, [[]])
            addresses = turns[min(self.asked.count(name), len(turns)) - 1]
        records = b"".join(b"\xc0\x0c" + struct.pack(">HHIH", 1, 1, 0, 4) + socket.inet_aton(each) for each in addresses)
        head = data[:2] + b"\x81\x80" + struct.pack(">HHHH", 1, len(addresses), 0, 0)
        self.transport.sendto(head + data[12: at + 5] + records, addr)


class FromZone(Names):
    """Asks the zone and nobody else, without remembering."""

    def __init__(self, port: int) -> None:
        self._port = port

    async def addresses(self, name: str) -> list[Ip]:
        resolver = dns.asyncresolver.Resolver(configure=False)
        resolver.nameservers, resolver.port, resolver.lifetime = ["127.0.0.1"], self._port, 2.0
        try:
            found = await resolver.resolve(name + ".", "A")
        except dns.exception.DNSException:
            return []
        return [ipaddress.ip_address(each.address) for each in found]


@pytest.fixture
async def zone(kit: Kit) -> AsyncIterator[Zone]:
    """The kit asks this name server."""
    transport, made = await asyncio.get_running_loop().create_datagram_endpoint(Zone, ("127.0.0.1", 0))
    made.port = transport.get_extra_info("sockname")[1]
    asking = FromZone(made.port)
    kit._parts[Names] = asking
    yield made
    del kit._parts[Names]
    transport.close()


@pytest.fixture
def allow(kit: Kit) -> "AsyncIterator[Callable[..., None]]":
    """Opens networks as the operator's setting does."""
    before = kit.settings

    def opened(*networks: str) -> None:
        kit.settings = msgspec.structs.replace(kit.settings, outbound_allowed=networks)

    yield opened  # type: ignore[misc]
    kit.settings = before
