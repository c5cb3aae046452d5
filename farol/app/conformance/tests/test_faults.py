"""Planted faults: the demo exchange misbehaves in one way, and the kit names the clause."""

from collections.abc import Callable

import httpx2
import msgspec
import pytest

from farol.app.conformance.clauses import challenges
from farol.app.conformance.report import table
from farol.app.conformance.run import run

from . import faults as f
from . import misdeeds as m
from .conftest import READING, Exchange


class Planted(msgspec.Struct):
    """clauses: what has to fail, and nothing else. acts: whether it shows only when something is done. does: it does something
    although it was only asked."""

    name: str
    fault: Callable[[], f.Fault]
    clauses: set[str]
    acts: bool = False
    does: bool = False


def always(fault: f.Fault) -> Callable[[], f.Fault]:
    return lambda: fault


PLANTED = [
    Planted("amounts are floats", always(f.leaves(f.floats)), {"CL-SHAPE-01", "CL-READ-02", "CL-READ-03", "CL-READ-06", "CL-READ-07", "CL-READ-15"}),
    Planted("times have no zone", always(f.leaves(f.naive)), {"CL-SHAPE-02", "CL-READ-01", "CL-READ-06", "CL-READ-07"}),
    Planted("networks have its own names", always(f.changing(f.aliases)), {"CL-SHAPE-03"}),
    Planted("mail is not masked", always(f.unmasked("email_masked", "ivan@example.com")), {"CL-MASK-01"}),
    Planted("phone is not masked", always(f.unmasked("phone_masked", "+8613800138000")), {"CL-MASK-02"}),
    Planted("name is not masked", always(f.unmasked("display_name_masked", "Ivan Petrov")), {"CL-MASK-03"}),
    Planted("sums in place of bands", always(f.changing(f.exact)), {"CL-MASK-04"}),
    Planted("somebody else's deposit is told", always(f.says_mine_to_all), {"CL-MASK-06"}),
    Planted("signatures are ignored", always(f.ignores_signature), {f"CL-SIGN-{n:02d}" for n in (2, 3, 4, 5, 7, 8, 9)}),
    Planted("a nonce counts twice", always(f.takes_a_nonce_twice), {"CL-SIGN-07"}),
    Planted("no clock", always(f.has_no_clock), {"CL-SIGN-05"}),
    Planted("the body is not signed", always(f.signs_no_body), {"CL-SIGN-08"}),
    Planted("no ticket is needed", always(f.wants_no_ticket), {"CL-WHY-01"}),
    Planted("names what it has not", always(f.names_too_much), {"CL-CAP-03", "CL-READ-12", "CL-ERR-01"}),
    Planted("has what it does not name", always(f.names_too_little), {"CL-CAP-04"}),
    Planted("cursors loop", always(f.loops()), {"CL-LIST-02"}),
    Planted("everybody exists", always(f.knows_everybody), {"CL-ERR-01"}),
    Planted("bad questions break it", always(f.breaks), {"CL-ERR-03", "CL-ERR-05", "CL-POL-05"}),
    Planted("other confirmations here and there", always(f.changing(f.other_confirmations)), {"CL-COIN-02"}),
    Planted("a seq is skipped", always(f.skips_seq()), {"CL-EVT-01"}),
    Planted("dry runs execute", always(m.executes_in_dry_runs), {"CL-DRY-01"}, does=True),
    Planted("one person is enough", always(m.does_as_one_says), {"CL-POL-01", "CL-POL-02"}),
    Planted("versions are not looked at", always(m.has_no_versions), {"CL-POL-06"}),
    Planted("holds can be lifted", always(f.leaves(f.overridable)), {"CL-HOLD-01"}),
    Planted("says who exists", always(f.shows_who_exists), {"CL-CHAL-01"}, True),
    Planted("takes longer for who exists", always(f.takes_its_time), {"CL-CHAL-01"}, True),
    Planted("a key executes twice", lambda: m.ForgetsKeys(hides=False), {"CL-ACT-02", "CL-ACT-03", "CL-ACT-05"}, True),
    Planted("a key executes twice and nothing shows", lambda: m.ForgetsKeys(hides=True), {"CL-ACT-03", "CL-ACT-05"}, True),
    Planted("a key takes another body", always(m.takes_other_bodies), {"CL-ACT-03"}, True),
    Planted("a freeze takes its time", m.FreezesSlowly, {"CL-ACT-01"}, True),
    Planted("reveals have no end", always(m.has_no_quota), {"CL-REV-04"}, True),
    Planted("what is revealed lasts", always(f.changing(m.lasts_long)), {"CL-REV-02"}, True),
]


@pytest.mark.parametrize("planted", [one for one in PLANTED if not one.acts and not one.does], ids=lambda one: one.name)
async def test_the_clause_is_named_by_who_only_asks(read_only: Exchange, planted: Planted) -> None:
    found = await run(READING, f.Faulty(read_only.transport, planted.fault()))
    assert set(found.failed) == planted.clauses, table(found)


@pytest.mark.parametrize("planted", [one for one in PLANTED if one.acts or one.does], ids=lambda one: one.name)
async def test_the_clause_is_named(exchange: Exchange, planted: Planted, monkeypatch: pytest.MonkeyPatch) -> None:
    """Times are compared over fewer rounds, and the slow freeze is over a limit of one second: the clauses are the same."""
    monkeypatch.setattr(challenges, "ROUNDS", 3)
    monkeypatch.setattr(challenges, "AGAIN_S", 0.0)
    options = exchange.options if planted.acts else READING
    if planted.clauses == {"CL-ACT-01"}:
        options = msgspec.structs.replace(options, freeze_s=1.0)
    found = await run(options, f.Faulty(exchange.transport, planted.fault()), exchange.receiver if planted.acts else None)
    assert set(found.failed) == planted.clauses, table(found)


@pytest.mark.parametrize(
    ("change", "clauses"),
    [(m.signed_with_another, {"CL-HOOK-01"}), (m.signed_long_ago, {"CL-HOOK-02"}), (m.under_another_id, {"CL-HOOK-03", "CL-HOOK-04"})],
    ids=["signed with another secret", "signed long ago", "a new id for every try"],
)
async def test_events(exchange: Exchange, change: Callable[[httpx2.Request], httpx2.Request], clauses: set[str]) -> None:
    exchange.outbound.change = change
    found = await run(msgspec.structs.replace(exchange.options, webhook_wait_s=1.5), exchange.transport, exchange.receiver)
    assert set(found.failed) == clauses, table(found)
