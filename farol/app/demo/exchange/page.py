"""What the account part of the site shows, worked out for the template."""

from datetime import datetime
from decimal import Decimal

import msgspec

from farol.app.demo.cast import ROSA, CastCustomer
from farol.core.exchange.holds import hold_view
from farol.core.exchange.items import deposit_item, withdrawal_item
from farol.core.exchange.mask import short, thousands
from farol.core.exchange.shapes import Gate, Item, Reader
from farol.core.exchange.states import DepositState
from farol.core.exchange.words import when
from farol.kit.i18n import Lang, moment

from .facts import worth
from .plans import MEI_POISONED, STRANGERS
from .words import SiteWords
from .world import World


class BalanceRow(msgspec.Struct, frozen=True):
    coin: str
    amount: str
    locked: str
    worth: str


class GateRow(msgspec.Struct, frozen=True):
    """One of the two bars: per cent full, ``3/12``, and when it is expected."""

    label: str
    percent: int
    count: str
    at: str


class Move(msgspec.Struct, frozen=True):
    """A deposit or withdrawal on the page; ``network`` is empty where the coin already says it."""

    kind: str
    tone: str
    id: str
    amount: str
    network: str
    chip: str
    line: str
    at: str
    gates: list[GateRow]
    txid: str
    txid_short: str


class AccountPage(msgspec.Struct, frozen=True):
    total: str
    balances: list[BalanceRow]
    moves: list[Move]
    limits: list[str]
    status: str
    moving: bool


class Example(msgspec.Struct, frozen=True):
    """A string worth pasting into support."""

    label: str
    value: str


_CHIPS = {
    "failed": {"zh": "需要看一下", "en": "Needs a look"},
    "held": {"zh": "审核中", "en": "In review"},
    "moving": {"zh": "进行中", "en": "On its way"},
    "done": {"zh": "完成", "en": "Done"},
}


def account_page(world: World, me: CastCustomer, lang: Lang) -> AccountPage:
    """Times are in the customer's own zone."""
    reader = Reader(world.clock(), me.time_zone)
    balances = world.balances(me.uid)
    things = [deposit_item(one, reader) for one in world.deposits(me.uid)]
    things += [withdrawal_item(one, reader) for one in world.withdrawals(me.uid)]
    things.sort(key=lambda item: item.at, reverse=True)
    return AccountPage(
        thousands(str(sum((worth(one) for one in balances), Decimal(0)).quantize(Decimal("0.01")))),
        [
            BalanceRow(one.coin, thousands(str(one.total)), thousands(str(one.locked)) if one.locked else "",
                       thousands(str(worth(one))))
            for one in balances
        ],
        [_move(item, reader, lang) for item in things],
        [hold_view(hold, reader).words.of(lang) for hold in world.holds(me.uid)],
        world.status(me.uid),
        world.moving(me.uid) is not None,
    )  # fmt: skip


def _move(item: Item, reader: Reader, lang: Lang) -> Move:
    t = SiteWords(lang)
    gates = []
    if item.gates and item.tone == "moving":
        gates = [
            _gate(t.credited, item.gates.credited, reader, lang),
            _gate(t.withdrawable, item.gates.withdrawable, reader, lang),
        ]
    return Move(
        item.kind, item.tone, item.id, f"{item.amount} {item.coin}", "" if item.network == item.coin else item.network, _CHIPS[item.tone][lang],
        item.line.of(lang), _at(item.at, reader, lang), gates, item.txid or "", short(item.txid or ""),
    )  # fmt: skip


def _gate(label: str, gate: Gate, reader: Reader, lang: Lang) -> GateRow:
    at = when(gate.at, reader, lang) if gate.at else ""
    return GateRow(
        label, round(100 * gate.have / gate.need) if gate.need else 100, f"{gate.have}/{gate.need}", at
    )


def _at(at: datetime, reader: Reader, lang: Lang) -> str:
    return moment(at, reader.now, lang, reader.zone)


def to_try(world: World, lang: Lang) -> list[Example]:
    """One of each answer the trace can give."""
    t = SiteWords(lang)
    labels = {
        "elsewhere": t.try_elsewhere, "out_of_energy": t.try_out_of_energy, "unlisted": t.try_unlisted,
        "contract": t.try_contract, "hot": t.try_hot, "foreign_memo": t.try_foreign_memo,
    }  # fmt: skip
    found = [Example(labels[one.key], world.stranger_txid(one)) for one in STRANGERS]
    untagged = next(one for one in world.deposits(ROSA.uid) if one.state is DepositState.UNATTRIBUTED)
    return [*found, Example(t.try_untagged, untagged.txid), Example(t.try_poisoned, MEI_POISONED)]
