"""Masked by default: no read carries a whole address, number, name, sum, key or owner."""

import re
from typing import Any

from farol.app.conformance.bench import Bench
from farol.app.conformance.clause import GUIDE, Broken, Skip, clause, hold, without
from farol.app.conformance.veil import EMAIL, PHONE, veiled
from farol.app.conformance.wire import Answer

from .shapes import walked

SOURCE = f"{GUIDE}, Start with these reads"
_VEIL = re.compile(r"[•*·…✱●xX#]{2,}|[•*…●]")
_NAMES = frozenset({"display_name", "name", "full_name", "real_name", "first_name", "last_name", "display_name_masked", "legal_name"})
_IP = re.compile(r"\b(?:[0-9]{1,3}\.){3}[0-9]{1,3}\b|\b(?:[0-9a-fA-F]{1,4}:){4,7}[0-9a-fA-F]{1,4}\b")
_PLAIN = re.compile(r"[0-9][0-9.,]*")
PERSONAL = ("user", "kyc", "tier", "security", "sessions", "deposits", "withdrawals", "orders", "p2pOrders", "apiKeys", "fiat", "balances", "resolveUser")
LONGEST_PREFIX = 16


async def _leaves(bench: Bench) -> list[tuple[Answer, str, str, Any]]:
    reads = [read for read in await bench.answered() if read.question.name in PERSONAL]
    if not reads:
        without(Skip.NO_DATA, "no read about a person was answered")
    return [(read.answer, f"{read.question.name}: {path}", name, value) for read in reads for path, name, value in walked(read.answer.json())]


@clause(
    "CL-MASK-01", "No read carries a whole e-mail address.", source=SOURCE,
    how="Every text of every read about the account is searched for an address without a mask.",
    do="Send email_masked such as m••••@example.com. A whole one is what reveal is for.",
)  # fmt: skip
async def emails(bench: Bench) -> None:
    found = [(answer, f"{path} is {veiled(value)} unmasked") for answer, path, _, value in await _leaves(bench)
             if isinstance(value, str) and EMAIL.search(value) and not _VEIL.search(value)]  # fmt: skip
    hold([words for _, words in found], *[answer for answer, _ in found][:2])


@clause(
    "CL-MASK-02", "No read carries a whole phone number.", source=SOURCE,
    how="Every text of every read about the account is searched for a number in international form or under a name of phones.",
    do="Send phone_masked such as +86••••••12.",
)  # fmt: skip
async def phones(bench: Bench) -> None:
    def whole(name: str, value: Any) -> bool:
        text = str(value)
        by_name = ("phone" in name or "mobile" in name) and len(re.sub(r"[^0-9]", "", text)) >= 7
        return (PHONE.search(text) is not None or by_name) and not _VEIL.search(text)

    found = [(answer, f"{path} is {veiled(str(value))} unmasked") for answer, path, name, value in await _leaves(bench)
             if isinstance(value, str | int) and whole(name, value)]  # fmt: skip
    hold([words for _, words in found], *[answer for answer, _ in found][:2])


@clause(
    "CL-MASK-03", "No read carries a whole name.", source=SOURCE,
    how="Fields of names in every read about the account have to carry a mask.",
    do="Send display_name_masked such as M•• L••.",
)  # fmt: skip
async def people(bench: Bench) -> None:
    found = [(answer, path) for answer, path, name, value in await _leaves(bench)
             if name in _NAMES and isinstance(value, str) and value and not _VEIL.search(value)]  # fmt: skip
    hold([f"{path} is not masked" for _, path in found])


@clause(
    "CL-MASK-04", "Assets are told in bands, never as sums.", source=SOURCE,
    how="balances without exact, and an asset_band of tier that is more than a number.",
    do="Send bands such as 10k-100k. An exact sum needs a reveal.",
)  # fmt: skip
async def bands(bench: Bench) -> None:
    problems, looked = [], False
    if bench.said and "balances" in bench.said.reads:
        balances = await bench.value("balances")
        looked = True
        problems += [f"balances: {one.coin} has exact" for one in balances if one.exact is not None]
        problems += [f"balances: the band of {one.coin} is a sum" for one in balances if _sum(one.band)]
    if bench.said and "tier" in bench.said.reads:
        looked = True
        problems += ["tier: asset_band is a sum"] if _sum((await bench.value("tier")).asset_band) else []
    if not looked:
        without(Skip.NOT_OFFERED, "neither balances nor tier is named")
    hold(problems)


