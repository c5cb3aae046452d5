"""What happens now is told on the first page, in the reader's language."""

import uuid

from farol.app.demo import cast
from farol.desk.incidents import notices
from tests.world import World


async def test_an_open_public_incident_stands_on_the_first_page(world: World) -> None:
    if world.kit.has(notices.Board):
        world.kit.get(notices.Board).expire()
    sol = await world.staff(cast.SOL)
    said = {"zh": "TRON 充值延迟", "en": "TRON deposits are late", "scope": {"networks": ["TRON"]}, "severity": "P1",
            "words_zh": "资金安全。", "words_en": "Funds are <b>safe</b>.", "next_update_by": "2099-01-01T10:00:00Z"}
    await sol.ok("POST", "/incidents", json={"client_id": str(uuid.uuid4()), **said, "public": True})
    await sol.ok("POST", "/incidents", json={"client_id": str(uuid.uuid4()), **said, "en": "A secret matter", "public": False})
    reader = world.client("http://farol.test", {})
    zh, en = (await reader.get("/help/zh")).text, (await reader.get("/help/en")).text
    assert "TRON 充值延迟" in zh
    assert "资金安全。2099 年" in zh
    assert "Funds are &lt;b&gt;safe&lt;/b&gt;. Next update by" in en
    assert "A secret matter" not in en
    world.kit.get(notices.Board).expire()
