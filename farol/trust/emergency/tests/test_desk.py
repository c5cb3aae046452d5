"""The security desk: taking, the code that both sides see, steps, the seal, the pack, ending, rings, drills."""

import hashlib
import json
from uuid import uuid4

import pytest

from farol.app.demo.cast import ANA, DAN, IVAN, MEI, SAM, SOL
from farol.app.demo.exchange.scenarios import SCENARIOS
from tests.world import later

from .conftest import Desk

STOLEN = SCENARIOS["sec.account_stolen"].uid


async def frozen(desk: Desk) -> tuple[object, int]:
    """Mei froze by the mail's link: her browser, and the case."""
    browser = desk.browser()
    await browser.post("/stolen/freeze", data={"proof": desk.proof(MEI)})
    await desk.quiet()
    return browser, int(await desk.kit.db.fetchval("select id from emergency"))


async def test_a_person_comes_by_name_with_a_code(desk: Desk) -> None:
    browser, case = await frozen(desk)
    page = (await browser.get("/stolen/case")).text  # type: ignore[attr-defined]
    assert "The security desk is being called" in page
    sam, sol = await desk.come(SAM), await desk.come(SOL)
    whole = await sam.ok("POST", f"/emergencies/{case}/taking")
    assert (whole["case"]["mine"], whole["case"]["ring_due"]) == (True, None)
    page = (await browser.get("/stolen/case")).text  # type: ignore[attr-defined]
    assert "Sam, Security desk, is with you" in page
    assert whole["code"] in page
    assert (await sol.ok("GET", f"/emergencies/{case}"))["code"] == ""
    assert (await sol.post(f"/emergencies/{case}/taking")).json()["code"] == "emergency_taken"
    assert await desk.kit.db.fetchval("select owner_id from ticket") == await desk.kit.db.fetchval("select taken_by from emergency")


async def test_questions_order_the_steps_and_words_reach_the_desk(desk: Desk) -> None:
    browser, case = await frozen(desk)
    data = {"what": "They called me", "when": "14:00 UTC", "given": ["remote", "seed"], "mail_safe": "yes", "elsewhere": "no", "country": "DE"}
    await browser.post("/stolen/case/questions", data=data)  # type: ignore[attr-defined]
    await browser.post("/stolen/case/steps", data={"key": "malware", "done": "yes"})  # type: ignore[attr-defined]
    await browser.post("/stolen/case/messages", data={"client_id": str(uuid4()), "body": "Are you there?"})  # type: ignore[attr-defined]
    sam = await desk.come(SAM)
    whole = await sam.ok("GET", f"/emergencies/{case}")
    assert [step["key"] for step in whole["steps"]][:3] == ["wallets", "malware", "mailbox"]
    assert [step["by"] for step in whole["steps"] if step["at"]] == ["customer"]
    assert (whole["answers"]["given"], whole["case"]["country"]) == (["remote", "seed"], "DE")
    assert await desk.kit.db.fetchval("select count(*) from message where body = 'Are you there?' and author_kind = 'customer'") == 1
    page = (await browser.get("/stolen/case")).text  # type: ignore[attr-defined]
    assert "Strafanzeige" in page


async def test_nobody_else_sees_the_case(desk: Desk) -> None:
    await frozen(desk)
    for browser in (desk.browser(), await desk.signed_in(IVAN)):
        for path in ("/stolen/case", "/stolen/case/talk", "/stolen/case/questions", "/stolen/case/pack.pdf"):
            assert (await browser.get(path)).status_code == 404


async def test_the_seal_and_the_pack(desk: Desk) -> None:
    browser, case = await frozen(desk)
    sam = await desk.come(SAM)
    answer = await sam.get(f"/emergencies/{case}/snapshot")
    assert answer.status_code == 200
    assert hashlib.sha256(answer.content).hexdigest() == answer.headers["x-sha256"]
    assert set(json.loads(answer.content)["exchange"]) >= {"security", "sessions", "withdrawals", "addresses", "api_keys"}
    with pytest.raises(Exception, match="never changes"):
        await desk.kit.db.execute("update emergency_snapshot set sha256 = repeat('a', 64)")
    pack = await sam.ok("POST", f"/emergencies/{case}/pack")
    pdf, data = await browser.get("/stolen/case/pack.pdf"), await browser.get("/stolen/case/pack.json")  # type: ignore[attr-defined]
    assert pdf.content[:5] == b"%PDF-"
    assert hashlib.sha256(pdf.content).hexdigest() == pack["pdf_sha256"]
    assert hashlib.sha256(data.content).hexdigest() == pack["json_sha256"]
    facts = json.loads(data.content)
    assert (facts["uid"], facts["state"], facts["snapshot"]["sha256"]) == (MEI.uid, "frozen", answer.headers["x-sha256"])
    shown = await desk.browser().get(f"/stolen/verify/{pack['code']}")
    assert pack["pdf_sha256"] in shown.text
    assert MEI.uid not in shown.text
    assert (await desk.browser().get("/stolen/verify/AAAAAAAAAAAAAAAA")).status_code == 404


