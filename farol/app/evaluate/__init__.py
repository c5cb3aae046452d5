"""How good the product's answers are on a given data set, by the product's own parts."""

import argparse
import json
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from . import answers, guard, injection, intent, language, mail, oos, own, promises, retrieval, shield, triage
from .pairs import Unreadable


class Found(Protocol):
    """What a case found: as JSON, as sentences, and what of it is below a share asked for."""

    def document(self) -> dict[str, Any]: ...
    def sentences(self) -> str: ...
    def missed(self, least: float) -> str: ...


class Case(NamedTuple):
    """takes_files: whether it reads a data set of the caller's; otherwise it has its own. named: the options that name its files, in the order
    in which it takes them; the first is needed unless it may lack them. on_held: asks only the part of its data that was written apart."""

    run: Callable[[Iterable[Path]], Found]
    takes_files: bool
    named: tuple[str, ...] = ()
    on_held: Callable[[Iterable[Path]], Found] | None = None
    may_lack: bool = False


CASES = {
    "answers": Case(answers.run, False, ("train",), may_lack=True),
    "guard": Case(guard.run, False), "injection": Case(injection.run, False), "intent": Case(intent.run, False, ("train", "test")), "language": Case(language.run, False), "mail": Case(mail.run, False), "oos": Case(oos.run, False, ("data",)),
    "own": Case(own.run, False, on_held=partial(own.run, only_held=True)), "promises": Case(promises.run, False), "retrieval": Case(retrieval.run, True), "shield": Case(shield.run, False), "triage": Case(triage.run, False),
}  # fmt: skip
NAMED = {
    "train": "for intent, and for answers where it is taken as frequent questions: sentences with labels, as CSV or TSV",
    "test": "for intent: the same, to be asked; without it each tenth of the other",
    "data": "for oos: a folder in the form of CLINC150",
}


def main(arguments: list[str]) -> int:
    """Runs one case; 1 when less was reached than asked for, 2 for a file of no known form, or none where one is needed."""
    parser = argparse.ArgumentParser(prog="farol evaluate", description=__doc__)
    parser.add_argument("case", choices=sorted(CASES))
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="for retrieval: SQuAD as JSON, or headings with their texts as YAML")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of sentences")
    parser.add_argument("--at-least", type=float, default=0.0, metavar="SHARE", help="what has to be reached: MRR in every language, leaf_with_state, accuracy, or recall")
    parser.add_argument("--held", action="store_true", help="for own: only the part that was written apart, not the cross-validation")
    for name, meaning in NAMED.items():
        parser.add_argument(f"--{name}", type=Path, metavar="PATH", help=meaning)
    options = parser.parse_args(arguments)
    case = CASES[options.case]
    given = {name: path for name in NAMED if (path := getattr(options, name)) is not None}
    if set(given) - set(case.named) or (case.named and not case.may_lack and case.named[0] not in given):
        parser.error(f"{options.case} takes {' and '.join(f'--{name}' for name in case.named) or 'none of --' + ', --'.join(NAMED)}")
    if options.held and case.on_held is None:
        parser.error(f"{options.case} has no held part")
    if case.takes_files != bool(options.files):
        parser.error(f"{options.case} needs a file" if case.takes_files else f"{options.case} has its own data and takes no file")
    try:
        ask = case.on_held if options.held and case.on_held else case.run
        found = ask([given[name] for name in case.named if name in given] if case.named else options.files)
    except Unreadable as error:
        print(error, file=sys.stderr)
        return 2
    print(json.dumps(found.document()) if options.json else found.sentences())
    if missed := found.missed(options.at_least):
        print(f"missed {missed}", file=sys.stderr)
    return 1 if missed else 0
