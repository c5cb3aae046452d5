"""From a ticket and its messages to what the templates draw, in the reader's language and zone."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from farol.channels.webchat.model import OwnTicket
from farol.core.customers.model import Customer
from farol.core.tickets.channels import elsewhere
from farol.core.tickets.model import FileView, MessageView
from farol.core.tickets.store import TicketRow
from farol.desk.languages.model import name
from farol.desk.translating.model import Said
from farol.kit import i18n
from farol.kit.clock import now as now_
from farol.kit.core import Kit
from farol.kit.i18n import Tongue
from farol.selfserve.help_centre.frame import Link, frame, languages

from .drawn import Cited, Drawing
from .model import Step
from .store import Receipt
from .words import Words

ROOT = Path(__file__).parent
MINUTE = timedelta(minutes=1)
TONES = {"pending": " you", "resolved": " good"}


class Reader:
    """Who looks: their language and zone, and the sentences in it."""

    def __init__(self, lang: Tongue, zone: str) -> None:
        self.lang, self.zone, self.words = lang, zone, Words(lang)

    def when(self, at: datetime) -> str:
        """The moment in the reader's zone, which it names."""
        return i18n.moment(at, now_(), self.lang, self.zone)

    def since(self, at: datetime) -> str:
        """A moment and how long ago it is, never the second alone. Within a minute the moment says it all."""
        passed = now_() - at
        return self.when(at) if passed < MINUTE else self.words.since.format(at=self.when(at), long=i18n.length(passed, self.lang))


def page(kit: Kit, reader: Reader, customer: Customer | None, path: str) -> dict[str, Any]:
    """Values of the layout for a page of the portal; no search engine keeps it."""
    words, asks = reader.words, "&" if "?" in path else "?"
    place = i18n.place(reader.zone, reader.lang)
    values = frame(kit, reader.lang, "") | languages(reader.lang, lambda each: f"{path}{asks}lang={each}") | {
        "w": words, "description": words.portal_line, "header_name": words.my_tickets, "home_link": "/my", "site": next(iter(kit.settings.widget_origins), ""),
        "zone_note": words.times_are if place == "UTC" else words.zone_of.format(place=place),
        "links": [
            Link("/my/new", words.new_ticket), Link("/my/door", words.which_way), Link(f"/help/{reader.lang}", words.help_centre),
            Link("/verify", words.is_it_us),
        ],
    }  # fmt: skip
    there = {link.href for link in values["links"]}
    values["foot_links"] = [link for link in values.get("foot_links", []) if link.href not in there and not link.href.endswith("/contact")]
    return values | ({"who": customer.name} if customer and customer.name else {})


def groups(tickets: Sequence[OwnTicket], reader: Reader) -> list[tuple[str, list[dict[str, Any]]]]:
    """The list in the order in which it matters: what waits for the customer, what is with us, what is over."""
    words = reader.words
    kinds = ((words.g_yours, ("pending",)), (words.g_ours, ("open",)), (words.g_over, ("resolved", "closed")))
    found = [(title, [row(t, reader) for t in tickets if t.status in statuses]) for title, statuses in kinds]
    return [(title, rows) for title, rows in found if rows]


