"""Macros that are offered: there is one for every reason but the one where only a person writes, and the state comes first."""

import pytest

from farol.core.exchange.errors import KINDS, look_up, meanings
from farol.core.reasons import reasons
from farol.desk.evidence.case.answers import MOST, _table, fitting
from farol.desk.evidence.case.state import READS, reads_of
from farol.desk.macros.defaults import macros
from farol.desk.triage.model import Seen
from farol.desk.triage.rules import RULES

SHORTCUTS = {macro.shortcut for macro in macros()}


def test_every_reason_has_its_macros_and_they_exist() -> None:
    by_reason, by_code = _table()
    assert set(by_reason) == set(reasons())
    assert {code for code, offered in by_reason.items() if not offered} == {"care.person_at_risk"}
    assert {one for offered in by_reason.values() for one in offered} <= SHORTCUTS
    assert {one for codes in by_code.values() for one in codes.values()} <= SHORTCUTS
    assert set(by_code) <= set(reasons())


@pytest.mark.parametrize(
    ("reason", "codes", "first"),
    [
        ("wd.failed", ["131093"], "wf-whitelist"),
        ("wd.failed", ["131002"], "wf-memo"),
        ("wd.failed", ["platform_24h_limit"], "wf-limit"),
        ("trd.api", ["-1021"], "api-time"),
        ("trd.api", ["50110"], "api-ip"),
        ("acc.kyc_rejected", ["BAD_FACE_MATCHING"], "kyc-face"),
        ("wd.pending_review", ["awaiting_user"], "confirm-wd"),
        ("wd.failed", ["nobody_knows_this"], "wdfail"),
        ("dep.unconfirmed", [], "conf"),
    ],
)
def test_what_the_exchange_says_comes_first(reason: str, codes: list[str], first: str) -> None:
    found = fitting(reason, codes)
    assert found[0] == first
    assert len(found) <= MOST


def test_without_a_reason_nothing_is_offered() -> None:
    assert fitting(None, ["131093"]) == []
    assert fitting("care.person_at_risk", ["131093"]) == []


def test_the_dictionaries_are_whole_in_both_languages() -> None:
    counted = {kind: len(meanings(kind)) for kind in KINDS}
    assert counted == {"withdrawal": 35, "api": 11, "kyc": 16}
    for kind in KINDS:
        for one in meanings(kind):
            assert all((one.cause.zh, one.cause.en, one.fix.zh, one.fix.en, one.article)), one.key
            assert one in look_up(one.key)


def test_reads_are_fields_of_what_is_seen_and_each_rule_has_its_own() -> None:
    assert {name for reads in READS.values() for name in reads} <= set(Seen.__struct_fields__)
    assert {code for code in RULES if not reads_of(code)} == {"prod.web3"}, "what is traced stands on the card already"
