"""Files of a mail go through the same checks as files of the web chat; what is refused is named to the staff."""

from collections.abc import AsyncIterator
from uuid import UUID

from farol.core.tickets.model import MOST_FILES
from farol.kit.core import Kit
from farol.kit.files.intake import receive
from farol.kit.files.names import shown
from farol.kit.i18n import LANGS
from farol.kit.permission import Actor
from farol.kit.problem import Problem, TooMany

from .letters.notes import Both, Notes, noted
from .model import Attachment, Mail
from .reading.charset import one_line

PART = 64 * 1024


async def keep(kit: Kit, actor: Actor, mail: Mail, whole_text: str) -> tuple[list[UUID], list[Both]]:
    """Ids of the kept files, and a line for each that was not kept. whole_text: kept as a file when not empty."""
    given = [*mail.attachments]
    if whole_text:
        given.insert(0, Attachment("mail.txt", "text/plain", whole_text.encode()))
    kept: list[UUID] = []
    lost = [noted("files_cut")] if len(given) > MOST_FILES or "files_cut" in mail.flags else []
    for file in given[:MOST_FILES]:
        try:
            kept.append((await receive(kit, actor, file.name, file.media_type, _parts(file.data))).id)
        except TooMany:
            raise
        except Problem as refusal:
            name = one_line(shown(file.name.replace("\0", "")))
            lost.append({lang: Notes(lang).file_refused.format(name=name, why=refusal.text(lang)) for lang in LANGS})
    return kept, lost


async def _parts(data: bytes) -> AsyncIterator[bytes]:
    for at in range(0, len(data), PART):
        yield data[at: at + PART]
