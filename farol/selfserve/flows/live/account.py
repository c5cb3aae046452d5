"""The account itself: limits with their countdown, the identity check, sign-ins, fees."""

from farol.core.exchange.errors import look_up
from farol.core.exchange.holds import hold_view, running
from farol.core.exchange.mask import thousands
from farol.core.exchange.model import Hold
from farol.core.exchange.shapes import Text
from farol.core.exchange.words import both, moment_of
from farol.desk.triage.rules import RULES
from farol.desk.triage.rules.account import locked
from farol.kit.i18n import length
from farol.selfserve.tools.holds import lifting
from farol.selfserve.tools.identity_check import REFUSED
from farol.selfserve.tools.words import Words

from . import witness
from .told import Look, Told, lines, tells
from .witness import two

MOST_HOLDS = 4
OUT = frozenset({"withdraw_crypto", "withdraw_fiat", "api_withdraw", "withdraw", "all"})


@tells("holds", "security")
def holds(look: Look) -> Told | None:
    """Every limit that runs, with the time left. Of one that may not be disclosed only what it stops is told."""
    return _holds(look, [one for one in _running(look)])


@tells("out_holds", "security")
def out_holds(look: Look) -> Told | None:
    """Those that stop withdrawals."""
    return _holds(look, [one for one in _running(look) if OUT & set(one.scope)])


@tells("lifting", "security")
def lifts(look: Look) -> Told | None:
    """Who can end the first of them, and how."""
    found = next((one for one in _running(look) if one.disclosable), None)
    if found is None:
        return None
    return Told(Text(lifting(found, Words("zh")), lifting(found, Words("en"))), [], "holds")


@tells("kyc", "kyc")
def kyc(look: Look) -> Told | None:
    """Where the check stands; for one that was refused each reason with what to change."""
    one = look.seen.kyc
    if one is None:
        return None
    known = Words.ky_states.get(one.state)
    texts: list[Text] = [Text(*two(known or Words.ky_unknown))]
    evidence = witness.of(one, look.reader)
    if one.eta_at and one.state == "pending":
        about = both(*two(Words.ky_eta), at=moment_of(one.eta_at, look.reader))
        texts = [both("{state}，{about}", "{state}, {about}", state=texts[0], about=about)]
    if one.state in REFUSED:
        meanings = {each.key: each for code in one.reject_codes for each in look_up(code) if each.kind == "kyc"}
        texts += [both("{cause}：{fix}", "{cause}: {fix}", cause=each.cause, fix=each.fix) for each in meanings.values()]
        evidence += [half for each in meanings.values() for text in (each.cause, each.fix) for half in (text.zh, text.en)]
        if not one.reject_codes or any(not look_up(code) for code in one.reject_codes):
            texts.append(Text(*two(Words.ky_unread)))
    if one.attempts_left is not None and one.state == "retry":
        texts.append(both(*two(Words.ky_left), n=one.attempts_left))
    return Told(lines(*texts), evidence, "kyc")


@tells("kyc_limit", "kyc")
def limit(look: Look) -> Told | None:
    """How much of the daily limit is used."""
    one = look.seen.kyc.limits if look.seen.kyc else None
    if one is None or one.withdraw_24h is None or one.used is None:
        return None
    words = both("24 小时提币额度已用 {used}，共 {all} {currency}", "{used} of {all} {currency} of the 24 h withdrawal limit are used",
                 used=thousands(one.used), all=thousands(one.withdraw_24h), currency=one.currency)  # fmt: skip
    return Told(words, [*witness.of(one, look.reader), "24 小时", "24 h"], "kyc")


@tells("tier", "tier")
def tier(look: Look) -> Told | None:
    """Level, rates, and what is missing to the next level."""
    one = look.seen.tier
    if one is None:
        return None
    texts = [both("您的等级：{level}", "Your level: {level}", level=one.vip_level)]
    evidence = witness.of(one, look.reader)
    if one.maker is not None and one.taker is not None:
        texts.append(both("费率：挂单 {maker}，吃单 {taker}", "Rates: maker {maker}, taker {taker}", maker=one.maker, taker=one.taker))
    if one.next_gap is not None:
        texts.append(both("到下一级还差 {gap} 的 30 天交易量", "{gap} of 30-day volume are missing to the next level", gap=thousands(one.next_gap)))
        evidence += ["30 天", "30-day"]
    return Told(lines(*texts), evidence)


@tells("sign_in", "security", "sessions")
def sign_in(look: Look) -> Told | None:
    """What the exchange saw of sign-ins: a lock with its end by their own clock, steps at which they stopped."""
    facts = [one for one in RULES[look.reason].run(look.seen, look.said) if one.code.startswith(("hold.login", "sign_in."))]
    if not facts:
        return None
    running_now = {one.hold_id: one for one in _running(look)}
    evidence = [line for one in running_now.values() for line in witness.hold(one, look.reader)]
    counted = [f"{len(look.seen.sessions)}", *(half for one in facts if one.code.startswith("sign_in.") for half in (one.zh, one.en))]
    told = (locked(running_now[one.ref], look.reader) if one.ref in running_now else Text(one.zh, one.en) for one in facts)
    return Told(lines(*told), evidence + counted)


def _running(look: Look) -> list[Hold]:
    return [one for one in (look.seen.security.holds if look.seen.security else []) if running(one, look.reader)]


def _holds(look: Look, found: list[Hold]) -> Told | None:
    if not found:
        return None
    texts, evidence = [], []
    for one in found[:MOST_HOLDS]:
        texts.append(hold_view(one, look.reader).words)
        evidence += witness.hold(one, look.reader)
        if one.disclosable and one.until:
            left = one.until - look.reader.now
            gone = Text(length(left, "zh"), length(left, "en"))
            texts.append(both(*two(Words.ho_left), long=gone, at=moment_of(one.until, look.reader)))
            evidence += [f"left: {gone.zh}", f"left: {gone.en}"]
    distinct = {text.en: text for text in texts}
    return Told(lines(*distinct.values()), evidence, "holds")
