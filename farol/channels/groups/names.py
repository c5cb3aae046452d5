"""Names in groups that would pass for the exchange, its bot or its staff."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

import msgspec
import regex  # type: ignore[import-untyped]

from farol.selfserve.community.confusables import skeleton
from farol.selfserve.community.names import near

_CORE = frozenset(map(skeleton, (
    "support", "helpdesk", "helpcenter", "helpcentre", "customerservice", "customercare", "customersupport", "admin", "administrator", "moderator", "official",
    "livechat", "livesupport", "techsupport", "supportteam", "soporte", "suporte", "destek", "поддержка", "админ", "администратор", "модератор")))  # fmt: skip
"""What only staff call themselves."""
_BESIDE = frozenset(map(skeleton, (
    "the", "team", "agent", "live", "customer", "technical", "tech", "online", "center", "centre", "desk", "service", "services", "care", "help", "verified",
    "bot", "account", "security", "channel", "of", "real", "assistant", "manager", "staff", "exchange", "crypto", "wallet")))  # fmt: skip
"""What stands beside it and makes it no less a claim."""
_DUTIES = frozenset(map(skeleton, ("team", "agent", "desk", "service", "services", "care", "help", "bot", "security", "center", "centre", "manager", "staff", "assistant")))
"""What is a claim beside our own name."""
_HAN = regex.compile("客服|客户服务|官方|管理员|版主|工作人员|技术支持|人工服务|人工台|值班经理|审核员|(?:认证|工单|处理|领奖|财务|解冻)\\p{Han}{0,2}专员|平台方|고객센터|관리자|サポート")
_NOT_ONE = regex.compile("不是|反|假|骗|讨厌|投诉|举报|前|等|找|not |no |ex[- ]|hate|fake|anti|un(?=official)", regex.IGNORECASE)
_WORDS = regex.compile(r"[^\p{L}\p{M}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})")
_LEAST = 6
"""Shorter names are shared by many people."""


class Ours(msgspec.Struct, frozen=True):
    """Who we are there. users: user names of our bot, our stewards and what the connection lists; people: shown names of staff and stewards."""

    brand: str
    users: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


def imitates(name: str, username: str, ours: Ours) -> str:
    """What of the names passes for ours; empty for nothing. Whoever is ours is not asked about."""
    taken = {one.removeprefix("@").lower() for one in ours.users if one}
    if username and username.lower() not in taken and _like(skeleton(username), [skeleton(one) for one in taken]):
        return f"@{username}"
    if _claims(name, ours) or _same_person(name, ours):
        return name
    if _whole_claim(_parts(username), ours):
        return f"@{username}"
    return ""


def _like(look: str, ours: Iterable[str]) -> bool:
    return any(look == one or (len(one) >= _LEAST and near(look, one)) for one in ours)


def _same_person(name: str, ours: Ours) -> bool:
    look = skeleton(name)
    return len(look) >= _LEAST and any(look == skeleton(one) for one in ours.people)


def _claims(name: str, ours: Ours) -> bool:
    if _NOT_ONE.search(name):
        return False
    if _HAN.search(name):
        return True
    look, brand = skeleton(name), skeleton(ours.brand)
    parts = _parts(name)
    if len(brand) >= 5 and brand in look and (look == brand or _core(parts) or _DUTIES & set(parts) or any(word in look.replace(brand, "", 1) for word in _CORE if len(word) >= 5)):
        return True
    return look in _CORE or _whole_claim(parts, ours)


def _whole_claim(parts: tuple[str, ...], ours: Ours) -> bool:
    """Whether nothing stands there but a claim: ``Ana Support`` where Ana is one of ours, never ``Support local farms``."""
    if not _core(parts):
        return False
    known = {skeleton(word) for one in (ours.brand, *ours.people, *ours.users) for word in _WORDS.split(one) if word} | {skeleton(ours.brand)}
    return all(part in _CORE or part in _BESIDE or part in known or len(part) == 1 for part in parts)


def _core(parts: tuple[str, ...]) -> bool:
    return any(part in _CORE for part in parts) or any(one + other in _CORE for one, other in pairwise(parts))


@lru_cache(maxsize=4096)
def _parts(name: str) -> tuple[str, ...]:
    """The words of a name as they look, without numbers."""
    return tuple(skeleton(word) for word in _WORDS.split(name) if word and not word.isdigit())
