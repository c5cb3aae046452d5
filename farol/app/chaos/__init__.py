"""Kills parts under load and audits what people saw: nothing lost, nothing twice, everything in one order.

``desk`` kills nothing: agents do everything at once to the same tickets, and their log is compared with their rows.
"""

import argparse
import asyncio
import json
from pathlib import Path
from typing import Any

import uvloop

from farol.kit import log

from . import desk
from .killer import PARTS
from .planted import FAULTS
from .run import CONVERGED_WITHIN_S, Options, Outcome, run

UNSEEN = ("nats", "ack-before-commit")
"""What is acknowledged too early is lost only with the process or the database that holds it."""


def main(arguments: list[str]) -> int:
    """Runs once in a temporary folder of its own; 1 when a bound is missed or a planted fault is not caught."""
    parser = argparse.ArgumentParser(prog="farol chaos", description=__doc__)
    parser.add_argument("part", choices=[*PARTS, "desk"], help="what is killed; desk: nothing, everybody works on the same tickets")
    parser.add_argument("--operations", type=int, default=100_000, help="how much is done at the desk")
    parser.add_argument("--kills", type=int, default=50, help="at least so many")
    parser.add_argument("--messages", type=int, default=20_000, help="how many people write meanwhile")
    parser.add_argument("--plant", choices=sorted(FAULTS), help="a fault in the web processes that the audit must catch")
    parser.add_argument("--logs", type=Path, metavar="FOLDER", help="leave there what the processes wrote")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a sentence")
    typed = parser.parse_args(arguments)
    if typed.kills < 1 or typed.messages < 1 or typed.operations < 1:
        parser.error("at least one kill, one message and one operation")
    if (typed.part, typed.plant) == UNSEEN:
        parser.error("ack-before-commit does harm only when web or postgres is killed")
    log.configure(scrub=str, level="error", form="console")
    if typed.part == "desk":
        return _desk(typed.operations, typed.json)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        found = runner.run(run(Options(typed.part, typed.kills, typed.messages, typed.plant, typed.logs)))
    print(json.dumps(document(found), ensure_ascii=False) if typed.json else sentence(found))
    return 0 if found.met else 1


def _desk(operations: int, as_json: bool) -> int:
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        played = runner.run(desk.run(operations))
    said = played.document()
    figures = "".join(f"\n  {name}: {value}" for name, value in said.items() if name not in ("case", "met", "examples"))
    wanted = "one owner or none, no lost update, no gap, no circle"
    verdict = f"desk, {operations} operations at once: {'kept' if played.met else 'MISSED'} ({wanted}){figures}"
    print(json.dumps(said, ensure_ascii=False) if as_json else verdict + "".join(f"\n  {text}" for text in said["examples"]))
    return 0 if played.met else 1


def document(found: Outcome) -> dict[str, Any]:
    """The JSON contract of the tool."""
    faults, options = found.faults, found.options
    return {
        "case": options.part, "plant": options.plant, "messages": options.messages, "acked": found.acked,
        "lost": len(faults.lost), "duplicated": len(faults.duplicated), "out_of_order": len(faults.out_of_order),
        "leaked": len(faults.leaked), "converged_s": found.converged_s, "stuck": found.stuck, "kills": sum(found.kills.values()), "killed": found.kills,
        "caught": found.caught, "met": found.met, **found.more, "examples": [*faults.first(), *found.more["examples"]]}


def sentence(found: Outcome) -> str:
    """For eyes."""
    said = document(found)
    wanted = "the planted fault is caught" if found.options.plant else (
        f"nothing lost, doubled, out of order or leaked; all screens complete within {CONVERGED_WITHIN_S:g} s, no reaction or job stuck")
    figures = "".join(f"\n  {name}: {value}" for name, value in said.items() if name not in ("case", "plant", "met", "examples"))
    return (f"{said['case']} killed {said['kills']} times under {said['messages']} messages: {'kept' if found.met else 'MISSED'} ({wanted})"
            + figures + "".join(f"\n  {text}" for text in said["examples"]))
