"""Files that came over a messenger: fetched with a limit, judged and kept as files of the widget are."""

import asyncio
from collections.abc import AsyncIterator
from uuid import UUID

from farol.channels.connections.elsewhere import Away, Failed, Refused
from farol.channels.connections.kinds import KINDS
from farol.channels.connections.model import Connection
from farol.core.tickets.model import LONGEST, MOST_FILES
from farol.kit.core import Kit
from farol.kit.files.intake import receive
from farol.kit.files.model import LARGEST
from farol.kit.files.names import shown
from farol.kit.i18n import LANGS
from farol.kit.permission import Actor
from farol.kit.problem import Problem, TooMany

from .adapter import ADAPTERS
from .model import Sent

PART = 64 * 1024
FETCH_S = 60.0

Both = dict[str, str]
"""A sentence by language."""


async def keep(kit: Kit, connection: Connection, actor: Actor, sent: list[Sent], words: str, *, patient: bool) -> tuple[list[UUID], list[Both]]:
    """Ids of the kept files, and a line for each that was not. words: kept as a file when longer than a message may be.
    patient: a platform that is away is asked again later: raises Away."""
    kept: list[UUID] = []
    lost: list[Both] = []
    if len(words) > LONGEST:
        kept.append((await receive(kit, actor, "message.txt", "text/plain", _parts(words.encode()))).id)
    for one in sent[: MOST_FILES - len(kept)]:
        name = name_of(one)
        try:
            data = await _fetch(kit, connection, one)
            kept.append((await receive(kit, actor, name, one.media_type or "application/octet-stream", _parts(data))).id)
        except TooMany:
            raise
        except Away as failure:
            if patient:
                raise
            lost.append(alike(f"{shown(name)}: {failure.said}"))
        except Failed as failure:
            lost.append(alike(f"{shown(name)}: {failure.said}"))
        except Problem as refusal:
            lost.append({lang: f"{shown(name)}: {refusal.text(lang)}" for lang in LANGS})
    lost += [alike(shown(name_of(one))) for one in sent[MOST_FILES:]]
    return kept, lost


def alike(words: str) -> Both:
    """What reads the same in every language."""
    return dict.fromkeys(LANGS, words)


def name_of(sent: Sent) -> str:
    """What a file is called: a voice note tells its length."""
    name = sent.name.replace("\0", "").strip()
    if sent.voice:
        end = name.rpartition(".")[2] if "." in name else {"audio/mpeg": "mp3", "audio/mp4": "m4a"}.get(sent.media_type, "ogg")
        return f"voice {sent.seconds // 60}-{sent.seconds % 60:02d}.{end}"
    return name[:200] or "file"


async def _fetch(kit: Kit, connection: Connection, sent: Sent) -> bytes:
    limits = KINDS[connection.channel].kind.limits
    most = min(limits.fetch_bytes, LARGEST)
    if sent.size > most:
        raise Refused("too large", "too_large")
    try:
        async with asyncio.timeout(FETCH_S):
            data = await ADAPTERS[connection.channel].fetch(kit, connection, sent.ref, most)
    except TimeoutError:
        raise Away("the file did not come in time") from None
    if len(data) > most:
        raise Refused("too large", "too_large")
    return data


async def _parts(data: bytes) -> AsyncIterator[bytes]:
    for at in range(0, len(data), PART):
        yield data[at : at + PART]
