"""The core checks everything again: classes, who agreed, versions, ends, amounts. All asked with dry_run."""

from datetime import UTC, datetime, timedelta
from urllib.parse import quote

import msgspec

from farol.app.conformance.bench import Bench
from farol.app.conformance.clause import GUIDE, Broken, Skip, clause, hold, without
from farol.app.conformance.orders import approval, ask, order, receipt
from farol.app.conformance.wire import Answer
from farol.trust.proposals.model import TYPES

from .dry import FREEZE, needs_dry

SOURCE = f"{GUIDE}, Actions"
GOES_ON = ("accepted", "executed")
NEVER = ("withdrawal.approve", "whitelist.change", "balance.move", "secret.read", "password.set", "hold.lift")
LASTING = ("security_change", "new_device", "new_address", "judicial", "sanctions", "deceased")


def _offered(bench: Bench, classes: str) -> list[str]:
    found = [type_ for type_, row in TYPES.items() if row.cls in classes and bench.said and type_ in bench.said.actions]
    if not found:
        without(Skip.NOT_OFFERED, f"no action of class {', '.join(classes)} is named")
    needs_dry(bench)
    return found


def _refused_with(answer: Answer, code: str, what: str) -> None:
    if answer.good:
        raise Broken(f"{what} was answered as {receipt(answer).state}", answer)
    if answer.refusal().code != code:
        raise Broken(f"{what} was refused as {answer.refusal().code} instead of {code}", answer)


@clause(
    "CL-POL-01", "Actions of class C, D and E are not done for one person's word.", source=SOURCE,
    how="Each offered type is asked with dry_run and without approvals.",
    do="Check the class again in your core; answer needs_approval with what is missing. Farol's word that somebody agreed is not enough.",
)  # fmt: skip
async def alone(bench: Bench) -> None:
    problems, seen = [], []
    for type_ in _offered(bench, "CDE"):
        answer = await ask(bench, order(type_, bench.uid, dry_run=True), f"alone-{type_}")
        if answer.good and receipt(answer).state in GOES_ON:
            problems.append(f"{type_} would be {receipt(answer).state}")
            seen.append(answer)
    hold(problems, *seen[:3])


@clause(
    "CL-POL-02", "Who asks cannot approve, and nobody counts twice.", source=SOURCE,
    how="Types of class C and D are asked with dry_run and three approvals of the one who asks.",
    do="Count different people, the one who asks among them.",
)  # fmt: skip
async def twice(bench: Bench) -> None:
    problems, seen = [], []
    own = [approval("conformance", role) for role in ("lead", "compliance", "security")]
    for type_ in _offered(bench, "CD"):
        answer = await ask(bench, order(type_, bench.uid, *own, dry_run=True), f"own-{type_}")
        if answer.good and receipt(answer).state in GOES_ON:
            problems.append(f"{type_} would be {receipt(answer).state}")
            seen.append(answer)
    hold(problems, *seen[:3])


@clause(
    "CL-POL-03", "No action is classed below its class.", source=SOURCE,
    how="policy.class of each offered type, asked with dry_run. Stricter is right.", do="A makes papers, B protects, C changes who somebody is, D moves value, E is the law's.",
)  # fmt: skip
async def classes(bench: Bench) -> None:
    problems, seen = [], []
    for type_ in _offered(bench, "ABCDE"):
        answer = await ask(bench, order(type_, bench.uid, dry_run=True), f"class-{type_}")
        policy = receipt(answer).policy if answer.good else None
        if policy and policy.cls != "unknown" and policy.cls < TYPES[type_].cls:
            problems.append(f"{type_} is {policy.cls}, at least {TYPES[type_].cls} is right")
            seen.append(answer)
    hold(problems, *seen[:3])


@clause(
    "CL-POL-04", "What must never be in the API is refused as unsupported, whoever agreed.", source="the guide, first page; farol/trust/proposals/model.py",
    how="To approve a withdrawal, change an address list, move balances, read a secret, set a password and lift a hold are asked with dry_run and three approvals.",
    do="Have no such action. A support desk that can do these can be talked into them.",
)  # fmt: skip
async def never(bench: Bench) -> None:
    bench.needs(FREEZE)
    needs_dry(bench)
    for type_ in NEVER:
        people = [approval(name, role) for name, role in (("a", "lead"), ("b", "compliance"), ("c", "security"))]
        answer = await ask(bench, order(type_, bench.uid, *people, dry_run=True), f"never-{type_}")
        if answer.good and receipt(answer).state not in GOES_ON:
            continue
        _refused_with(answer, "unsupported", type_)


