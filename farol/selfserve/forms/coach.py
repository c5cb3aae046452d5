"""The vagueness coach: what a short account leaves out, asked kindly. It never holds anything up. Pure."""

import re
from collections.abc import Mapping

from farol.core import chains

from .model import Form
from .words import Words

ENOUGH = 160
"""Characters from which a story is left alone, unless it says nothing but that something does not work."""
_VAGUE = re.compile(
    r"不能用|用不了|打不开|没反应|出问题|有问题|不行|坏了|失败了|帮帮|救命|怎么回事|"
    r"not working|n.t work|broken|does nothing|no response|a problem|an issue|help me|please help|failed\b",
    re.IGNORECASE)
_WHEN = re.compile(
    r"\d{1,2}[:：点时]\d{0,2}|\d{1,2}\s*(?:月|日|号|am|pm)|\d{4}-\d{1,2}|今天|昨天|前天|昨晚|刚才|刚刚|小时前|分钟前|天前|上周|"
    r"\btoday|yesterday|last night|just now|(?:minute|hour|day|week)s? ago|this morning|o.clock", re.IGNORECASE)
_PAGE = re.compile(
    r"页|按钮|点了|界面|菜单|App|APP|网页|充值记录|提币记录|登录时|步|\bpage|button|screen|menu|app\b|website|tapped|clicked|when I|history|step", re.IGNORECASE)
_SEEN = re.compile(r"显示|提示|报错|弹出|写着|[“”\"「『]|\d{4,6}|\bsays?|shows?|error|message|prompt", re.IGNORECASE)
_MONEY = frozenset({"coin", "network", "amount", "txid"})


def coach(form: Form, answers: Mapping[str, str], story: str, words: Words, *, picked: bool) -> list[str]:
    """Questions worth answering, at most three; none for an account that says enough."""
    said = story.strip()
    if (len(said) >= ENOUGH and not _VAGUE.search(said[:ENOUGH])) or (picked and len(said) >= 1):
        return []
    if not said and not any(value.strip() for value in answers.values()):
        return []
    asked = {slot.key for slot in form.slots}
    have = {key for key, value in answers.items() if value.strip()}
    told = chains.mentions(story)
    amounts, networks = any(m.kind == "amount" for m in told), any(m.kind == "network" for m in told)
    found = []
    if asked & _MONEY and not picked:
        if not have & {"coin", "txid"} and not amounts and not networks and not chains.find(story):
            found.append(words.coach_coin)
        elif not have & {"amount", "txid"} and not amounts and "amount" in asked:
            found.append(words.coach_amount)
    if "time" not in have and not picked and not _WHEN.search(story):
        found.append(words.coach_when)
    if _VAGUE.search(story) or len(said) < ENOUGH // 4:
        if not _PAGE.search(story) and not asked & _MONEY:
            found.append(words.coach_page)
        if not have & {"error_text", "error_code", "notice_text"} and not _SEEN.search(story):
            found.append(words.coach_seen)
    return found[:3]
