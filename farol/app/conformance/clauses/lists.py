"""Lists: newest first, as many as asked for, and cursors that come to an end with every entry seen once."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any
from urllib.parse import quote

from farol.app.conformance.bench import Bench
from farol.app.conformance.clause import DESCRIBED, Broken, Skip, clause, hold, without
from farol.app.conformance.questions import QUESTIONS, Question
from farol.app.conformance.wire import Answer

MOST_PAGES = 60
_DO = "next_cursor is left out on the last page; the same cursor never leads back to what was seen."


async def _lists(bench: Bench, least: int) -> list[tuple[Question, list[Any]]]:
    """The account's lists with at least so many entries. Raises ``Skipped``."""
    found = [(one, await bench.maybe(one.name)) for one in QUESTIONS if one.pages and bench.options.uid]
    long = [(one, entries) for one, entries in found if len(entries) >= least]
    if not long:
        without(Skip.NO_DATA, f"no list of the account has {least} entries; name an account with --uid that has deposits")
    return long


def _path(bench: Bench, question: Question, query: str) -> str:
    return f"{question.path.replace('/v1/users/{uid}', bench.person)}?{query}"


async def _page(bench: Bench, question: Question, query: str) -> tuple[Answer, list[Any], str]:
    answer = await bench.wire.send("GET", _path(bench, question, query))
    said = answer.json() if answer.good else {}
    if not isinstance(said, dict) or not isinstance(said.get("items"), list):
        raise Broken(f"{question.name}?{query} has no items, status {answer.status}", answer)
    return answer, said["items"], str(said.get("next_cursor") or "")


def _known_by(entry: Any) -> Any:
    """What tells entries apart although they change between two requests."""
    return next((entry[name] for name in entry if name.endswith("_id")), entry.get("key_prefix") or entry.get("at")) if isinstance(entry, dict) else entry


@clause(
    "CL-LIST-01", "Lists are newest first.", source="docs/guides/core-link.md, Start with these reads",
    how="The times of every list of the account with two entries.", do="Order by the time the thing was created, newest first.",
)  # fmt: skip
async def newest_first(bench: Bench) -> None:
    problems = []
    for question, entries in await _lists(bench, 2):
        at = [getattr(one, question.at) for one in entries if question.at and getattr(one, question.at) is not None]
        if any(later > earlier for earlier, later in pairwise(at)):
            problems.append(f"{question.name} is not ordered by {question.at}, newest first")
    hold(problems)


@clause(
    "CL-LIST-02", "Cursors lead through every entry once and come to an end.", source=DESCRIBED,
    how="Lists with two entries are read one entry a page and compared with the whole list.", do=_DO,
)  # fmt: skip
async def cursors(bench: Bench) -> None:
    for question, _ in await _lists(bench, 2):
        _, whole, _ = await _page(bench, question, "limit=50")
        seen: list[Any] = []
        cursors: set[str] = set()
        cursor = ""
        while len(seen) <= min(len(whole), MOST_PAGES):
            answer, items, following = await _page(bench, question, "limit=1" + (f"&cursor={quote(cursor, safe='')}" if cursor else ""))
            seen += items
            if not following:
                break
            if following in cursors:
                raise Broken(f"{question.name}: the cursor {following} came twice, so the list never ends", answer)
            cursors.add(following)
            cursor = following
        if len(whole) <= MOST_PAGES and [_known_by(one) for one in seen[: len(whole)]] != [_known_by(one) for one in whole]:
            raise Broken(f"{question.name}: {len(seen)} entries page by page are not the {len(whole)} of the whole list", answer)


@clause(
    "CL-LIST-03", "A list is never longer than limit.", source=DESCRIBED,
    how="Lists with two entries are asked with limit=1.", do="Cut at limit (1 to 100) and say next_cursor when there is more.",
)  # fmt: skip
async def limited(bench: Bench) -> None:
    for question, _ in await _lists(bench, 2):
        answer, items, following = await _page(bench, question, "limit=1")
        if len(items) > 1:
            raise Broken(f"{question.name}: {len(items)} entries for limit=1", answer)
        if not following:
            raise Broken(f"{question.name}: more entries and no next_cursor", answer)


@clause(
    "CL-LIST-04", "from and the filters narrow a list.", source=DESCRIBED,
    how="deposits and withdrawals are asked from tomorrow on, and by coin and state of their first entry.",
    do="Apply from, to, coin, network, txid and state. Farol finds a transaction that way.",
)  # fmt: skip
async def narrowed(bench: Bench) -> None:
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    looked = 0
    for question, entries in await _lists(bench, 1):
        if question.name not in ("deposits", "withdrawals"):
            continue
        looked += 1
        answer, items, _ = await _page(bench, question, f"from={tomorrow}&limit=50")
        if items:
            raise Broken(f"{question.name}: {len(items)} entries from tomorrow on", answer)
        answer, items, _ = await _page(bench, question, f"coin={entries[0].coin}&network={entries[0].network}&limit=50")
        wrong = [one for one in items if one.get("coin") != entries[0].coin or one.get("network") != entries[0].network]
        if wrong or not items:
            raise Broken(f"{question.name}: {len(wrong)} of {len(items)} entries are not {entries[0].coin} on {entries[0].network}", answer)
    if not looked:
        without(Skip.NO_DATA, "the account has neither deposits nor withdrawals")
