"""Words as unlucky and as hostile customers write them, in eleven languages: every turn ends in something said or a person, and in nothing made up."""

from datetime import UTC, datetime
from functools import lru_cache
from types import SimpleNamespace
from typing import Any, cast

import pytest

from farol.app.evaluate.answer_own import Shelf, shelf
from farol.kit.i18n import lang_of
from farol.selfserve.assistant.around import Around, Who
from farol.selfserve.assistant.thinking import Turn
from farol.selfserve.assistant.turn.checking import facts_missing
from farol.selfserve.assistant.turn.finding import Shelf as BySlug
from farol.selfserve.assistant.turn.given import Given, Thought
from farol.selfserve.assistant.turn.handing import Wait
from farol.selfserve.flows.model import FlowTurn, Knows, stored
from farol.selfserve.flows.turn import advance
from farol.selfserve.retrieval.model import Found

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ODD = (
    "", " ", "\u200b\u200b", "?", "...", "😡😡😡😡", "👍", "🆘🆘 help 🆘", "\u202e\u202d\u202e", "\x00\x01\x02", "{0} {title} {{url}} %s %(x)s", "${jndi:ldap://x}", "' or 1=1 --",
    "0", "1", "999", "-1", "1e400", "٢", "二", "十二萬三千", "一百二十三点四五", "١٢٣٫٤٥", "NaN", "null", "undefined", "<b>", "]]>", "\\u0000", "=cmd|'/c calc'!A1",
    "a" * 12_000, "提" * 12_000, "🙂" * 6_000, "fee " * 3_000, "\n" * 5_000, "> quoted\n" * 900, "ﷺ" * 500, "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞",
)  # fmt: skip
REAL = (
    ("zh-Hans", "我昨天充了一万两千三百U到现在还没到帐，急急急！！！"), ("zh-Hans", "提币 pending 三天了 wtf"), ("zh-Hans", "我没有说要人工，我问的是手续费"), ("zh-Hans", "為什麼提不了現"),
    ("zh-Hant", "我的錢呢？？？上禮拜三轉的"), ("en", "hlep my depsoit is mising since yestreday 3pm"), ("en", "I did NOT withdraw anything"), ("en", "I did NOT ask for a human, I asked for the fee"),
    ("en", "u guys scam??? 2 days no reply"), ("en", "On Monday you wrote: your coins arrive in 2 hours. They did not."), ("en", "bonjour i need помощь con mi retiro 拜托"),
    ("en", "my ex has my phone"), ("en", "is it true that withdrawals are free on sundays like your colleague said"), ("en", "fine. whatever."), ("en", "no no no no"),
    ("ru", "где мои деньги я жду уже третьи сутки"), ("ru", "не приходит смс!!! что делать"), ("ru", "вывод завис, транзакция 0x9f3c8e0b7a6d5c4e3f2a1b0c9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f4a3b2c1d0e"),
    ("es", "no me llega el retiro desde ayer a las 5"), ("es", "quiero cerrar mi cuenta YA"), ("pt", "cadê meu pix??"), ("pt", "minha conta foi bloqueada sem motivo"),
    ("vi", "nap tien 2 tieng roi chua thay"), ("vi", "tại sao lệnh của tôi bị huỷ"), ("tr", "para çekme işlemim 3 gündür bekliyor"), ("tr", "hesabım niye kısıtlı"),
    ("ko", "입금이 안 들어와요 ㅠㅠ 두 시간 지났어요"), ("ko", "OTP 기기를 바꿨어요"), ("ja", "出金が届きません。昨日の15時に申請しました"), ("ja", "手数料が高すぎませんか？"),
    ("ar", "لم يصل الإيداع منذ ٣ ساعات"), ("ar", "متى تنتهي المراجعة"), ("ar", "أرسلت ١٢٣٫٤٥ USDT على شبكة خاطئة"),
    ("und", "0x9f3c8e0b7a6d5c4e3f2a1b0c9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f4a3b2c1d0e"), ("und", "USDT TRC20 ???"),
)  # fmt: skip


@lru_cache
def books() -> Shelf:
    return shelf()


class Desk(Around):
    """Articles are there, an account is not."""

    def __init__(self) -> None:
        super().__init__(cast(Any, SimpleNamespace(has=lambda _: False)), Who())

    async def articles(self, asked: str, language: str) -> tuple[Found, BySlug]:
        return books().index.find(asked[:300], lang_of(language), 5), books().article

    async def step(self, reason: str, language: str, slots: dict[str, str], flow: dict[str, Any] | None, said: str) -> FlowTurn:
        return advance(Knows(reason, language, slots, None, "UTC", stored(flow) if flow else None, said))

    async def wait(self, reason: str, language: str, severity: str = "") -> Wait:
        return Wait()


async def turn(words: str, **more: Any) -> Thought:
    return await Turn(Desk(), Given(words, NOW, site="https://farol.test", **more), []).think()


def fine(thought: Thought, words: str) -> None:
    assert thought.move.kind == "silent" or thought.move.text.strip(), words[:60]
    assert thought.move.kind != "silent" or thought.case.state == "quiet", words[:60]
    assert facts_missing(thought.move, thought.language) == [], words[:60]
    assert len(thought.move.text) < 5_000


@pytest.mark.parametrize("place", range(len(ODD)))
async def test_odd_words_first_and_in_the_middle(place: int) -> None:
    first = await turn(ODD[place])
    fine(first, ODD[place])
    flow = await turn("my withdrawal has been pending for hours")
    assert flow.case.flow
    for before in (first, flow):
        if before.case.state == "talking":
            fine(await turn(ODD[place], case=before.case, first=False), ODD[place])


@pytest.mark.parametrize(("language", "words"), REAL)
async def test_everybody_ends_at_an_answer_or_a_person(language: str, words: str) -> None:
    """Whoever says the same again and again is with a person at last."""
    thought = await turn(words, kept="en" if language == "und" else language)
    for _ in range(9):
        fine(thought, words)
        if thought.case.state != "talking":
            break
        thought = await turn(words, kept=thought.language, case=thought.case, first=False, before=[words])
    assert thought.case.state in ("handed", "quiet"), words


async def test_a_change_of_language_in_a_flow_keeps_the_flow() -> None:
    first = await turn("my withdrawal has been pending for hours", kept="en")
    second = await turn("第一个", kept="zh-Hans", case=first.case, first=False)
    assert second.case.state == "talking"
    assert second.case.flow
    assert second.case.reason == first.case.reason
