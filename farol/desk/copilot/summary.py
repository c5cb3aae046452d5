"""A ticket in a few lines, each with the messages it rests on. Pure; a model only words them anew."""

import re
from collections.abc import Sequence
from typing import Any

from farol.core.exchange.shapes import Text
from farol.core.tickets.model import MessageView, shorten
from farol.desk.checklists.model import Checklist
from farol.desk.fields.model import Filled
from farol.desk.sla.promise_store import Row as Promise
from farol.kit.i18n import Lang

from .model import Line

QUOTE = 200
MOST_SAID = 2
"""Of our own messages that are quoted, the newest."""
_ID = re.compile(r"[0-9A-Za-z]{24,}")
_ENDS = re.compile(r"(?<=[。！？!?\n])\s*|(?<=\.)\s+")
_GREETING = re.compile(r"^(?:您?你?好|hello|hi|hey|dear|здравствуйте|привет|hola|olá|bonjour|안녕|こんにちは|مرحبا)\W*\w{0,12}\W*$", re.IGNORECASE)


def lines(said: Sequence[MessageView], fields: Sequence[Filled], steps: Checklist, promises: Sequence[Promise]) -> list[Line]:
    """What the customer wants, what was said and promised, what is known, what is open, and the next step."""
    public = [one for one in said if not one.internal and one.body.strip()]
    theirs = [one for one in public if one.author.kind == "customer"]
    ours = [one for one in public if one.author.kind in ("staff", "assistant")]
    out: list[Line] = []
    if theirs:
        out.append(Line("wants", Text("客户要办的事", "The customer wants"), telling(theirs[0].body), [theirs[0].seq]))
    if len(theirs) > 1:
        out.append(Line("newest", Text("客户最近说", "The customer last said"), telling(theirs[-1].body), [theirs[-1].seq]))
    for one in ours[-MOST_SAID:]:
        who = one.author.name or ("机器人" if one.author.kind == "assistant" else "客服")
        out.append(Line("said", Text(f"{who} 已答复", f"{one.author.name or one.author.kind} answered"), telling(one.body), [one.seq]))
    for promise in promises:
        if promise.kept_at is None and promise.broken_at is None:
            at = f"{promise.by:%Y-%m-%d %H:%M} UTC"
            out.append(Line("promised", Text(f"已承诺 {at} 前再答复", f"Promised: an update by {at}"), "", [promise.message_seq] if promise.message_seq else []))
    known = [(f.field, f.value if f.value is not None else f.found[0]) for f in fields if f.value is not None or len(f.found) == 1]
    if known:
        out.append(Line("known", Text(
            "已知：" + "；".join(f"{field.zh} {_value(value)}" for field, value in known),
            "Known: " + "; ".join(f"{field.en} {_value(value)}" for field, value in known)), "", _holding(theirs, [value for _, value in known])))
    out += _open(public, fields)
    if step := next((one for one in steps.steps if one.key == steps.next), None):
        out.append(Line("next", Text(f"下一步：{step.zh}", f"Next step: {step.en}")))
    return out


def as_text(found: Sequence[Line], lang: Lang) -> str:
    """The lines as plain text, one each."""
    colon = "：" if lang == "zh" else ": "
    return "\n".join(one.words.of(lang) + (f"{colon}{one.quote}" if one.quote else "") for one in found)


def telling(body: str) -> str:
    """The words of a message that say most: from its first sentence that is no greeting; of ids only the ends."""
    sentences = [one.strip() for one in _ENDS.split(body) if one.strip()]
    while len(sentences) > 1 and (_GREETING.match(sentences[0]) or len(sentences[0]) < 4):
        sentences.pop(0)
    return shorten(_ID.sub(lambda found: f"{found[0][:6]}…{found[0][-4:]}", " ".join(sentences)), QUOTE)


def _open(public: Sequence[MessageView], fields: Sequence[Filled]) -> list[Line]:
    """What was asked and not answered yet, and what is still to be known."""
    out: list[Line] = []
    last = max((one.seq for one in public if one.author.kind == "staff"), default=0)
    waiting = [one for one in public if one.author.kind == "customer" and one.seq > last and re.search(r"[?？؟]", one.body)]
    if waiting and last:
        out.append(Line("open", Text("还没回答的问题", "Not answered yet"), telling(waiting[-1].body), [one.seq for one in waiting]))
    missing = [f.field for f in fields if f.field.slot and f.value is None and not f.found]
    if missing:
        out.append(Line("open", Text("还缺：" + "、".join(one.zh for one in missing), "Still missing: " + ", ".join(one.en for one in missing))))
    return out


def _holding(theirs: Sequence[MessageView], values: Sequence[Any]) -> list[int]:
    texts = [str(part) for value in values for part in (value.values() if isinstance(value, dict) else [value]) if len(str(part)) > 2]
    return [one.seq for one in theirs if any(text in one.body for text in texts)][:5]


def _value(value: Any) -> str:
    return _ID.sub(lambda found: f"{found[0][:6]}…{found[0][-4:]}", " ".join(map(str, value.values())) if isinstance(value, dict) else shorten(str(value), 80))
