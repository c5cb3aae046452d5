"""Saying no: to whom nobody knows, to what cannot be read, to what is not there."""

from farol.app.conformance.bench import Bench
from farol.app.conformance.clause import DESCRIBED, PRINCIPLES, Broken, Skip, clause, hold, without
from farol.app.conformance.questions import QUESTIONS


@clause(
    "CL-ERR-01", "A uid that nobody has is refused with not_found.", source=PRINCIPLES,
    how="Every offered read about an account is asked for a uid nobody has.",
    do="Answer 404 with code not_found, never an empty profile: Farol would show it as a customer who has nothing.",
)  # fmt: skip
async def nobody(bench: Bench) -> None:
    said = bench.said
    about = [one for one in QUESTIONS if one.ask == "uid" and one.method == "GET" and said and one.name in said.reads]
    if not about:
        without(Skip.NOT_OFFERED, "no read about an account is named")
    problems, seen = [], []
    for question in about:
        answer = await bench.wire.send("GET", question.path.replace("{uid}", bench.stranger()))
        code = "" if answer.good else answer.refusal().code
        if code != "not_found":
            problems.append(f"{question.name}: {f'refused as {code}' if code else 'answered'}")
            seen.append(answer)
    hold(problems, *seen[:3])


@clause(
    "CL-ERR-03", "A question that cannot be read is refused with a 4xx.", source=DESCRIBED,
    how="Bodies that are no JSON, no object or of the wrong type, NUL characters, 5,000 characters where an id belongs, and a limit and a time that are none.",
    do="Check before you look anything up, and answer 400 with code invalid.",
)  # fmt: skip
async def unreadable(bench: Bench) -> None:
    problems, seen = [], []
    if bench.said and "traceDeposit" in bench.said.reads:
        for body, must_refuse in (
            (b"{", True), (b"[]", True), (b'{"txid":5}', True), (b'{"txid":"\\u0000"}', False), (b'{"txid":"' + b"a" * 5_000 + b'"}', False),
        ):  # fmt: skip
            answer = await bench.wire.send("POST", "/v1/deposits:trace", body)
            if answer.status >= 500 or (must_refuse and answer.good):
                problems.append(f"traceDeposit answers {answer.status} to {body[:20].decode()}")
                seen.append(answer)
    if bench.said and bench.options.uid and "deposits" in bench.said.reads:
        for query in ("limit=many", "from=yesterday", "cursor=%00"):
            answer = await bench.wire.send("GET", f"{bench.person}/deposits?{query}")
            if answer.status >= 500 or (query == "from=yesterday" and answer.good):
                problems.append(f"deposits answers {answer.status} to {query}")
                seen.append(answer)
    if bench.said and not {"traceDeposit", "deposits"} & set(bench.said.reads):
        without(Skip.NOT_OFFERED, "neither traceDeposit nor deposits is named")
    hold(problems, *seen[:3])


@clause(
    "CL-ERR-04", "What is not there is refused like everything else, with a code.", source=PRINCIPLES,
    how="A path the description does not have.", do="Answer 404 with code not_found or unsupported as JSON, also from your proxy.",
)  # fmt: skip
async def no_such_path(bench: Bench) -> None:
    answer = await bench.wire.send("GET", "/v1/no-such-read")
    if answer.good:
        raise Broken("it was answered", answer)
    if answer.refusal().code not in ("not_found", "unsupported"):
        raise Broken(f"refused as {answer.refusal().code}", answer)
