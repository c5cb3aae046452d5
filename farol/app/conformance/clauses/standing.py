"""What the core says it has, and whether that is so."""

import time
from datetime import UTC, datetime
from functools import lru_cache
from importlib.resources import files
from typing import Any

import msgspec

from farol.app.conformance.bench import Bench
from farol.app.conformance.clause import DESCRIBED, Broken, Skip, Skipped, clause, hold, without
from farol.app.conformance.questions import BY_NAME
from farol.app.conformance.wire import Answer

MOST_SKEW_S = 30


@lru_cache
def _document() -> Any:
    return msgspec.yaml.decode(files("farol.core.exchange").joinpath("core_link.openapi.yaml").read_bytes())


def refusal_codes() -> frozenset[str]:
    """The codes a core may say no with."""
    return frozenset(_document()["components"]["schemas"]["Error"]["properties"]["code"]["enum"])


def described() -> tuple[frozenset[str], frozenset[str]]:
    """operationIds that may be named as reads, and types of actions, of the description."""
    document = _document()
    every = {operation["operationId"] for path in document["paths"].values() for operation in path.values()}
    types = document["components"]["schemas"]["ActionRequest"]["properties"]["type"]["enum"]
    return frozenset(every - {"act", "action", "actionByKey", "approve"}), frozenset(types)


@clause(
    "CL-CAP-01", "GET /v1/capabilities answers with version, reads, actions and events.", source=DESCRIBED,
    how="Asked with a right signature and decoded with Farol's own model.",
    do="Serve it first: without it Farol cannot tell 'not offered' from 'down'. If it is refused, compare key, secret and clock.",
)  # fmt: skip
async def capabilities(bench: Bench) -> None:
    read = await bench.read("capabilities")
    if read.wrong:
        raise Broken(f"capabilities cannot be read: {read.wrong}", read.answer)
    bench.said = read.value


@clause(
    "CL-CAP-02", "Reads and actions are named as the description names them.", source=DESCRIBED,
    how="Every name in reads and actions is looked up among the description's operationIds and action types.",
    do="Use operationIds (deposits, traceDeposit) and the listed action types. A name Farol does not know is never used.",
)  # fmt: skip
async def names(bench: Bench) -> None:
    said = (await bench.read("capabilities")).value
    reads, actions = described()
    hold([f"unknown read {name}" for name in said.reads if name not in reads] + [f"unknown action {name}" for name in said.actions if name not in actions])


@clause(
    "CL-CAP-03", "What is named answers.",
    how="Every named read is asked for the test account; unsupported, a 5xx or a 404 without reason means that it is not there.",
    do="Take the name out of capabilities until it is built, or build it.",
)  # fmt: skip
async def truth(bench: Bench) -> None:
    absent, asked = list[tuple[str, Answer]](), 0
    for name in BY_NAME:
        try:
            answer = (await bench.read(name)).answer
        except Skipped:
            continue
        asked += 1
        if not answer.good and (answer.status >= 500 or answer.refusal().code == "unsupported"):
            absent.append((name, answer))
    hold([f"{name} is named and answers {answer.status}" for name, answer in absent], *(answer for _, answer in absent[:3]))
    if asked <= 1:
        without(Skip.NO_DATA, "no read could be asked; name a test account with --uid")


@clause(
    "CL-CAP-04", "What is not named is refused with the code unsupported.",
    how="Every read that the description has and capabilities do not name is asked once.",
    do="Answer 404 with code unsupported, or name what you answer: Farol never asks for what is not named.",
)  # fmt: skip
async def not_named(bench: Bench) -> None:
    said = bench.said
    others = [question for question in BY_NAME.values() if said and question.name not in {*said.reads, "capabilities"}]
    problems, seen = [], []
    for question in others:
        path = question.path.replace("{uid}", bench.options.uid or bench.stranger()).replace("{sample}", "x-1")
        answer = await bench.wire.send(question.method, path, {} if question.method == "POST" else b"")
        if answer.good:
            problems.append(f"{question.name} answers and is not named")
        elif answer.refusal().code != "unsupported":
            problems.append(f"{question.name} is refused as {answer.refusal().code}")
        else:
            continue
        seen.append(answer)
    hold(problems, *seen[:3])
    if not others:
        without(Skip.NO_DATA, "every read of the description is named")


@clause(
    "CL-CAP-05", "The core's clock is right.",
    how="The clock of capabilities is compared with this machine's.",
    do="Run NTP on the core and here: signatures live 30 seconds.",
)  # fmt: skip
async def clock(bench: Bench) -> None:
    said = (await bench.read("capabilities")).value
    if said.clock is None:
        without(Skip.NOT_OFFERED, "capabilities have no clock")
    off = abs((said.clock - datetime.fromtimestamp(time.time(), UTC)).total_seconds())
    if off > MOST_SKEW_S:
        raise Broken(f"the clocks differ by {off:.0f} s")
