"""The demo exchange keeps every clause, and without leave nothing is done to it."""

import httpx2
import msgspec
import pytest

from farol.app.conformance.clause import CLAUSES, Skip, Verdict
from farol.app.conformance.clauses.standing import described
from farol.app.conformance.report import document, page, table
from farol.app.conformance.run import run
from farol.app.demo.cast import IVAN

from .conftest import READING, Exchange


async def test_the_demo_exchange_conforms(exchange: Exchange) -> None:
    found = await run(exchange.options, exchange.transport, exchange.receiver)
    assert found.failed == [], table(found)
    assert len(found.findings) == len(CLAUSES)
    skipped = {one.clause.id: one.skip for one in found.findings if one.verdict is Verdict.SKIPPED}
    assert set(skipped.values()) == {Skip.NO_DATA}
    assert set(skipped) == {"CL-CAP-04", "CL-READ-21", "CL-READ-22", "CL-READ-23"}
    assert exchange.parts.world.status(IVAN.uid) == "active"


async def test_reading_changes_nothing(exchange: Exchange) -> None:
    version = exchange.parts.world.ledger.version(IVAN.uid)
    found = await run(READING, exchange.transport)
    assert found.failed == [], table(found)
    assert exchange.parts.world.ledger.version(IVAN.uid) == version
    assert len(exchange.parts.post.mails) == 0
    not_allowed = {one.clause.id for one in found.findings if one.skip is Skip.NOT_ALLOWED}
    assert {"CL-ACT-01", "CL-ACT-05", "CL-REV-02", "CL-CHAL-04", "CL-HOOK-01"} <= not_allowed


async def test_without_an_account(exchange: Exchange) -> None:
    found = await run(msgspec.structs.replace(READING, uid=""), exchange.transport)
    assert found.failed == [], table(found)
    assert {one.clause.id for one in found.findings if one.verdict is Verdict.PASS} >= {"CL-CAP-01", "CL-SIGN-03", "CL-READ-15", "CL-COIN-01"}


async def test_nobody_answers() -> None:
    def down(request: httpx2.Request) -> httpx2.Response:
        raise httpx2.ConnectError("refused", request=request)

    found = await run(READING, httpx2.MockTransport(down))
    assert found.failed == ["CL-CAP-01"]
    assert "no answer" in found.findings[0].seen
    assert found.count(Verdict.SKIPPED) == len(CLAUSES) - 1


@pytest.mark.parametrize("said", [b"", b"null", b"[]", b"5", b'"x"', b'{"items": null}', b'{"items": [1]}', b"\xff", b"[" * 100_000])
async def test_odd_answers_are_findings(said: bytes) -> None:
    def odd(request: httpx2.Request) -> httpx2.Response:
        if request.url.path == "/v1/capabilities":
            reads, actions = described()
            return httpx2.Response(200, json={"version": "1", "reads": sorted(reads), "actions": sorted(actions), "events": []})
        return httpx2.Response(200, content=said)

    found = await run(msgspec.structs.replace(READING, allow_actions=True, contact="a@b.example"), httpx2.MockTransport(odd))
    assert {"CL-READ-01", "CL-READ-06", "CL-DRY-01", "CL-EVT-01"} <= set(found.failed)
    document(found)
    page(found)
