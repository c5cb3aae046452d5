"""Every coin on every network as the exchange has it now: what is paused, until when, minimums, confirmations, fees, memo."""

from typing import Any

from farol.core import chains
from farol.core.exchange import published
from farol.core.exchange.model import NetworkInfo
from farol.kit import clock, i18n
from farol.kit.core import Kit
from farol.kit.i18n import Tongue, is_tongue
from farol.kit.permission import Can
from farol.kit.web import Response, get

from ..blocks import network_name, seen
from ..site import BOTH, AnyRequest, missing, shown, spoken_of
from ..words import Words

LONGEST_COIN = 20


@get("/help/{lang:str}/networks", can=Can.ANYONE)
async def networks(kit: Kit, request: AnyRequest, lang: str) -> Response[Any]:
    """The board, paused ones first; ``?coin=`` narrows it, in any spelling people use."""
    if not is_tongue(lang):
        return await missing(kit, request, lang)
    spoken = spoken_of(lang)
    board = await published.networks(kit)
    rows = board.value or []
    asked = request.query_params.get("coin", "")[:LONGEST_COIN].strip()
    known = chains.coin(asked)
    coin = known.code if known else asked.upper()
    listed = [row for row in rows if not asked or chains.same_coin(row.coin, coin)]
    listed.sort(key=lambda row: (row.deposit_enabled and row.withdraw_enabled, row.coin, row.network))
    return await shown(kit, request, "networks.html", spoken, "/networks", {
        "lines": [_line(row, spoken) for row in listed], "seen": seen(board, spoken), "coin": asked, "coins": sorted({row.coin for row in rows}),
        "description": Words(spoken).networks_line,
    }, languages=BOTH)  # fmt: skip


def _line(row: NetworkInfo, lang: Tongue) -> dict[str, Any]:
    now = clock.now()

    def back(at: Any) -> str:
        return i18n.moment(at, now, lang) if at else ""

    return {
        "name": f"{row.coin} · {network_name(row.network, lang)}", "now": row,
        "deposit_back": "" if row.deposit_enabled else back(row.deposit_resume_at),
        "withdraw_back": "" if row.withdraw_enabled else back(row.withdraw_resume_at),
    }  # fmt: skip


routes = [networks]
