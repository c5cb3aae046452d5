"""The first stages: what was said, with which secrets gone, in which language, naming what."""

from farol.core import chains
from farol.core.language import detect, settle

from .given import Given, Heard
from .normalise import normalise
from .trace import Trace

CUT = {"invisible": ("看不见的字符", "invisible characters"), "quoted": ("引用的旧邮件", "quoted mail"), "too_long": ("过长的部分", "what is too long")}
MOST_SLOTS = 12
_NAMES = {"txid": "txid", "address": "address"}


def hear(given: Given, trace: Trace) -> Heard:
    """Runs them. Never fails."""
    with trace.stage("normalise") as told:
        plain = normalise(given.words)
        cut = [CUT[one] for one in plain.cut]
        told.say(
            f"去掉了{'、'.join(zh for zh, _ in cut)}。" if cut else "没有需要去掉的内容。",
            f"Took out {', '.join(en for _, en in cut)}." if cut else "Nothing had to be taken out.", characters=len(plain.text), cut=plain.cut)
    with trace.stage("shield") as told:
        told.say(
            "保存之前已删除敏感内容。" if given.removed else "没有发现密钥或密码。",
            "Secrets were removed before anything was stored." if given.removed else "No secret was found.", removed=given.removed)
    with trace.stage("language") as told:
        guess = detect(plain.text)
        language = settle(given.kept, guess, given.chosen, first=given.first)
        told.say(f"用 {language} 回答。", f"Answers in {language}.", heard=guess.code, sure=round(guess.sure, 3), kept=given.kept, chosen=given.chosen)
    with trace.stage("entities") as told:
        found, mentions = chains.find(plain.text), chains.mentions(plain.text)
        slots: dict[str, str] = {}
        for one in found:
            slots.setdefault(_NAMES.get(one.kind, one.kind), one.value)
        for fact in mentions:
            slots.setdefault(fact.kind, f"{fact.value} {fact.coin}".strip())
        slots = dict(list(slots.items())[:MOST_SLOTS])
        told.say(
            f"提到了 {len(slots)} 样可核对的东西。" if slots else "没有提到编号、地址或金额。",
            f"Names {len(slots)} thing{'s' if len(slots) > 1 else ''} that can be looked up." if slots else "Names no id, address or amount.",
            kinds=sorted(slots))
    return Heard(plain.text, language, found, mentions, slots)
