"""E19: the public test suite of RFC 7208 (rfc7208-tests.yml, its licence beside it), every block."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from farol.channels.email.proof import spf_check
from farol.channels.email.proof.resolver import Unresolved

SUITE = Path(__file__).with_name("rfc7208-tests.yml")


class Records:
    """One scenario's zone, read as the suite's schema says: SPF records stand for TXT ones where there are none."""

    def __init__(self, zone: dict[str, list[Any]]) -> None:
        self._names: dict[str, tuple[dict[str, list[Any]], bool]] = {}
        for name, records in zone.items():
            kinds: dict[str, list[Any]] = {}
            for record in records:
                for kind, value in record.items() if record != "TIMEOUT" else ():
                    kinds.setdefault(kind, []).append(value)
            spf = kinds.pop("SPF", [])
            kinds.setdefault("TXT", spf)
            self._names[name.lower()] = ({kind: [v for v in found if v != "NONE"] for kind, found in kinds.items()}, "TIMEOUT" in records)

    def __call__(self, name: str, kind: str, hops: int = 0) -> list[bytes]:
        """Raises Unresolved where the suite says TIMEOUT."""
        kinds, silent = self._names.get(name.lower().rstrip("."), ({}, name.startswith("error.")))
        found = kinds.get(kind, [])
        if "TIMEOUT" in found or (silent and not found):
            raise Unresolved(name)
        if not found and "CNAME" in kinds and hops < 12:
            return self(kinds["CNAME"][0], kind, hops + 1)
        return [_bytes(kind, value) for value in found]


def _bytes(kind: str, value: Any) -> bytes:
    if kind == "MX":
        return f"{value[0]} {value[1]}".encode()
    return "".join(value).encode() if isinstance(value, list) else str(value).encode()


def blocks() -> list[Any]:
    """Every test of the suite with its zone."""
    found = []
    for scenario in yaml.safe_load_all(SUITE.read_text()):
        records = Records(scenario["zonedata"])
        found += [pytest.param(records, test, id=name) for name, test in scenario["tests"].items()]
    return found


@pytest.mark.parametrize(("records", "test"), blocks())
def test_a_block_of_the_suite(records: Records, test: dict[str, Any]) -> None:
    result, explanation = spf_check.evaluate(records, test["host"], test.get("mailfrom", ""), test["helo"])
    wanted = test["result"] if isinstance(test["result"], list) else [test["result"]]
    assert result in wanted
    assert test.get("explanation", explanation) == explanation


def test_there_are_as_many_as_there_were() -> None:
    assert len(blocks()) == 203


def test_without_a_server_or_a_name_there_is_no_result() -> None:
    assert spf_check.check(Records({}), "", "a@example.com", "mx").result == "none"
    assert spf_check.check(Records({}), "192.0.2.1", "", "").result == "none"
    assert spf_check.check(Records({"mx.example.com": [{"TXT": "v=spf1 a -all"}, {"A": "192.0.2.1"}]}), "192.0.2.1", "", "mx.example.com").of == "helo"
