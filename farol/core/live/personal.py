"""Frames for one person's screens, whatever they show. Hints only: who was not connected asks for the state."""

from collections.abc import Iterable

from farol.kit.bus import Bus

from .socket import Socket

SUBJECT = "farol.personal"
"""Bus subject: ``<kind>:<id>``, then the frame on the next line."""


async def tell(bus: Bus, kind: str, id_: int, frame: bytes) -> None:
    """Sends a frame to every screen of a person, in any process."""
    await bus.publish(SUBJECT, f"{kind}:{id_}\n".encode() + frame)


def hear(data: bytes, sockets: Iterable[Socket]) -> None:
    """Hands a frame to the screens of this process that belong to the person."""
    ref, _, frame = data.partition(b"\n")
    who = ref.decode()
    for socket in sockets:
        if socket.actor.ref == who:
            socket.put(frame)
