"""The conversation as a page for a web view of the exchange's app."""

import re

from tests.world import FAROL


async def test_the_page_runs_its_own_scripts_alone_and_names_nobody(world):
    view = world.client(FAROL, {"accept-language": "zh-CN"})
    first, second = await view.get("/app/chat"), await view.get("/app/chat?lang=en&theme=dark")
    nonces = [re.search(r"'nonce-([\w-]+)'", answer.headers["content-security-policy"])[1] for answer in (first, second)]
    assert len(set(nonces)) == 2
    for nonce, answer in zip(nonces, (first, second), strict=True):
        scripts = re.findall(r"<script\b[^>]*>", answer.text)
        assert len(scripts) == 2
        assert all(f'nonce="{nonce}"' in script and "src=" in script for script in scripts)
        assert "unsafe" not in answer.headers["content-security-policy"]
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["cross-origin-opener-policy"] == "same-origin"
        assert "set-cookie" not in answer.headers
    assert 'lang="zh-Hans"' in first.text
    assert 'data-theme="dark"' in second.text
    assert 'data-lang="en"' in second.text


async def test_what_stands_in_the_address_is_one_of_few_words_or_nothing(world):
    view = world.client(FAROL, {})
    answer = await view.get("/app/chat", params={"lang": '"><script>', "theme": "x' onload='"})
    assert "onload" not in answer.text
    assert "<script>" not in answer.text


async def test_sdk_and_form_are_for_every_site(world):
    view = world.client(FAROL, {"origin": "https://exchange.example"})
    for path in ("/sdk.js", "/form.js", "/sdk/report.js", "/sdk/global.js"):
        answer = await view.get(path)
        if answer.status_code == 404:
            continue  # the front ends are not built here
        assert answer.headers["access-control-allow-origin"] == "*", path
        assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
        assert "javascript" in answer.headers["content-type"]
