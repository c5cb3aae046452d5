"""Reading the answer of somebody we do not trust: so many bytes and no more, never unpacked."""

import httpx2


class Unreadable(Exception):
    """The body is longer than allowed, or packed: a few packed kilobytes can be gigabytes."""

    def __init__(self, *, too_large: bool) -> None:
        super().__init__("too large" if too_large else "packed")
        self.too_large = too_large


async def body_of(response: httpx2.Response, most: int) -> bytes:
    """The bytes of a streamed answer; raises ``Unreadable``. The caller bounds the time."""
    if response.headers.get("content-encoding", "identity") != "identity":
        raise Unreadable(too_large=False)
    body = bytearray()
    async for chunk in response.aiter_raw():
        body += chunk
        if len(body) > most:
            raise Unreadable(too_large=True)
    return bytes(body)
