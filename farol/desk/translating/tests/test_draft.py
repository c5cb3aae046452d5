"""Writing in one's own language to a customer of another."""

import uuid

from farol.app.demo import cast

from .conftest import Talk

REPLY = "We found your withdrawal of 100.5 USDT, see https://tronscan.org/#/x and wait a little."


async def test_it_is_seen_beside_its_way_back_and_sent_as_seen(talk: Talk) -> None:
    draft = await talk.draft(REPLY)
    assert (draft["target"], draft["words"], draft["back"], draft["by"]) == ("ru", f"«{REPLY}»", f"««{REPLY}»»", "service")
    assert (await talk.settle(draft)).json() == {"client_id": draft["client_id"], "words": f"«{REPLY}»", "edited": False, "back": None}
    seq = await talk.send(draft, draft["words"])
    (said,) = (await talk.ana.ok("GET", talk.path))["translations"]
    assert (said["seq"], said["original"], said["source"], said["edited"]) == (seq, REPLY, "en", False)
    (own,) = (await talk.mei.ok("GET", talk.path))["translations"]
    assert own == {"seq": seq, "source": "en", "original": REPLY, "edited": False}


async def test_its_author_may_word_it_otherwise_and_not_change_what_it_says(talk: Talk) -> None:
    draft = await talk.draft(REPLY)
    done = (await talk.settle(draft, f"Здравствуйте. «{REPLY}»")).json()
    assert (done["edited"], done["back"]) == (True, f"«Здравствуйте. «{REPLY}»»")
    for words in (REPLY.replace("100.5", "100.6"), f"{REPLY} https://evil.example", REPLY.replace("https://tronscan.org/#/x", "")):
        refused = await talk.settle(draft, words)
        assert refused.json()["code"] == "translation_differs", words


async def test_other_words_than_those_let_go_are_no_translation(talk: Talk) -> None:
    draft = await talk.draft(REPLY)
    await talk.settle(draft)
    await talk.send(draft, "Something else")
    assert (await talk.mei.ok("GET", talk.path))["translations"] == []


async def test_a_draft_that_was_not_let_go_is_no_translation(talk: Talk) -> None:
    draft = await talk.draft(REPLY)
    await talk.send(draft, draft["words"])
    assert (await talk.ana.ok("GET", talk.path))["translations"] == []
    assert (await talk.ana.put(f"{talk.path}/{draft['client_id']}", json={"text": "x y", "source": "en"})).json()["code"] == "already_said"


async def test_the_guard_judges_the_original_and_the_translation(talk: Talk) -> None:
    asks = await talk.draft("Please send me your password.")
    assert {one["code"] for one in asks["findings"]} == {"never.secret"}
    assert (await talk.settle(asks)).json()["code"] == "never_asked"
    talk.service.words = lambda text: "请把短信验证码发给我。"
    turned = await talk.draft("Please wait a little.", target="zh-Hans")
    assert turned["words"] == "请把短信验证码发给我。"
    assert (await talk.settle(turned)).json()["code"] == "never_asked"


async def test_an_edit_in_a_language_the_guard_cannot_read_is_judged_by_its_way_back(talk: Talk) -> None:
    draft = await talk.draft("Please wait a little.")
    talk.service.words = lambda text: "Please send me your password."
    assert (await talk.settle(draft, "Пришлите мне ваш пароль.")).json()["code"] == "never_asked"


async def test_without_a_translation_the_reason_is_said_and_nothing_kept(talk: Talk) -> None:
    talk.service.words = lambda text: f"{text} Pay 5,000 USDT more."
    draft = await talk.draft(REPLY)
    assert (draft["words"], draft["why"]) == (None, "changed")
    assert (await talk.settle(draft, "x")).status_code == 404


async def test_it_can_be_said_in_a_language_of_ones_choice_and_once_more(talk: Talk) -> None:
    key = str(uuid.uuid4())
    assert (await talk.draft("Good day to you.", key, target="es"))["target"] == "es"
    again = await talk.draft("Good evening to you.", key)
    assert (again["target"], again["original"]) == ("ru", "Good evening to you.")
    ben = await talk.world.staff(cast.TIM)
    assert (await ben.put(f"{talk.path}/{key}", json={"text": "Hello there", "source": "en"})).json()["code"] == "already_said"


async def test_what_is_in_the_customers_language_already_is_not_translated_again(talk: Talk) -> None:
    draft = await talk.draft("Здравствуйте, мы нашли ваш вывод, он придёт сегодня вечером, подождите немного")
    assert (draft["words"], draft["why"], draft["source"]) == (None, "same", "ru")
    assert draft["says"]["en"].startswith("What you wrote is in that language already")
    assert talk.service.asked == []


async def test_it_is_translated_from_what_it_is_written_in_whatever_the_screen_said(talk: Talk) -> None:
    draft = await talk.draft("您好，我们已经找到您的提币，请稍等，今天会到账。")
    assert (draft["source"], draft["target"]) == ("zh-Hans", "ru")
    assert next(one for one in talk.service.asked if one)["source"] == "zh-Hans"


async def test_secrets_are_masked_before_they_leave(talk: Talk) -> None:
    draft = await talk.draft("my password is Hunter2!x9 help")
    assert "Hunter2" not in str(talk.service.asked) + str(draft)
