"""What a scenario customer is, and how one is made."""

from typing import Any

import msgspec

from farol.app.demo.cast import CastCustomer
from farol.core.exchange.facts import Both

from .. import made
from ..planned import Account

_PLACES = {"zh": ("CN", "Asia/Shanghai", "+86138001"), "en": ("GB", "Europe/London", "+4477009")}


class Scenario(msgspec.Struct, frozen=True):
    """reason: the code that is right for this customer. true: what is so at the exchange. says: what they write, in
    both languages, with the transaction id or address already in it. by_state: false where the account is quiet and
    only the words tell.
    """

    reason: str
    uid: str
    name: Both
    true: Both
    says: Both
    account: Account
    person: CastCustomer
    by_state: bool


def case(
    number: int, reason: str, name: tuple[str, str], true: tuple[str, str], says: tuple[str, str], *,
    language: str = "", by_state: bool = True, tier: str = "Regular", flags: tuple[str, ...] = (),
    txid: tuple[str, str] | None = None, **account: Any,
) -> Scenario:  # fmt: skip
    """``number`` gives the uid. txid: network and key of the deposit or ``out:`` withdrawal whose id goes into the
    words as ``{txid}``. Two of three write English when ``language`` is empty."""
    uid = uid_of(number)
    language = language or ("zh" if number % 3 == 0 else "en")
    country, zone, phone = _PLACES[language]
    key = name[1].lower().replace(" ", ".").replace("'", "")
    person = CastCustomer(
        key, uid, name[0] if language == "zh" else name[1], f"{key}@example.com", f"{phone}{number:05d}", language,
        tier, zone, country, flags, true[1], true[0],
    )  # fmt: skip
    account.setdefault("balances", {"USDT": "820.40"})
    account.setdefault("asset_band", "lt1k")
    books = Account(made.evm(uid), made.tron(uid), made.btc(uid), tag=f"7{number:05d}", **account)
    filled = made.txid_of(txid[0], f"{uid}:{txid[1]}") if txid else ""
    zh, en = (words.replace("{txid}", filled).replace("{evm}", books.evm) for words in says)
    return Scenario(reason, uid, Both(*name), Both(*true), Both(zh, en), books, person, by_state)


def uid_of(number: int) -> str:
    """The uid of the scenario customer with that number."""
    return str(70_010_000 + 101 * number)
