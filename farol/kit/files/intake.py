"""Takes one file in: spooled under a size limit, judged, a picture written anew, then kept."""

import asyncio
import hashlib
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import IO
from uuid import uuid4

import msgspec

from farol.kit.core import Kit
from farol.kit.files import store
from farol.kit.files.kinds import HEAD, Verdict, judge, sniff
from farol.kit.files.model import LARGEST, FileRow
from farol.kit.files.names import shown
from farol.kit.files.problems import FileEmpty, FileRefused, FileTooLarge, UploadStalled
from farol.kit.files.washing import Washer
from farol.kit.files.workshop import Made, work
from farol.kit.permission import Actor
from farol.kit.problem import TooMany
from farol.kit.ratelimit import limit

SILENCE_S = 30
LONGEST_S = 600
AT_ONCE = 4
RATE_PER_S, BURST = 0.5, 20
_arriving: Counter[str] = Counter()


class _Facts(msgspec.Struct, frozen=True):
    size: int
    sha256: bytes
    head: bytes
    nul: bool


async def receive(kit: Kit, actor: Actor, name: str, declared: str, body: AsyncIterator[bytes]) -> FileRow:
    """The file is judged and kept before this returns, so that its sender learns at once what became of it.

    ``declared`` is the media type the sender named. Raises FileRefused, FileEmpty, FileTooLarge, UploadStalled,
    Invalid (the name), TooMany. When it raises, nothing is kept.
    """
    limit("upload", actor.ref, RATE_PER_S, BURST)
    visible = shown(name)
    with _turn(actor), TemporaryFile() as spool, TemporaryFile() as copy, TemporaryFile() as preview:
        facts = await _spool(body, spool)
        verdict = judge(name, declared, facts.head, nul=facts.nul)
        if verdict.state == "refused":
            raise FileRefused(why=verdict.why)
        made = Made("ok")
        if verdict.decoder:
            made = await work(verdict.decoder, spool, copy, preview)
        written = kit.has(Washer) and sniff(facts.head, nul=facts.nul) == "text/plain"
        if written:
            # Whatever its name says: text is kept without the secrets in it, or not at all.
            await kit.get(Washer).wash(spool, copy)
        content = copy if written or verdict.state == "picture" else spool
        return await _keep(kit, actor, visible, facts, verdict, made, content, preview)


@contextmanager
def _turn(actor: Actor) -> Iterator[None]:
    """A few uploads of one person at once; slow senders so hold no more than that."""
    if _arriving[actor.ref] >= AT_ONCE:
        raise TooMany(retry_after=2)
    _arriving[actor.ref] += 1
    try:
        yield
    finally:
        _arriving[actor.ref] -= 1
        if not _arriving[actor.ref]:
            del _arriving[actor.ref]


async def _spool(body: AsyncIterator[bytes], spool: IO[bytes]) -> _Facts:
    size, digest, head, nul = 0, hashlib.sha256(), b"", False
    try:
        async with asyncio.timeout(LONGEST_S):
            while (chunk := await asyncio.wait_for(anext(body, None), SILENCE_S)) is not None:
                size += len(chunk)
                if size > LARGEST:
                    raise FileTooLarge(most_mb=LARGEST // 2**20)
                if len(head) < HEAD:
                    head = (head + chunk)[:HEAD]
                nul = nul or b"\0" in chunk
                digest.update(chunk)
                spool.write(chunk)
    except TimeoutError:
        raise UploadStalled from None
    if not size:
        raise FileEmpty
    spool.flush()
    return _Facts(size, digest.digest(), head, nul)


async def _keep(
    kit: Kit, actor: Actor, name: str, facts: _Facts, verdict: Verdict, made: Made, content: IO[bytes], preview: IO[bytes],
) -> FileRow:
    """Bytes first, then the row that names them. Bytes without a row are removed here; after a crash they are lost room."""
    keys = [await kit.files.put(content)]
    try:
        inline = verdict.state == "picture" and verdict.why is None
        if inline:
            keys.append(await kit.files.put(preview))
        return await store.add(
            kit.db, uuid4(), actor.kind, actor.id, name, verdict.media_type, content.seek(0, 2), facts.sha256, keys[0],
            keys[1] if inline else None, made.width, made.height, "ready" if inline else _state(verdict), verdict.why)
    except BaseException:
        for key in keys:
            await kit.files.delete(key)
        raise


def _state(verdict: Verdict) -> str:
    return "opaque" if verdict.why else "ready"
