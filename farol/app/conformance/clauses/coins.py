"""Networks, deposits and traces tell one story: the same minimum, the same confirmations, the same state."""

import msgspec

from farol.app.conformance.bench import Bench, elsewhere, unseen
from farol.app.conformance.clause import DESCRIBED, GUIDE, Broken, Skip, clause, hold, without
from farol.core.exchange.model import CoreTrace, Deposit, NetworkInfo

TRACE = "/v1/deposits:trace"
SOURCE = f"{GUIDE}, Start with these reads"


@clause(
    "CL-COIN-01", "Every coin stands once with each of its networks, with amounts and confirmations that can be.", source=DESCRIBED,
    how="Pairs of /v1/networks are counted; no amount is negative, confirm_unlock is not below confirm_credit.",
    do="One entry a coin and network. A coin is withdrawable at the same block or later than it is credited.",
)  # fmt: skip
async def pairs(bench: Bench) -> None:
    entries = await bench.items("networks")
    if not entries:
        raise Broken("the list is empty")
    counted: dict[tuple[str, str], int] = {}
    problems = []
    for one in entries:
        pair, name = (one.coin, one.network), f"{one.coin} on {one.network}"
        counted[pair] = counted.get(pair, 0) + 1
        if any((amount or "0").startswith("-") for amount in (one.min_deposit, one.min_withdraw, one.withdraw_fee)):
            problems.append(f"{name}: a negative amount")
        if one.confirm_credit is not None and one.confirm_unlock is not None and one.confirm_unlock < one.confirm_credit:
            problems.append(f"{name}: withdrawable after {one.confirm_unlock} blocks, credited after {one.confirm_credit}")
    hold([f"{coin} on {network} stands {count} times" for (coin, network), count in counted.items() if count > 1] + problems)


@clause(
    "CL-COIN-02", "A deposit, its trace and its network agree on minimum and confirmations.", source=SOURCE,
    how="The newest deposit of the account on each network, and its trace, beside its entry in /v1/networks.",
    do="Fill both from one place: customers compare what the deposit page promised with what their deposit waits for.",
)  # fmt: skip
async def agreed(bench: Bench) -> None:
    bench.needs("networks", "deposits")
    listed = {(one.coin, one.network): one for one in await bench.items("networks")}
    newest: dict[tuple[str, str], Deposit] = {}
    for one in await bench.items("deposits"):
        newest.setdefault((one.coin, one.network), one)
    both = [(one, listed[pair]) for pair, one in newest.items() if pair in listed]
    if not both:
        without(Skip.NO_DATA, "the account has no deposit on a listed network")
    problems = []
    for deposit, network in both:
        problems += _differences(deposit.deposit_id, deposit, network)
        if deposit.txid and bench.said and "traceDeposit" in bench.said.reads:
            answer = await bench.wire.send("POST", TRACE, {"txid": deposit.txid, "network": deposit.network, "claimed_uid": bench.uid})
            if answer.good:
                problems += _differences(f"the trace of {deposit.deposit_id}", msgspec.json.decode(answer.body, type=CoreTrace), network)
    hold(problems)


def _differences(name: str, told: Deposit | CoreTrace, network: NetworkInfo) -> list[str]:
    pairs = (
        ("min_deposit", told.min_deposit, network.min_deposit),
        ("confirmations until credited", told.confirm_required_credit, network.confirm_credit),
        ("confirmations until withdrawable", told.confirm_required_unlock, network.confirm_unlock),
    )
    return [f"{name}: {words} {here}, /v1/networks says {there}" for words, here, there in pairs if None not in (here, there) and here != there]


@clause(
    "CL-COIN-03", "A trace says of the account's own deposit what the list says.", source=SOURCE,
    how="Up to five deposits with a transaction id are traced for the account; found, coin, amount and state are compared.",
    do="Answer both from the same books. found is ours for claimed_uid's deposits, unattributed or unsupported where they are that.",
)  # fmt: skip
async def traced(bench: Bench) -> None:
    bench.needs("traceDeposit", "deposits")
    known = [one for one in await bench.items("deposits") if one.txid][:5]
    if not known:
        without(Skip.NO_DATA, "the account has no deposit with a transaction id")
    for one in known:
        answer = await bench.wire.send("POST", TRACE, {"txid": one.txid, "network": one.network, "claimed_uid": bench.uid})
        if not answer.good:
            raise Broken(f"{one.deposit_id} cannot be traced: status {answer.status}", answer)
        said = answer.json()
        if said.get("found") not in ("ours", "unattributed", "unsupported"):
            raise Broken(f"{one.deposit_id} of the account is found as {said.get('found')}", answer)
        listed = {"coin": one.coin, "network": one.network, "amount": one.amount, "deposit_id": one.deposit_id}
        wrong = [f"{name} {said[name]}, the list says {value}" for name, value in listed.items() if name in said and said[name] != value]
        # A block may come between the two answers, so only an end state has to be the same.
        if one.state in ("available", "rejected", "returned", "unattributed") and said.get("state", one.state) != one.state:
            wrong.append(f"state {said['state']}, the list says {one.state}")
        hold([f"{one.deposit_id}: {words}" for words in wrong], answer)


@clause(
    "CL-COIN-04", "A transaction that is nowhere is told as not_found.", source=SOURCE,
    how="A random transaction id on Ethereum.", do="Answer 200 with found: not_found, quickly: Farol asks once for each network an id could belong to.",
)  # fmt: skip
async def nowhere(bench: Bench) -> None:
    bench.needs("traceDeposit")
    answer = await bench.wire.send("POST", TRACE, {"txid": unseen(), "network": "ETH"})
    said = answer.json() if answer.good else {"found": answer.refusal().code}
    if said.get("found") not in ("not_found", "unsupported"):
        raise Broken(f"it is found as {said.get('found')}", answer)


@clause(
    "CL-COIN-05", "An address that is nobody's is external, and no address is invalid.", source=SOURCE,
    how="A random address on Ethereum, and a word that is no address.", do="Answer class external for the first, invalid for the second.",
)  # fmt: skip
async def external(bench: Bench) -> None:
    bench.needs("classifyAddress")
    target = "/v1/addresses:classify"
    answer = await bench.wire.send("POST", target, {"address": elsewhere(), "network": "ETH"})
    said = answer.json().get("class") if answer.good else answer.refusal().code
    if said not in ("external", "unsupported"):
        raise Broken(f"a random address is {said}", answer)
    answer = await bench.wire.send("POST", target, {"address": "not-an-address", "network": "ETH"})
    said = answer.json().get("class") if answer.good else answer.refusal().code
    if said not in ("invalid", "unsupported"):
        raise Broken(f"what is no address is {said}", answer)
