"""Other parties out there: an endpoint that takes Farol's webhooks and checks their signatures, and a site with opinions."""

import time

import msgspec

from farol.core.exchange.webhooks import BadWebhook, verify

from .memory import Memory

PLACE, KEY = "webhooks:received", "webhooks"
FEED = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Opinions on {brand}</title><id>urn:demo:opinions</id><updated>2026-11-22T08:00:00Z</updated>
<entry><id>urn:demo:opinions:1</id><title>提现审核一天了还没动静</title><author><name>夜航</name></author><updated>2026-11-20T09:10:00Z</updated>
<content>昨天提 USDT 一直在审核，客服说了原因也给了时间，希望页面能写清楚。</content></entry>
<entry><id>urn:demo:opinions:2</id><title>Support answered on Telegram</title><author><name>harbourlight</name></author><updated>2026-11-20T21:40:00Z</updated>
<content>Asked in the group, the bot took me to a private chat and a person answered within ten minutes. Good.</content></entry>
<entry><id>urn:demo:opinions:3</id><title>Is demo-exchange-support.example theirs?</title><author><name>careful_one</name></author><updated>2026-11-21T14:05:00Z</updated>
<content>Someone wrote to me from this address and asked for my seed phrase. It looks like a phishing site.</content></entry>
<entry><id>urn:demo:opinions:4</id><title>手续费说明比以前清楚</title><author><name>小北</name></author><updated>2026-11-22T08:00:00Z</updated>
<content>费率表终于和账单对得上了。</content></entry></feed>
"""


def take(memory: Memory, headers: dict[str, str], body: bytes) -> int:
    """Keeps one notice, with whether its signature is right: the status to answer with."""
    try:
        verify(headers, body, [memory.told(KEY, "secret")], time.time())
        good = True
    except BadWebhook:
        good = False
    try:
        told = msgspec.json.format(body, indent=2).decode()
        kind = str(msgspec.json.decode(body).get("type", ""))
    except (msgspec.DecodeError, AttributeError):
        told, kind = "", ""
    memory.add(PLACE, headers.get("webhook-id", ""), told[:4000], who=kind, about="signed" if good else "refused")
    return 204 if good else 401
