"""The macros a desk begins with: complete, in both languages, and clean by the desk's own rules."""

import re
from collections import Counter

import pytest

from farol.app.demo import cast
from farol.core.people import actions as people
from farol.core.reasons import reasons
from farol.desk.effects.model import Effect
from farol.desk.guard.careful import careful
from farol.desk.guard.never import never
from farol.desk.macros import actions
from farol.desk.macros.defaults import FOLDER, GROUPS, group, macros
from farol.desk.macros.events import MacroSaved
from farol.desk.macros.model import LONGEST, NAME, SHORTCUT, Draft
from farol.desk.macros.variables import BRACES, KNOWN, unknown
from farol.desk.sla import actions as sla
from farol.kit.core import Kit
from farol.kit.permission import SYSTEM
from tests.world import World

TOPICS = {
    "process": 14, "safety": 12, "deposits": 16, "withdrawals": 16, "security": 14, "compliance": 10, "identity": 14, "trading": 14,
    "api": 6, "p2p": 12, "fiat": 8, "products": 10, "care": 6, "questions": 7}
"""How many things an exchange says again and again there are in each group."""
BESIDES = {"notours", "wdfail", "stolen", "scam", "2fa", "kyc"}
"""Macros that begin a matter of which the groups hold the single steps."""
ALL = macros()
DIGITS_IN_NAMES = re.compile(r"C2C|P2P|Web3|IPv6")
NOT_SAID = re.compile(
    r"!|\b(?:unfortunately|soon|shortly|inconvenience|kindly|dear|valued|rest assured|asap|sanction\w*|launder\w*|blacklist\w*|suspicious|suspicion|fraudster)\b"
    r"|！|你|亲|尊敬|很快|尽快|马上|稍后|不便|抱歉给您|制裁|洗钱|黑名单|可疑|涉嫌|嫌疑|放心", re.IGNORECASE)
HALF_WIDTH = re.compile(r"[一-鿿”）][,;:!?()]|[,;:!?()][一-鿿“（]|[一-鿿]\.|[\"']")
SENTENCE = {"zh": re.compile(r"[^。？]+[。？]"), "en": re.compile(r"[^.?]+(?:[.?](?=\s|$))")}


def texts(macro: Draft) -> list[tuple[str, str]]:
    return [("zh", macro.zh), ("en", macro.en)]


def fills(text: str) -> list[str]:
    return [name.removeprefix("fill:") for name in BRACES.findall(text) if name.startswith("fill:")]


def test_every_topic_has_its_macro() -> None:
    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted(GROUPS) == sorted(TOPICS)
    for name, count in TOPICS.items():
        assert len([macro for macro in group(name) if macro.shortcut not in BESIDES]) == count, name
    assert {macro.shortcut for macro in ALL} >= BESIDES
    assert (sum(TOPICS.values()), len(ALL)) == (159, 159 + len(BESIDES))


def test_each_is_told_from_the_others() -> None:
    for field in ("shortcut", "name_zh", "name_en", "zh", "en"):
        assert [value for value, times in Counter(getattr(macro, field) for macro in ALL).items() if times > 1] == []


def test_they_do_only_what_goes_with_a_reply() -> None:
    assert {effect.do for macro in ALL for effect in macro.effects} <= {
        "status", "severity", "reason", "owner", "tag_add", "promise", "escalate", "note"}


async def test_each_may_be_saved(kit: Kit) -> None:
    for macro in ALL:
        await actions.check(kit.db, SYSTEM, macro)


