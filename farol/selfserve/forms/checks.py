"""One answer looked at: what it is, whether it can be right, and what to do when not. Pure, so that script and server agree."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Literal, NamedTuple

import msgspec

from farol.core import chains
from farol.core.exchange.model import NetworkInfo
from farol.core.shield import scrub
from farol.kit import clock, i18n
from farol.selfserve.help_centre.blocks import network_name

from .model import LONGEST_ANSWER, Slot
from .words import Words

MOST_NAMED = 4
"""Networks named in one line; the rest are counted."""
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{2,63}")
_CODE = re.compile(r"-?[A-Za-z0-9][A-Za-z0-9_.-]{1,39}")
_SYMBOL = re.compile(r"[A-Z0-9]{1,15}[/_-]?[A-Z0-9]{2,12}")
_COIN = re.compile(r"[A-Z0-9][A-Z0-9.$-]{0,14}")


class Verdict(msgspec.Struct, frozen=True):
    """state: good, unsure (may be sent, worth a look) or wrong. words: what is shown beside the field, may be empty.
    value: as it is kept, secrets masked. fact: the same as the desk's field of this name takes it. networks: those it fits."""

    state: Literal["good", "unsure", "wrong"]
    words: str
    value: str
    fact: Any = None
    networks: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


class Given(NamedTuple):
    """What a check may look at beside the answer itself. board: the exchange's networks, empty while it does not answer."""

    answers: Mapping[str, str]
    board: Sequence[NetworkInfo]
    words: Words
    zone: str


def check(slot: Slot, typed: str, given: Given) -> Verdict | None:
    """The verdict; None for an empty answer, which is never wrong."""
    plain = chains.clean(typed).text.strip()
    if not plain:
        return None
    if len(plain) > LONGEST_ANSWER:
        return Verdict("wrong", given.words.too_long.format(most=LONGEST_ANSWER), plain[:LONGEST_ANSWER])
    return _CHECKS[slot.check](slot, plain, given)


def _txid(_: Slot, plain: str, given: Given) -> Verdict:
    linked = next((one for one in chains.find(plain) if one.kind == "txid"), None)
    value = linked.value if linked and "explorer" in linked.notes else plain
    fits = linked.candidates if linked and value == linked.value else chains.candidates(value)
    words, network = given.words, chains.network(given.answers.get("network", ""))
    if not fits:
        return Verdict("wrong", words.t_is_address if _good_address(value) else words.t_wrong, scrub(value).text)
    named = _names(fits, words)
    if network and network.code not in fits:
        return Verdict("unsure", words.t_other_network.format(network=_one(network.code, words), networks=named), value, value, fits)
    if network:
        return Verdict("good", words.t_good.format(networks=_one(network.code, words)), value, value, (network.code,))
    return Verdict("good", (words.t_good if len(fits) == 1 else words.t_many).format(networks=named), value, value, fits)


def _address(_: Slot, plain: str, given: Given) -> Verdict:
    words, network, found = given.words, chains.network(given.answers.get("network", "")), dict(chains.classify(plain))
    meant = next(iter(chains.find(plain)), None)
    if meant and meant.kind == "txid" and not (network and network.code in found):
        return Verdict("wrong", words.a_is_txid, plain)
    if not found:
        return Verdict("wrong", words.a_wrong, scrub(plain).text)
    right = tuple(code for code, verdict in found.items() if verdict != "wrong")
    if not right or (network and found.get(network.code) == "wrong"):
        return Verdict("wrong", words.a_checksum, plain)
    if network and network.code not in right:
        text = words.a_other_network.format(network=_one(network.code, words), networks=_names(right, words))
        return Verdict("unsure", text, plain, plain, right)
    here = (network.code,) if network else right
    if all(found[code] == "correct" for code in here):
        return Verdict("good", words.a_good.format(networks=_names(here, words)), plain, plain, here)
    # Account names are addresses on some networks, and ordinary words look like them.
    return Verdict("good" if meant or network else "unsure", words.a_plausible.format(networks=_names(here, words)), plain, plain, here)


def _good_address(value: str) -> bool:
    return any(verdict != "wrong" for _, verdict in chains.classify(value))


def _network(slot: Slot, plain: str, given: Given) -> Verdict:
    known, words = chains.network(plain), given.words
    if known is None:
        return _text(slot, plain, given, "unsure", words.n_unknown)
    coin = given.answers.get("coin", "").strip().upper()
    listed = {_code(row.network) for row in given.board if row.coin == coin}
    name = _one(known.code, words)
    if listed and known.code not in listed:
        return Verdict("unsure", words.n_not_here.format(coin=coin, network=name), known.code, known.code, (known.code,))
    return Verdict("good", words.n_good.format(network=name), known.code, known.code, (known.code,))


