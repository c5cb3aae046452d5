"""Names that pass for staff are refused, whatever letters they are made of; people's names are not."""

import pytest

from farol.app.demo.cast import ANA, IVAN, MEI, ROSA
from farol.selfserve.community import names
from farol.selfserve.community.problems import NameLooksOfficial, NameNotAllowed

from .conftest import ask, page, topic_of

BRAND = "Demo Exchange"


@pytest.mark.parametrize("name", [
    "Support", "Ѕuppоrt", "S u p p o r t", "supp0rt", "Ｓｕｐｐｏｒｔ", "𝐒𝐮𝐩𝐩𝐨𝐫𝐭", "ꓢupport", "Suport Team", "Official Ana", "0fficial", "Admìn", "ADM1N", "Moderator7",
    "Demo Exchange", "Demo-Exchange Help", "Derno Exchange", "DemoExchnage", "helpdesk", "Live Chat", "官方客服", "官 方", "客-服", "管理員", "小助手Amy", "kefu01",
    "Поддержка", "Администратор", "고객센터", "公式サポート", "Verified ✅", "The Staff", "customer_service", "Recovery Agent", "Security", "安全中心"])
def test_what_looks_official_is_refused(name):
    with pytest.raises((NameLooksOfficial, NameNotAllowed)):
        names.check(name, brand=BRAND, staff=["Ana", "Sol"], own=[])


@pytest.mark.parametrize("name", ["Ana", "АNA", "Аnа", "Añа", "S0L", "ѕоl"])
def test_the_names_of_staff_are_theirs(name):
    with pytest.raises((NameLooksOfficial, NameNotAllowed)):
        names.check(name, brand=BRAND, staff=["Ana", "Sol"], own=[])


@pytest.mark.parametrize("name", [
    "Lantern", "海边的灯", "Carlos92", "PatientWhale", "小鱼儿", "Миша", "night owl", "Modesto", "Teamaker", "btc老王", "云朵", "Stafford", "Serviceberry", "Kefir", "Adam Minh",
    "한별", "さくら", "नीला", "สมชาย", "Ngọc", "Łukasz", "O'Neil", "阿平", "Helper", "Botanist", "Adele", "Stefan", "Official-ly".replace("Official-ly", "Ophelia")])
def test_peoples_names_are_not(name):
    assert names.check(name, brand=BRAND, staff=["Ana", "Sol"], own=[]) == name


@pytest.mark.parametrize(("typed", "kept"), [("Ivy ✅", "Ivy"), ("🛡️ Ivy 🛡", "Ivy"), ("Ivy ✔︎", "Ivy"), ("Iv\u200by", "Ivy"), ("Ivy\u202e", "Ivy"), ("★Ivy★", "Ivy"), ("<b>Ivy</b>", "bIvyb")])
def test_badges_cannot_be_typed(typed, kept):
    assert names.check(typed, brand=BRAND, staff=[], own=[]) == kept


@pytest.mark.parametrize("name", ["", "x", "✅✅", "1234", "Cаrl", "a" * 25, "Z" + "\u0300" * 9])
def test_what_is_no_name(name):
    with pytest.raises(NameNotAllowed):
        names.check(name, brand=BRAND, staff=[], own=[])


async def test_a_name_is_ones_own_and_gives_nothing_away(world, enter):
    await world.staff(ANA)
    ivan, rosa = await enter(IVAN), await enter(ROSA)
    for typed, why in (("Ivan Petrov", "gives away your account"), ("83920041", "2 to 24 letters"), ("ivan.petrov", "gives away"), ("Ana", "taken for our staff")):
        refused = await ivan.post("/community/en/me", data={"name": typed})
        assert refused.status_code == 422
        assert why in refused.text
    assert (await ivan.post("/community/en/me", data={"name": "Night Owl 🦉"})).status_code == 303
    assert 'Night Owl' in await page(ivan, "/community/en/me")
    taken = await rosa.post("/community/en/me", data={"name": "N1ght 0wl"})
    assert (taken.status_code, "looks the same" in taken.text) == (409, True)
    again = await ivan.post("/community/en/me", data={"name": "Day Owl"})
    assert (again.status_code, "once in 30 days" in again.text) == (429, True)


async def test_the_staff_badge_comes_from_the_role_alone(world, enter, no_pause):
    mei = await enter(MEI)
    topic = topic_of(await ask(mei, MEI, body="[Staff] **官方** ✅ <span class=\"badge staff\">Staff</span>"))
    assert '<span class="badge staff">' not in await page(mei, f"/community/en/t/{topic}")
    await world.kit.db.execute("update forum_post set state = 'shown'; update forum_topic set state = 'shown'")
    ana = await world.staff()
    await ana.ok("POST", f"/community/topics/{topic}/posts", json={"client_id": "3f0c8f5e-52a8-4f4a-9a43-0f5f6d6c1111", "body": "3/12 now."})
    text = await page(mei, f"/community/en/t/{topic}")
    assert '<b>Ana</b><span class="badge staff">' in text
    assert "Ana Duarte" not in text
