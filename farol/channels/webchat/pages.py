"""The conversation as a page of its own, for a web view inside the exchange's app.

Who is in front of it is asked of the app by a message and never stands in the address: addresses are kept in histories and logs.
"""

import secrets

from farol.kit.core import Kit
from farol.kit.i18n import HTML_LANG, Say, Texts, direction, is_tongue, tongue_of
from farol.kit.permission import Can
from farol.kit.web import Page, Request, get
from farol.kit.web.credentials import read as credentials

THEMES = ("light", "dark")
POLICY = (
    "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; "
    "font-src 'self'; connect-src 'self' {socket}; object-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)


class Words(Texts):
    """Sentences of the page itself; the conversation brings its own."""

    title = Say("客服", "Support")
    no_script = Say("这个页面要开启 JavaScript。", "This page needs JavaScript.")


@get("/app/chat", can=Can.ANYONE)
async def chat(kit: Kit, request: Request, lang: str = "", theme: str = "") -> Page:  # type: ignore[type-arg]
    """lang: one of the languages of pages, else the browser's; theme: light or dark, else the system's."""
    tongue = lang if is_tongue(lang) else tongue_of(credentials(request.scope).language)
    nonce = secrets.token_urlsafe(16)
    socket = kit.settings.public_url.replace("http", "ws", 1).rstrip("/")
    return Page("webchat/chat.html", {
        "lang": tongue, "html_lang": HTML_LANG[tongue], "html_dir": direction(tongue), "theme": theme if theme in THEMES else "", "nonce": nonce,
        "w": Words(tongue), "brand": kit.settings.brand,
    }, headers={"content-security-policy": POLICY.format(nonce=nonce, socket=socket), "cross-origin-opener-policy": "same-origin"})  # fmt: skip


routes = [chat]
