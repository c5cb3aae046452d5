"""Names that members choose: what they may hold, and which would pass for staff."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import regex  # type: ignore[import-untyped]

from .confusables import skeleton
from .problems import NameLooksOfficial, NameNotAllowed, NameNotYours

SHORTEST, LONGEST = 2, 24
"""Characters of a name; one Chinese character says as much as a word, so two are enough."""

_STAFF = """
support suporte soporte supporter official oficial officiel offiziell resmi admin administrator administrador moderator moderador
staffmember staffteam ourstaff helpdesk helpcenter helpcentre helpline livechat livehelp liveagent customerservice customercare customersupport custservice
serviceteam supportteam securityteam securityagent complianceteam recoveryteam recoveryagent accountmanager verifiedagent verified
authorized authorised employee operator webmaster sysadmin chatbot assistant kefu guanfang guanliyuan destek hotro atencionalcliente
customerhelp helpservice techhelp
官方 客服 客户服务 客户经理 管理员 版主 工作人员 运营 官网 技术支持 技术客服 人工服务 人工台 平台方 认证专员 安全中心 风控 小助手 小秘书 客诉 审核员 专员 值班经理 机器人
поддержка поддержки админ администратор модератор официальный официальная служба сотрудник оператор
고객센터 고객지원 상담원 관리자 운영자 공식 サポート 公式 運営 管理人 管理者 オペレーター الدعم رسمي مشرف เจ้าหน้าที่ แอดมิน
"""
_WHOLE = frozenset(skeleton(word) for word in ("mod", "staff", "help", "agent", "team", "service", "security", "system", "bot", "cs", "ceo", "人工", "系统", "平台", "客户"))
"""Words that say it only when they are the whole name, or a word of it."""
_INSIDE = frozenset(skeleton(word) for word in _STAFF.split())
_KEPT = regex.compile(r"[\p{Me}\uFE00-\uFE0F\U000E0100-\U000E01EF]|[^\p{L}\p{M}\p{N} ._'’\-]+")
_GAPS = regex.compile(r"\s+")
_WORDS = regex.compile(r"[\s._'’\-]+")
_SCRIPTS = {name: regex.compile(rf"\p{{{name}}}") for name in ("Latin", "Cyrillic", "Greek", "Armenian", "Cherokee", "Lisu", "Coptic", "Georgian")}


def tidy(typed: str) -> str:
    """The name as it is kept: letters, digits, marks, single spaces and ``. _ ' -``. Emoji, ticks and badges are left out."""
    plain = unicodedata.normalize("NFKC", typed[:200])
    return str(_GAPS.sub(" ", _KEPT.sub("", plain))).strip(" ._'’-")


def check(typed: str, *, brand: str, staff: Iterable[str], own: Iterable[str]) -> str:
    """The name as it may be shown. brand: the exchange's; staff: names customers know staff by; own: what the account says of its owner.

    Raises NameNotAllowed, NameLooksOfficial, NameNotYours.
    """
    name = tidy(typed)
    if not SHORTEST <= len(name) <= LONGEST or not regex.search(r"\p{L}", name) or regex.search(r"\p{M}{3,}", name) or _mixed(name):
        raise NameNotAllowed(least=SHORTEST, most=LONGEST)
    look = skeleton(name)
    if looks_official(name, brand) or any(look == skeleton(one) for one in staff if one):
        raise NameLooksOfficial
    for fact in own:
        known = skeleton(fact)
        if len(known) >= 2 and (known == look or (len(known) >= 5 and known in look)):
            raise NameNotYours
    return name


def looks_official(name: str, brand: str) -> bool:
    """Whether a reader could take the name for the exchange or its staff."""
    look, ours = skeleton(name), skeleton(brand)
    if any(word in look for word in _INSIDE) or (len(ours) >= 3 and ours in look):
        return True
    if any(skeleton(word) in _WHOLE for word in _words(name)):
        return True
    return len(ours) >= 6 and near(look, ours)


def near(one: str, other: str) -> bool:
    """Whether the two differ by one letter put in, left out, changed or swapped with its neighbour."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return one == other
    first = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, others = one[first:], other[first:]
    return rest[1:] == others[1:] or rest[1:] == others or rest == others[1:] or (rest[:2] == others[1::-1] and rest[2:] == others[2:])


@lru_cache(maxsize=1024)
def _words(name: str) -> tuple[str, ...]:
    """The words of a name: at gaps, and where small letters are followed by a capital."""
    return tuple(part for piece in _WORDS.split(name) for part in regex.split(r"(?<=\p{Ll})(?=\p{Lu})", piece) if part)


def _mixed(name: str) -> bool:
    """Letters of two alphabets that look alike: nobody writes so who does not want to be taken for another."""
    return sum(bool(script.search(name)) for script in _SCRIPTS.values()) > 1
