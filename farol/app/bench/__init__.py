"""Speed beside the bare parts: each case prints the product's figure, the bare figure and their ratio, of one run."""

import argparse
import asyncio
import json
import sys
from collections.abc import Callable, Coroutine
from typing import Any

import uvloop

from . import answer, deliver, inbox, kb, open_ticket, post, search, sockets, start
from .result import Result

CASES: dict[str, Callable[[argparse.Namespace], Coroutine[Any, Any, Result]]] = {
    "answer": answer.run, "deliver": deliver.run, "inbox": inbox.run, "kb": kb.run, "open": open_ticket.run, "post": post.run, "search": search.run, "sockets": sockets.run,
    "start": start.run,
}


def main(arguments: list[str]) -> int:
    """Runs one case in a temporary folder of its own; 1 when its stated bound is missed."""
    parser = argparse.ArgumentParser(prog="farol bench", description=__doc__)
    parser.add_argument("case", choices=sorted(CASES))
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a sentence")
    parser.add_argument("--rounds", type=int, default=3, choices=range(1, 21), metavar="N", help="interleaved rounds, median taken")
    parser.add_argument("--seconds", type=float, default=4.0, help="length of each measurement")
    parser.add_argument("--sockets", type=int, default=3000, help="idle sockets (case sockets)")
    parser.add_argument("--tickets", type=int, default=1_000_000, help="tickets of a large desk (case inbox)")
    parser.add_argument("--messages", type=int, default=1_000_000, help="messages of a large desk (case search)")
    parser.add_argument("--passages", type=int, default=100_000, help="passages of a large help centre (case kb)")
    options = parser.parse_args(arguments)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        found = runner.run(CASES[options.case](options))
    print(json.dumps(found.document()) if options.json else found.sentence())
    if not found.met:
        print(f"missed: {found.bound}", file=sys.stderr)
    return 0 if found.met else 1