def _coin(slot: Slot, plain: str, given: Given) -> Verdict:
    said = next((m.coin for m in chains.mentions(f"1 {plain}") if m.kind == "amount" and m.coin), plain.upper())
    if not _COIN.fullmatch(said):
        return _text(slot, plain, given, "unsure", given.words.c_unknown)
    unknown = given.board and slot.key == "coin" and said not in {row.coin for row in given.board}
    return Verdict("unsure" if unknown else "good", given.words.c_unknown if unknown else said, said, said)


def _amount(_: Slot, plain: str, given: Given) -> Verdict:
    coin = given.answers.get("coin", "").strip().upper()
    mentioned = next((m for m in chains.mentions(plain) if m.kind == "amount"), None)
    number = mentioned.value if mentioned else plain.replace(",", "").replace("，", "")
    coin = (mentioned.coin if mentioned else "") or coin
    try:
        amount = Decimal(number) if len(number) <= 40 else None
    except InvalidOperation:
        amount = None
    if amount is None or not amount.is_finite() or amount < 0 or abs(amount.adjusted()) > 30:
        return Verdict("wrong", given.words.q_wrong, scrub(plain).text)
    shown = f"{amount:,f} {coin}".strip()
    fact = {"amount": f"{amount:f}", "coin": coin} if not coin or _COIN.fullmatch(coin) else None
    return Verdict("good", shown, shown, fact)


def _memo(_: Slot, plain: str, given: Given) -> Verdict:
    network, words = chains.network(given.answers.get("network", "")), given.words
    value = scrub(plain)
    if network is None:
        return Verdict("good", "", value.text, value.text, removed=value.removed)
    name = _one(network.code, words)
    if network.memo_rule.need == "none":
        return Verdict("unsure", words.m_none.format(network=name), value.text, value.text, removed=value.removed)
    fine = chains.memo_ok(network.code, plain)
    return Verdict("good" if fine else "unsure", (words.m_good if fine else words.m_wrong).format(network=name), value.text, value.text, removed=value.removed)


def _time(_: Slot, plain: str, given: Given) -> Verdict:
    try:
        at = datetime.fromisoformat(plain.replace("/", "-"))
        at = (at if at.tzinfo else at.replace(tzinfo=i18n.zone(given.zone))).astimezone(UTC)
    except (ValueError, OverflowError):
        return Verdict("wrong", given.words.w_wrong, scrub(plain).text)
    now = clock.now()
    if at > now:
        return Verdict("wrong", given.words.w_future, plain)
    local = at.astimezone(i18n.zone(given.zone))
    kept = f"{local:%Y-%m-%d %H:%M} ({given.zone}, {at:%Y-%m-%d %H:%M} UTC)"
    return Verdict("good", i18n.moment(at, now, given.words.lang, given.zone), kept, kept)


def _formed(form: re.Pattern[str], wrong: str) -> Callable[[Slot, str, Given], Verdict]:
    def run(_: Slot, plain: str, given: Given) -> Verdict:
        value = plain.upper() if form is _SYMBOL else plain
        if not form.fullmatch(value):
            return Verdict("wrong", getattr(given.words, wrong), scrub(plain).text)
        found = scrub(value)
        return Verdict("good", "", found.text, found.text, removed=found.removed)

    return run


def _choice(slot: Slot, plain: str, given: Given) -> Verdict:
    known = any(plain == key for key, _, _ in slot.options)
    return Verdict("good", "", plain, plain) if known else Verdict("wrong", given.words.o_wrong, "")


def _yes_no(_: Slot, plain: str, given: Given) -> Verdict:
    if plain not in ("yes", "no"):
        return Verdict("wrong", given.words.o_wrong, "")
    return Verdict("good", "", plain, plain == "yes")


def _text(_: Slot, plain: str, given: Given, state: Literal["good", "unsure"] = "good", words: str = "") -> Verdict:
    found = scrub(plain)
    return Verdict(state, words, found.text, found.text, removed=found.removed)


def _code(name: str) -> str:
    known = chains.network(name)
    return known.code if known else name.upper()


def _one(code: str, words: Words) -> str:
    return network_name(code, words.lang)


def _names(codes: Sequence[str], words: Words) -> str:
    shown = words.comma.join(_one(code, words) for code in codes[:MOST_NAMED])
    more = len(codes) - MOST_NAMED
    return shown if more <= 0 else f"{shown} +{more}"


_CHECKS: dict[str, Callable[[Slot, str, Given], Verdict]] = {
    "text": _text, "coin": _coin, "network": _network, "txid": _txid, "amount": _amount, "address": _address, "memo": _memo,
    "time": _time, "id": _formed(_ID, "i_wrong"), "symbol": _formed(_SYMBOL, "s_wrong"), "code": _formed(_CODE, "k_wrong"),
    "choice": _choice, "yes_no": _yes_no,
}
