"""W02: every page carries a policy under which no script of a stranger runs."""

import re

import httpx2
import pytest

from farol.app.main import BUILT
from tests.security.scene import Scene, listed
from tests.security.test_markup import Seen
from tests.security.test_objects import things
from tests.world import EXCHANGE

SEEDS = ("/help", "/help/zh", "/help/en", "/my", "/help/xx", "/help/en/a/nothing", "/nothing", "/help/en/search?q=%3Cscript%3E", "/my/session", "/schema")
HREF = re.compile(r"""(?:href|action|src)="(/[^"#]*)""")
FRAMED = "/embed/"
"""Pages for frames on the exchange's sites, and on no others."""
CONSOLE = ("/console/", "/console/tickets/7", "/console/search?q=x", "/console/index.html", "/console")


def directives(answer: httpx2.Response) -> dict[str, list[str]]:
    """The policy by directive. There must be exactly one."""
    found = answer.headers.get_list("content-security-policy")
    assert len(found) == 1, found
    return {words[0]: words[1:] for part in found[0].split(";") if (words := part.split())}


def weak(answer: httpx2.Response, framed_by: str = "'none'") -> str | None:
    """Why the policy of a page is not good enough. framed_by: the sites that may show it in a frame."""
    policy = directives(answer)
    scripts = policy.get("script-src", policy.get("default-src", []))
    nonced = any(s.startswith("'nonce-") for s in scripts) and "'strict-dynamic'" in scripts
    named = bool(scripts) and all(re.fullmatch(r"'sha256-[A-Za-z0-9+/]{43}='", s) for s in scripts)
    if scripts != ["'none'"] and not nonced and not named:
        return f"script-src {scripts}"
    if {"'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "*", "data:", "https:"} & {s for d in ("script-src", "style-src", "default-src") for s in policy.get(d, [])}:
        return f"unsafe {policy}"
    for name, wanted in (("object-src", "'none'"), ("base-uri", "'none'"), ("frame-ancestors", framed_by), ("default-src", "'none'"), ("form-action", "'self'")):
        if policy.get(name) != [wanted]:
            return f"{name} {policy.get(name)}"
    return None


async def test_w02_every_page_that_can_be_reached(scene: Scene) -> None:
    """A crawl as a customer and as nobody, through every link of our own."""
    wrong, pages = [], 0
    for who in ("mei", "nobody"):
        left, seen = [*SEEDS, f"/my/tickets/{scene.things['mei']['number']}"], set[str]()
        while left and len(seen) < 150:
            path = left.pop(0)
            if path in seen:
                continue
            seen.add(path)
            answer = await scene.send("GET", path, headers=scene.headers(who, "pages"))
            if not answer.headers.get("content-type", "").startswith("text/html"):
                continue
            pages += 1
            if why := weak(answer):
                wrong.append((who, path, why))
            wrong += [(who, path, bad) for bad in Seen(answer.text).bad]
            left += [link.replace("&amp;", "&") for link in HREF.findall(answer.text)]
    assert not wrong, listed(wrong)
    assert pages > 40


async def test_w02_every_html_route_is_a_page_of_ours(scene: Scene) -> None:
    for route in scene.routes:
        if route.audience == "pages" and not route.writes:
            for who in ("mei", "nobody"):
                answer = await scene.ask(who, route, route.address(**things(scene, "mei")))
                framed_by = EXCHANGE if route.path.startswith(FRAMED) else "'none'"
                assert not answer.headers.get("content-type", "").startswith("text/html") or weak(answer, framed_by) is None, route.key


@pytest.mark.skipif(not (BUILT / "console" / "index.html").is_file(), reason="the console is not built")
async def test_w02_the_console_has_a_fresh_nonce_and_trusted_types(scene: Scene) -> None:
    nonces = set()
    for path in CONSOLE * 4:
        answer = await scene.send("GET", path)
        assert answer.status_code == 200
        assert weak(answer) is None
        policy = directives(answer)
        assert policy["require-trusted-types-for"] == ["'script'"]
        assert policy["trusted-types"] == ["vue", "push", "mail"]
        assert policy["connect-src"] == ["'self'"]
        nonce = next(s for s in policy["script-src"] if "nonce" in s)[7:-1]
        assert len(nonce) >= 22
        nonces.add(nonce)
        scripts = re.findall(r"<script\b[^>]*>", answer.text)
        assert scripts
        assert all(f'nonce="{nonce}"' in s and "src=" in s for s in scripts), "no script without the nonce, none inline"
        assert answer.headers["cache-control"] == "no-store"
    assert len(nonces) == len(CONSOLE) * 4


async def test_w02_json_and_files_carry_a_policy_too(scene: Scene) -> None:
    mei = scene.things["mei"]
    for path in ("/api/customer/home", f"/api/customer/tickets/{mei['ticket_id']}", "/api/customer/nothing"):
        policy = directives(await scene.send("GET", path, headers=scene.headers("mei", "customer")))
        assert policy["default-src"] == ["'none'"]
    file = await scene.send("GET", f"/api/customer/tickets/{mei['ticket_id']}/files/{mei['file_id']}", headers=scene.headers("mei", "customer"))
    assert "sandbox" in directives(file)


def test_w02_fails_on_a_planted_weakness() -> None:
    strict = "default-src 'none'; script-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
    for bad in (strict.replace("script-src 'none'", "script-src 'self' 'unsafe-inline'"), strict.replace("object-src 'none'; ", ""),
                strict.replace("base-uri 'none'", "base-uri 'self'"), strict.replace("script-src 'none'", "script-src https://cdn.example")):
        assert weak(httpx2.Response(200, headers={"content-security-policy": bad}))
    assert weak(httpx2.Response(200, headers={"content-security-policy": strict})) is None
