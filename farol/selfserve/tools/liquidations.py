"""``/my/liquidations``: positions closed by force, each with its arithmetic."""

from datetime import UTC, timedelta
from urllib.parse import quote

from farol.core.exchange import CoreLink
from farol.core.exchange.mask import thousands
from farol.core.exchange.model import Liquidation, Mark
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.web import Page, Response, get
from farol.selfserve.portal.entrance import AnyRequest
from farol.selfserve.portal.view import Reader

from . import arithmetic
from .asking import Answer, ask, why
from .frame import came, page
from .words import Words

HOME = "/my/liquidations"
LOOK_BACK = timedelta(days=90)


@get("/my/liquidations", can=Can.ANYONE)
async def home(kit: Kit, actor: Actor, request: AnyRequest, lang: str = "") -> Page | Response[None]:
    who = await came(kit, actor, request, HOME, lang)
    if not isinstance(who, tuple):
        return who
    reader, customer = who
    answer = await _own(kit, actor, customer.uid or "")
    rows = [(one.liquidation_id, _title(one, reader), reader.when(one.at)) for one in answer.value or []]
    return Page("tools/liquidations.html", {**page(kit, reader, customer, HOME, answer.state), "rows": rows})


@get("/my/liquidations/{liquidation_id:str}", can=Can.ANYONE)
async def one(kit: Kit, actor: Actor, request: AnyRequest, liquidation_id: str, lang: str = "") -> Page | Response[None]:
    """Read by its id alone at the exchange, so only after it stood in the customer's own list."""
    path = f"{HOME}/{quote(liquidation_id[:64], safe='')}"
    who = await came(kit, actor, request, path, lang)
    if not isinstance(who, tuple):
        return who
    reader, customer = who
    answer = await _own(kit, actor, customer.uid or "")
    listed = next((each for each in answer.value or [] if each.liquidation_id == liquidation_id), None)
    values = page(kit, reader, customer, path, answer.state)
    if listed is None:
        return Page("tools/nothing.html", values, status=404 if answer.state == "ok" else 200)
    whole = await ask(kit.get(CoreLink).liquidation_statement(why(actor, "customer.liquidation"), liquidation_id))
    found = whole.value or listed
    marks = [_mark(each) for each in found.mark_series[-arithmetic.MOST_MARKS :]]
    return Page("tools/liquidation.html", {
        **values, "title": _title(found, reader), "when": reader.when(found.at), "steps": arithmetic.steps(found, reader.lang), "marks": marks,
        "adl": found.adl, "margin": " · ".join(filter(None, (found.margin_mode, f"{found.leverage}×" if found.leverage else ""))),
        "linear": bool(arithmetic.quote_coin(found.symbol)),
    })  # fmt: skip


async def _own(kit: Kit, actor: Actor, uid: str) -> Answer[list[Liquidation]]:
    if not uid:
        return Answer("ok", [])
    return await ask(kit.get(CoreLink).liquidations(why(actor, "customer.liquidations"), uid, clock.now() - LOOK_BACK))


def _mark(one: Mark) -> tuple[str, str, str, str]:
    """Mark, index and last price, and the second in UTC; empty where the exchange gave none."""
    mark, index, last = (thousands(price) if price else "" for price in (one.mark, one.index, one.last))
    return mark, index, last, f"{one.at.astimezone(UTC):%H:%M:%S}" if one.at else ""


def _title(one: Liquidation, reader: Reader) -> str:
    side = Words.li_sides.get(one.side.casefold())
    return " ".join(filter(None, (one.symbol, side.text(reader.lang) if side else "", thousands(one.size) if one.size else "")))


routes = [home, one]
