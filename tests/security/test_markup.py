"""W01, at the server: markup in any field is text in JSON that no browser reads as a page, and escaped on every page."""

import re
from html import unescape
from html.parser import HTMLParser
from uuid import uuid4

from farol.app.demo import cast
from tests.security.payloads import CANARY, MARKUP
from tests.security.scene import Scene, listed
from tests.sizes import some
from tests.world import identity

SCHEME = re.compile(r"^[\s\x00-\x20\u00a0\u2028\u2029\ufeff\u3000]*(?:https?:|mailto:|/|#|\?|[a-z0-9-]+$)", re.IGNORECASE)


def ours(attrs: dict[str, str | None]) -> bool:
    """Whether a script is a file of ours, named with the digest of its bytes; or data (JSON-LD), which is not run."""
    src, digest = attrs.get("src") or "", attrs.get("integrity") or ""
    return set(attrs) == {"src", "integrity", "defer"} and src.startswith("/static/") and digest.startswith("sha256-")


class Seen(HTMLParser):
    """Elements, handlers and addresses that a page really has."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.bad: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script" and (attrs == [("type", "application/ld+json")] or ours(dict(attrs))):
            return
        if tag in ("script", "iframe", "object", "embed", "base", "math", "foreignobject", "template", "noscript", "marquee", "audio", "video", "portal"):
            self.bad.append(f"<{tag}>")
        for name, value in attrs:
            if name.startswith("on") or name in ("srcdoc", "style", "formaction"):
                self.bad.append(f"<{tag} {name}>")
            if name in ("href", "src", "action", "xlink:href") and not SCHEME.match(value or "/"):
                self.bad.append(f"<{tag} {name}={value}>")
            if CANARY in (value or "") and name not in ("value", "content", "title", "alt", "placeholder", "aria-label"):
                self.bad.append(f"<{tag} {name}={value}>")


def test_w01_the_parser_sees_what_runs() -> None:
    """Planted faults: each of these must be found."""
    for page in ("<script>x</script>", "<img src=x onerror=x>", "<a href='javascript:x'>", "<p style='x'>", "<iframe srcdoc=x>", "<a href='\u2028javascript:x'>",
                 "<script src='https://x/static/x.js' integrity='sha256-x' defer></script>", "<script type='module'>x</script>"):
        assert Seen(page).bad, page
    assert not Seen("<a href='/my'>x</a><img src='/x.png' alt='&lt;script&gt;'>").bad
    assert len(MARKUP) >= 150


def pages_of(number: str) -> tuple[str, ...]:
    return ("/my", f"/my/tickets/{number}", "/my?lang=xx", f"/my/tickets/{number}?before=30")


async def test_w01_words_names_and_subjects(scene: Scene) -> None:
    """In every field a customer fills: JSON stays JSON, the words come back as typed, the pages hold no element of theirs."""
    wrong: list[tuple[str, str]] = []
    tried = some(MARKUP, 2)
    for start in range(0, len(tried), 40):
        part = tried[start : start + 40]
        who = cast.CastCustomer(f"x{start}", f"9900{start:04}", part[0][:80], f"x{start}@example.net", "", "en", part[1][:300], "UTC", "", (), "", "")
        customer = await scene.world.customer(who)
        opened = await scene.world.open(customer, part[0], language="en", about={"kind": "deposit", "id": part[1][:80]})
        ticket, number = opened["ticket"]["id"], opened["ticket"]["number"]
        for text in part:
            answer = await scene.send("POST", f"/api/customer/tickets/{ticket}/messages", headers=dict(customer.headers), json={"client_id": str(uuid4()), "body": text})
            assert answer.status_code == 200, text
        for path, headers in ((f"/api/customer/tickets/{ticket}", dict(customer.headers)), (f"/api/console/tickets/{ticket}", scene.headers("agent", "console")),
                              ("/api/console/inbox?view=all", scene.headers("agent", "console"))):
            answer = await scene.send("GET", path, headers=headers)
            assert answer.headers["content-type"] == "application/json"
            assert answer.headers["x-content-type-options"] == "nosniff"
        said = {m["body"] for m in (await scene.send("GET", f"/api/customer/tickets/{ticket}", headers=dict(customer.headers))).json()["messages"]}
        assert {t.strip() for t in part} <= said, "kept as typed"
        cookie = {"cookie": f"farol_customer={customer.headers['authorization'][7:]}"}
        for path in pages_of(number):
            page = await scene.send("GET", path, headers=cookie)
            assert page.status_code in (200, 404)
            wrong += [(path, bad) for bad in Seen(page.text).bad]
            if path == f"/my/tickets/{number}":
                shown = unescape(page.text)
                assert sum(t.strip() in shown for t in part) == len(part), "shown as typed"
    assert not wrong, listed(wrong)


async def test_w01_in_addresses_and_forms(scene: Scene) -> None:
    """What a page repeats of the question: search, language, number, a refused form, a refused identity."""
    wrong, number = [], scene.things["mei"]["number"]
    pages = scene.headers("mei", "pages")
    for text in MARKUP[::2]:
        answers = [await scene.send("GET", "/help/en/search", params={"q": text}, headers=pages), await scene.send("GET", "/my", params={"lang": text}, headers=pages),
                   await scene.send("GET", f"/my/tickets/{number}", params={"lang": text}, headers=pages)] if text in MARKUP[::6] else []
        answers += [await scene.send("POST", "/my/session", data={"identity": text}, headers={"origin": "http://exchange.test"}),
                    await scene.send("POST", f"/my/tickets/{number}/messages", data={"body": text + "x" * 10_001}, headers=pages)]
        wrong += [(str(a.url)[:80], bad) for a in answers if a.headers.get("content-type", "").startswith("text/html") for bad in Seen(a.text).bad]
    assert not wrong, listed(wrong)


async def test_w01_names_of_files(scene: Scene) -> None:
    """A name is shown, never markup; the header that carries it stays one header; html and svg are not taken at all."""
    from urllib.parse import quote

    mallory, ids = scene.things["mallory"], []
    for text in MARKUP[::25]:
        sent = {**scene.headers("mallory", "customer"), "content-type": "text/plain", "x-file-name": quote(text[:80] + ".txt")}
        answer = await scene.send("POST", "/api/customer/files", content=b"words", headers=sent)
        assert answer.status_code == 200
        ids.append(answer.json()["id"])
    for few in (ids[:10], ids[10:]):
        if few:
            await scene.world.say(mallory["client"], mallory["ticket_id"], "files", files=few)
    page = await scene.send("GET", f"/my/tickets/{mallory['number']}", headers=scene.headers("mallory", "pages"))
    assert not Seen(page.text).bad
    for one in ids:
        file = await scene.send("GET", f"/my/tickets/{mallory['number']}/files/{one}", headers=scene.headers("mallory", "pages"))
        assert file.headers["content-disposition"].startswith("attachment;")
        assert file.headers["x-content-type-options"] == "nosniff"
        assert "sandbox" in file.headers["content-security-policy"]
    for kind, name in (("text/html", "a.html"), ("image/svg+xml", "a.svg"), ("text/plain", "a.html"), ("image/png", "a.svg"), ("application/xhtml+xml", "a.xhtml"), ("image/png", "a.png")):
        sent = {**scene.headers("mallory", "customer"), "content-type": kind, "x-file-name": name}
        assert (await scene.send("POST", "/api/customer/files", content=b"<svg xmlns='http://www.w3.org/2000/svg'><script>x</script></svg>", headers=sent)).status_code == 422


async def test_w01_what_the_exchange_says_of_a_person(scene: Scene) -> None:
    """A signed name is as little trusted as a typed one."""
    who = cast.CastCustomer("m", "77001122", f"<img src=x onerror={CANARY}>", "m@example.net", "", "en", "", "<b>UTC", "", (), "", "")
    answer = await scene.send("POST", "/my/session", data={"identity": identity(scene.kit, who)}, headers={"origin": "http://exchange.test"})
    assert answer.status_code == 303
    cookies = "; ".join(c.partition(";")[0] for c in answer.headers.get_list("set-cookie"))
    page = await scene.send("GET", "/my", headers={"cookie": cookies})
    assert page.status_code == 200
    assert not Seen(page.text).bad
    assert CANARY in page.text
