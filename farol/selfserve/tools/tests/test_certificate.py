"""A completed withdrawal is certified once, downloaded by its owner alone, and checked by anybody without learning more."""

import re
from typing import Any

import asyncpg
import msgspec
import pytest
from joserfc import jws
from joserfc.errors import BadSignatureError
from joserfc.jwk import OKPKey

from farol.app.demo import cast
from farol.core.exchange import CoreLink
from farol.kit import i18n, paper
from farol.selfserve.tools import certificate_paper
from farol.selfserve.tools.certificate import ALGORITHM, Statement, read
from farol.trust.identity.tests.conftest import Browser
from tests.world import World

from .test_withdrawals import path_of


async def certified(mei: Browser) -> tuple[str, str, str]:
    """Path of the withdrawal, its page, and the code of its certificate."""
    path = path_of(await mei.get("/my/withdrawals"), "1,200 USDT")
    page = await mei.post(f"{path}/certificate")
    code = re.search(r'href="/certificate/([0-9A-Z]{16})"', page)
    assert code
    return path, page, code[1]


async def test_the_owner_gets_it_in_both_languages_and_as_data(mei: Browser, world: World) -> None:
    path, page, code = await certified(mei)
    for lang in i18n.LANGS:
        answer = await mei.client.get(f"{path}/certificate.pdf?lang={lang}")
        assert answer.content.startswith(b"%PDF-")
        assert answer.headers["cache-control"] == "no-store"
        assert f'filename="withdrawal-{code}.pdf"' in answer.headers["content-disposition"]
        assert (await mei.client.get(f"{path}/certificate.pdf?lang={lang}")).content == answer.content
    data = (await mei.client.get(f"{path}/certificate.json")).json()
    facts = data["facts"]
    assert (facts["amount"], facts["coin"], data["code"]) == ("1200", "USDT", code)
    assert facts["txid"]
    assert len(facts["address"]) > 20  # the whole one: it is the customer's own document
    assert cast.MEI.uid not in msgspec.json.encode(data).decode()
    assert f"{path}/certificate.pdf?lang=zh" in page
    world.kit.put(CoreLink("", "", ""))
    assert (await mei.client.get(f"{path}/certificate.json")).status_code == 200


async def test_the_same_facts_are_certified_once(mei: Browser, world: World) -> None:
    path, _, code = await certified(mei)
    assert f"/certificate/{code}" in await mei.post(f"{path}/certificate")
    assert await world.kit.db.fetchval("select count(*) from withdrawal_certificate") == 1
    assert await world.kit.db.fetchval("select count(*) from event where kind = 'withdrawal_certificate.issued'") == 1
    with pytest.raises(asyncpg.RaiseError):
        await world.kit.db.execute("update withdrawal_certificate set signed = 'x'")


async def test_anybody_checks_it_and_learns_no_more(mei: Browser, browser: Any) -> None:
    path, _, code = await certified(mei)
    facts = (await mei.client.get(f"{path}/certificate.json")).json()["facts"]
    stranger: Browser = await browser()
    for way in (f"/certificate/{code}", f"/certificate?code={code[:4].lower()}-{code[4:]}", f"/certificate/{code}?lang=zh"):
        page = await stranger.get(way)
        assert "1,200 USDT" in page
        assert facts["txid"][-8:] in page
        assert facts["txid"] not in page
        for hidden in (facts["address"], facts["address"][:8], facts["withdrawal_id"], cast.MEI.uid, cast.MEI.name, cast.MEI.email):
            assert hidden not in page
    unknown = await stranger.get("/certificate/ABCDEFGHJKLMNPQR", 404)
    odd = await stranger.get("/certificate/" + "%E9%94%99 x" * 30, 404)
    assert "没有这个核验码的证明" in unknown
    assert "没有这个核验码的证明" in odd


async def test_a_changed_record_or_file_is_found(mei: Browser, browser: Any, world: World) -> None:
    path, _, code = await certified(mei)
    data = (await mei.client.get(f"{path}/certificate.json")).json()
    key = OKPKey.import_key((await mei.client.get("/certificate/key")).json())
    signed = jws.deserialize_compact(data["signed"], key, algorithms=[ALGORITHM])
    stated = msgspec.json.decode(signed.payload, type=Statement)
    assert msgspec.to_builtins(stated)["facts"] == data["facts"]
    head, body, mark = data["signed"].split(".")
    forged = f"{head}.{body[:40]}{'A' if body[40] != 'A' else 'B'}{body[41:]}.{mark}"
    with pytest.raises((BadSignatureError, ValueError)):
        jws.deserialize_compact(forged, key, algorithms=[ALGORITHM])
    assert read(world.kit.settings.secret_key, forged) is None
    await world.kit.db.execute("alter table withdrawal_certificate disable trigger withdrawal_certificate_stays")
    try:
        await world.kit.db.execute("update withdrawal_certificate set signed = $1", forged)
    finally:
        await world.kit.db.execute("alter table withdrawal_certificate enable trigger withdrawal_certificate_stays")
    assert "There is no certificate with this code" in await (await browser()).get(f"/certificate/{code}", 404)


async def test_only_a_completed_one_of_ones_own(mei: Browser, browser: Any, world: World) -> None:
    page = await mei.get("/my/withdrawals")
    moving = path_of(page, "18,500 USDT")
    assert "Certificate for the receiver" not in await mei.get(moving)
    assert "not completed yet" in await mei.post(f"{moving}/certificate", 409)
    path, _, _ = await certified(mei)
    ivan: Browser = await browser(cast.IVAN)
    await ivan.post(f"{path}/certificate", 404)
    for kind in ("pdf", "json"):
        await ivan.get(f"{path}/certificate.{kind}", 404)
        await (await browser()).get(f"{path}/certificate.{kind}", 401)
    assert await world.kit.db.fetchval("select count(*) from withdrawal_certificate") == 1


async def test_long_values_and_markup_stay_text(mei: Browser, world: World) -> None:
    await certified(mei)
    signed = await world.kit.db.fetchval("select signed from withdrawal_certificate")
    stated = read(world.kit.settings.secret_key, signed)
    assert stated
    odd = msgspec.structs.replace(stated, facts=msgspec.structs.replace(
        stated.facts, address="addr1" + "q" * 200, memo='#panic("x") $ ] 备注', txid="", internal=True, fee=None, completed_at=None))
    assert (await certificate_paper.pdf(odd, "zh", "http://farol.test")).startswith(b"%PDF-")
    rows = certificate_paper.shown(odd, "zh", "http://farol.test")["rows"]
    assert ["Memo / 标签", '#panic("x") $ ] 备注', True] in rows
    assert not any("手续费" in row[0] for row in rows)
    assert paper.MOST_DATA > 1000
