"""From a ticket and its messages to what the templates draw, in the reader's language and zone."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from farol.channels.webchat.model import OwnTicket
from farol.core.customers.model import Customer
from farol.core.tickets.model import FileView, MessageView
from farol.core.tickets.store import TicketRow
from farol.kit import clock, i18n
from farol.kit.core import Kit
from farol.kit.i18n import Lang
from farol.selfserve.help_centre.frame import Link, frame

from .model import Step
from .words import Words

MINUTE = timedelta(minutes=1)
TONES = {"pending": " you", "resolved": " good"}


class Reader:
    """Who looks: their language and zone, and the sentences in it."""

    def __init__(self, lang: Lang, zone: str) -> None:
        self.lang, self.zone, self.words = lang, zone, Words(lang)

    def when(self, at: datetime) -> str:
        """The moment in the reader's zone, which it names."""
        return i18n.moment(at, clock.now(), self.lang, self.zone)

    def since(self, at: datetime) -> str:
        """A moment and how long ago it is, never the second alone. Within a minute the moment says it all."""
        passed = clock.now() - at
        return self.when(at) if passed < MINUTE else self.words.since.format(at=self.when(at), long=i18n.length(passed, self.lang))


def page(kit: Kit, reader: Reader, customer: Customer | None, path: str) -> dict[str, Any]:
    """Values of the layout for a page of the portal; no search engine keeps it."""
    words, other = reader.words, "en" if reader.lang == "zh" else "zh"
    place = i18n.place(reader.zone, reader.lang)
    values = frame(kit, reader.lang, "") | {
        "w": words, "header_name": words.my_tickets, "home_link": "/my", "site": next(iter(kit.settings.widget_origins), ""),
        "zone_note": words.times_are if place == "UTC" else words.zone_of.format(place=place),
        "links": [
            Link(f"/help/{reader.lang}", words.help_centre), Link(f"/help/{reader.lang}/a/verify-official", words.is_it_us),
            Link(f"{path}?lang={other}", words.other_language, i18n.HTML_LANG["en" if other == "en" else "zh"]),
        ],
    }  # fmt: skip
    return values | ({"who": customer.name} if customer and customer.name else {})


def row(ticket: OwnTicket, reader: Reader) -> dict[str, Any]:
    """A ticket in the list."""
    said = ticket.last_words
    return {
        "number": ticket.number, "subject": ticket.subject, "unread": ticket.unread, "tone": TONES.get(ticket.status, ""),
        "status": reader.words.s_merged.format(number=ticket.continues_in.number) if ticket.continues_in else getattr(
            reader.words, f"s_{ticket.status}"),
        "said": said.text if said else "",
        "said_by": _kind_name(said.author_kind, reader.words) if said else "",
        "when": reader.words.last_word.format(at=reader.when(ticket.updated_at)),
    }  # fmt: skip


def step(one: Step, ticket: TicketRow, reader: Reader) -> dict[str, Any]:
    """A stop of the way."""
    words = reader.words
    text = getattr(words, f"w_{one.key}_s", "").format(number=ticket.number)
    when = "" if one.at is None else reader.since(one.at) if one.state == "here" else reader.when(one.at)
    return {"state": one.state, "title": getattr(words, f"w_{one.key}"), "text": text, "when": when, "iso": one.at.isoformat() if one.at else ""}


def next_step(ticket: TicketRow, reader: Reader, on: TicketRow | None = None) -> dict[str, str]:
    """What the customer has to do now, in the largest words of the page. on: the ticket in which this one goes on."""
    words = reader.words
    if on:
        return {"head": words.n_merged.format(number=on.number), "text": words.n_merged_text}
    return {"head": getattr(words, f"n_{ticket.status}"), "text": getattr(words, f"n_{ticket.status}_text")}


def message(said: MessageView, reader: Reader) -> dict[str, Any]:
    """A message as the customer sees it."""
    words, kind = reader.words, said.author.kind
    name = said.author.name if kind == "staff" and said.author.name else _kind_name(kind, words)
    return {
        "seq": said.seq, "kind": kind, "name": name, "role": words.support if kind == "staff" and said.author.name else "",
        "face": {"customer": "cust", "assistant": "bot", "system": "bot"}.get(kind, ""), "initials": _initials(said.author.name or name),
        "when": reader.when(said.at), "iso": said.at.isoformat(), "body": said.body, "removed": bool(said.removed),
        "files": [_file(one, words) for one in said.files],
    }  # fmt: skip


def messages(found: Sequence[MessageView], reader: Reader) -> list[dict[str, Any]]:
    """All of them, oldest first."""
    return [message(one, reader) for one in found]


def _initials(name: str) -> str:
    """``ML`` of Mei Lin, ``An`` of Ana, the first character of a Chinese name."""
    words = name.split() or [""]
    if len(words) > 1:
        return words[0][0] + words[-1][0]
    return name[:2] if name.isascii() else name[:1]


def _kind_name(kind: str, words: Words) -> str:
    return {"customer": words.you, "staff": words.support, "assistant": words.assistant}.get(kind, words.system)


def _file(one: FileView, words: Words) -> dict[str, Any]:
    opens = one.state in ("ready", "opaque")
    why = "" if opens else words.file_checking if one.state == "checking" else words.file_refused
    return {"id": one.id, "name": one.name, "open": opens, "why": why}
