"""The mail that says an account is about to be opened, with the one link that stops it."""

import hmac

from farol.channels.email.reading import plain
from farol.kit import clock, i18n
from farol.kit.i18n import Say, Texts, lang_of
from farol.kit.secretbox import sign
from farol.kit.settings import Settings

from .thaw_store import Thaw


class Words(Texts):
    subject = Say("有人要求解冻您的账户", "Somebody asks to open your frozen account")
    asked = Say("工单 {number}：有人要求解冻您在 {brand} 的账户。{at} 之前不会解冻。", "Ticket {number}: somebody asks to open your frozen account at {brand}. It stays frozen until {at} at least.")
    you = Say("是您本人要求的，不用做什么。", "If it was you, there is nothing to do.")
    not_you = Say("不是您？打开下面的链接，点一下叫停。不用登录。", "Not you? Open this link and press once to stop it. No sign-in needed.")
    never = Say("我们不会打电话请您“解冻”，也不收任何费用。", "We never call you to “unfreeze”, and it costs nothing.")


def token(secret_key: str, proposal_id: int) -> str:
    """What the link carries: which wish it stops, and that we made it."""
    return f"{proposal_id}-{sign(secret_key, 'emergency thaw', str(proposal_id))[:40]}"


def whose(secret_key: str, given: str) -> int | None:
    """The proposal whose link it is; None when we did not make it."""
    number, _, _ = given.partition("-")
    if not number.isascii() or not number.isdigit() or not 0 < len(number) < 16:
        return None
    return int(number) if hmac.compare_digest(token(secret_key, int(number)).encode(), given.encode("utf-8", "surrogatepass")) else None


def address(settings: Settings, proposal_id: int) -> str:
    """The page that stops it."""
    return f"{settings.public_url}/stolen/stop/{token(settings.secret_key, proposal_id)}"


def build(settings: Settings, thaw: Thaw, stamp: plain.Stamp = plain.BARE) -> bytes:
    """The mail with CRLF line ends. Raises ValueError when the customer's address is not one."""
    lang = lang_of(thaw.language)
    words, now = Words(lang), clock.now()
    at = i18n.moment(thaw.not_before, now, lang, thaw.time_zone)
    text = "\r\n".join([words.asked.format(number=thaw.number, brand=settings.brand, at=at), "", words.you, "", words.not_you,
                        address(settings, thaw.proposal_id), "", "--", words.never, ""])
    return plain.build(settings, plain.Plain(
        thaw.email, settings.brand, f"[{thaw.number}] {words.subject}", f"thaw.{thaw.proposal_id}", text, lang, at=now), stamp)


def in_ticket(settings: Settings, thaw: Thaw) -> str:
    """The same, said in the ticket."""
    lang = lang_of(thaw.language)
    words = Words(lang)
    at = i18n.moment(thaw.not_before, clock.now(), lang, thaw.time_zone)
    return "\n".join([words.asked.format(number=thaw.number, brand=settings.brand, at=at), words.not_you, address(settings, thaw.proposal_id)])
