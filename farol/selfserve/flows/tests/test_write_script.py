"""Writing a flow file: a mistake is told with its place, before anybody reads the flow."""

import json
from typing import Any

import pytest

from farol.selfserve.flows.reading import reads_of
from farol.selfserve.flows.run import LIVE
from farol.selfserve.flows.script import READS, families, flows, parse

GOOD: dict[str, Any] = {"key": "one", "say": {"zh": "看这里。", "en": "Look here."}}


def written(*steps: dict[str, Any], reason: str = "fee.vip", **more: Any) -> bytes:
    """A file with one flow of these steps."""
    return json.dumps({"flows": {reason: {"version": 1, "steps": list(steps), **more}}}).encode()


def test_a_good_file_is_read() -> None:
    assert parse("fee", written(GOOD)).flows["fee.vip"].steps[0].key == "one"


@pytest.mark.parametrize(("steps", "wrong"), [
    ([{**GOOD, "buttons": [{"zh": "去", "en": "Go", "to": "step:nowhere"}]}], "leads to step:nowhere"),
    ([{**GOOD, "buttons": [{"zh": "去", "en": "Go", "to": "reason:no.such"}]}], "leads to reason:no.such"),
    ([{**GOOD, "buttons": [{"zh": "去", "en": "Go", "to": "https://evil.example"}]}], "leads to https"),
    ([GOOD, GOOD], "two steps have one key"), ([{"key": "one"}], "no thing or more than one"), ([{**GOOD, "tell": "tier"}], "more than one"),
    ([{"key": "one", "tell": "balances_of_others"}], "no live answer"), ([{**GOOD, "page": "admin"}], "no page admin"),
    ([{**GOOD, "ask": ["password"]}], "nobody asks for password"), ([{**GOOD, "ask": ["txid", "coin", "time"]}], "Expected `array` of length <= 2"),
    ([{**GOOD, "when": ["always"]}], "no condition"), ([{**GOOD, "colour": "red"}], "unknown field"), ([{**GOOD, "key": "No Key"}], "matching regex"),
    ([{**GOOD, "buttons": [{"zh": "一", "en": "one"}] * 4}], "length <= 3"), ([{"key": "one", "tell": "tier", "ask": ["coin"]}], "a question needs words"),
])  # fmt: skip
def test_a_mistake_is_told(steps: list[dict[str, Any]], wrong: str) -> None:
    with pytest.raises(ValueError, match=r"fee\.json") as told:
        parse("fee", written(*steps))
    assert wrong in str(told.value)


def test_a_reason_of_another_family_is_refused() -> None:
    with pytest.raises(ValueError, match=r"dep\.unconfirmed is no reason of this family"):
        parse("fee", written(GOOD, reason="dep.unconfirmed"))


def test_every_flow_reads_what_it_tells_and_nothing_else() -> None:
    """A live answer without its read would never be given; a read without an answer or a rule would be asked for nothing."""
    for reason, flow in flows().items():
        needed = {read for step in flow.steps if step.tell for read in LIVE[step.tell][0]}
        assert needed <= set(flow.reads), (reason, needed - set(flow.reads))
        assert set(flow.reads) <= READS
    assert reads_of("care.person_at_risk") == frozenset()
    assert reads_of("scam.victim") == {"withdrawals"}
    assert "withdrawals" not in reads_of("dep.unconfirmed")


def test_every_flow_has_something_for_a_visitor() -> None:
    for reason, flow in flows().items():
        assert reason == "care.person_at_risk" or any(step.say for step in flow.steps), reason
    assert set(families()) >= {"dep", "wd", "sec", "acc", "trd", "p2p", "fiat"}
