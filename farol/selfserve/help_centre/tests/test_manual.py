"""The API page: one data file, both languages, signatures that are right."""

import msgspec
import pytest

from farol.kit.core import Kit
from farol.selfserve.help_centre import manual
from farol.selfserve.knowledge import seeding
from tests.world import Client

BOOK = manual.read(manual.SHIPPED)


@pytest.mark.parametrize("lang", ["zh", "en"])
async def test_it_holds_endpoints_errors_statuses_and_limits(reader: Client, demo: None, lang: str) -> None:
    text = (await reader.get(f"/help/{lang}/api")).text
    for group in BOOK.groups:
        for one in group.endpoints:
            assert f"{one.method} {one.path}" in text
    for errors in BOOK.errors:
        for each in errors.codes:
            assert f"<code>{each.code}</code>" in text
    for vector in BOOK.signing.vectors:
        assert vector.signature in text
    assert ("20 a second" if lang == "en" else "每秒 20 次") in text
    assert text.count("<h1") == 1


def test_links_lead_to_articles_and_codes_are_named_once() -> None:
    slugs = {draft.slug for draft in seeding.shipped()}
    codes = [each for errors in BOOK.errors for each in errors.codes]
    assert {each.article for each in codes if each.article} <= slugs
    assert len({each.code for each in codes}) == len(codes)


def test_codes_and_signatures_are_those_of_the_article() -> None:
    article = next(draft.body for draft in seeding.shipped() if (draft.slug, draft.language) == ("api-errors", "en"))
    for vector in BOOK.signing.vectors[:2]:
        assert vector.signature in article
    for each in BOOK.errors[0].codes:
        assert f"| {each.code} | {each.status} |" in article


def test_a_wrong_signature_or_field_stops_the_file(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    from pathlib import Path

    file = Path(str(tmp_path)) / "api.json"
    file.write_text(manual.SHIPPED.read_text().replace(BOOK.signing.vectors[0].signature, "0" * 64))
    with pytest.raises(ValueError, match="signature"):
        manual.read(file)
    other = Path(str(tmp_path)) / "other.json"
    other.write_text(manual.SHIPPED.read_text().replace('"base_url"', '"base"'))
    with pytest.raises(msgspec.ValidationError):
        manual.read(other)


async def test_an_exchange_without_a_file_has_no_such_page(reader: Client, kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kit, "settings", msgspec.structs.replace(kit.settings, demo=False))
    assert (await reader.get("/help/en/api")).status_code == 404
    assert "/help/en/api" not in (await reader.get("/help/en")).text
    assert "/help/en/api<" not in (await reader.get("/sitemap.xml")).text
