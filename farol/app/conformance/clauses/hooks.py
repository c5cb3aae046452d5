"""Events sent to Farol, taken here: signed, fresh, with the id of what they carry, and again until they are taken."""

from farol.app.conformance.bench import Bench
from farol.app.conformance.clause import GUIDE, Broken, Skip, clause, hold, without
from farol.app.conformance.receiver import Delivery
from farol.app.conformance.wire import Answer
from farol.core.exchange.model import Unreadable, read_event
from farol.core.exchange.webhooks import TIMESTAMP, WINDOW_S, BadWebhook, Reason, verify

SOURCE = f"{GUIDE}, Events"


async def _arrived(bench: Bench) -> list[Delivery]:
    """What came. Raises ``Skipped`` when nobody listens, and ``Broken`` when nothing came although something happened."""
    receiver, options = bench.receiver, bench.options
    if receiver is None or not options.webhook_secrets:
        without(Skip.NOT_ALLOWED, "say where the kit listens and with which secret: --receive and --webhook-secret")
    await receiver.until(lambda taken: bool(taken), options.webhook_wait_s)
    if not receiver.taken:
        if bench.frozen:
            raise Broken(f"no event came within {options.webhook_wait_s:.0f} s of a freeze")
        without(Skip.NO_DATA, f"no event came within {options.webhook_wait_s:.0f} s; cause one at your core, or --allow-actions")
    return receiver.taken


def _shown(one: Delivery) -> Answer:
    sent = f"event {one.id} at {one.headers.get(TIMESTAMP, '?')}, answered {one.status}"
    return Answer(sent, one.status, one.body, 0.0)


@clause(
    "CL-HOOK-01", "Every event is signed with each secret in use.", source=SOURCE,
    how="Each arrival is verified like Farol does, with every secret that was named.",
    do="HMAC-SHA256 of <id>.<timestamp>.<body> as base64 after v1, one for each secret, separated by blanks.",
)  # fmt: skip
async def signed(bench: Bench) -> None:
    problems, seen = [], []
    for one in await _arrived(bench):
        for number, secret in enumerate(bench.options.webhook_secrets, start=1):
            try:
                verify(one.headers, one.body, [secret], one.at)
            except BadWebhook as bad:
                if bad.reason is not Reason.TIME:
                    problems.append(f"event {one.id or '(no id)'}: {bad.reason} (secret {number})")
                    seen.append(_shown(one))
    hold(problems, *seen[:3])


@clause(
    "CL-HOOK-02", "Every try carries its own time.", source=SOURCE,
    how=f"webhook-timestamp of each arrival is within {WINDOW_S} s of it.", do="Sign anew for each try; Farol refuses what is older than five minutes.",
)  # fmt: skip
async def fresh(bench: Bench) -> None:
    late = [one for one in await _arrived(bench) if one.headers.get(TIMESTAMP, "").isdigit() and abs(one.at - int(one.headers[TIMESTAMP])) > WINDOW_S]
    hold([f"event {one.id} is {one.at - int(one.headers[TIMESTAMP]):.0f} s old" for one in late], *map(_shown, late[:3]))


@clause(
    "CL-HOOK-03", "webhook-id is the event's id, and Farol can read the event.", source=SOURCE,
    how="Each arrival is decoded with Farol's model; its id is compared with the header, its type with capabilities.",
    do="Send the same JSON as the list has; name its type in capabilities.events.",
)  # fmt: skip
async def readable(bench: Bench) -> None:
    problems, seen = [], []
    for one in await _arrived(bench):
        try:
            event = read_event(one.body)
        except Unreadable as error:
            problems.append(f"event {one.id}: {error}")
        else:
            if event.id == one.id and bench.said and event.type in bench.said.events:
                continue
            problems.append(f"event {event.id} under webhook-id {one.id}" if event.id != one.id else f"{event.type} is not named in capabilities")
        seen.append(_shown(one))
    hold(problems, *seen[:3])


@clause(
    "CL-HOOK-04", "An event that was not taken is sent again, with the same id.", source=SOURCE,
    how="The first arrival is answered with 503; the same webhook-id has to come again.", do="Again after 5 s at first and for up to a day, on 5xx, 429 and no answer.",
)  # fmt: skip
async def sent_again(bench: Bench) -> None:
    first = (await _arrived(bench))[0]
    receiver = bench.receiver
    if receiver and not await receiver.until(lambda taken: sum(one.id == first.id for one in taken) > 1, bench.options.webhook_wait_s):
        raise Broken(f"event {first.id} did not come again within {bench.options.webhook_wait_s:.0f} s", _shown(first))


@clause(
    "CL-HOOK-05", "Arrivals of one thing have different seq, and one seq has one event.", source=SOURCE,
    how="Ids and seq of everything that arrived.", do="A second try repeats the event as it was; a new event counts on.",
)  # fmt: skip
async def counted(bench: Bench) -> None:
    known: dict[tuple[str, str, int], str] = {}
    problems = []
    for one in await _arrived(bench):
        try:
            event = read_event(one.body)
        except Unreadable:
            continue
        place = (event.entity.kind, event.entity.id, event.seq)
        if known.setdefault(place, event.id) != event.id:
            problems.append(f"{event.entity.kind} {event.entity.id}: seq {event.seq} is {known[place]} and {event.id}")
    hold(problems)
