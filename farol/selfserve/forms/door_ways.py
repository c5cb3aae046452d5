"""Further rows of the page on which way fits: the help centre, and the messengers and numbers that are connected and meant for this reader."""

from datetime import datetime
from typing import Any

from farol.channels.connections import actions as connections
from farol.channels.connections.kinds import KINDS
from farol.channels.connections.model import Connection
from farol.channels.messengers import contact_store
from farol.channels.messengers.adapter import ADAPTERS
from farol.channels.phone import lines
from farol.channels.phone.model import CHANNEL, Line
from farol.core.customers.model import Customer
from farol.kit import i18n
from farol.kit.core import Kit
from farol.selfserve.help_centre import ours
from farol.selfserve.portal.view import Reader

from .words import Words

MB = 1024 * 1024
MOST = 12
Row = dict[str, Any]


async def rows(kit: Kit, reader: Reader, customer: Customer | None, now: datetime) -> list[Row]:
    """The help centre first. A stranger is shown what is meant for everybody."""
    words = Words(reader.lang)
    found = [_row("help", words.door_help, words.door_help_text, words.door_help_go, f"/help/{reader.lang}")]
    region, tier = await contact_store.region(kit.db, customer.id) if customer else ("", "")
    offered = await connections.offered(kit, region=region, tier=tier)
    chats: dict[str, Connection] = {}
    for one in offered:
        if one.channel in ADAPTERS and one.channel in KINDS and KINDS[one.channel].kind.private:
            chats.setdefault(one.channel, one)
    found += [_chat(one, words) for one in list(chats.values())[:MOST]]
    return [*found, *[await _phone(kit, Line(one), reader, words, now) for one in offered if one.channel == CHANNEL][:MOST]]


def _chat(one: Connection, words: Words) -> Row:
    kind = KINDS[one.channel].kind
    limits = kind.limits
    line = words.door_limit_chat.format(text=limits.text, mb=max(1, min(limits.file_bytes, limits.fetch_bytes) // MB)) if limits.files else words.door_limit_words.format(text=limits.text)
    if limits.window_h:
        days = limits.window_days
        line += words.gap + (words.door_limit_days.format(days=days) if days else words.door_limit_hours.format(hours=limits.window_h))
    name = kind.name["zh"] if words.chinese else kind.name["en"]
    return _row(one.channel, name, words.door_messenger_text, words.door_messenger_go, "/my/chats", account=ours.shown(one.channel, one.account), limits=line)


async def _phone(kit: Kit, line: Line, reader: Reader, words: Words, now: datetime) -> Row:
    hours = await lines.open_now(kit.db, line, now)
    spoken = words.comma.join(i18n.NAMES.get(i18n.tongue_of(each), each) for each in line.languages)
    made = _row("phone", words.door_phone, words.door_phone_text, words.door_phone_go, f"tel:{line.number}",
                account=line.number, limits=words.door_limit_phone.format(languages=spoken))
    if not hours.open:
        made |= {"serves": False, "away": words.door_shut.format(at=reader.when(hours.opens)) if hours.opens else words.door_shut_long}
    return made


def _row(key: str, name: str, text: str, go: str, link: str, *, account: str = "", limits: str = "") -> Row:
    return {"key": key, "name": name, "text": text, "go": go, "link": link, "serves": True, "away": "", "time": [], "account": account, "limits": limits}
