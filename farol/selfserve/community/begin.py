"""What a web process does beside serving: gives a new forum its places, and brings topics beside articles."""

from farol.kit.core import Kit
from farol.kit.i18n import Lang
from farol.selfserve.help_centre.beside import Aside, Asides

from . import moderation_store, search
from .shapes import PLACES


async def start(kit: Kit) -> None:
    """Adds the first places where there are none; from now on the help centre's search shows topics too."""
    await moderation_store.begin(kit.db, PLACES)
    if not kit.has(Asides):
        kit.put(Asides(_topics))


async def _topics(kit: Kit, question: str, lang: Lang, most: int) -> list[Aside]:
    return [Aside(hit.path, hit.title, hit.excerpt, hit.answered) for hit in await search.find(kit, question, lang, most)]
