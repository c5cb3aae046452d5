"""Search: words, or an id that is recognised as what it is."""

import re
from typing import Any

import msgspec

from farol.core import chains
from farol.core.exchange.truths import of_form
from farol.kit import text
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid
from farol.kit.ratelimit import limit
from farol.kit.web import Response, get, redirect
from farol.kit.web.credentials import read as credentials
from farol.selfserve.knowledge.readers import reader_of
from farol.selfserve.retrieval import asking
from farol.selfserve.retrieval.model import NOTHING
from farol.selfserve.titles.showing import eyes

from ..beside import beside
from ..blocks import network_name
from ..shelf import shelf
from ..site import BOTH, AnyRequest, shown, spoken_of, topics
from ..words import Words

LONGEST_QUESTION = 300
MOST_IDS = 3
TICKET = re.compile(r"frl-\d{4}-\d{6,12}")


@get("/help/{lang:str}/search", can=Can.ANYONE)
async def search(kit: Kit, actor: Actor, lang: str, request: AnyRequest, q: str = "") -> Response[Any]:
    """The best articles, what the id is, or the ticket itself."""
    ip = credentials(request.scope).ip
    limit("help_search", ip, rate_per_s=10, burst=60)
    if "\0" in q:
        raise Invalid(errors=[{"field": "q", "why": "holds a NUL character"}])
    question = " ".join(q[:LONGEST_QUESTION].split())
    number = TICKET.fullmatch(text.fold(question))
    if number:
        return redirect(f"/my/tickets/{number[0].upper()}")
    books, spoken = await shelf(kit), spoken_of(lang)
    words = Words(spoken)
    recognised = _recognised(question, words)
    rest = question
    for one in recognised:
        rest = rest.replace(one["value"], " ")
    found = await asking.ask(kit, await reader_of(kit.db, actor), rest, spoken, noted_for=ip) if rest.strip() else NOTHING
    seen_by = await eyes(kit, request)
    title = _title(words, question, recognised=bool(recognised), found=bool(found.hits))
    names = {slug: known.title for slug in ("deposit-not-credited", "find-txid") if (known := books.article(slug, spoken))}
    return await shown(kit, request, "search.html", spoken, "/search", {
        "title": title, "description": words.ask_label, "question": question, "recognised": recognised,
        "self_check": names.get("deposit-not-credited", ""), "find_txid": names.get("find-txid", ""),
        "hits": asking.shown([msgspec.structs.replace(hit, article=seen_by.saw(hit.article)) for hit in found.hits]), "good": found.good, "beside": await beside(kit, rest, spoken), **await topics(kit, spoken, request),
    }, languages=BOTH if found.good or not question else None)  # fmt: skip


def _title(words: Words, question: str, *, recognised: bool, found: bool) -> str:
    if not question:
        return words.ask_first
    if recognised:
        return words.result
    return (words.results_for if found else words.nothing_for).format(question=question)


def _recognised(question: str, words: Words) -> list[dict[str, Any]]:
    """Transaction ids and addresses in the question, with the networks each fits."""
    found = []
    for one in chains.find(question)[:MOST_IDS]:
        names = [network_name(code, words.lang) for code in one.candidates]
        is_txid = one.kind == "txid"
        found.append({
            "value": one.text, "is_txid": is_txid, "title": words.looks_txid if is_txid else words.looks_address,
            "networks": words.comma.join(names), "wrong": one.verdict == "wrong",
            "truths": [truth.words.of(words.lang) for truth in of_form(one) if truth.tone in ("stop", "warn") and truth.code != "checksum_wrong"],
        })  # fmt: skip
    return found


routes = [search]
