"""Makes the case card: reads the ticket, asks the exchange, puts both together."""

import asyncio

import msgspec

from farol.core import chains, urgency
from farol.core.exchange import CoreLink, exchange_view
from farol.core.exchange.errors import find_codes
from farol.core.exchange.shapes import ExchangeView, FoundView, Truth
from farol.core.exchange.truths import of_memo, sorted_truths
from farol.core.tickets import store as tickets
from farol.core.urgency.silence import AT_RISK
from farol.desk.checklists import actions as checklists
from farol.desk.evidence import store
from farol.desk.fields import actions as fields
from farol.kit.core import Kit
from farol.kit.permission import Actor
from farol.kit.problem import NotFound

from .answers import answers
from .model import Case, CodeSaid, CoreState, Said
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


async def card(kit: Kit, actor: Actor, ticket_id: int) -> Case:
    """The case card as it stands now. The exchange is asked; where it does not answer, the card says so. Raises NotFound."""
    row = await tickets.ticket(kit.db, ticket_id)
    if row is None:
        raise NotFound
    uid, zone = await store.account(kit.db, row.customer_id)
    said = [m for m in await tickets.messages(kit.db, ticket_id, public=True, most=MOST_MESSAGES) if m.author.kind == "customer"]
    pictures = await store.words(kit.db, ticket_id, MOST_PICTURES)
    values, checklist = await fields.values(kit.db, actor, ticket_id), await checklists.read(kit.db, ticket_id)
    sent = await store.pictures(kit.db, ticket_id)
    view, matter = await asyncio.gather(
        exchange_view(kit, actor, row.number, uid, [m.body for m in said] + [p["words"] for p in pictures]),
        state(kit, actor, row.number, row.reason, uid, zone, [m.body for m in said]))
    view = _proven(view, {one.value for m in said for one in chains.find(m.body)})
    texts = [Heard("customer", m.body, f"message:{m.seq}", m.at) for m in said]
    texts += [Heard("screenshot", p["words"], f"evidence:{p['id']}", p["at"]) for p in pictures]
    known = await _heard(kit, view, texts, zone)
    if sent:
        known += [(slot, Said("screenshot", True, "", "evidence")) for slot in _PICTURE_SLOTS]
    known += [("chain", Said("exchange", one.trace.network, one.text, f"txid:{one.value}")) for one in view.found if one.trace and one.trace.network]
    about = subject(row.reason, view, known)
    named = any(slot in ("amount", "txid") for slot, _ in known)  # of something else then, or it would be the subject
    if about == NOBODY and not named:
        about = subject(row.reason, view, matter.told)
    transfers = ("deposit", "withdrawal")
    more = [pair for pair in matter.told if pair[1].ref == _name(about) or (about == NOBODY and not (named and pair[1].ref.startswith(transfers)))]
    card_slots = slots(values.fields, [*known, *told(about), *more], known=uid is not None)
    truths = sorted_truths([*(t for one in view.found for t in one.truths), *_memo_truths(view, known)])
    codes = _codes(texts)
    core = _core(view, uid)
    following = steps(core, view, truths, about, card_slots, codes, checklist, matter)
    alone = row.reason == AT_RISK or urgency.hear(*(m.body for m in said)) == "risk"
    offered = [] if alone else await answers(kit, actor, row.reason, [*matter.codes, *(one.code for one in codes)])
    return Case(
        row.number, row.reason, core, view, card_slots, truths, codes, matter.facts, _name(about), [one.id for one in about.choices],
        checklist, following[0] if following else None, following[1:], offered)  # fmt: skip


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

