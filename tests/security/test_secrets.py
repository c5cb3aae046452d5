"""A20: what must not be kept is in no log and no table, whichever input it came through."""

import io
import json
import logging
import secrets
from uuid import uuid4

import pytest
from mnemonic import Mnemonic

from farol.core.shield import scrub
from farol.kit import log
from tests.security.scene import Scene, listed, options
from tests.security.test_objects import things

SEED = Mnemonic("english").to_mnemonic(secrets.token_bytes(16))
PASSWORD, OTP, TOKEN = "Canary-Pass-83xq!", "493817", secrets.token_urlsafe(32)
CARD, KEY = "4242 4242 4242 4242", "5KJvsngHeMpm884wtkJNzQGaCErckhHJBGFsvd3VyK5qMZXj3hS"


async def everything(scene: Scene) -> str:
    """All tables as text."""
    names = [row["t"] for row in await scene.kit.db.fetch("select table_name as t from information_schema.tables where table_schema = 'public'")]
    return "\n".join([row["r"] for name in names for row in await scene.kit.db.fetch(f"select t::text as r from {name} t")])


@pytest.fixture
def written(scene: Scene) -> io.StringIO:
    """What the process logs at the most talkative level."""
    log.configure(scrub=lambda text: scrub(text).text, level="debug", form="json")
    out = io.StringIO()
    handler = logging.getLogger().handlers[0]
    assert isinstance(handler, logging.StreamHandler)
    was = handler.setStream(out)
    yield out
    handler.setStream(was or io.StringIO())
    log.configure(scrub=lambda text: scrub(text).text, level="warning", form="console")


async def test_a20_no_secret_in_tables_or_logs(scene: Scene, written: io.StringIO) -> None:
    mei, words = scene.things["mei"], f"我的助记词是 {SEED} 谢谢"
    said = [words, f"my password is: {PASSWORD}", f"验证码 {OTP}", f"card {CARD}", f"my private key {KEY}"]
    console, customer, pages = (scene.headers("agent", "console"), scene.headers("mei", "customer"), scene.headers("mei", "pages"))
    for text in said:
        body = {"client_id": str(uuid4()), "body": text}
        await scene.send("POST", f"/api/customer/tickets/{mei['ticket_id']}/messages", headers=customer, json=body)
        await scene.send("POST", "/api/customer/tickets", headers=customer, json={**body, "client_id": str(uuid4())})
        for internal in (True, False):
            await scene.send("POST", f"/api/console/tickets/{mei['ticket_id']}/messages", headers=console, json={**body, "client_id": str(uuid4()), "internal": internal})
        version = await scene.kit.db.fetchval("select version from ticket where id = $1", mei["ticket_id"])
        await scene.send("PATCH", f"/api/console/tickets/{mei['ticket_id']}", headers=console, json={"version": version, "subject": text[:300]})
        await scene.send("POST", f"/my/tickets/{mei['number']}/messages", headers=pages, data={"client_id": str(uuid4()), "body": text})
        await scene.send("GET", "/api/console/search", headers=console, params={"q": text[:200]})
        await scene.send("GET", "/help/en/search", params={"q": text})
    await scene.send("POST", "/api/console/session", headers=scene.headers("nobody", "console"), json={"email": "ana@demo-exchange.example", "password": PASSWORD, "totp": OTP})
    for headers in ({"authorization": f"Bearer {TOKEN}"}, {"cookie": f"farol_staff={TOKEN}; farol_customer={TOKEN}"}):
        for path in ("/api/customer/home", "/api/console/session", "/my"):
            await scene.send("GET", path, headers=headers)
    tables, wrote = await everything(scene), written.getvalue()
    wrong = [(where, name) for where, text in (("tables", tables), ("logs", wrote)) for name, secret in
             (("seed phrase", SEED), ("password", PASSWORD), ("token", TOKEN), ("card", CARD), ("key", KEY)) if secret in text]
    wrong += [("tables", "code")] if f"验证码 {OTP}" in tables else []
    assert not wrong, listed(wrong)
    halves = [" ".join(SEED.split()[i : i + 6]) for i in (0, 6)]
    assert not any(half in tables + wrote for half in halves)
    kinds = await scene.kit.db.fetchval("select count(distinct k) from message, unnest(removed) k")
    assert kinds >= 4, "they came in, and were taken out"


async def test_a20_an_accident_logs_no_words(scene: Scene, written: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    """The traceback of a broken action holds neither the body nor the proof of who sent it."""
    from farol.core.tickets.actions import Poster

    async def fail(_: object, draft: object) -> None:
        raise RuntimeError(f"could not store {draft} for password {PASSWORD} and {SEED}")

    monkeypatch.setattr(Poster, "put", fail)
    for key, who in (("POST /api/customer/tickets/{ticket_id}/messages", "mei"), ("POST /api/console/tickets/{ticket_id}/messages", "agent")):
        route = scene.route(key)
        answer = await scene.ask(who, route, route.address(**things(scene, "mei")), **options(route, body=f"my seed {SEED}"))
        assert answer.status_code == 500
    wrote = written.getvalue()
    lines = [json.loads(line) for line in wrote.splitlines() if line.startswith("{")]
    assert [line["event"] for line in lines if line["level"] == "error"] == ["web.broken"] * 2
    assert SEED not in wrote
    assert scene.tokens["mei"] not in wrote
    assert scene.tokens["agent"] not in wrote


async def test_a20_health_and_metrics_tell_no_secret(scene: Scene) -> None:
    settings = scene.kit.settings
    for path in ("/healthz", "/metrics"):
        text = (await scene.send("GET", path)).text
        assert not any(secret and secret in text for secret in (settings.secret_key, settings.widget_secret, settings.database_url, settings.core_link_secret))
        assert "postgres" not in text.lower().replace("postgresql", "")
