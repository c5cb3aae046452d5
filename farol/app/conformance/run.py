"""One run: every clause in its turn, each on its own, whatever the core answers."""

from contextlib import AsyncExitStack
from datetime import UTC, datetime

import httpx2
import msgspec

from . import clauses
from .bench import Bench, Options
from .clause import CLAUSES, Broken, Clause, Finding, Skip, Skipped, Verdict
from .receiver import Receiver, listening

FIRST = "CL-CAP-01"
__all__ = ["Report", "clauses", "run"]


class Report(msgspec.Struct, frozen=True):
    """What came of a run against ``url``. mode: ``reads and dry runs`` or ``actions allowed``."""

    url: str
    at: datetime
    mode: str
    findings: list[Finding]

    def count(self, verdict: Verdict) -> int:
        """How many clauses ended so."""
        return sum(one.verdict is verdict for one in self.findings)

    @property
    def failed(self) -> list[str]:
        """Ids of the clauses that do not hold."""
        return [one.clause.id for one in self.findings if one.verdict is Verdict.FAIL]


async def run(options: Options, transport: httpx2.AsyncBaseTransport | None = None, receiver: Receiver | None = None) -> Report:
    """Checks every clause. When capabilities do not answer, nothing else is asked. transport, receiver: for tests.

    Raises ``OSError`` when it cannot listen where ``receive`` says.
    """
    async with AsyncExitStack() as open_:
        if options.receive and receiver is None:
            receiver = Receiver()
            await open_.enter_async_context(listening(receiver, options.receive))
        bench = Bench(options, transport, receiver)
        open_.push_async_callback(bench.close)
        findings: list[Finding] = []
        for one in CLAUSES.values():
            silent = findings and findings[0].verdict is Verdict.FAIL
            words = f"nothing else was asked, since {FIRST} failed"
            findings.append(Finding(one, Verdict.SKIPPED, words, Skip.UNSAFE) if silent else await _checked(one, bench))
    return Report(options.url, datetime.now(UTC), "actions allowed" if options.allow_actions else "reads and dry runs", findings)


async def _checked(one: Clause, bench: Bench) -> Finding:
    bench.wire.seen.clear()
    try:
        await one.check(bench)
    except Skipped as skipped:
        return Finding(one, Verdict.SKIPPED, str(skipped), skipped.why)
    except Broken as broken:
        return Finding(one, Verdict.FAIL, str(broken), None, [answer.line() for answer in broken.answers or bench.wire.seen[-2:]])
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        return Finding(one, Verdict.FAIL, f"Farol cannot read the answer: {error}", None, [answer.line() for answer in bench.wire.seen[-1:]])
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        # Whatever a core answers is a finding about the core and must not end the run.
        seen = f"the answer has another form than described ({type(error).__name__}: {error})"
        return Finding(one, Verdict.FAIL, seen, None, [answer.line() for answer in bench.wire.seen[-1:]])
    return Finding(one, Verdict.PASS, "", None, [answer.line() for answer in bench.wire.seen[-1:]])