def row(ticket: OwnTicket, reader: Reader) -> dict[str, Any]:
    """A ticket in the list."""
    said = ticket.last_words
    return {
        "stage": (ticket.stage or {}).get(i18n.written(reader.lang), ""),
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
    title = one.shown.get(i18n.written(reader.lang)) or getattr(words, f"w_{one.key}")
    text = getattr(words, f"w_{one.key}_s", "").format(number=ticket.number)
    when = "" if one.at is None else reader.since(one.at) if one.state == "here" else reader.when(one.at)
    return {"state": one.state, "title": title, "text": text, "when": when, "iso": one.at.isoformat() if one.at else ""}


def next_step(ticket: TicketRow, reader: Reader, on: TicketRow | None = None, *, withdrawn: bool = False) -> dict[str, str]:
    """What the customer has to do now, in the largest words of the page. on: the ticket in which this one goes on."""
    words = reader.words
    if on:
        return {"head": words.n_merged.format(number=on.number), "text": words.n_merged_text}
    key = "withdrawn" if withdrawn else ticket.status
    return {"head": getattr(words, f"n_{key}"), "text": getattr(words, f"n_{key}_text")}


def clock(by: datetime, broken: bool, reader: Reader) -> dict[str, Any]:
    """The promise as the largest thing of the page: the time on the wall, and what it means."""
    words, here = reader.words, by.astimezone(i18n.zone(reader.zone))
    now = now_().astimezone(i18n.zone(reader.zone))
    place, head = i18n.place(reader.zone, reader.lang), words.promise_broken if broken else words.promise_by
    utc = "" if place == "UTC" else words.promise_utc.format(at=f"{by.astimezone(UTC):%H:%M}")
    left = "" if broken else words.promise_left.format(long=i18n.length(max(by - now, MINUTE), reader.lang))
    return {
        "big": f"{here:%H:%M}", "day": "" if here.date() == now.date() else i18n.day(here.date(), reader.lang), "iso": by.isoformat(),
        "head": head.format(at=reader.when(by)), "broken": broken, "sub": " · ".join(filter(None, (
            words.promise_zone.format(place=place), utc, left, "" if broken else words.promise_else))),
    }  # fmt: skip


def paper(one: Receipt, reader: Reader) -> dict[str, Any]:
    """A file the customer gave, with its receipt: the first digits of the digest of what they sent."""
    return {"id": one.id, "name": one.name, "when": reader.when(one.at), "receipt": f"{one.sha256[:4]}-{one.sha256[4:8]}"}


def message(said: MessageView, reader: Reader) -> dict[str, Any]:
    """A message as the customer sees it."""
    words, kind = reader.words, said.author.kind
    name = said.author.name if kind == "staff" and said.author.name else _kind_name(kind, words)
    return {
        "seq": said.seq, "kind": kind, "name": name, "role": words.support if kind == "staff" and said.author.name else "",
        "face": {"customer": "cust", "assistant": "bot", "system": "bot"}.get(kind, ""), "initials": _initials(said.author.name or name),
        "when": reader.when(said.at), "iso": said.at.isoformat(), "body": said.body, "removed": bool(said.removed),
        "files": [_file(one, words) for one in said.files], "links": [], "choices": [], "step": "", "human": False,
        "via": elsewhere(said.channel, reader.lang) if kind == "customer" else "",
    }  # fmt: skip


def translated(found: Sequence[Said], reader: Reader) -> dict[int, dict[str, str]]:
    """Answers that a machine translated, by their seq: what is said of it, and the words of their author."""
    return {one.seq: {"label": reader.words.translated.format(language=name(one.source, reader.lang)), "original": one.original, "lang": one.source}
            for one in found}


def messages(found: Sequence[MessageView], reader: Reader, drawings: Mapping[int, Drawing] | None = None) -> list[dict[str, Any]]:
    """All of them, oldest first. Choices stand only below the last."""
    shown = [message(one, reader) for one in found]
    for one in shown:
        if drawing := (drawings or {}).get(one["seq"]):
            last, step = one is shown[-1], drawing.step
            one |= {
                "body": drawing.lead, "links": [_source(link, reader) for link in drawing.links], "choices": drawing.choices if last else [],
                "step": reader.words.step.format(at=step[0], of=step[1]) if step else "", "human": last and drawing.human,
            }
    return shown


def _source(link: Cited, reader: Reader) -> dict[str, str]:
    """Where words come from, and how old and whose they are."""
    words = reader.words
    facts = (words.version.format(n=link.version) if link.version else "", i18n.day(link.at, reader.lang) if link.at else "",
             words.by_machine if link.translated else "")
    return {"title": link.title, "url": link.url, "facts": " · ".join(filter(None, facts))}


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
