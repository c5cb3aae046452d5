"""Every page of this feature, and the short address of the page on which way fits."""

from typing import Any

from farol.kit import i18n
from farol.kit.core import Kit
from farol.kit.permission import Can
from farol.kit.web import Response, get, redirect
from farol.selfserve.portal.entrance import LANGUAGE, lax

from . import along, calls, chats, mailword, shared_files


@get("/help/{lang:str}/contact", can=Can.ANYONE)
async def contact(kit: Kit, lang: str) -> Response[Any]:
    """Which way fits, in that language."""
    return redirect("/my/door", cookies=[lax(kit, LANGUAGE, lang)] if i18n.is_tongue(lang) else [])


routes = [contact, *chats.routes, *calls.routes, *along.routes, *mailword.routes, *shared_files.routes]