async def test_what_left_before_is_classified(desk: Desk) -> None:
    await frozen(desk)
    rows = await desk.kit.db.fetch("select class from emergency_outgoing")
    assert {row["class"] for row in rows} <= {"internal", "own", "external", "unknown"}
    assert all(row["class"] != "unknown" for row in rows)


async def test_ending_opens_nothing(desk: Desk) -> None:
    _, case = await frozen(desk)
    sam = await desk.come(SAM)
    await sam.ok("POST", f"/emergencies/{case}/end", json={"outcome": "solved"})
    assert desk.status(MEI) == "frozen"
    assert (await sam.post(f"/emergencies/{case}/end", json={"outcome": "solved"})).json()["code"] == "emergency_over"


async def test_a_promise_that_is_not_kept_rings_the_duty_manager(desk: Desk) -> None:
    from farol.trust.emergency import actions

    await frozen(desk)
    later(minutes=31)
    await actions.tick(desk.kit)
    assert await desk.kit.db.fetchval("select count(*) from notice where kind = 'emergency.overdue'") >= 1


async def test_who_is_rung_is_set_by_who_may(desk: Desk) -> None:
    dan, ana = await desk.come(DAN), await desk.come(ANA)
    groups = [{"zh": "值班经理", "en": "Duty manager", "owner_kind": "role", "owner_key": "duty", "wait_s": 30}]
    assert (await ana.put("/emergency-rings", json={"groups": groups})).status_code == 403
    empty = [{**groups[0], "owner_kind": "team", "owner_key": "nobody"}, *groups]
    assert (await dan.put("/emergency-rings", json={"groups": empty})).json()["code"] == "ring_groups_wrong"
    assert (await dan.put("/emergency-rings", json={"groups": [{**groups[0], "owner_key": "security"}]})).json()["code"] == "ring_groups_wrong"
    await dan.ok("PUT", "/emergency-rings", json={"groups": groups})
    await frozen(desk)
    rung = await desk.kit.db.fetch("select s.role from emergency_ring r join staff s on s.id = r.staff_id")
    assert {row["role"] for row in rung} == {"duty"}


async def test_who_plays_the_customer_of_a_drill_sees_it_marked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    import msgspec

    monkeypatch.setattr(desk.kit, "settings", msgspec.structs.replace(desk.kit.settings, demo=True))
    dan, browser = await desk.come(DAN), await desk.signed_in(MEI)
    case = (await dan.ok("POST", "/emergency-drills", json={"uid": MEI.uid}))["id"]
    await desk.quiet()
    assert "A drill. Nothing here is real." in (await browser.get("/stolen/case")).text
    await browser.post("/stolen/case/questions", data={"what": "a drill"})
    await browser.post("/stolen/case/steps", data={"key": "mailbox", "done": "yes"})
    report = await dan.ok("GET", f"/emergency-drills/{case}")
    assert {step["key"] for step in report["steps"] if step["took_s"] is not None} >= {"answered", "step"}
    await browser.post("/stolen/freeze")
    assert "A drill." not in (await browser.get("/stolen/case")).text  # what is real comes first


async def test_a_drill_touches_no_account(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    import msgspec

    dan, sam = await desk.come(DAN), await desk.come(SAM)
    monkeypatch.setattr(desk.kit, "settings", msgspec.structs.replace(desk.kit.settings, demo=False))
    assert (await dan.post("/emergency-drills", json={"uid": STOLEN})).json()["code"] == "not_a_test_account"
    monkeypatch.setattr(desk.kit, "settings", msgspec.structs.replace(desk.kit.settings, demo=True))
    before = desk.parts.world.status(STOLEN)
    case = (await dan.ok("POST", "/emergency-drills", json={"uid": STOLEN}))["id"]
    assert (await dan.post("/emergency-drills", json={"uid": STOLEN})).json()["code"] == "drill_running"
    await desk.quiet()
    assert desk.parts.world.status(STOLEN) == before
    assert await desk.kit.db.fetchval("select count(*) from proposal") == 0
    whole = await sam.ok("POST", f"/emergencies/{case}/taking")
    assert whole["case"]["drill"] is True
    titles = await desk.kit.db.fetch("select title from notice where kind = 'emergency.ring'")
    assert all(row["title"]["en"].startswith("[DRILL]") for row in titles)
    report = await dan.ok("GET", f"/emergency-drills/{case}")
    assert {step["key"]: step["met"] for step in report["steps"] if step["key"] in ("frozen", "rung", "taken", "pack")}["pack"] is False
    await sam.ok("POST", f"/emergencies/{case}/end", json={"outcome": "solved"})
    assert [one["id"] for one in (await dan.ok("GET", "/emergency-drills"))["drills"]] == [case]
