"""Each of the 49 reasons from the customer's first words to what an agent sees and may do, in Chinese or in English (a soak: in both)."""

import re
from typing import Any

import pytest

from farol.app.demo import cast
from farol.app.demo.exchange.deeds.protecting import start_hold
from farol.app.demo.exchange.scenarios import SCENARIOS
from farol.core.reasons import reasons
from farol.desk.checklists.model import procedures
from farol.kit.i18n import Lang, canonical
from tests.every_reason.expected import EXPECTED, NEVER, SCENES, SEALED, Scene
from tests.every_reason.stage import Stage
from tests.sizes import size, some
from tests.world import Client

CASES = [(code, language) for turn, code in enumerate(SCENARIOS) for language in some(("zh", "en"), 2, turn)]
MOST_STATEMENTS = 12
BLANK = re.compile(r"\{\{[^{}]*\}\}")
HAN = re.compile(r"[\u4e00-\u9fff]")
KEPT = re.compile(r"sar_filed|\baml\b|反洗钱|洗钱|tip.?off|suspicio|可疑", re.IGNORECASE)
"""What only those may know who hold the file."""
STAFF_ONLY = re.compile(r"triage|flagged|被标记|Within 24 h:|24 小时内：|does not match|姓名不符")

AT_ONCE = ("sec.account_stolen", "care.person_at_risk")
"""Words decide these; nobody waits for the exchange."""
FORMS = (1, 2)
"""Pages about things the customer knows of, each with the form to write about it, whose address names a reason."""


def test_there_is_a_customer_and_an_expectation_for_every_reason() -> None:
    assert set(SCENARIOS) == set(EXPECTED) == set(reasons())
    assert len(CASES) == size(49, 98)
    assert set(SCENES) < set(EXPECTED)


@pytest.mark.parametrize(("code", "language"), CASES)
async def test_the_whole_way(stage: Stage, code: str, language: Lang) -> None:
    scenario, leaf = SCENARIOS[code], reasons()[code]
    if code in SEALED:
        start_hold(stage.parts.world, scenario.uid, f"HOLD-{code}", "aml", ["withdraw_crypto"], "sar_filed", None, disclosable=False)
    customer = await stage.sign_in(scenario.person)
    opened = await stage.world.open(customer, scenario.says.of(language), language=language)
    ticket = int(opened["ticket"]["id"])
    await stage.sort()

    row = await stage.world.kit.db.fetchrow(
        "select t.reason, t.severity, t.language, g.key from ticket t left join team g on g.id = t.team_id where t.id = $1", ticket)
    assert (row["reason"], row["severity"], row["language"]) == (code, leaf.severity, canonical(language))
    team = EXPECTED[code].team
    assert row["key"] == ("l1.zh" if team == "l1" and language == "zh" else team)

    sol = await stage.world.staff(cast.SOL)
    with stage.world.statements() as ran:
        card = await sol.ok("GET", f"/tickets/{ticket}/case")
    assert len(ran) <= MOST_STATEMENTS, ran
    _shows(card, code)
    await _decided(sol, ticket, code)
    await _answers(sol, ticket, card, language)
    await _may(sol, ticket, code)
    await _is_told_little(stage, customer, ticket, opened["ticket"]["number"], code)
    for scene in SCENES.get(code, []):
        await _goes_on(stage, sol, ticket, scenario.uid, scene)


def _shows(card: dict[str, Any], code: str) -> None:
    """Slots with what the exchange fills, what it says, the procedure, and what to do first."""
    wanted, leaf = EXPECTED[code], reasons()[code]
    assert (card["reason"], card["core"]) == (code, "ok")
    assert [one["field"]["key"] for one in card["slots"]] == [slot for slot in leaf.slots if slot in {s["field"]["key"] for s in card["slots"]}]
    assert {slot["field"]["key"] for slot in card["slots"]} == set(leaf.slots)
    filled = {slot["field"]["key"] for slot in card["slots"] if any(said["source"] in ("exchange", "customer") for said in slot["said"])}
    assert filled >= set(wanted.told), f"not filled: {set(wanted.told) - filled}"
    assert [step["key"] for step in card["checklist"]["steps"]] == [step.key for step in procedures()[1][code]]
    assert card["checklist"]["next"] == card["checklist"]["steps"][0]["key"]
    assert [one["code"] for one in card["facts"]][:1] == ([wanted.fact] if wanted.fact and not wanted.fact.startswith("trace") else [])
    assert card["next"]["code"] == wanted.next, card["next"]
    asked = {slot for one in (card["next"], *card["then"]) for slot in one["slots"] if one["step"] == "ask"}
    assert not asked & set(wanted.told), "asks for what the exchange says"


