"""Values shown whole: for a reason, for a while, bearing the name of who looked, and not without end."""

from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from farol.app.conformance.bench import Bench
from farol.app.conformance.clause import DESCRIBED, Broken, clause, hold
from farol.app.conformance.wire import WHY, Answer
from farol.core.exchange.model import Revealed

SOURCE = f"{DESCRIBED}, reveal"
TTL_S, SLACK_S, MOST = 60, 5, 200


async def _reveal(bench: Bench, agent: str = "", **asked: Any) -> Answer:
    why = msgspec.structs.replace(WHY, agent=agent or f"staff:conformance-{bench.mark}")
    return await bench.wire.send("POST", f"{bench.person}:reveal", asked, why=why)


@clause(
    "CL-REV-01", "A reveal without a reason is refused.", source=SOURCE,
    how="email is asked for without reason_code.", do="Answer 400 with code invalid; the reason belongs into the log of who looked.",
)  # fmt: skip
async def reasonless(bench: Bench) -> None:
    bench.needs("reveal")
    bench.needs_actions()
    answer = await _reveal(bench, fields=["email"], ttl_s=TTL_S)
    if answer.good:
        raise Broken("it was answered", answer)
    answer.refusal()


@clause(
    "CL-REV-02", "A reveal answers what was asked, until the time that was asked, marked with who looked.", source=SOURCE,
    how="email is asked for 60 s: exactly this field, expires_at at most 65 s away, a watermark that names the agent or the ticket.",
    do="Answer values, expires_at and watermark; log agent, ticket, reason and fields once, in the same transaction.",
)  # fmt: skip
async def revealed(bench: Bench) -> None:
    bench.needs("reveal")
    bench.needs_actions()
    agent = f"staff:conformance-{bench.mark}"
    answer = await _reveal(bench, fields=["email"], reason_code="conformance", ttl_s=TTL_S)
    if not answer.good:
        raise Broken(f"refused with status {answer.status}", answer)
    try:
        said = msgspec.json.decode(answer.body, type=Revealed)
    except msgspec.DecodeError as error:
        raise Broken(f"Farol cannot read it: {error}", answer) from None
    problems = [] if set(said.values) == {"email"} else [f"fields {sorted(said.values)} for email"]
    if said.expires_at - datetime.now(UTC) > timedelta(seconds=TTL_S + SLACK_S):
        problems.append(f"it ends at {said.expires_at:%H:%M:%SZ}, more than {TTL_S} s away")
    if agent not in said.watermark and WHY.contact not in said.watermark:
        problems.append("the watermark names neither who looked nor the ticket")
    hold(problems, answer)


@clause(
    "CL-REV-03", "What is no field of a person is not revealed.", source=SOURCE,
    how="password, totp_secret and a field nobody has are asked for.", do="Reveal from a fixed list; refuse everything else.",
)  # fmt: skip
async def fixed(bench: Bench) -> None:
    bench.needs("reveal")
    bench.needs_actions()
    for field in ("password", "totp_secret", f"field_{bench.mark}"):
        answer = await _reveal(bench, fields=[field], reason_code="conformance", ttl_s=TTL_S)
        if answer.good:
            raise Broken(f"{field} was answered", answer)
        answer.refusal()


@clause(
    "CL-REV-04", "One person cannot reveal without end.", source=SOURCE,
    how=f"An agent that exists for this run reveals one field at most {MOST} times.", do="Count fields by agent and shift, and answer 429 with code rate_limited.",
)  # fmt: skip
async def bounded(bench: Bench) -> None:
    bench.needs("reveal")
    bench.needs_actions()
    for _ in range(MOST):
        answer = await _reveal(bench, f"staff:quota-{bench.mark}", fields=["email"], reason_code="conformance", ttl_s=TTL_S)
        if not answer.good:
            if (code := answer.refusal().code) != "rate_limited":
                raise Broken(f"refused as {code} instead of rate_limited", answer)
            return
    raise Broken(f"{MOST} reveals of one person and no end", answer)
