"""Deposits: where one stands, whose memo it is, whether the network is open, and what became of a transaction."""

from datetime import datetime

from farol.core import chains
from farol.core.exchange.gates import IN_BALANCE
from farol.core.exchange.items import deposit_item
from farol.core.exchange.mask import money
from farol.core.exchange.model import Deposit
from farol.core.exchange.reasons import MEMO, MEMO_NAMES
from farol.core.exchange.shapes import Text
from farol.core.exchange.states import DepositState as D
from farol.core.exchange.truths import of_board
from farol.core.exchange.words import both, moment_of
from farol.selfserve.tools.depositing import MEMOS
from farol.selfserve.tools.words import Words

from . import witness
from .told import Look, Told, lines, tells
from .witness import two


@tells("deposit", "deposits")
def deposit(look: Look) -> Told | None:
    """Its state as everywhere else."""
    one = look.thing
    if not isinstance(one, Deposit):
        return None
    words = both("充值 {what}（{network}）：{line}", "Deposit of {what} ({network}): {line}", what=money(one.amount, one.coin), network=one.network,
                 line=deposit_item(one, look.reader).line)  # fmt: skip
    return Told(words, witness.of(one, look.reader), "deposits")


@tells("memo", "deposits")
def memo(look: Look) -> Told | None:
    """The memo it came with, and the customer's own as it stood in one that was credited."""
    one = look.thing
    if not isinstance(one, Deposit) or one.state is not D.UNATTRIBUTED or one.reason not in MEMOS or not chains.memo_required(one.network):
        return None
    name = MEMO_NAMES.get(one.network, MEMO)
    came = both(*two(Words.de_memo), memo=name, value=Text(one.memo, one.memo) if one.memo else Text(*two(Words.de_memo_none)))
    credited = [each for each in look.seen.deposits if each.network == one.network and each.memo and each.created_at and each.state in IN_BALANCE]
    own = max(credited, key=lambda each: each.created_at or datetime.min, default=None)
    if own and own.created_at:
        mine = both(*two(Words.de_memo_own), memo=name, value=own.memo, at=moment_of(own.created_at, look.reader))
        return Told(lines(came, mine), [*witness.of(one, look.reader), *witness.of(own, look.reader)], "deposits")
    return Told(lines(came, both(*two(Words.de_memo_where), memo=name)), [*witness.of(one, look.reader), *two(Words.de_memo_where)], "deposits")


@tells("deposits_open", "networks")
def paused(look: Look) -> Told | None:
    """Switches of the networks that are meant, where they are off."""
    return board(look, "deposits_paused")


@tells("trace", "traced")
def trace(look: Look) -> Told | None:
    """What the exchange knows of the transaction that was named."""
    if look.thing is not None or not look.seen.traced:
        return None
    one = look.seen.traced[0]
    texts = [one.words, *(truth.words for truth in one.truths if truth.tone in ("stop", "warn"))]
    words = lines(*{text.en: text for text in texts}.values())
    return Told(words, [f"{one.network} {one.amount or ''} {one.coin}", *(half for text in texts for half in (text.zh, text.en))], "trace")


def board(look: Look, code: str) -> Told | None:
    """One line for each coin on a network that is meant and switched off, with its time where there is one."""
    pairs = [(one.coin, one.network) for one in [look.thing] if getattr(one, "network", "")] or [
        (row.coin, row.network) for row in look.seen.networks
        if row.coin in look.said.coins or (not look.said.coins and row.network in look.said.networks)]  # fmt: skip
    found, evidence = [], []
    for coin, network in pairs:
        known = chains.network(network)
        truths = of_board(known.code if known else network, coin, look.seen.networks, look.reader)
        kept = [truth.words for truth in truths if truth.code == code]
        if kept:
            found += kept
            evidence += [line for row in look.seen.networks if (row.coin, row.network) == (coin, network)
                         for line in (*witness.of(row, look.reader), *witness.resumes(row, look.reader))]  # fmt: skip
    return Told(lines(*found), evidence) if found else None
