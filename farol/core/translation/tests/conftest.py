"""Translators on the stand-ins, over real HTTP."""

import msgspec
import pytest

from farol.core.shield import scrub
from farol.core.translation import Glossary, Translator
from farol.kit.model_port import ModelPort
from tests.stand_ins.libre_server import LibreServer
from tests.stand_ins.model_server import ModelServer


@pytest.fixture
async def service():
    async with LibreServer() as server:
        yield server


@pytest.fixture
async def model():
    async with ModelServer(lambda body: {"words": model_says(body)}) as server:
        yield server


def model_says(body):
    return f"«{body['messages'][-1]['content']}»"


@pytest.fixture
async def translator_with(kit):
    made = []

    def make(service=None, model=None, *, name="good", timeout_s=8.0, glossary=None):
        settings = msgspec.structs.replace(
            kit.settings, translation_url=service.address if service else "", translation_key="key" if service else "",
            model_url=model.base_url if model else "", model_names=(name,), model_tasks=("translate",), model_timeout_s=timeout_s)
        port = ModelPort(settings, kit.db, lambda text: scrub(text).text)
        translator = Translator(settings, port, glossary or Glossary.load())
        if translator._libre:
            translator._libre._timeout_s = timeout_s
        made.append((translator, port))
        return translator

    yield make
    for translator, port in made:
        await translator.close()
        await port.close()
