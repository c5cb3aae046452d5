"""Words of a recording, by an OpenAI-compatible ``/audio/transcriptions``. Without one, voicemails go to people as they are."""

import asyncio
import secrets

import httpx2
import msgspec
import structlog

from farol.kit.bounded import Unreadable, body_of
from farol.kit.core import Kit

log = structlog.get_logger()
TIMEOUT_S = 60.0
MOST_BYTES = 256 * 1024
LONGEST = 6000


class _Answer(msgspec.Struct):
    text: str


async def transcribe(kit: Kit, audio: bytes, language: str) -> str | None:
    """What was said; None when there is no such service, or it did not answer. The words are as untrusted as the caller's own."""
    settings = kit.settings
    if not settings.speech_url:
        return None
    boundary = secrets.token_hex(16)
    fields = {"model": settings.speech_model, "response_format": "json", "language": language.partition("-")[0]}
    body = b"".join(f'--{boundary}\r\ncontent-disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode() for name, value in fields.items())
    body += f'--{boundary}\r\ncontent-disposition: form-data; name="file"; filename="voicemail.mp3"\r\ncontent-type: audio/mpeg\r\n\r\n'.encode() + audio
    body += f"\r\n--{boundary}--\r\n".encode()
    headers = {"content-type": f"multipart/form-data; boundary={boundary}", "accept-encoding": "identity"}
    if settings.speech_key:
        headers["authorization"] = f"Bearer {settings.speech_key}"
    try:
        async with asyncio.timeout(TIMEOUT_S), httpx2.AsyncClient(trust_env=False, follow_redirects=False, timeout=None) as http, http.stream(
            "POST", settings.speech_url.rstrip("/") + "/audio/transcriptions", content=body, headers=headers,
        ) as answer:
            if answer.status_code != 200:
                raise Unreadable(too_large=False)
            said = msgspec.json.decode(await body_of(answer, MOST_BYTES), type=_Answer)
    except (httpx2.HTTPError, TimeoutError, Unreadable, msgspec.DecodeError, UnicodeDecodeError) as error:
        log.warning("speech.no_answer", why=type(error).__name__)
        return None
    return said.text.replace("\0", "").strip()[:LONGEST] or None
