"""The incident pack: one text of facts with its digest, and a document of the same facts for the police."""

import hashlib
import secrets
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any

import msgspec

from farol.desk.threads.telling import After, note
from farol.kit import clock, paper
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.i18n import Lang, lang_of
from farol.kit.jobs import enqueue, job
from farol.kit.permission import SYSTEM, Actor
from farol.kit.problem import NotFound
from farol.trust.emergency import pack_store, places, seat_store, store
from farol.trust.emergency.events import PackMade
from farol.trust.emergency.model import STEPS, Case, Freeze, client_id, stopped
from farol.trust.emergency.pack_store import Pack
from farol.trust.emergency.pack_words import Words
from farol.trust.emergency.problems import NothingSealed

FORM = "farol.emergency.pack/1"
MOST_SIGN_INS = 40
AGAIN_S, MOST_TIMES = 120, 360
"""As long as sealing is tried: half a day."""
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


async def make_pack(kit: Kit, actor: Actor, emergency_id: int) -> Pack:
    """A new pack from what is known now; the ones before stay as they are. Raises NotFound, and NothingSealed without a freeze and its snapshot."""
    case, frozen = await store.case(kit.db, store.BY_ID, emergency_id), await store.freeze(kit.db, emergency_id)
    seal = await seat_store.sealed(kit.db, emergency_id)
    if case is None:
        raise NotFound
    if frozen is None or seal is None:
        raise NothingSealed
    now, code, lang = clock.now(), "".join(secrets.choice(ALPHABET) for _ in range(16)), lang_of(case.language)
    facts = await _facts(kit, case, frozen, seal, now, code)
    body = msgspec.json.encode(facts, order="sorted")
    digest = hashlib.sha256(body).hexdigest()
    verify = f"{kit.settings.public_url}/stolen/verify/{code}"
    shown = _shown(facts, case, lang, digest, verify, kit.settings.brand)
    document = await paper.pdf(files("farol.trust.emergency").joinpath("data/pack.typ").read_bytes(), shown, now)
    pdf_digest, made = hashlib.sha256(document).hexdigest(), After()
    async with transaction(kit.db) as tx:
        await store.ticket(tx, case.ticket_id)
        n = await tx.fetchval(pack_store.ADD, emergency_id, code, now, lang, document, pdf_digest, body, digest, actor.ref)
        await note(tx, actor, case.ticket_id, PackMade(n, pdf_digest, digest), made)
    await made.say(kit)
    return Pack(n, code, now, pdf_digest, digest, len(document))


async def _facts(kit: Kit, case: Case, frozen: Freeze, seal: seat_store.Seal, now: datetime, code: str) -> dict[str, Any]:
    asked = await store.asked(kit.db, case.customer_id, [client_id(frozen, type_) for type_ in STEPS])
    snapshot = msgspec.json.decode(seal.body)
    return {
        "form": FORM, "code": code, "case": case.number, "drill": case.drill, "issued_by": kit.settings.brand, "made_at": now, "uid": frozen.uid,
        "raised_at": case.at, "freeze_asked_at": frozen.asked_at, "proof": frozen.proof, "state": frozen.state, "frozen_at": frozen.frozen_at,
        "taken_at": case.taken_at, "cancelled_withdrawals": stopped(asked).cancelled,
        "outgoing": [msgspec.to_builtins(one) for one in await seat_store.outgoing(kit.db, case.id)],
        "sign_ins": [_sign_in(one) for one in snapshot["exchange"].get("sessions", [])[:MOST_SIGN_INS]],
        "answers": msgspec.to_builtins(case.answers) if case.answers else None, "country": case.country,
        "snapshot": {"at": seal.at, "sha256": seal.sha256},
    }  # fmt: skip


def _sign_in(one: dict[str, Any]) -> dict[str, str]:
    return {name: str(one.get(name, "")) for name in ("at", "result", "country", "device_label", "method")}


def _utc(at: Any) -> str:
    moment = datetime.fromisoformat(at) if isinstance(at, str) else at
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S}" if moment else "—"


def _shown(facts: dict[str, Any], case: Case, lang: Lang, digest: str, verify: str, brand: str) -> dict[str, Any]:
    """The facts as the template draws them, in the customer's language."""
    w = Words(lang)
    outgoing = facts["outgoing"]
    timeline = [(facts["raised_at"], w.raised), (facts["freeze_asked_at"], w.asked), (facts["frozen_at"], w.frozen), (facts["taken_at"], w.taken),
                (facts["snapshot"]["at"], w.sealed), *((one["left_at"], w.left.format(**one)) for one in outgoing)]
    moments = sorted((_utc(at), text) for at, text in timeline if at)
    return {
        "lang": lang, "title": w.title + ("（演练）" if lang == "zh" else " (DRILL)") * case.drill, "number": case.number, "verify": verify,
        "made": w.made.format(brand=brand, at=_utc(facts["made_at"])),
        "words": {name: getattr(w, name) for name in ("page", "verify", "facts", "timeline", "outgoing", "sign_ins", "answers", "report", "proof", "none", "closing")},
        "facts": [[w.number, case.number], [w.uid, facts["uid"]], [w.reported, _utc(facts["raised_at"])], [w.proven, w.by[facts["proof"]].text(lang)],
                  [w.frozen, _utc(facts["frozen_at"])], [w.cancelled, ", ".join(facts["cancelled_withdrawals"]) or w.none]],
        "timeline": [list(pair) for pair in moments],
        "outgoing": [{"head": w.head.format(**{**one, "at": _utc(one["left_at"])}), "class": w.cls[one["cls"]].text(lang), "ids": [
            w.withdrawal.format(value=one["withdrawal_id"]), w.address.format(value=one["address"]), w.txid.format(value=one["txid"])]} for one in outgoing],
        "sign_ins": [[_utc(one["at"]), " · ".join(filter(None, (one["result"], one["country"], one["device_label"], one["method"])))] for one in facts["sign_ins"]],
        "answers": [[w.question[key].text(lang), ", ".join(value) if isinstance(value, list) else value] for key, value in (facts["answers"] or {}).items() if value],
        "report": places.police(case.country, lang),
        "proof": [[w.code, facts["code"]], [w.json_hash, digest], [w.snapshot_hash, facts["snapshot"]["sha256"]], ["", w.open_verify.format(url=verify)]],
    }  # fmt: skip


class Packing(msgspec.Struct, frozen=True):
    """times: how often nothing was sealed yet."""

    emergency_id: int
    times: int = 0


@job("emergency.pack", Packing)
async def pack_later(kit: Kit, due: Packing) -> None:
    """The first pack, some minutes after the freeze, with what the customer has answered by then; later where the exchange has not told
    yet what there is to seal."""
    if await pack_store.last(kit.db, due.emergency_id) is not None:
        return
    try:
        await make_pack(kit, SYSTEM, due.emergency_id)
    except NothingSealed:
        if due.times >= MOST_TIMES:
            raise
        again = Packing(due.emergency_id, due.times + 1)
        async with transaction(kit.db) as tx:
            await enqueue(tx, pack_later, again, delay_s=AGAIN_S, key=f"emergency:{due.emergency_id}:pack:{again.times}")
