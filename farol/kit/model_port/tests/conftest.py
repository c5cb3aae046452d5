"""A port on the stand-in, over real HTTP."""

import msgspec
import pytest

from farol.core.shield import scrub
from farol.kit.model_port import ModelPort, Turn
from tests.stand_ins.model_server import ModelServer


class Answer(msgspec.Struct):
    text: str
    parts: list[str]


SHORT_S = 1.5
"""For models that would use all the time there is."""
LATE = ("slow", "endless")
ASKED = (Turn("system", "Answer."), Turn("user", "Where is my deposit?"))


@pytest.fixture
async def server():
    async with ModelServer(slow_s=20) as server:
        yield server


@pytest.fixture
async def port_with(kit, server):
    ports = []

    def make(*names, **changed):
        given = {"model_url": server.base_url, "model_key": "sk-test", "model_names": names, "model_tasks": ("rephrase", "draft"),
                 "model_timeout_s": SHORT_S if set(LATE) & set(names) else 8.0, **changed}
        ports.append(ModelPort(msgspec.structs.replace(kit.settings, **given), kit.db, lambda text: scrub(text).text))
        return ports[-1]

    yield make
    for port in ports:
        await port.close()
