"""Whether a message is ours, for anybody who holds its code; without JavaScript."""

from farol.core.genuine import actions
from farol.core.genuine.model import PATH, Genuine
from farol.kit import i18n
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Page, Response, get, redirect
from farol.kit.web.credentials import read as credentials
from farol.selfserve.portal import view as portal
from farol.selfserve.portal.entrance import LANGUAGE, AnyRequest, lax, who_reads
from farol.selfserve.portal.view import Reader

from .words import Words


@get(PATH, can=Can.ANYONE)
async def verify(kit: Kit, actor: Actor, request: AnyRequest, m: str = "", lang: str = "") -> Page | Response[None]:
    """m: the code. Unknown, changed and made up are answered alike."""
    limit("verify_message", credentials(request.scope).ip, rate_per_s=0.5, burst=30)
    typed = m.strip()[:100]
    plain = typed if typed.isascii() and typed.replace("-", "").replace(" ", "").isalnum() else ""
    path = f"{PATH}?m={plain.replace(' ', '')}" if plain else PATH
    if i18n.is_tongue(lang):
        return redirect(path, cookies=[lax(kit, LANGUAGE, lang)])
    reader, customer = await who_reads(kit, actor, request)
    found, words = await actions.find(kit, plain) if plain else None, Words(reader.lang)
    mine = found is not None and customer is not None and found.customer_id == customer.id
    return Page("verifying/message.html", {
        **portal.page(kit, reader, customer, path), "w": words, "asked": bool(typed), "typed": plain if not found else "", "found": found is not None,
        "yes": words.yes.format(brand=kit.settings.brand), "rows": _rows(found, reader, words) if found else [],
        "ticket": found.ticket if found and mine else "", "guest": customer is None, "other": found is not None and customer is not None and not mine,
        "header_name": f"{kit.settings.brand} {words.help_centre}", "home_link": f"/help/{reader.lang}",
    }, status=404 if typed and not found else 200)  # fmt: skip


def _rows(found: Genuine, reader: Reader, words: Words) -> list[tuple[str, str]]:
    rows = [(words.kind, words.by_email if found.kind == "email" else found.kind), (words.sent, reader.when(found.at)), (words.to, found.recipient)]
    return [*rows, *([(words.subject, found.title)] if found.title else [])]


routes = [verify]
