"""A desk whose translations come from a stand-in service, over real HTTP."""

import uuid
from collections.abc import AsyncIterator
from typing import Any

import msgspec
import pytest

from farol.app.demo import cast
from farol.core.translation import Glossary, Translator
from farol.kit.model_port import ModelPort
from tests.stand_ins.libre_server import LibreServer
from tests.world import Client, World

RUSSIAN = "Здравствуйте, я вчера вывел 100.5 USDT, а деньги так и не пришли. Что мне делать?"


class Talk:
    """Mei, who writes Russian, and Ana, who does not read it."""

    def __init__(self, world: World, service: LibreServer, mei: Client, ana: Client, ticket: int, first: int) -> None:
        self.world, self.kit, self.service, self.mei, self.ana, self.ticket = world, world.kit, service, mei, ana, ticket
        self.first = first
        self.path = f"/tickets/{ticket}/translations"

    async def read(self, *seqs: int, into: str = "en") -> list[dict[str, Any]]:
        """Messages as Ana reads them; the first when nothing is said."""
        found: list[dict[str, Any]] = (await self.ana.ok("POST", f"{self.path}/readings", json={"seqs": list(seqs or (self.first,)), "into": into}))["readings"]
        return found

    async def draft(self, text: str, client_id: str = "", **more: Any) -> dict[str, Any]:
        """Ana's reply, translated."""
        made: dict[str, Any] = await self.ana.ok("PUT", f"{self.path}/{client_id or uuid.uuid4()}", json={"text": text, "source": "en", **more})
        return made

    async def settle(self, draft: dict[str, Any], words: str | None = None) -> Any:
        """She lets it go out, or her own words for it: the raw answer."""
        return await self.ana.put(f"{self.path}/{draft['client_id']}/words", json={"words": draft["words"] if words is None else words})

    async def send(self, draft: dict[str, Any], body: str) -> int:
        """It is sent with the id of the draft: its seq."""
        seq: int = (await self.ana.ok("POST", f"/tickets/{self.ticket}/messages", json={"client_id": draft["client_id"], "body": body}))["seq"]
        return seq


@pytest.fixture
async def service(world: World) -> AsyncIterator[LibreServer]:
    async with LibreServer() as server:
        kit = world.kit
        before = kit.get(Translator)
        settings = msgspec.structs.replace(kit.settings, translation_url=server.address, translation_key="key")
        translator = Translator(settings, kit.get(ModelPort), Glossary.load())
        kit.put(translator)
        yield server
        kit.put(before)
        await translator.close()


@pytest.fixture
async def talk(world: World, service: LibreServer) -> Talk:
    mei, ana = await world.customer(cast.MEI), await world.staff(cast.ANA)
    opened = await world.open(mei, RUSSIAN)
    await world.react()
    return Talk(world, service, mei, ana, opened["ticket"]["id"], opened["message"]["seq"])
