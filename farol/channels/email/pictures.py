"""Pictures that a mail names and did not bring: fetched by us when somebody asks to see one, and drawn anew from their pixels."""

import asyncio
from tempfile import TemporaryFile
from urllib.parse import urljoin

from farol.kit import outbound
from farol.kit.core import Kit
from farol.kit.files import kinds
from farol.kit.files.problems import FileRefused
from farol.kit.files.workshop import work

from .problems import PictureRefused

LARGEST = 5 * 1024 * 1024
SECONDS = 8.0
MOST_REDIRECTS = 3
MEDIA_TYPE = "image/webp"
"""What every one becomes, whatever it was."""
_AT_ONCE = asyncio.Semaphore(4)


async def fetch(kit: Kit, url: str) -> bytes:
    """The picture behind the address, as WebP. Its server learns that somebody looked, and nothing of who: no cookie, no referrer, no address
    of theirs. Raises PictureRefused, and what ``farol.kit.outbound`` raises."""
    async with _AT_ONCE:
        return await _drawn(await _fetched(kit, url))


async def _fetched(kit: Kit, url: str) -> bytes:
    for _ in range(MOST_REDIRECTS + 1):
        # A client for each step: what one server sets as a cookie, the next does not get.
        async with outbound.client(kit, purpose="image", plain=True, most=LARGEST, seconds=SECONDS, redirects=False) as http:
            answer = await http.get(url, headers={"accept": "image/webp,image/png,image/jpeg,image/gif"})
        if not answer.has_redirect_location:
            if answer.status_code != 200:
                raise PictureRefused
            return answer.content
        url = urljoin(url, answer.headers["location"])
    raise outbound.TooManyRedirects


async def _drawn(data: bytes) -> bytes:
    """Whatever the server says it is, its bytes decide; a confined process decodes them."""
    decoder = kinds.PICTURES.get(kinds.sniff(data[: kinds.HEAD], nul=b"\0" in data) or "")
    if decoder is None:
        raise PictureRefused
    with TemporaryFile() as source, TemporaryFile() as copy, TemporaryFile() as preview:
        await asyncio.to_thread(source.write, data)
        try:
            await work(decoder, source, copy, preview)
        except FileRefused:
            raise PictureRefused from None
        preview.seek(0)
        return await asyncio.to_thread(preview.read)
