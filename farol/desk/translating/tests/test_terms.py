"""The desk's own glossary: what is saved is kept to from the next translation on."""

from farol.app.demo import cast

from .conftest import Talk


async def test_a_term_has_its_word_from_then_on(talk: Talk) -> None:
    editor = await talk.world.staff(cast.SOL)
    duty = await talk.world.staff(cast.DAN)
    assert (await editor.post("/translations/terms", json={"words": {"en": "Earn", "ru": "Копилка"}})).status_code == 403
    assert "Earn" in (await talk.draft("Open Earn now, please"))["words"]
    term = await duty.ok("POST", "/translations/terms", json={"words": {"en": "Earn", "ru": "Копилка", "es": ""}})
    assert term["words"] == {"en": "Earn", "ru": "Копилка"}
    assert (await talk.draft("Open Earn now, please"))["words"] == "«Open Копилка now, please»"
    changed = await duty.ok("PUT", f"/translations/terms/{term['id']}", json={"words": {"en": "Earn", "ru": "Доход"}, "version": term["version"]})
    assert (await duty.put(f"/translations/terms/{term['id']}", json={"words": term["words"], "version": term["version"]})).json()["code"] == "conflict"
    assert changed["version"] == 2
    assert (await talk.draft("Open Earn now, please"))["words"] == "«Open Доход now, please»"
    await duty.ok("DELETE", f"/translations/terms/{term['id']}")
    assert "Доход" not in (await talk.draft("Open Earn now, please"))["words"]
    found = await talk.ana.ok("GET", "/translations/terms")
    assert found["terms"] == []
    assert any(one.get("en") == "seed phrase" for one in found["shipped"])


async def test_what_is_refused(talk: Talk) -> None:
    duty = await talk.world.staff(cast.DAN)
    for words in ({"en": "Earn"}, {"en": "Earn", "ru": ""}, {"en": "[[1]]", "ru": "x"}):
        assert (await duty.post("/translations/terms", json={"words": words})).json()["code"] == "invalid", words
    assert (await duty.delete("/translations/terms/987654")).status_code == 404
