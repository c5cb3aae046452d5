"""How good the product's answers are on a given data set, by the product's own parts."""

import argparse
import json
import sys
from pathlib import Path

from . import retrieval
from .pairs import Unreadable

CASES = {"retrieval": retrieval.run}


def main(arguments: list[str]) -> int:
    """Runs one case over one or more files; 1 when less was reached than asked for, 2 for a file of no known form."""
    parser = argparse.ArgumentParser(prog="farol evaluate", description=__doc__)
    parser.add_argument("case", choices=sorted(CASES))
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="SQuAD as JSON, or headings with their texts as YAML")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of sentences")
    parser.add_argument("--at-least", type=float, default=0.0, metavar="MRR", help="what every language has to reach")
    options = parser.parse_args(arguments)
    try:
        found = CASES[options.case](options.files)
    except Unreadable as error:
        print(error, file=sys.stderr)
        return 2
    print(json.dumps(found.document()) if options.json else found.sentences())
    missed = [score.language for score in found.scores if score.mrr < options.at_least]
    if missed:
        print(f"missed in {', '.join(missed)}: MRR@{retrieval.DEPTH} >= {options.at_least:g}", file=sys.stderr)
    return 1 if missed else 0
