"""What can be said only after everything was asked: how long it took, and how the core says no."""

from farol.app.conformance.bench import Bench
from farol.app.conformance.clause import GUIDE, PRINCIPLES, Broken, Skip, clause, hold, without

from .standing import refusal_codes


@clause(
    "CL-TIME-01", "A read is answered within two seconds.", source=f"{GUIDE}, How Farol behaves",
    how="The slowest answer of this run.", do="Farol gives up after 2 s and counts it as a failure; three in a row mean 'the exchange is down'.",
)  # fmt: skip
async def in_time(bench: Bench) -> None:
    slowest = bench.wire.slowest
    if slowest is None:
        without(Skip.NO_DATA, "nothing was answered")
    if slowest.seconds > bench.options.patience_s:
        raise Broken(f"{slowest.seconds:.1f} s", slowest)


@clause(
    "CL-ERR-02", "A refusal says why with one of the published codes.", source=PRINCIPLES,
    how="The code of every refusal of this run is looked up among those of the description.",
    do='Answer {"code": "not_found", "message": "for your logs"} and a 4xx. Farol shows the code, never the message.',
)  # fmt: skip
async def published(bench: Bench) -> None:
    problems, seen = list[str](), []
    for answer in bench.wire.refusals:
        if answer.status >= 500 and answer.status != 501:
            continue
        try:
            code = answer.refusal().code
        except Broken as broken:
            code = str(broken)
        if code not in refusal_codes():
            problems.append(f"{answer.asked.partition(' {')[0]}: {code}")
            seen.append(answer)
    hold(sorted(set(problems)), *seen[:3])


@clause(
    "CL-ERR-05", "Nothing that was asked made the core fail.", source=PRINCIPLES,
    how="Every 5xx of this run.", do="Answer a 4xx with a code for what you do not take. A 5xx counts as 'the exchange is down', and is asked again.",
)  # fmt: skip
async def failed(bench: Bench) -> None:
    seen = [answer for answer in bench.wire.refusals if answer.status >= 500 and answer.status != 501]
    hold([f"{answer.asked.partition(' {')[0]}: status {answer.status}" for answer in seen], *seen[:3])