@clause(
    "CL-POL-05", "An action without an Idempotency-Key is refused.", source=SOURCE,
    how="A freeze with dry_run and without the header.", do="Answer 400 with code invalid.",
)  # fmt: skip
async def keyless(bench: Bench) -> None:
    bench.needs(FREEZE)
    needs_dry(bench)
    _refused_with(await ask(bench, order(FREEZE, bench.uid, dry_run=True), ""), "invalid", "an action without a key")


@clause(
    "CL-POL-06", "expected_version that is not the present one is refused with version_mismatch.", source=SOURCE,
    how="A freeze with dry_run and a version nobody ever had.", do="Compare with the account's version inside the transaction that acts.",
)  # fmt: skip
async def version(bench: Bench) -> None:
    bench.needs(FREEZE)
    needs_dry(bench)
    asked = order(FREEZE, bench.uid, dry_run=True, expected_version=f"never-{bench.mark}")
    _refused_with(await ask(bench, asked, "version"), "version_mismatch", "another version")


@clause(
    "CL-POL-07", "An action on a uid that nobody has is refused with not_found.", source=SOURCE,
    how="A freeze with dry_run of an invented uid.", do="Answer 404 with code not_found.",
)  # fmt: skip
async def nobody(bench: Bench) -> None:
    bench.needs(FREEZE)
    needs_dry(bench)
    _refused_with(await ask(bench, order(FREEZE, bench.stranger(), dry_run=True), "nobody"), "not_found", "an invented uid")


@clause(
    "CL-POL-08", "An action whose time ran out is not done.", source=SOURCE,
    how="A freeze with dry_run and expires_at a minute ago.", do="Answer state expired: what was agreed yesterday may be wrong today.",
)  # fmt: skip
async def expired(bench: Bench) -> None:
    bench.needs(FREEZE)
    needs_dry(bench)
    answer = await ask(bench, order(FREEZE, bench.uid, dry_run=True, expires_at=datetime.now(UTC) - timedelta(minutes=1)), "expired")
    if answer.good and receipt(answer).state in (*GOES_ON, "needs_approval"):
        raise Broken(f"it would be {receipt(answer).state}", answer)


@clause(
    "CL-POL-09", "Amounts that are none never pay.", source=SOURCE,
    how="Each offered gift of class D is asked with dry_run, three approvals and the amounts -5, 0, NaN, 1e999999 and forty nines.",
    do="Read amounts as decimals of bounded length above zero, and keep limits of your own.",
)  # fmt: skip
async def odd(bench: Bench) -> None:
    people = [approval(name, role) for name, role in (("a", "lead"), ("b", "compliance"), ("c", "duty"))]
    problems, seen = [], []
    for type_ in [one for one in _offered(bench, "D") if TYPES[one].purse in ("given", "claim")]:
        for amount in ("-5", "0", "NaN", "1e999999", "9" * 40):
            params = {"amount": amount, "coin": "USDT", "claim_id": "CONFORMANCE", "campaign_id": "CONFORMANCE"}
            answer = await ask(bench, order(type_, bench.uid, *people, params=params, dry_run=True), f"odd-{type_}-{amount[:8]}")
            if answer.good and receipt(answer).state in GOES_ON:
                problems.append(f"{type_} of {amount} would be {receipt(answer).state}")
                seen.append(answer)
    hold(problems, *seen[:3])


@clause(
    "CL-HOLD-01", "Holds that only time or the law ends are not overridable.", source=f"{GUIDE}, Start with these reads",
    how="overridable of every hold of the account whose type is a security change, a new device or address, a court's, sanctions or a death.",
    do="Say overridable: false, and have no way to lift them: attackers ask for exactly that.",
)  # fmt: skip
async def lasting(bench: Bench) -> None:
    bench.needs("security")
    answer = await bench.wire.send("GET", f"{bench.person}/security")
    if not answer.good:
        without(Skip.NO_DATA, f"security of {quote(bench.uid)} is not answered")
    holds = [one for one in answer.json().get("holds", []) if one.get("type") in LASTING]
    if not holds:
        without(Skip.NO_DATA, "the account has no such hold")
    hold([f"{one.get('type')} says overridable: {msgspec.json.encode(one.get('overridable')).decode()}" for one in holds if one.get("overridable") is not False], answer)
