"""dry_run: what would happen is told, and nothing happens. Looked at on a harmless action first."""

from typing import Any

from farol.app.conformance.bench import Bench
from farol.app.conformance.clause import GUIDE, Broken, Skip, clause, without
from farol.app.conformance.orders import ask, by_key, order, receipt
from farol.app.conformance.wire import Answer

SOURCE = f"{GUIDE}, Actions"
HARMLESS, FREEZE = "statement.generate", "account.freeze"


async def standing(bench: Bench) -> list[Any]:
    """What a freeze would change: the account's status, and its holds without their clocks."""
    said = bench.said
    found: list[Any] = []
    for name, path in (("user", bench.person), ("security", f"{bench.person}/security")):
        if said and name in said.reads:
            answer = await bench.wire.send("GET", path)
            whole = answer.json() if answer.good else {}
            found.append(whole.get("status") if name == "user" else sorted(str(one.get("hold_id")) for one in whole.get("holds", [])))
    return found


def needs_dry(bench: Bench) -> None:
    """Raises ``Skipped`` where asking even with ``dry_run`` could do something."""
    _ = bench.uid
    if not bench.dry_is_dry:
        without(Skip.UNSAFE, "dry_run was not seen to do nothing, so no action is tried with it")


@clause(
    "CL-DRY-01", "dry_run does nothing.", source=SOURCE,
    how="A statement is asked for with dry_run; when that did nothing, a freeze. State, receipt by key, status and holds are compared before and after. "
    "Without statement.generate the freeze is asked only with --allow-actions.",
    do="Answer before the first write when dry_run is true: policy, effects, and a state that says what would come, never executed.",
)  # fmt: skip
async def dry(bench: Bench) -> None:
    _, said = bench.uid, bench.said
    offered = [type_ for type_ in (HARMLESS, FREEZE) if said and type_ in said.actions]
    if not offered:
        without(Skip.NOT_OFFERED, f"neither {HARMLESS} nor {FREEZE} is named")
    if HARMLESS not in offered and not bench.options.allow_actions:
        without(Skip.NOT_ALLOWED, f"without {HARMLESS} only a freeze can show it: --allow-actions")
    bench.dry_is_dry = False
    for type_ in offered:
        before = await standing(bench)
        answer = await ask(bench, order(type_, bench.uid, dry_run=True), f"dry-{type_}")
        _not_done(type_, answer)
        kept = await by_key(bench, f"dry-{type_}")
        if kept.good:
            _not_done(type_, kept)
        if (after := await standing(bench)) != before:
            raise Broken(f"{type_} with dry_run changed the account from {before} to {after}", answer)
    bench.dry_is_dry = True


def _not_done(type_: str, answer: Answer) -> None:
    said = receipt(answer)
    if said.state == "executed" or said.executed_at:
        raise Broken(f"{type_} with dry_run says that it was executed", answer)


@clause(
    "CL-DRY-02", "dry_run tells class and effects.", source=SOURCE,
    how="The receipt of a freeze with dry_run.", do="Fill policy.class and effects: staff see them before they propose.",
)  # fmt: skip
async def told(bench: Bench) -> None:
    bench.needs(FREEZE)
    needs_dry(bench)
    answer = await ask(bench, order(FREEZE, bench.uid, dry_run=True), "told")
    said = receipt(answer)
    if said.policy is None or said.policy.cls == "unknown":
        raise Broken("no policy.class", answer)
    if said.state in ("accepted", "needs_approval") and not said.effects:
        raise Broken("no effects", answer)
