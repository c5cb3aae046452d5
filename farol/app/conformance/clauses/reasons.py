"""No read without a ticket, a purpose and a person: the three headers that answer "who looked, and why"."""

from farol.app.conformance.bench import Bench
from farol.app.conformance.clause import GUIDE, Broken, clause

SOURCE = f"{GUIDE}, Every request"
DO = "Refuse with 403 and code contact_required or purpose_required, and keep the three values with your access log."


async def _without(bench: Bench, header: str) -> None:
    target = bench.person if bench.options.uid else "/v1/capabilities"
    answer = await bench.wire.send("GET", target, leave_out=header)
    if answer.good:
        raise Broken(f"a read without {header} was answered", answer)
    if (code := answer.refusal().code) not in ("contact_required", "purpose_required"):
        raise Broken(f"a read without {header} was refused as {code}", answer)


@clause("CL-WHY-01", "A read without a ticket is refused.", how="A right request without X-Farol-Contact-Id.", do=DO, source=SOURCE)
async def contact(bench: Bench) -> None:
    await _without(bench, "x-farol-contact-id")


@clause("CL-WHY-02", "A read without a purpose is refused.", how="A right request without X-Farol-Purpose.", do=DO, source=SOURCE)
async def purpose(bench: Bench) -> None:
    await _without(bench, "x-farol-purpose")


@clause("CL-WHY-03", "A read without who looks is refused.", how="A right request without X-Farol-Agent.", do=DO, source=SOURCE)
async def agent(bench: Bench) -> None:
    await _without(bench, "x-farol-agent")
