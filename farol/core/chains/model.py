"""Networks as data: one entry of chains.json each, found by code or by the names people use."""

from functools import cache
from importlib import resources
from typing import Literal

import msgspec

Verdict = Literal["correct", "plausible", "wrong"]
"""correct: a checksum exists and agrees. plausible: the shape fits and nothing could be checked.
wrong: meant for this network by its shape, but checksum, length or kind of address is not right."""


class MemoRule(msgspec.Struct, frozen=True):
    """Whether a deposit needs a memo (tag, comment), and its form. ``max_bytes`` counts UTF-8."""

    need: Literal["none", "optional", "required"]
    form: Literal["text", "uint32", "payment_id"]
    max_bytes: int


class Network(msgspec.Struct, frozen=True):
    """One network. Confirmations are demo defaults; the exchange's own core overrides them.

    ``explorers`` are hosts, with a path where one host shows several networks. ``validator`` names the
    address rule; ``tx_regex`` is the whole form of a transaction id.
    """

    code: str
    name: str
    name_zh: str
    family: str
    native: str
    address_format: str
    checksum: str
    tx_format: str
    tx_regex: str
    memo: str
    memo_rule: MemoRule
    block_time_s: float
    observed_confirmations: str
    demo_confirm_credit: int
    demo_confirm_unlock: int
    explorer: str
    explorers: tuple[str, ...]
    typical_failures: tuple[str, ...]
    aliases: tuple[str, ...]
    validator: str


class _File(msgspec.Struct):
    note: str
    chains: tuple[Network, ...]


@cache
def networks() -> dict[str, Network]:
    """Every network by its code, in the order of chains.json."""
    data = resources.files(__package__).joinpath("chains.json").read_bytes()
    return {entry.code: entry for entry in msgspec.json.decode(data, type=_File).chains}


def name_key(name: str) -> str:
    """The form in which names are compared: "trc-20", "TRC 20" and "TRC20" are one name."""
    return "".join(character for character in name.upper() if character not in " -_.")


@cache
def names() -> dict[str, str]:
    """Every code and alias, as ``name_key``, to the network's code."""
    table = {name_key(code): code for code in networks()}
    for code, entry in networks().items():
        for alias in entry.aliases:
            table.setdefault(name_key(alias), code)
    return table


def network(name: str) -> Network | None:
    """The network of that code or alias in any case (TRC20, erc-20, 波场), or None."""
    code = names().get(name_key(name[:64]))
    return networks()[code] if code else None
