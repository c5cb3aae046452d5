"""Text files without secrets: HAR by what may stay, everything else by what must go. Runs as a process of its own over standard input,
for a long log is minutes of a web process that it may not have.
"""

import json
import re
import resource
import sys
from typing import Any

from .har import GONE, is_har, sanitised
from .pasted import removed
from .scrub import scrub

CHUNK = 50_000
"""Characters looked at together, ended at a line where there is one."""
OVERLONG = 3
"""An answer to the caller: the text is longer than it is looked through."""
MOST_TEXT = 4 * 1024 * 1024
"""Bytes of a file that is no HAR; some ten seconds of work."""
CPU_S = 50
_HEADER = re.compile(
    r"(?im)^([\s<>*|\d:.\[\]-]{0,40}[\"']?(?:(?:proxy-)?authorization|(?:set-)?cookie2?|x-[\w-]{0,40}(?:token|key|auth|secret|csrf|xsrf|session)[\w-]{0,20})[\"']?"
    r"\s{0,4}[:=]\s{0,4})(\S[^\r\n]*)")
_SCHEME = re.compile(r"(?i)\b((?:bearer|basic|digest|negotiate|token)\s{1,3})([\w+/=._~-]{8,})")
_PAIR = re.compile(
    r"(?i)([\"']?\b[\w.-]{0,30}(?:token|secret|passw(?:or)?d|passwd|session_?id|sessid|csrf|xsrf|saml\w{0,10}|relaystate|api_?key|apikey|assertion|verifier|"
    r"credential|signature|nonce|otp|auth|jwt|cookie|sid)\b(?:\\{0,3}[\"'])?\s{0,3}(?:=|:|%3D)\s{0,3}(?:\\{0,3}[\"'])?)([^\s\"'&;,<>\\]{6,})")
_QUERY = re.compile(r"([?&](?:code|state|key|sig|ticket|t|s|k|hash_token|id_token)=)([^\s&\"'<>#]{6,})")


def washed(data: bytes) -> bytes:
    """The file without secrets; the very same bytes where there were none. Bytes that are no UTF-8 stay as they are."""
    text = data.decode("utf-8", "surrogateescape")
    if text.lstrip("\ufeff \t\r\n")[:1] == "{" and (found := _json(text)) is not None and is_har(found):
        return json.dumps(sanitised(found), ensure_ascii=False, indent=1).encode()
    clean = "".join(map(_clean, _chunks(text)))
    return data if clean == text else clean.encode("utf-8", "surrogateescape")


def _json(text: str) -> Any:
    try:
        return json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return None


def _chunks(text: str) -> list[str]:
    found, place = [], 0
    while place < len(text):
        end = min(len(text), place + CHUNK)
        if end < len(text):
            end = max(text.rfind("\n", place + CHUNK // 2, end) + 1, 0) or end
        found.append(text[place:end])
        place = end
    return found


def _clean(text: str) -> str:
    text = removed(text, GONE)
    for pattern in (_HEADER, _SCHEME, _PAIR, _QUERY):
        text = pattern.sub(rf"\g<1>{GONE}", text)
    return scrub(text).text


def main() -> int:
    """Washes standard input to standard output."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_S, CPU_S))
    data = sys.stdin.buffer.read()
    looks_har = data[:200_000].find(b'"entries"') >= 0 and data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{"
    if len(data) > MOST_TEXT and not looks_har:
        return OVERLONG
    sys.stdout.buffer.write(washed(data))
    return 0


if __name__ == "__main__":
    sys.exit(main())
