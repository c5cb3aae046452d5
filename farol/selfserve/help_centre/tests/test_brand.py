"""An exchange's own colours and logo."""

from pathlib import Path

import msgspec
import pytest

from farol.kit.core import Kit
from farol.selfserve.help_centre import brand
from tests.world import Client


@pytest.fixture
def dressed(kit: Kit, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    logo = tmp_path / "logo.svg"
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    changed = msgspec.structs.replace(kit.settings, brand="Kraken Bay", brand_colour="#1f4fd8", brand_accent="#f0b90b", brand_logo=str(logo))
    monkeypatch.setattr(kit, "settings", changed)


async def test_pages_wear_the_brand(reader: Client, dressed: None, kit: Kit) -> None:
    text = (await reader.get("/help/en")).text
    assert "Kraken Bay Help centre" in text
    assert f'<link rel="stylesheet" href="{brand.address(kit.settings)}">' in text
    assert '<img src="/help/logo" alt=""' in text
    sheet = await reader.get("/help/brand.css")
    assert sheet.headers["content-type"].startswith("text/css")
    assert "--sea: #1f4fd8" in sheet.text
    assert "--lamp: #f0b90b" in sheet.text
    assert "prefers-color-scheme: dark" in sheet.text
    assert "--emergency" not in sheet.text


async def test_a_logo_is_a_picture_and_nothing_else(reader: Client, dressed: None) -> None:
    answer = await reader.get("/help/logo")
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert "sandbox" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"


async def test_without_one_pages_are_as_designed(reader: Client, kit: Kit) -> None:
    assert "brand.css" not in (await reader.get("/help/en")).text
    assert brand.sheet(kit.settings) == ""
    assert (await reader.get("/help/logo")).status_code == 404