async def _decided(sol: Client, ticket: int, code: str) -> None:
    """The facts that decided stand beside the reason, in both languages."""
    said = await sol.ok("GET", f"/tickets/{ticket}/triage")
    assert (said["decision"]["basis"] in ("theft", "crisis")) == (code in AT_ONCE)
    if code in AT_ONCE:
        return
    best = next(one for one in said["decision"]["candidates"] if one["reason"] == code)
    facts = [fact["code"] for fact in best["facts"]]
    assert said["kept"]
    assert facts[:1] == ([EXPECTED[code].fact] if EXPECTED[code].fact else [])
    assert all(HAN.search(fact["zh"]) and not HAN.search(fact["en"]) for fact in best["facts"])


async def _answers(sol: Client, ticket: int, card: dict[str, Any], language: str) -> None:
    """The macros that are offered exist, in the customer's language, and nothing in them is stopped."""
    assert tuple(one["shortcut"] for one in card["answers"]) == EXPECTED[card["reason"]].answers
    for one in card["answers"]:
        made = await sol.ok("GET", f"/tickets/{ticket}/macros/{one['macro_id']}")
        assert made["language"] == language
        assert bool(HAN.search(made["text"])) == (language == "zh")
        body = BLANK.sub("…", made["text"])
        found = (await sol.ok("POST", f"/tickets/{ticket}/guard", json={"body": body}))["findings"]
        assert [finding["code"] for finding in found if finding["blocks"]] == []
    if card["reason"] == "care.person_at_risk":
        every = (await sol.ok("GET", "/macros"))["macros"]
        assert (await sol.get(f"/tickets/{ticket}/macros/{every[0]['id']}")).json()["code"] == "human_only"


async def _may(sol: Client, ticket: int, code: str) -> None:
    """The bar offers what fits and states why the rest has to wait; nothing in it approves a withdrawal or moves value."""
    bar = await sol.ok("GET", f"/tickets/{ticket}/actions")
    offered = {one["type"]: one["hinders"] for one in bar["actions"]}
    assert bar["level"]["en"] == "Signed in"
    assert not NEVER & set(offered)
    assert [one for one in EXPECTED[code].open if offered.get(one, "absent") is not None] == []
    for one in EXPECTED[code].shut:
        assert offered[one]["en"].startswith("The customer has to get to"), one


async def _is_told_little(stage: Stage, customer: Client, ticket: int, number: str, code: str) -> None:
    """What the customer's app and pages say of it: their words and the state, no reason, severity, fact or hint for staff."""
    browser = await stage.browser(SCENARIOS[code].person)
    pages = [await browser.get(path) for path in (f"/my/tickets/{number}", "/my/withdrawals", "/my/holds")]
    assert [page.status_code for page in pages] == [200, 200, 200]
    seen = [page.text for page in pages]
    seen += [(await customer.get(path)).text for path in (f"/tickets/{ticket}", f"/tickets/{ticket}/events?after=0", "/tickets")]
    assert SCENARIOS[code].says.zh[:6] in seen[0] or SCENARIOS[code].says.en[:12] in seen[0]
    own = SCENARIOS[code].says.zh + SCENARIOS[code].says.en
    assert [place for place, text in enumerate(seen) if code in text and place not in FORMS] == []
    for text in seen:
        assert not KEPT.search(text.replace(own, ""))
        assert not STAFF_ONLY.search(text)
        assert '"severity"' not in text
    if code in SEALED:
        assert "原因现在不能说" in seen[2] or "We cannot say why yet" in seen[2]


async def _goes_on(stage: Stage, sol: Client, ticket: int, uid: str, scene: Scene) -> None:
    """Something happens at the exchange, and the card of the same ticket says so."""
    assert _at(await sol.ok("GET", f"/tickets/{ticket}/case"), scene.look) == scene.before
    await stage.play(scene.step, uid, **scene.params)
    assert _at(await sol.ok("GET", f"/tickets/{ticket}/case"), scene.look) == scene.after


def _at(card: Any, look: tuple[str | int, ...]) -> Any:
    """What stands there; None where there is nothing."""
    for step in look:
        card = card[step] if isinstance(step, str) else card[step] if len(card) > step else None
        if card is None:
            return None
    return card
