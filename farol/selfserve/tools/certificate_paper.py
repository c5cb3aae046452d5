"""The certificate as a document, drawn from its statement alone: the same statement makes the same bytes."""

from datetime import UTC, datetime
from importlib.resources import files
from typing import Any

from farol.core.exchange.mask import money
from farol.kit import paper
from farol.kit.i18n import Lang

from .certificate import Statement, spaced
from .certificate_words import Words


async def pdf(stated: Statement, lang: Lang, base: str) -> bytes:
    """The document. base: our public address."""
    template = files("farol.selfserve.tools").joinpath("data/certificate.typ").read_bytes()
    return await paper.pdf(template, shown(stated, lang, base), stated.issued_at)


def shown(stated: Statement, lang: Lang, base: str) -> dict[str, Any]:
    """What the template draws."""
    w, facts, brand = Words(lang), stated.facts, stated.issued_by
    hash_ = facts.txid or (w.inside if facts.internal else w.not_given)
    rows = [
        (w.amount, money(facts.amount, facts.coin), False), (w.fee, money(facts.fee, facts.coin) if facts.fee is not None else "", False),
        (w.coin_network, facts.network, False), (w.address, facts.address, True), (w.memo, facts.memo, True), (w.txid, hash_, bool(facts.txid)),
        (w.requested, utc(facts.requested_at), False), (w.completed, utc(facts.completed_at), False), (w.withdrawal, facts.withdrawal_id, True),
    ]  # fmt: skip
    page = f"{base}/certificate/{stated.code}"
    return {
        "lang": lang, "title": w.title, "issued": w.issued.format(brand=brand, at=utc(stated.issued_at)), "states": w.states.format(brand=brand),
        "sent": w.sent, "rows": [[name, value, mono] for name, value, mono in rows if value], "check": w.check, "code_name": w.code,
        "code": spaced(stated.code), "how": [w.check_page.format(url=page), w.check_file.format(url=f"{base}/certificate/key")],
        "closing": (w.closing_inside if facts.internal else w.closing).format(brand=brand), "page": w.page_n, "verify": w.verify + page,
    }  # fmt: skip


def utc(at: datetime | None) -> str:
    """``2026-11-22 14:02:08``; empty for a moment nobody gave."""
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M:%S}" if at else ""
