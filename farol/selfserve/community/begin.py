"""What a web process does beside serving: gives a new forum its places, and brings topics beside articles and onto the map."""

from farol.kit.core import Kit
from farol.kit.i18n import LANGS, Tongue, lang_of, written
from farol.selfserve.help_centre.beside import Aside, Asides
from farol.selfserve.help_centre.sitemap import More, Place

from . import moderation_store, read_store, search
from .shapes import PLACES

MOST_MAPPED = 10_000
"""Topics on the map for search engines, the newest."""


async def start(kit: Kit) -> None:
    """Adds the first places where there are none; from now on the help centre's search and its map show topics too."""
    await moderation_store.begin(kit.db, PLACES)
    if not kit.has(Asides):
        kit.put(Asides(_topics))
        kit.put(More(_places))


async def _topics(kit: Kit, question: str, lang: Tongue, most: int) -> list[Aside]:
    return [Aside(hit.path, hit.title, hit.excerpt, hit.answered) for hit in await search.find(kit, question, written(lang), most)]


async def _places(kit: Kit) -> list[Place]:
    """A topic stands in the language it was written in; only the pages around topics are in both."""
    around = [Place(path, list(LANGS), site="community") for path in ("", "/topics", "/ideas", "/rules")]
    public = await read_store.public_topics(kit.db, MOST_MAPPED)
    return around + [Place(f"/t/{one.id}", [lang_of(one.language)], one.last_at, "community") for one in public]
