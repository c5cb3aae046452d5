"""It answers in the customer's language; what exists only in another is said to, or translated and labelled."""

from typing import Any

from farol.app.demo import cast
from farol.core.translation import Translation, Translator

from .conftest import Scene


async def test_the_language_follows_the_customer(scene: Scene) -> None:
    ticket = await scene.ticket("hello")
    assert (await scene.said(ticket))[0].startswith("I am the AI assistant")
    await scene.say(ticket, "我想知道交易手续费怎么算，VIP 等级怎么升")
    turn = await scene.last(ticket)
    assert turn
    assert turn.language == "zh-Hans"


async def test_traditional_chinese_is_written_in_it(scene: Scene) -> None:
    ticket = await scene.ticket("請幫我轉人工客服，謝謝", cast.IVAN)
    [said] = await scene.said(ticket)
    assert "我是客服的 AI 助手" in said
    assert "隨時寫" in said


async def test_a_page_in_another_language_is_quoted_and_said_to_be(scene: Scene) -> None:
    ticket = await scene.ticket("какая комиссия за торговлю для VIP 2", cast.IVAN)
    turn = await scene.last(ticket)
    assert turn
    assert turn.language == "ru"
    said = "\n".join(await scene.said(ticket))
    assert "Я ИИ-ассистент" in said
    if turn.kind == "answer":
        assert "English" in said


async def test_a_translation_is_labelled_and_names_the_original(scene: Scene, monkeypatch: Any) -> None:
    async def translate(self: Translator, text: str, source: str, target: str, **_: Any) -> Translation:
        return Translation(text, "Комиссия берётся только тогда, когда ордер исполнен.", source, target, "service", "done")

    monkeypatch.setattr(Translator, "translate", translate)
    ticket = await scene.ticket("какая комиссия за торговлю для VIP 2", cast.IVAN)
    turn = await scene.last(ticket)
    assert turn
    if turn.kind == "answer":
        [said] = await scene.said(ticket)
        assert "Машинный перевод" in said
        assert "/help/en/a/" in said
        assert turn.parts
        assert turn.parts.sources[0].translated
