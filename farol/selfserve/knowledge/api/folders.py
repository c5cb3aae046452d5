"""Articles as a folder of files, in a zip."""

import asyncio
from tempfile import TemporaryFile
from typing import Any

import msgspec

from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Bytes, Request, get, post

from .. import actions, archive, exporting
from ..actions.importing import Taken
from ..archive import LARGEST
from ..problems import ArchiveTooLarge

ROOM = 2 * LARGEST
SILENCE_S = 30


class Report(msgspec.Struct, frozen=True):
    """What came of each file."""

    files: list[Taken]


@get("/knowledge/folder", can=Can.ARTICLE_PUBLISH)
async def export(kit: Kit, actor: Actor) -> Bytes:
    """Every published article in every language, with pictures, as a zip of Markdown files."""
    limit("article_export", actor.ref, rate_per_s=0.1, burst=5)
    files = [each async for each in exporting.published(kit)]
    packed = await asyncio.to_thread(archive.pack, files)
    return Bytes(packed, "application/zip", {"content-disposition": 'attachment; filename="articles.zip"'})


@post("/knowledge/folder", can=Can.ARTICLE_PUBLISH, max_body=ROOM)
async def take_in(request: Request[Any, Any, Any], kit: Kit, actor: Actor, publish: bool = False) -> Report:
    """A zip of Markdown files: all of it comes in, as drafts or published, or nothing does and every broken file is named."""
    limit("article_import", actor.ref, rate_per_s=0.1, burst=5)
    with TemporaryFile() as spool:
        size = 0
        async with asyncio.timeout(10 * SILENCE_S):
            async for part in request.stream():
                size += len(part)
                if size > LARGEST:
                    raise ArchiveTooLarge(most_mb=LARGEST // 2**20, most=archive.MOST_FILES, most_open_mb=archive.MOST_OPEN // 2**20)
                spool.write(part)
        spool.seek(0)
        given = await asyncio.to_thread(archive.unpack, spool)
    return Report(await actions.take_in(kit, actor, given, publish=publish))


routes = [export, take_in]
