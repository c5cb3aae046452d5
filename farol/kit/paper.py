"""Documents as PDF, from a Typst template and data. The same data and time make the same bytes.

Values reach the template as one JSON text and are only ever shown: nothing somebody typed is read as markup. Fonts are those of the
machine; Chinese needs one with Han characters, such as Debian's ``fonts-noto-cjk``.
"""

import asyncio
from datetime import datetime
from typing import Any

import msgspec

MOST_DATA = 2_000_000
"""Bytes of data for one document."""


def _compile(template: bytes, data: bytes, at: datetime) -> bytes:
    # The library is large and only a worker that makes documents needs it.
    import typst

    made = typst.compile(template, sys_inputs={"data": data.decode()}, timestamp=at.replace(microsecond=0))
    if not isinstance(made, bytes):
        raise TypeError("the template made no single document")
    return made


async def pdf(template: bytes, data: Any, at: datetime) -> bytes:
    """The document, with ``at`` as its date. Takes a second of a thread. Raises ValueError for too much data."""
    encoded = msgspec.json.encode(data)
    if len(encoded) > MOST_DATA:
        raise ValueError("too much for one document")
    return await asyncio.to_thread(_compile, template, encoded, at)
