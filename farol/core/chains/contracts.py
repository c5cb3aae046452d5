"""Contracts of well-known tokens: coins sent to one of them reach nobody."""

from functools import cache
from importlib import resources

import msgspec

from .spelling import one_spelling


class Contract(msgspec.Struct, frozen=True):
    """A token's contract on one network."""

    coin: str
    network: str
    address: str


class _File(msgspec.Struct):
    note: str
    contracts: tuple[Contract, ...]


@cache
def contracts() -> tuple[Contract, ...]:
    """Every contract of contracts.json."""
    data = resources.files(__package__).joinpath("contracts.json").read_bytes()
    return msgspec.json.decode(data, type=_File).contracts


@cache
def _known() -> dict[str, Contract]:
    return {one_spelling(one.address): one for one in contracts()}


def contract(address: str) -> Contract | None:
    """The token whose contract this address is, in any spelling, or None."""
    return _known().get(one_spelling(address))
