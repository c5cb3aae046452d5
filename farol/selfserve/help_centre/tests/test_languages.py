"""Pages in languages that articles are not written in: the frame speaks them, the article says whose words it is."""

import re

import pytest

from farol.kit.i18n import NAMES, TONGUES
from tests.world import Client

from .test_pages import page


@pytest.mark.parametrize("lang", [one for one in TONGUES if one not in ("zh", "en")])
async def test_a_page_is_framed_in_its_language(reader: Client, lang: str) -> None:
    text = await page(reader, f"/help/{lang}")
    assert f'<html lang="{lang}" dir="{"rtl" if lang == "ar" else "ltr"}">' in text
    assert all(f">{name}</a>" in text for name in NAMES.values())
    assert ('id="draft"' in text) == (lang != "zh-Hant")
    assert f'href="/stolen?lang={lang}"' in text


async def test_an_article_is_marked_as_what_it_is_written_in(reader: Client) -> None:
    arabic, taiwanese = await page(reader, "/help/ar/a/memo-tag"), await page(reader, "/help/zh-Hant/a/memo-tag")
    assert '<article lang="en" dir="ltr">' in arabic
    assert '<article lang="zh-Hans" dir="ltr">' in taiwanese
    assert "這篇還沒有您的語言版本" in taiwanese
    assert "幫助中心" in taiwanese


async def test_search_engines_are_told_of_written_languages_only(reader: Client) -> None:
    for path in ("/help/ru", "/help/ru/a/memo-tag"):
        text = await page(reader, path)
        head = text.partition("</head>")[0]
        assert set(re.findall(r'hreflang="([^"]+)"', head)) == {"zh-Hans", "en", "x-default"}
        assert f'rel="canonical" href="http://farol.test{path.replace("/ru", "/en")}"' in head
    assert "/help/ru" not in (await reader.get("/sitemap.xml")).text


async def test_search_works(reader: Client) -> None:
    text = await page(reader, "/help/ru/search?q=memo")
    assert "/help/ru/a/memo-tag" in text
