"""The guide for exchanges cannot lie: its vector is right, and it names every state there is."""

import hashlib
import re
from enum import StrEnum
from pathlib import Path

import pytest
import yaml

import farol.core.exchange
from farol.core.exchange import signing
from farol.core.exchange.states import DepositState, FoundAs, OwnerClass, WithdrawalState

HERE = Path(farol.core.exchange.__file__).parent
GUIDE = (HERE.parents[2] / "docs/guides/core-link.md").read_text()
SPEC = yaml.load((HERE / "core_link.openapi.yaml").read_text(), yaml.CSafeLoader)["components"]["schemas"]


def test_the_vector() -> None:
    body = b'{"txid":"0xab","network":"ETH"}'
    assert hashlib.sha256(body).hexdigest() in GUIDE
    made = signing.signature(
        "an-example-secret-of-enough-bytes",
        "POST",
        "/v1/deposits:trace",
        body,
        "1790000000",
        "nonce-of-the-guide-0001",
    )
    assert f"X-Farol-Signature: {made}\n" in GUIDE


@pytest.mark.parametrize(
    ("states", "heading", "described"),
    [
        (DepositState, "deposit", SPEC["Deposit"]["properties"]["state"]),
        (WithdrawalState, "withdrawal", SPEC["Withdrawal"]["properties"]["state"]),
        (FoundAs, "trace: `found`", SPEC["Trace"]["properties"]["found"]),
        (OwnerClass, "address: `class`", SPEC["AddressClass"]["properties"]["class"]),
    ],
)
def test_every_state_is_explained_and_described(
    states: type[StrEnum], heading: str, described: dict[str, list[str]]
) -> None:
    table = GUIDE.partition(f"| {heading} | meaning |\n|--|--|\n")[2].partition("\n\n")[0]
    explained = set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE))
    assert explained == set(states) - {"unknown"} == set(described["enum"])
