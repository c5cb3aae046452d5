"""Challenges: they never tell whether an account exists, they count attempts, and codes go to the registered contact only."""

import asyncio
from datetime import UTC, datetime, timedelta
from statistics import median
from urllib.parse import quote

import msgspec

from farol.app.conformance.bench import Bench
from farol.app.conformance.clause import GUIDE, Broken, Skip, clause, hold, without
from farol.app.conformance.veil import EMAIL, PHONE
from farol.app.conformance.wire import Answer
from farol.core.exchange.model import Answered, Challenge, Proof

SOURCE = f"{GUIDE}, Challenges and proofs"
ROUNDS, BAND_S, TIMES, BYTES = 7, 0.15, 3.0, 8
"""How often both are asked; they may differ by so many seconds, or by that factor, and by so many bytes."""
AGAIN_S = 1.0
"""Between two measurements: a busy machine is no proof."""
MOST_TRIES = 12
LONGEST = timedelta(hours=1)


def _nobody(bench: Bench) -> str:
    return f"nobody-{bench.mark}@conformance.invalid"


async def _by_contact(bench: Bench, contact: str) -> Answer:
    return await bench.wire.send("POST", "/v1/challenges:by_contact", {"contact": contact, "purpose": "conformance"})


async def _answer(bench: Bench, id_: str, text: str) -> Answer:
    return await bench.wire.send("POST", f"/v1/challenges/{quote(id_, safe='')}:answer", {"answer": text})


@clause(
    "CL-CHAL-01", "A challenge by contact never tells whether an account has it.", source=SOURCE,
    how="The contact of the test account and one of nobody are asked in turn, seven times: same status, same fields, same size, "
    "and times whose medians differ by less than 150 ms or a factor of three.",
    do="Do the same work for both: make the challenge, answer, and send the code afterwards and beside.",
)  # fmt: skip
async def alike(bench: Bench) -> None:
    bench.needs("challengeByContact")
    if not bench.options.contact:
        without(Skip.NO_DATA, "name the contact of the test account with --contact")
    if not bench.options.allow_actions:
        without(Skip.NOT_ALLOWED, "codes are sent to the contact: --allow-actions")
    for last in (False, True):
        known, strange = list[Answer](), list[Answer]()
        for turn in range(ROUNDS):
            known.append(await _by_contact(bench, bench.options.contact))
            strange.append(await _by_contact(bench, f"{turn}{_nobody(bench)}"))
        for one, other in zip(known, strange, strict=True):
            _same(one, other)
        mine, theirs = median(one.seconds for one in known), median(one.seconds for one in strange)
        if abs(mine - theirs) <= BAND_S or max(mine, theirs) <= TIMES * min(mine, theirs):
            return
        if last:
            raise Broken(f"a known contact is answered in {mine * 1000:.0f} ms, an unknown one in {theirs * 1000:.0f} ms", known[-1], strange[-1])
        await asyncio.sleep(AGAIN_S)


def _same(known: Answer, strange: Answer) -> None:
    if known.status != strange.status:
        raise Broken(f"a known contact is answered with {known.status}, an unknown one with {strange.status}", known, strange)
    if known.status == 429:
        return
    one, other = known.json(), strange.json()
    if not isinstance(one, dict) or not isinstance(other, dict) or list(one) != list(other):
        raise Broken("the two answers have other fields", known, strange)
    if not known.good:
        raise Broken(f"refused with status {known.status}", known)
    if abs(len(known.body) - len(strange.body)) > BYTES:
        raise Broken("the two answers have other sizes", known, strange)
    for answer in (known, strange):
        msgspec.json.decode(answer.body, type=Challenge)


@clause(
    "CL-CHAL-02", "Wrong answers are counted, and in the end the challenge is locked.", source=SOURCE,
    how="The challenge of a contact that nobody has is answered wrong until it says locked.",
    do="Count attempts in the core, for one challenge and over all of an account; then say locked and judge nothing any more.",
)  # fmt: skip
async def counted(bench: Bench) -> None:
    bench.needs("challengeByContact", "answerChallenge")
    asked = await _by_contact(bench, _nobody(bench))
    if not asked.good:
        raise Broken(f"a contact of nobody is answered with {asked.status}", asked)
    id_ = msgspec.json.decode(asked.body, type=Challenge).challenge_id
    for _ in range(MOST_TRIES):
        answer = await _answer(bench, id_, "000000x")
        said = msgspec.json.decode(answer.body, type=Answered) if answer.good else None
        if said is None or said.result not in ("wrong", "locked"):
            raise Broken(f"a wrong answer is answered with {said.result if said else answer.status}", answer)
        if said.result == "locked":
            again = await _answer(bench, id_, "000000x")
            if again.good and msgspec.json.decode(again.body, type=Answered).result != "locked":
                raise Broken("after locked something else was said", again)
            return
    raise Broken(f"after {MOST_TRIES} wrong answers it is still not locked", answer)


@clause(
    "CL-CHAL-03", "A challenge nobody posed is refused with not_found.", source=SOURCE,
    how="An invented challenge_id is answered.", do="Answer 404 with code not_found.",
)  # fmt: skip
async def invented(bench: Bench) -> None:
    bench.needs("answerChallenge")
    answer = await _answer(bench, f"never-{bench.mark}", "000000")
    if answer.good or answer.refusal().code != "not_found":
        raise Broken("an invented challenge was judged", answer)


@clause(
    "CL-CHAL-04", "A code goes to the registered contact, and where it went is masked.", source=SOURCE,
    how="A challenge by email_code is posed to the test account.", do="Send sent_to_masked such as m••••@example.com and an end within an hour.",
)  # fmt: skip
async def sent_masked(bench: Bench) -> None:
    bench.needs("challenge")
    bench.needs_actions()
    answer = await bench.wire.send("POST", f"{bench.person}/challenges", {"method": "email_code", "purpose": "conformance"})
    if not answer.good:
        if answer.refusal().code == "unsupported":
            without(Skip.NO_DATA, "the account has no code by e-mail")
        raise Broken(f"refused as {answer.refusal().code}", answer)
    try:
        made = msgspec.json.decode(answer.body, type=Challenge)
    except msgspec.ValidationError as error:
        raise Broken(f"Farol cannot read it: {error}", answer) from None
    problems = []
    if (EMAIL.search(made.sent_to_masked) or PHONE.search(made.sent_to_masked)) and "•" not in made.sent_to_masked and "*" not in made.sent_to_masked:
        problems.append("sent_to_masked is a whole address")
    if not timedelta() < made.expires_at - datetime.now(UTC) <= LONGEST:
        problems.append(f"it ends at {made.expires_at:%Y-%m-%d %H:%M:%SZ}")
    hold(problems, answer)


@clause(
    "CL-CHAL-05", "A token the core did not sign is refused with proof_invalid.", source=SOURCE,
    how="Invented tokens are verified.", do="Check your own signature and the token's age; answer code proof_invalid.",
)  # fmt: skip
async def forged(bench: Bench) -> None:
    bench.needs("verifyProof")
    for token in ("not-a-token", "eyJhbGciOiJub25lIn0.eyJ1aWQiOiIxIiwicHVycG9zZSI6ImZyZWV6ZSJ9."):
        answer = await bench.wire.send("POST", "/v1/proofs:verify", {"token": token})
        if answer.good:
            who = msgspec.json.decode(answer.body, type=Proof).uid
            raise Broken(f"a forged token was believed for {who}", answer)
        if (code := answer.refusal().code) != "proof_invalid":
            raise Broken(f"refused as {code}", answer)
