"""Real actions on the test account: a freeze in time, once for each key however often it is sent, and opened again by several."""

import asyncio
from typing import cast
from urllib.parse import quote

from farol.app.conformance.bench import Bench
from farol.app.conformance.clause import GUIDE, Broken, Skip, clause, hold, without
from farol.app.conformance.orders import approval, ask, by_key, order, receipt
from farol.app.conformance.wire import Answer
from farol.core.exchange.model import ActionOrder, Receipt, User

from .dry import FREEZE
from .events import following

SOURCE = f"{GUIDE}, Actions"
RACERS = 8
UNFREEZE, REVOKE = "account.unfreeze", "sessions.revoke"
_KEY = "freeze"


async def _status(bench: Bench) -> str:
    answer = await bench.wire.send("GET", bench.person)
    return str(answer.json().get("status", "")) if answer.good else ""


async def _freeze(bench: Bench) -> tuple[ActionOrder, Answer, Receipt]:
    """Frozen once in a run. Raises ``Skipped``, and ``Broken`` when it was refused."""
    bench.needs(FREEZE)
    bench.needs_actions()
    if not bench.frozen:
        bench.status = cast(User, await bench.value("user")).status if bench.said and "user" in bench.said.reads else ""
        asked = order(FREEZE, bench.uid)
        bench.frozen = (asked, await ask(bench, asked, _KEY))
    asked, answer = bench.frozen
    return asked, answer, receipt(answer)


@clause(
    "CL-ACT-01", "A freeze is answered within two seconds, and the account is frozen.", source=SOURCE,
    how="The test account is frozen; the answer is timed and the profile read again.",
    do="Freeze in the request itself; what takes longer (mails, cancelling) comes after. The customer is watching a thief.",
)  # fmt: skip
async def freeze(bench: Bench) -> None:
    _, answer, said = await _freeze(bench)
    if answer.seconds > bench.options.freeze_s:
        raise Broken(f"it took {answer.seconds:.1f} s", answer)
    if said.state not in ("executed", "accepted"):
        raise Broken(f"a freeze is {said.state}", answer)
    if bench.status and (status := await _status(bench)) != "frozen":
        raise Broken(f"after the freeze the status is {status}", answer)
    if said.state == "executed" and (said.undo is None or said.undo.type != UNFREEZE):
        raise Broken("the receipt does not say how to undo it", answer)


@clause(
    "CL-ACT-02", "The same key with the same body answers the same and does nothing.", source=SOURCE,
    how="The freeze is sent again, byte for byte.", do="Keep key, hash of the body and receipt for 30 days.",
)  # fmt: skip
async def again(bench: Bench) -> None:
    asked, _, first = await _freeze(bench)
    answer = await ask(bench, asked, _KEY)
    second = receipt(answer)
    if (second.action_id, second.executed_at) != (first.action_id, first.executed_at):
        raise Broken(f"action {second.action_id} instead of {first.action_id}", bench.frozen[1] if bench.frozen else answer, answer)


@clause(
    "CL-ACT-03", "The same key with another body is refused with conflict.", source=SOURCE,
    how="The key of the freeze is sent with another reason_code.", do="Answer 409 with code conflict.",
)  # fmt: skip
async def conflict(bench: Bench) -> None:
    await _freeze(bench)
    answer = await ask(bench, order(FREEZE, bench.uid, params={"note": "another body"}), _KEY)
    if answer.good:
        raise Broken(f"it was answered as {receipt(answer).state}", answer)
    if answer.status != 409 or answer.refusal().code != "conflict":
        raise Broken(f"refused with {answer.status} {answer.refusal().code}", answer)


