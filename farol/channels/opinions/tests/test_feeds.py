"""Feeds of Reddit, app stores and blogs; harmful ones are refused."""

from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from farol.channels.opinions.feeds import NoFeed, items

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
REDDIT = b"""<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>r/x</title>
<entry><author><name>/u/mei</name><uri>https://www.reddit.com/user/mei</uri></author><content type="html">&lt;p&gt;My deposit &lt;b&gt;is lost&lt;/b&gt;&lt;script&gt;x()&lt;/script&gt;&lt;/p&gt;</content>
<id>t3_1abc</id><link href="https://www.reddit.com/r/x/comments/1abc/deposit/" /><updated>2026-11-20T09:00:00+00:00</updated><title>Deposit lost</title></entry></feed>"""
STORE = b"""<?xml version="1.0" encoding="utf-8"?><feed xmlns:im="http://itunes.apple.com/rss" xmlns="http://www.w3.org/2005/Atom">
<entry><updated>2026-11-19T07:00:00-07:00</updated><id>11999</id><title>Slow</title><content type="text">Withdrawals never arrive</content><im:rating>1</im:rating>
<author><name>rosa</name><uri>https://itunes.apple.com/x</uri></author><link rel="related" href="https://itunes.apple.com/review?id=1"/><content type="html">&lt;table&gt;no&lt;/table&gt;</content></entry></feed>"""
BLOG = b"""<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><item><title>Review &amp;amp; fees</title><description>Good &lt;br/&gt; exchange</description>
<link>https://blog.example/1</link><guid>g1</guid><dc:creator>Otto</dc:creator><pubDate>Thu, 19 Nov 2026 10:00:00 GMT</pubDate></item>
<item><title>Second</title><link>javascript:alert(1)</link><pubDate>no date</pubDate></item></channel></rss>"""


def test_reddit() -> None:
    (one,) = items(REDDIT, "reddit", NOW)
    assert (one.external_id, one.author, one.body) == ("t3_1abc", "/u/mei", "Deposit lost\nMy deposit is lost")
    assert one.link.endswith("/deposit/")


def test_app_store_reviews_have_stars() -> None:
    (one,) = items(STORE, "app_store", NOW)
    assert (one.rating, one.body, one.author) == (1, "Slow\nWithdrawals never arrive", "rosa")


def test_rss_and_addresses_that_are_none() -> None:
    first, second = items(BLOG, "blog", NOW)
    assert (first.author, first.body, first.link) == ("Otto", "Review & fees\nGood \n exchange", "https://blog.example/1")
    assert (second.link, second.said_at) == ("", NOW)


@pytest.mark.parametrize("body", [
    b'<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]><rss><channel><item><title>&lol2;</title></item></channel></rss>',
    b"<html><body>hello</body></html>", b"", b"{}", b"<rss>", b"\xff\xfe<",
])  # fmt: skip
def test_anything_else_is_no_feed(body: bytes) -> None:
    with pytest.raises(NoFeed):
        items(body, "blog", NOW)


@given(st.binary(max_size=300))
def test_no_bytes_break_it(body: bytes) -> None:
    with suppress(NoFeed):
        items(b"<rss><channel><item><title>" + body + b"</title></item></channel></rss>", "blog", NOW)
