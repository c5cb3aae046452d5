"""The codes that the SDK's declarations name are those the server answers."""

import re
from pathlib import Path

from farol.app.assembly import groups
from farol.kit.problem import REGISTRY

DECLARED = Path(__file__).parents[4] / "web/sdk/src/public.ts"
OWN = {"away", "signed_out", "consent_missing"}
"""What the SDK says itself."""


def test_every_declared_code_is_a_problem_of_ours() -> None:
    groups()
    union = re.search(r"export type Code =(.*?);", DECLARED.read_text("utf-8"), re.S)
    assert union
    named = set(re.findall(r'\| "(\w+)"', union[1]))
    assert len(named) > 8
    assert named - OWN <= set(REGISTRY), sorted(named - OWN - set(REGISTRY))
