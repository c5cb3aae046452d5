"""Who may ask the demo's back office: signed requests that name a contact, a purpose and who looks."""

import asyncio
import time

from litestar import Response

from farol.core.exchange.signing import BadSignature, NonceBook, verify

from .answers import Asked, refusal
from .mood import SLOW_S, Mood


class Gatekeeper:
    """Runs before every core link handler; returns a refusal or lets the request through."""

    def __init__(self, keys: dict[str, str], mood: Mood) -> None:
        self._keys, self._mood, self._nonces = keys, mood, NonceBook()

    async def __call__(self, request: Asked) -> Response[bytes] | None:
        """Mood first: a core that is down checks nothing."""
        if self._mood.kind == "down":
            return refusal("upstream_unavailable", "the demo is playing dead for a minute")
        if self._mood.kind == "slow":
            await asyncio.sleep(SLOW_S)
        sent = {name.decode("latin-1"): value.decode("latin-1") for name, value in request.scope["headers"]}
        query = request.scope["query_string"].decode("latin-1")
        target = request.scope["raw_path"].decode("latin-1") + (f"?{query}" if query else "")
        content = await request.body()
        try:
            verify(
                sent, request.method, target, content, keys=self._keys, nonces=self._nonces, now=time.time()
            )
        except BadSignature as bad:
            return refusal("unauthorized", str(bad))
        if not sent.get("x-farol-contact-id"):
            return refusal("contact_required")
        if not (sent.get("x-farol-purpose") and sent.get("x-farol-agent")):
            return refusal("purpose_required")
        return None