@pytest.mark.parametrize("macro", ALL, ids=[macro.shortcut for macro in ALL])
class TestEach:
    def test_it_is_named_and_not_too_long(self, macro: Draft) -> None:
        assert re.fullmatch(rf"[a-z0-9-]{{3,{SHORTCUT}}}", macro.shortcut)
        assert max(len(macro.name_zh), len(macro.name_en)) <= NAME
        assert max(len(macro.zh), len(macro.en)) <= LONGEST

    def test_it_is_short_and_in_both_languages(self, macro: Draft) -> None:
        assert re.search(r"[一-鿿]", macro.name_zh)
        assert re.search(r"[一-鿿]", macro.zh)
        assert not re.search(r"[一-鿿，。：；？（）]", macro.name_en + macro.en)
        assert len(macro.zh) <= 260
        assert len(macro.en) <= 620
        for language, text in texts(macro):
            assert text == text.strip()
            assert 2 <= len(SENTENCE[language].findall(text)) <= 5, text
            assert re.search(r"[。？.?]$", text), text

    def test_the_guard_finds_nothing(self, macro: Draft) -> None:
        promised = any(effect.do == "promise" for effect in macro.effects)
        for _, text in texts(macro):
            assert [found.words for found in never(text)] == []
            assert [found.words for found in careful(text, promised=promised)] == []
            assert ("{{promise.by}}" in text) == promised
        assert [found.words for found in careful(macro.zh + macro.en, promised=False) if found.code == "promise.vague"] == []

    def test_variables_are_known_and_the_same_in_both(self, macro: Draft) -> None:
        assert unknown(macro.zh) is None
        assert unknown(macro.en) is None
        assert [macro.zh.count("{{" + name) for name in KNOWN] == [macro.en.count("{{" + name) for name in KNOWN]
        assert len(fills(macro.zh)) == len(fills(macro.en)) == len(set(fills(macro.zh))) == len(set(fills(macro.en)))
        assert all(re.search(r"[一-鿿]", name) for name in fills(macro.zh))
        assert all(name.isascii() for name in fills(macro.en))

    def test_what_it_does_can_be_done(self, macro: Draft) -> None:
        assert all(isinstance(effect, Effect) for effect in macro.effects)
        for effect in macro.effects:
            if effect.do == "reason":
                assert effect.value in reasons()

    def test_its_words_are_chosen(self, macro: Draft) -> None:
        for text in (macro.zh, macro.en, macro.name_zh, macro.name_en):
            assert NOT_SAID.findall(text) == []
            assert not re.search(r"\d", DIGITS_IN_NAMES.sub("", BRACES.sub("", text))), "figures are filled in, never typed"
        for text in (macro.zh, macro.name_zh):
            assert HALF_WIDTH.findall(BRACES.sub("字", text)) == []


async def test_they_come_once_and_in_few_statements(world: World) -> None:
    with world.statements() as ran:
        await actions.seed(world.kit)
    assert len(ran) < 10
    with world.statements() as ran:
        await actions.seed(world.kit)
    assert len(ran) < 10
    ana = await world.staff()
    shown = (await ana.ok("GET", "/macros"))["macros"]
    assert [macro["shortcut"] for macro in shown] == [macro.shortcut for macro in ALL]
    assert {(macro["scope"], macro["version"], macro["set_by"]) for macro in shown} == {("all", 1, SYSTEM.ref)}
    for macro, draft in zip(shown, ALL, strict=True):
        assert (macro["zh"], macro["en"]) == (draft.zh, draft.en)
        assert macro["effects"] == [{"do": effect.do, "value": effect.value} for effect in draft.effects]


async def test_each_is_in_the_log_and_has_its_first_version(world: World) -> None:
    await actions.seed(world.kit)
    rows = await world.kit.db.fetch("""
        select e.body, e.kind, e.seq, s.seq as last, v.content from macro m join event e on e.stream = 'macro:' || m.id
        join stream s on s.name = e.stream join macro_version v on v.macro_id = m.id and v.version = 1 order by m.id""")
    assert [row["body"] for row in rows] == [{"version": 1, "name_zh": macro.name_zh, "name_en": macro.name_en} for macro in ALL]
    assert {(row["kind"], row["seq"], row["last"]) for row in rows} == {(MacroSaved.kind, 1, 1)}
    assert [row["content"]["en"] for row in rows] == [macro.en for macro in ALL]


async def test_what_an_exchange_changed_or_removed_stays_so(world: World) -> None:
    await actions.seed(world.kit)
    sol = await world.staff(cast.SOL)
    first, second = (await sol.ok("GET", "/macros"))["macros"][:2]
    await sol.ok("PUT", f"/macros/{first['id']}", json={**{k: first[k] for k in (
        "scope", "name_zh", "name_en", "shortcut", "en", "effects")}, "zh": "您好", "version": 1})
    await sol.ok("DELETE", f"/macros/{second['id']}")
    await actions.seed(world.kit)
    shown = {macro["id"]: macro for macro in (await sol.ok("GET", "/macros"))["macros"]}
    assert (shown[first["id"]]["zh"], shown[first["id"]]["version"]) == ("您好", 2)
    assert second["id"] not in shown
    assert len(shown) == len(ALL) - 1


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_they_read_well_in_a_ticket(world: World, language: str) -> None:
    await sla.seed(world.kit)
    await actions.seed(world.kit)
    ana = await world.staff()
    ticket = (await world.open(await world.customer(), language=language))["ticket"]["id"]
    async with world.kit.db.acquire() as connection:
        actor = await people.acting(connection, await connection.fetchval("select id from staff"))
        assert actor
        for macro in (await ana.ok("GET", "/macros"))["macros"]:
            _, shown = await actions.prepare(world.kit, connection, actor, ticket, macro["id"])
            assert shown.language == language
            assert all(name.startswith("fill:") for name in shown.missing)
            assert all(effect.may for effect in shown.effects), macro["shortcut"]
