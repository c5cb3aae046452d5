"""Each read, one clause: it answers, in time, in bounds, in the shape that Farol decodes."""

from farol.app.conformance.bench import Bench
from farol.app.conformance.clause import DESCRIBED, Broken, Check, Skip, clause, without
from farol.app.conformance.questions import QUESTIONS
from farol.app.conformance.wire import MOST_BYTES


def _reads(name: str) -> Check:
    async def check(bench: Bench) -> None:
        read = await bench.read(name)
        if read.question.ask == "sample" and read.answer.status == 404 and read.answer.refusal().code == "not_found":
            without(Skip.NO_DATA, f"the core knows no such thing: {read.answer.asked}")
        if not read.answer.good:
            raise Broken(f"{name} was refused or failed: status {read.answer.status}", read.answer)
        if len(read.answer.body) > MOST_BYTES:
            raise Broken(f"{len(read.answer.body)} bytes; Farol reads one megabyte at most", read.answer)
        if read.wrong:
            raise Broken(f"Farol cannot read {name}: {read.wrong}", read.answer)

    return check


for number, question in enumerate(QUESTIONS[1:], start=1):
    clause(
        f"CL-READ-{number:02d}", f"{question.name} answers in the shape that Farol reads.", source=DESCRIBED,
        how=f"{question.method} {question.path.partition('?')[0]}, decoded strictly with the model that Farol uses for it.",
        do="The text after the colon names the field. Leave out what you do not know; unknown fields are ignored.",
    )(_reads(question.name))  # fmt: skip
