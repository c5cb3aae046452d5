"""A file that a chat could not take, by the link that was sent there. Nobody signs in; the link is the right to this one file."""

from farol.channels.messengers import sharing
from farol.kit import i18n
from farol.kit.core import Kit
from farol.kit.files.serve import open_file
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Page, Response, Streamed, get, redirect
from farol.kit.web.credentials import read as credentials
from farol.selfserve.portal import view
from farol.selfserve.portal.entrance import LANGUAGE, AnyRequest, lax, who_reads

from .words import Words


@get("/shared/{link:str}", can=Can.ANYONE)
async def shared(kit: Kit, actor: Actor, request: AnyRequest, link: str, lang: str = "") -> Page | Streamed | Response[None]:
    """The file, with the headers of every file; for a link that is over a page that says what to do."""
    limit("shared_file", credentials(request.scope).ip, rate_per_s=0.5, burst=40)
    try:
        served = await open_file(kit, await sharing.fetch(kit, link))
    except NotFound:
        if i18n.is_tongue(lang):
            return redirect("/shared/over", cookies=[lax(kit, LANGUAGE, lang)])
        reader, customer = await who_reads(kit, actor, request)
        return Page("ways/shared.html", {**view.page(kit, reader, customer, "/shared/over"), "w": Words(reader.lang)}, status=404)
    return Streamed(served.parts, served.media_type, served.headers | {"x-robots-tag": "noindex"})


routes = [shared]
