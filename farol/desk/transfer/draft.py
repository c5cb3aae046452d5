"""The summary that goes with a ticket, drafted by rule from what is known: plain facts, nothing guessed."""

import re
from datetime import datetime
from typing import Any

from farol.core.reasons import reasons
from farol.core.tickets.model import shorten
from farol.desk.checklists.model import Checklist
from farol.desk.fields.model import Filled
from farol.desk.sla.promise_store import Row as Promise

from .model import SUMMARY
from .store import Said

QUOTE = 240
_ID = re.compile(r"[0-9A-Za-z]{24,}")
WORDS = {
    "en": {
        "asked": "Customer asks: {0}", "about": "About: {0}, {1}, open since {2}", "known": "Known: {0}", "missing": "Still missing: {0}",
        "steps": "Done: {0}", "next": "Next step: {0}", "reply": "Last reply (of {0}) by {1} at {2}: {3}", "no_reply": "Nobody has replied yet",
        "note": "Note by {0}: {1}", "promise": "Promised: an update by {0}", "no_promise": "No open promise", "last": "Customer last said at {0}: {1}",
        "times": "Handed over {0} times before", "no_reason": "reason not set", "join": "; ", "end": "."},
    "zh": {
        "asked": "客户要办的事：{0}", "about": "原因：{0}，{1}，{2} 提交", "known": "已知：{0}", "missing": "还缺：{0}",
        "steps": "已做：{0}", "next": "下一步：{0}", "reply": "共回复 {0} 次，最近 {1} 在 {2} 说：{3}", "no_reply": "还没有人回复过",
        "note": "{0} 的备注：{1}", "promise": "已承诺：{0} 前再答复", "no_promise": "没有未到期的承诺", "last": "客户最后在 {0} 说：{1}",
        "times": "之前已转交 {0} 次", "no_reason": "未选原因", "join": "；", "end": "。"},
}


def draft(language: str, said: Said, fields: list[Filled], steps: Checklist, promises: list[Promise], times: int) -> str:
    """One line a fact, in the sender's language; the customer's words stay as they are."""
    zh = language.startswith("zh")
    words = WORDS["zh" if zh else "en"]
    found = reasons().get(said.reason or "")
    reason = words["no_reason"] if found is None else found.zh.replace(":", "：") if zh else found.en

    def named(thing: Any) -> str:
        return str(thing.zh if zh else thing.en)

    def lines(key: str, items: list[str]) -> list[str]:
        return [words[key].format(words["join"].join(items))] if items else []

    out = [words["asked"].format(_quote(said.asked or said.subject)), words["about"].format(reason, said.severity, _at(said.opened_at))]
    out += lines("known", [f"{named(f.field)} {_value(f.value if f.value is not None else f.found[0])}" for f in fields
                           if f.value is not None or len(f.found) == 1])
    out += lines("steps", [named(s) for s in [*steps.steps, *steps.before] if s.done])
    out += [words["reply"].format(said.replies, said.reply_by, _at(said.reply_at), _quote(said.reply)) if said.reply and said.reply_at
            else words["no_reply"]]
    if said.note:
        out.append(words["note"].format(said.note_by, _quote(said.note)))
    open_ = [p for p in promises if p.kept_at is None and p.broken_at is None]
    out += [words["promise"].format(_at(p.by)) for p in open_] or [words["no_promise"]]
    out += lines("missing", [named(f.field) for f in fields if f.field.slot and f.value is None and not f.found])
    out += lines("next", [named(s) for s in steps.steps if s.key == steps.next])
    if said.said and said.said_at and said.said != said.asked:
        out.append(words["last"].format(_at(said.said_at), _quote(said.said)))
    if times:
        out.append(words["times"].format(times))
    return "\n".join(out)[:SUMMARY]


def _quote(text: str) -> str:
    """Somebody's words on one line; of ids and addresses only the ends, they stand among what is known."""
    return shorten(_ID.sub(lambda found: f"{found[0][:6]}…{found[0][-4:]}", " ".join(text.split())), QUOTE)


def _at(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M UTC")


def _value(value: Any) -> str:
    return " ".join(str(v) for v in value.values()) if isinstance(value, dict) else shorten(str(value), 100)
