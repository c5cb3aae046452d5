"""Makes the case card: reads the ticket, asks the exchange, puts both together."""

import asyncio
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from farol.core import chains, urgency
from farol.core.exchange import CoreLink, exchange_view
from farol.core.exchange.errors import find_codes
from farol.core.exchange.shapes import ExchangeView, FoundView, Truth
from farol.core.exchange.truths import of_memo, sorted_truths
from farol.core.tickets import store as tickets
from farol.core.tickets.model import MessageView
from farol.core.urgency.silence import AT_RISK
from farol.desk.checklists import actions as checklists
from farol.desk.evidence import store
from farol.desk.fields import actions as fields
from farol.desk.macros.model import Macro
from farol.kit.core import Kit
from farol.kit.permission import Actor
from farol.kit.problem import NotFound

from .answers import answers
from .model import Answer, Case, CodeSaid, CoreState, Said
from .next_step import steps
from .slots import slots
from .state import state
from .subject import NOBODY, Subject, subject, told
from .words import Heard, Reading, heard

MOST_MESSAGES = 30
MOST_PICTURES = 10
MOST_CODES = 5
_STRANGE = ("unknown", "not_found")
_OWN = ("mine_current", "mine_expired")
_PICTURE_SLOTS = ("screenshot", "evidence")


class Read(NamedTuple):
    """What was read of a ticket: its number and reason, its newest public messages, its customer's uid, None for a visitor, and time zone."""

    id: int
    number: str
    reason: str | None
    talk: Sequence[MessageView]
    uid: str | None
    zone: str


class Dealt(NamedTuple):
    """A case card, and its answers as the whole macros they are."""

    case: Case
    macros: list[Macro]


async def card(kit: Kit, actor: Actor, ticket_id: int) -> Case:
    """The case card as it stands now. The exchange is asked; where it does not answer, the card says so. Raises NotFound."""
    row = await tickets.ticket(kit.db, ticket_id)
    if row is None:
        raise NotFound
    talk = await tickets.messages(kit.db, ticket_id, public=True, most=MOST_MESSAGES)
    return (await deal(kit, actor, Read(row.id, row.number, row.reason, talk, *await store.account(kit.db, row.customer_id)))).case


async def deal(kit: Kit, actor: Actor, read: Read) -> Dealt:
    """The card of a ticket that was read already."""
    ticket_id, number, reason, talk, uid, zone = read
    said = [m for m in talk[-MOST_MESSAGES:] if m.author.kind == "customer"]
    sent = await store.pictures(kit.db, ticket_id, MOST_PICTURES)
    pictures = [one for one in sent if one["read"]]
    values = await fields.values(kit.db, actor, ticket_id, [m.body for m in reversed(said)])
    checklist = await checklists.of(kit.db, ticket_id, reason)
    view, matter = await asyncio.gather(
        exchange_view(kit, actor, number, uid, [m.body for m in said] + [p["words"] for p in pictures]),
        state(kit, actor, number, reason, uid, zone, [m.body for m in said]))
    view = _proven(view, {one.value for m in said for one in chains.find(m.body)})
    texts = [Heard("customer", m.body, f"message:{m.seq}", m.at) for m in said]
    texts += [Heard("screenshot", p["words"], f"evidence:{p['id']}", p["at"]) for p in pictures]
    known = await _heard(kit, view, texts, zone)
    if sent:
        known += [(slot, Said("screenshot", True, "", "evidence")) for slot in _PICTURE_SLOTS]
    known += [("chain", Said("exchange", one.trace.network, one.text, f"txid:{one.value}")) for one in view.found if one.trace and one.trace.network]
    about = subject(reason, view, known)
    other = any(slot in ("amount", "txid") for slot, _ in known)  # of something else then, or it would be the subject
    if about == NOBODY and not other:
        about = subject(reason, view, matter.told)
    transfers = ("deposit", "withdrawal")
    more = [pair for pair in matter.told if pair[1].ref == _name(about) or (about == NOBODY and not (other and pair[1].ref.startswith(transfers)))]
    card_slots = slots(values.fields, [*known, *told(about), *more], known=uid is not None)
    truths = sorted_truths([*(t for one in view.found for t in one.truths), *_memo_truths(view, known)])
    codes = _codes(texts)
    core = _core(view, uid)
    following = steps(core, view, truths, about, card_slots, codes, checklist, matter)
    alone = reason == AT_RISK or urgency.hear(*(m.body for m in said)) == "risk"
    offered = [] if alone else await answers(kit, actor, reason, [*matter.codes, *(one.code for one in codes)])
    named = [Answer(one.id, one.shortcut, one.name_zh, one.name_en) for one in offered]
    return Dealt(Case(
        number, reason, core, view, card_slots, truths, codes, matter.facts, _name(about), [one.id for one in about.choices],
        checklist, following[0] if following else None, following[1:], named), offered)  # fmt: skip


def _proven(view: ExchangeView, typed: set[str]) -> ExchangeView:
    """Without ids that stand only in pictures and that nothing vouches for: a reader's slip is nobody's address."""
    kept = [one for one in view.found if one.value in typed or one.checksum == "correct" or _vouched(one)]
    return msgspec.structs.replace(view, found=kept)


def _vouched(one: FoundView) -> bool:
    return bool((one.trace and one.trace.found not in _STRANGE) or (one.address and one.address.owner in _OWN))


async def _heard(kit: Kit, view: ExchangeView, texts: list[Heard], zone: str) -> list[tuple[str, Said]]:
    ids = [one.txid for one in view.items if one.txid] + [one.value for one in view.found if _vouched(one)]
    offered = kit.get(CoreLink).offer.said
    reading = Reading(zone, offered.id_forms if offered else None, frozenset(chains.one_spelling(one) for one in ids))
    return [pair for words in texts for pair in heard(words, reading)]


def _memo_truths(view: ExchangeView, known: list[tuple[str, Said]]) -> list[Truth]:
    """What the customer's own words on a memo mean on the network they name."""
    memos = [one.value for slot, one in known if slot == "memo_used"]
    networks = [one.value for slot, one in known if slot == "network"]
    networks += [one.trace.network for one in view.found if one.trace and one.trace.network]
    return of_memo(networks[-1], memos[-1]) if memos and networks else []


def _codes(texts: list[Heard]) -> list[CodeSaid]:
    found: dict[tuple[str, str], CodeSaid] = {}
    for words in texts:
        for code in find_codes(words.text):
            for one in code.meanings:
                found.setdefault((code.code, one.key), CodeSaid(code.code, one.kind, one.cause, one.fix, one.article, words.ref))
    return list(found.values())[:MOST_CODES]


def _core(view: ExchangeView, uid: str | None) -> CoreState:
    if not view.ok:
        return "down"
    if view.refused:
        return "refused"
    if view.not_offered:
        return "not_offered"
    return "ok" if uid else "visitor"


def _name(about: Subject) -> str:
    if about.item:
        return f"{about.item.kind}:{about.item.id}"
    return f"txid:{about.found.value}" if about.found else ""

