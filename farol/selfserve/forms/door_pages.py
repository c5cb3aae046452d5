"""The right door: each channel with its time now, the one that fits first, danger before everything."""

from datetime import datetime, timedelta
from math import ceil
from typing import Any

from farol.core.customers.model import Customer
from farol.desk.languages import telling
from farol.desk.sla import hours, rule_store
from farol.kit import clock, i18n
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Page, Response, get, redirect
from farol.kit.web.credentials import read as credentials
from farol.selfserve.portal.entrance import LANGUAGE, AnyRequest, lax, who_reads
from farol.selfserve.portal.view import Reader

from . import door_store, door_ways, view
from .door import COMPLEXITIES, UNKNOWN, URGENCIES, Channel, Time, choose
from .door_times import opens, times
from .model import FALLBACK, forms
from .urgent import urgency as urgent
from .words import Words

ANYWHERE = "UTC"
LONGEST = 300


@get("/my/door", can=Can.ANYONE)
async def right_door(
    kit: Kit, actor: Actor, request: AnyRequest, urgency: str = "", complexity: str = "", reason: str = "", words: str = "",
    lang: str = "",
) -> Page | Response[None]:
    if i18n.is_tongue(lang):
        return redirect("/my/door", cookies=[lax(kit, LANGUAGE, lang)])
    limit("door", credentials(request.scope).ip, rate_per_s=5, burst=60)
    reader, customer = await who_reads(kit, actor, request)
    urgency, complexity = (value if value in known else "" for value, known in ((urgency, URGENCIES), (complexity, COMPLEXITIES)))
    leaf = reason if reason in forms() else FALLBACK
    said = urgent(reason, words[:LONGEST])
    rules, now = await rule_store.rules(kit.db), clock.now()
    taken = await times(kit, rules, customer, leaf, reader.lang)
    channels = [(one, opens(one, rules, now)) for one in await door_store.channels(kit.db)]
    here = [one for one, shut in channels if shut is None and _serves(one, customer)]
    chat = taken.get("chat", UNKNOWN)
    fits = "emergency" if said else choose(urgency, complexity, [one.key for one in here], chat_staffed=not chat.nobody)
    rows = [_row(kit, one, shut, taken.get(one.key, UNKNOWN), reader, customer, leaf if reason in forms() else "") for one, shut in channels]
    rows += await door_ways.rows(kit, reader, customer, now)
    rows.sort(key=lambda row: (not row["serves"], row["key"] != fits))
    sentences = Words(reader.lang)
    return Page("forms/door.html", {
        **view.page(kit, reader, customer, "/my/door"), "rows": rows, "fits": fits, "urgency": urgency, "complexity": complexity,
        "urgencies": [(key, getattr(sentences, f"u_{key}")) for key in URGENCIES],
        "complexities": [(key, getattr(sentences, f"x_{key}")) for key in COMPLEXITIES], "urgent": said, "said": words[:LONGEST].replace("\0", ""), "reason": leaf if reason in forms() else "",
        "answered_in": [one.says.get(reader.lang, "") for one in await telling.languages(kit.db, now)],
        "topics": view.chooser([], forms(), reader, sentences)["tree"],
    })  # fmt: skip


def _serves(channel: Channel, customer: Customer | None) -> bool:
    """A stranger is shown what is open for everybody."""
    return channel.serves(customer.time_zone if customer else ANYWHERE, customer.tier if customer else "")


def _row(kit: Kit, channel: Channel, shut: datetime | None, time: Time, reader: Reader, customer: Customer | None, reason: str) -> dict[str, Any]:
    words, key = Words(reader.lang), channel.key
    site = next(iter(kit.settings.widget_origins), "")
    links = {
        "emergency": "/stolen", "chat": site, "mail": f"mailto:{kit.settings.mail_from}", "community": "/community",
        "form": f"/my/new?reason={reason}" if reason else "/my/new",
    }  # fmt: skip
    away = (channel.away_zh if reader.words.chinese else channel.away_en) or words.door_away
    serves = _serves(channel, customer)
    if serves and shut is not None:
        away = words.door_shut.format(at=reader.when(shut)) if shut < hours.END else words.door_shut_long
    serves = serves and shut is None and bool(links[key])
    return {
        "key": key, "name": getattr(words, f"door_{key}"), "text": getattr(words, f"door_{key}_text"), "go": getattr(words, f"door_{key}_go"),
        "link": links[key], "serves": serves, "away": away, "time": _time(time, reader, words) if serves else [], "account": "", "limits": getattr(words, f"limit_{key}", ""),
    }  # fmt: skip


def _time(time: Time, reader: Reader, words: Words) -> list[str]:
    """What is known of the time, in sentences; none for what nobody knows."""
    said = []
    if time.usually_s is not None and time.slowest_s is not None:
        usually, slowest = (i18n.length(timedelta(minutes=max(1, ceil(s / 60))), reader.lang) for s in (time.usually_s, time.slowest_s))
        said.append(words.door_wait.format(usually=usually, slowest=slowest))
    elif time.nobody:
        said.append(words.door_nobody)
    if time.by and not time.nobody:  # a promise counts for little where nobody is there to keep it
        said.append(words.door_by.format(at=reader.when(time.by)))
    return said


routes = [right_door]
