"""It is off by default, set by who may, and tried without anything being said."""

from farol.app.demo import cast
from farol.selfserve.assistant import store
from farol.selfserve.assistant.model import DEFAULT

from .conftest import Scene

BODY = {"active": True, "channels": ["webchat", "email"], "languages": ["en"], "to_people": ["leg."], "misses": 3}


async def test_off_by_default() -> None:
    assert DEFAULT.active is False


async def test_set_and_changed_meanwhile(scene: Scene) -> None:
    sol = await scene.world.staff(cast.SOL)
    version = (await sol.ok("GET", "/assistant/settings"))["version"]
    after = await sol.ok("PUT", "/assistant/settings", json={**BODY, "version": version})
    assert after["version"] == version + 1
    assert (await store.rules(scene.kit.db)).to_people == ["leg."]
    assert (await sol.put("/assistant/settings", json={**BODY, "version": version})).status_code == 409
    assert (await sol.put("/assistant/settings", json={**BODY, "channels": ["pigeon"], "version": version + 1})).status_code == 422
    ana = await scene.world.staff()
    assert (await ana.put("/assistant/settings", json={**BODY, "version": version + 1})).status_code == 403


async def test_trying_shows_the_stages_and_says_nothing(scene: Scene) -> None:
    sol = await scene.world.staff(cast.SOL)
    tried = await sol.ok("POST", "/assistant/try", json={"words": "fees for VIP 2", "language": "en"})
    assert tried["move"]["kind"] == "answer"
    assert tried["stages"][-1]["name"] == "check"
    assert await scene.kit.db.fetchval("select count(*) from assistant_turn") == 0
    assert await scene.kit.db.fetchval("select count(*) from message") == 0