def _sum(band: str) -> bool:
    return len(band) > 1 and _PLAIN.fullmatch(band) is not None


@clause(
    "CL-MASK-05", "Resolving a customer gives back no more than whether one fits, and the uid.", source="core_link.openapi.yaml, resolveUser",
    how="The fields of the answer to a known uid and to a stranger.", do="Answer match, and uid when exactly one fits.",
)  # fmt: skip
async def resolved(bench: Bench) -> None:
    answer = (await bench.read("resolveUser")).answer
    other = await bench.wire.send("POST", "/v1/users:resolve", {"uid": bench.stranger()})
    problems = [f"it also says {name}" for one in (answer, other) if one.good for name in one.json() if name not in ("match", "uid")]
    if other.good and other.json().get("match") != "none":
        problems.append(f"a stranger is {other.json().get('match')}")
    hold(problems, answer, other)


@clause(
    "CL-MASK-06", "Of somebody else's deposit only what the chain shows is told.", source=f"{GUIDE}, Rules of the answers",
    how="A deposit of the test account is traced without claimed_uid and for another uid.",
    do="Answer found: other_user with network, coin, amount and confirmations. Without claimed_uid nobody's deposit is ours.",
)  # fmt: skip
async def others(bench: Bench) -> None:
    bench.needs("traceDeposit", "deposits")
    known = [one for one in await bench.items("deposits") if one.txid]
    if not known:
        without(Skip.NO_DATA, "the account has no deposit with a transaction id")
    asked = {"txid": known[0].txid, "network": known[0].network}
    for question in (asked, {**asked, "claimed_uid": bench.stranger()}):
        answer = await bench.wire.send("POST", "/v1/deposits:trace", question)
        if not answer.good:
            raise Broken(f"refused with status {answer.status}", answer)
        said = answer.json()
        if said.get("found") == "ours":
            raise Broken("somebody else's deposit is told as ours", answer)
        told = [name for name in ("deposit_id", "uid", "state", "hold", "reason", "est_credit_at") if said.get(name) not in (None, "", "unknown")]
        if said.get("found") == "other_user" and told:
            raise Broken(f"of another user's deposit it also says {', '.join(told)}", answer)


@clause(
    "CL-MASK-07", "Sign-ins name no network address, API keys only their beginning.", source="core_link.openapi.yaml, Session, ApiKey",
    how="sessions are searched for IP addresses, apiKeys for secrets and for prefixes longer than 16 characters.",
    do="Send country and ip_hash, and key_prefix with the first few characters.",
)  # fmt: skip
async def keys(bench: Bench) -> None:
    problems, looked = [], 0
    for read in await bench.answered():
        if read.question.name not in ("sessions", "apiKeys"):
            continue
        looked += 1
        for path, name, value in walked(read.answer.json()):
            if name != "device_label" and isinstance(value, str) and _IP.search(value):
                problems.append(f"{read.question.name}: {path} is a network address")
            if name in ("secret", "api_key", "key") or (name == "key_prefix" and len(str(value)) > LONGEST_PREFIX):
                problems.append(f"{read.question.name}: {path} is more than a beginning")
    if not looked:
        without(Skip.NOT_OFFERED, "neither sessions nor apiKeys is answered")
    hold(problems)


@clause(
    "CL-MASK-08", "Whose an address is, is told as a class and never as an owner.", source="core_link.openapi.yaml, AddressClass",
    how="The fields of classifyAddress for an address of the account, asked by nobody and by a stranger.",
    do="Answer class, risk and looks_like_previous. Another user's address is internal_other.",
)  # fmt: skip
async def owners(bench: Bench) -> None:
    bench.needs("classifyAddress", "deposits")
    known = [one for one in await bench.items("deposits") if one.address]
    if not known:
        without(Skip.NO_DATA, "no deposit of the account says its address")
    asked = {"address": known[0].address, "network": known[0].network}
    for question in (asked, {**asked, "uid": bench.stranger()}):
        answer = await bench.wire.send("POST", "/v1/addresses:classify", question)
        said = answer.json() if answer.good else {}
        hold([f"it also says {name}" for name in said if name not in ("class", "risk", "looks_like_previous")], answer)
        if str(said.get("class", "")).startswith("mine"):
            raise Broken("an address is told as mine to somebody it does not belong to", answer)
