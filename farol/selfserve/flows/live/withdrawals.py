"""Withdrawals: where one stands, what to change, whether it can be stopped, and what keeps all of them back."""

from farol.core import chains
from farol.core.exchange.errors import look_up
from farol.core.exchange.mask import money
from farol.core.exchange.model import Withdrawal
from farol.core.exchange.reasons import reason
from farol.core.exchange.shapes import Text
from farol.core.exchange.states import WithdrawalState as S
from farol.core.exchange.words import both, withdrawal_line
from farol.selfserve.tools.words import Words

from . import witness
from .deposits import board
from .told import Look, Told, lines, tells
from .witness import two

MOST_OTHERS = 3
"""Other networks that are named."""


@tells("withdrawal", "withdrawals")
def withdrawal(look: Look) -> Told | None:
    """Its state as everywhere else."""
    one = look.thing
    if not isinstance(one, Withdrawal):
        return None
    words = both("提币 {what}（{network}）：{line}", "Withdrawal of {what} ({network}): {line}", what=money(one.amount, one.coin),
                 network=one.network, line=withdrawal_line(one, look.reader))  # fmt: skip
    return Told(words, [*witness.of(one, look.reader), *_published(one)], "withdrawals")


@tells("fix", "withdrawals")
def fix(look: Look) -> Told | None:
    """What to change about one that was not sent; nothing for a reason that may not be told."""
    one = look.thing
    if not isinstance(one, Withdrawal) or one.state not in (S.FAILED, S.REJECTED) or reason(one.reason) is None:
        return None
    found = [meaning for meaning in look_up(one.reason) if meaning.kind == "withdrawal"]
    return Told(found[0].fix, [found[0].fix.zh, found[0].fix.en], "withdrawals") if found else None


@tells("cancel", "withdrawals")
def cancel(look: Look) -> Told | None:
    """Whether it can still be stopped, and what that means."""
    one = look.thing
    if not isinstance(one, Withdrawal):
        return None
    if one.cancellable:
        name = Text(*two(Words.wd_cancel))
        words = both("还能取消，在这笔的页面上按“{name}”。{means}", "It can still be stopped: press \"{name}\" on its page. {means}", name=name,
                     means=Text(*two(Words.wd_cancel_s)))  # fmt: skip
        return Told(words, [], "withdrawals")
    if one.state in (S.ONCHAIN, S.COMPLETED) and not one.internal_transfer:
        return Told(Text(*two(Words.wd_on_chain)), [], "withdrawals")
    return Told(Text(*two(Words.wd_not_any_more)), [], "withdrawals") if one.state not in (S.CANCELLED, S.FAILED, S.REJECTED) else None


@tells("proof", "withdrawals")
def proof(look: Look) -> Told | None:
    """What to show the receiver: the hash of one that is on the chain; of one inside the exchange, that there is none."""
    one = look.thing
    if not isinstance(one, Withdrawal):
        return None
    if one.internal_transfer:
        return Told(Text(*two(Words.wd_internal)), [], "withdrawals")
    if not one.txid:
        return None
    head = Words.to_txid
    return Told(Text(f"{head.text('zh')}：{one.txid}", f"{head.text('en')}: {one.txid}"), witness.of(one, look.reader), "withdrawals")


@tells("withdrawals_open", "networks")
def paused(look: Look) -> Told | None:
    """Networks that are meant and switched off."""
    return board(look, "withdrawals_paused")


@tells("other_networks", "networks")
def others(look: Look) -> Told | None:
    """Networks on which the same coin can leave now, with their fees."""
    coins = {look.thing.coin} if isinstance(look.thing, Withdrawal) else look.said.coins
    rows = [row for row in look.seen.networks if row.withdraw_enabled and any(chains.same_coin(row.coin, coin) for coin in coins)]
    if not rows:
        return None
    rows = rows[:MOST_OTHERS]
    named = [Text(f"{row.network}（手续费 {money(row.withdraw_fee, row.coin)}）", f"{row.network} (fee {money(row.withdraw_fee, row.coin)})")
             if row.withdraw_fee else Text(row.network, row.network) for row in rows]  # fmt: skip
    words = both("{coin} 现在可以走：{networks}", "{coin} can leave now on: {networks}", coin=rows[0].coin,
                 networks=Text("、".join(one.zh for one in named), ", ".join(one.en for one in named)))  # fmt: skip
    return Told(lines(words), [line for row in rows for line in witness.of(row, look.reader)])


def _published(one: Withdrawal) -> list[str]:
    """The clause of its reason, which is published and may name a time of its own."""
    known = reason(one.reason)
    return [known.zh, known.en] if known else []