@clause(
    "CL-ACT-04", "Who lost the answer can ask for it by key, and by the action's id.", source=SOURCE,
    how="actions:by_key for the freeze and for a key never sent, and the receipt by action_id.",
    do="Answer the receipt; not_found means that it never arrived, and Farol then sends it again.",
)  # fmt: skip
async def found_again(bench: Bench) -> None:
    _, _, first = await _freeze(bench)
    kept = await by_key(bench, _KEY)
    if not kept.good and kept.refusal().code == "unsupported":
        without(Skip.NOT_OFFERED, "actions:by_key is not there; Farol sends the same key again instead")
    if receipt(kept).action_id != first.action_id:
        raise Broken(f"by its key it is action {receipt(kept).action_id} instead of {first.action_id}", kept)
    by_id = await bench.wire.send("GET", f"/v1/actions/{quote(first.action_id, safe='')}")
    if receipt(by_id).action_id != first.action_id:
        raise Broken("by its id another action is answered", by_id)
    never = await by_key(bench, "never-sent")
    if never.good or never.refusal().code != "not_found":
        raise Broken("a key that was never sent is known", never)


@clause(
    "CL-ACT-05", "One key raced many times executes once.", source=SOURCE,
    how=f"Sessions of the test account are ended {RACERS} times at once with one new key; ids and times of the receipts are compared, "
    "and what the event list says was executed is counted.",
    do="Insert the key with a unique constraint in the transaction that acts.",
)  # fmt: skip
async def raced(bench: Bench) -> None:
    bench.needs(REVOKE)
    bench.needs_actions()
    listed = bool(bench.said and "events" in bench.said.reads)
    last = (await following(bench))[-1:] if listed else []
    asked = order(REVOKE, bench.uid)
    answers = await asyncio.gather(*(ask(bench, asked, "race") for _ in range(RACERS)))
    told = [receipt(one) for one in answers if one.good or one.refusal().code != "conflict"]
    if not told:
        raise Broken("all were refused", *answers[:2])
    if len(ids := {one.action_id for one in told}) > 1 or len({one.executed_at for one in told if one.executed_at}) > 1:
        raise Broken(f"{len(ids)} actions for one key", *answers[:2])
    if listed:
        new = [one for one in await following(bench, last[0].id if last else "") if one.uid == bench.uid and one.type == "action.executed"]
        if len(new) > 1:
            raise Broken(f"the events say that it was executed {len(new)} times", *answers[:2])


@clause(
    "CL-ACT-06", "One person alone cannot open a frozen account.", source=SOURCE,
    how="account.unfreeze is asked for the frozen account without approvals, and with the asker's own.",
    do="Answer needs_approval: after a theft the thief calls as well.",
)  # fmt: skip
async def alone(bench: Bench) -> None:
    bench.needs(UNFREEZE)
    await _freeze(bench)
    for name, people in (("alone", ()), ("own", (approval("conformance", "security"), approval("conformance", "compliance")))):
        answer = await ask(bench, order(UNFREEZE, bench.uid, *people), f"unfreeze-{name}")
        if answer.good and receipt(answer).state in ("executed", "accepted"):
            raise Broken(f"it is {receipt(answer).state}", answer)
    if bench.status and (status := await _status(bench)) != "frozen":
        raise Broken(f"the status is {status}")


@clause(
    "CL-ACT-07", "With the approvals it takes the account is opened again, and is limited for a while.", source=SOURCE,
    how="account.unfreeze with approvals of two other people; status and holds are read afterwards.",
    do="Start a hold of days with it, and tell every registered contact with a link to stop it.",
)  # fmt: skip
async def opened(bench: Bench) -> None:
    bench.needs(UNFREEZE)
    await _freeze(bench)
    if bench.status == "frozen":
        without(Skip.NO_DATA, "the account was frozen before, and stays so")
    answer = await ask(bench, order(UNFREEZE, bench.uid, approval("conformance-2", "security"), approval("conformance-3", "compliance")), "unfreeze")
    said = receipt(answer)
    if said.state in ("accepted", "needs_approval"):
        without(Skip.NO_DATA, f"it is {said.state}: the core wants more than two approvals, or does it later. Open the account yourselves")
    if said.state != "executed":
        raise Broken(f"it is {said.state}; the test account is still frozen", answer)
    problems = [f"the status is {status}"] if bench.status and (status := await _status(bench)) == "frozen" else []
    if bench.said and "security" in bench.said.reads:
        holds = (await bench.wire.send("GET", f"{bench.person}/security")).json().get("holds", [])
        problems += [] if any("withdraw" in str(one.get("scope")) or "all" in one.get("scope", []) for one in holds) else ["no hold was started"]
    hold(problems, answer)
