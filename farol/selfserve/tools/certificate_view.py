"""A certificate on pages: the panel of its customer, and the few lines that anybody with the code may see."""

from typing import Any

from farol.core.exchange.mask import money
from farol.selfserve.portal.view import Reader

from .certificate import SHOWN_OF_TXID, Statement, spaced
from .certificate_paper import utc
from .certificate_words import Words
from .store import Certificate


def panel(found: Certificate | None, reader: Reader) -> dict[str, Any]:
    """The customer's own. found: None until one was made."""
    words = Words(reader.lang)
    if found is None:
        return {"made": "", "code": ""}
    return {"made": words.ce_made.format(at=reader.when(found.at), code=spaced(found.code)), "code": found.code}


def told(stated: Statement, reader: Reader) -> list[tuple[str, str]]:
    """What confirms a document in somebody's hand, and nothing that tells more of the customer: neither address nor account."""
    words, facts = Words(reader.lang), stated.facts
    hash_ = f"…{facts.txid[-SHOWN_OF_TXID:]}" if facts.txid else words.inside if facts.internal else words.not_given
    at = utc(facts.at)
    return [
        (words.amount, money(facts.amount, facts.coin)), (words.coin_network, facts.network), (words.time, f"{at} UTC" if at else words.not_given),
        (words.ve_hash, hash_)]
