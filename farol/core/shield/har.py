"""Recordings of a browser's traffic (HAR 1.2) without anything that lets somebody in.

What may stay is listed; everything else goes: values of cookies, of most headers and of queries, bodies, comments, storage dumps, and
what an extension put in. Left are addresses without their queries, methods, statuses, sizes and times, which is what support reads.
"""

import re
from typing import Any
from urllib.parse import urlsplit

GONE = "[removed]"
MOST_ENTRIES = 5_000
_DATE = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]{8,16}(?:Z|[+-]\d\d:?\d\d)?")
_MIME = re.compile(r"[a-z]{1,20}/[a-z0-9.+-]{1,60}")
_NAME = re.compile(r"[A-Za-z][A-Za-z_.-]{0,39}")
_PRODUCT = re.compile(r"[A-Za-z][A-Za-z .()-]{0,40}")
_VERSION = re.compile(r"[\d.]{1,24}")
_METHOD = re.compile(r"[A-Z]{3,8}")
_PROTOCOL = re.compile(r"(?:HTTP|http)/[\d.]{1,4}|h[23]")
_PAGE = re.compile(r"page_\d{1,6}")
_SEGMENT = re.compile(r"[A-Za-z][a-z_-]{0,24}(?:\.[a-z]{1,5})?|v\d{1,2}|\d{1,3}")
_LABEL = re.compile(r"[a-z][a-z-]{0,30}\d{0,2}")
_SAFE = {
    "content-type": _MIME, "content-length": re.compile(r"\d{1,12}"), "retry-after": re.compile(r"\d{1,6}"), "age": re.compile(r"\d{1,9}"),
    "date": re.compile(r"[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} [\d:]{8} GMT"), "content-encoding": re.compile(r"gzip|br|zstd|deflate|identity"),
    "accept-language": re.compile(r"[a-zA-Z,;=.0-9* -]{1,60}"),
}  # fmt: skip
_TIMINGS = ("blocked", "dns", "connect", "ssl", "send", "wait", "receive")


def is_har(document: Any) -> bool:
    """Whether decoded JSON is such a recording."""
    return isinstance(document, dict) and isinstance(document.get("log"), dict) and isinstance(document["log"].get("entries"), list)


def sanitised(document: Any) -> dict[str, Any]:
    """The recording with what may stay. Anything malformed becomes ``[removed]`` or is left out."""
    log = _dict(document["log"])
    return {"log": {
        "version": _text(log.get("version"), _VERSION), "creator": _product(log.get("creator")), "browser": _product(log.get("browser")),
        "pages": [_page(one) for one in _list(log.get("pages"))[:MOST_ENTRIES]],
        "entries": [_entry(one) for one in _list(log["entries"])[:MOST_ENTRIES]],
    }}  # fmt: skip


def address(url: Any) -> str:
    """Where a request went: host and path without tokens in them, names of the query without their values."""
    try:
        parts = urlsplit(url if isinstance(url, str) else "")
        host = parts.hostname or ""
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return GONE
    if parts.scheme not in ("http", "https", "ws", "wss") or not host:
        return GONE
    labels = ".".join(label if _LABEL.fullmatch(label) else GONE for label in host.split("."))
    path = "/".join(one if not one or _SEGMENT.fullmatch(one) else GONE for one in parts.path.split("/"))
    names = [one.partition("=")[0] for one in parts.query.split("&")] if parts.query else []
    query = "&".join(f"{name if _NAME.fullmatch(name) else GONE}={GONE}" for name in names[:100])
    return f"{parts.scheme}://{labels}{port}{path}{'?' if query else ''}{query}"


def _page(given: Any) -> dict[str, Any]:
    page, timings = _dict(given), _dict(_dict(given).get("pageTimings"))
    return {
        "id": _text(page.get("id"), _PAGE), "startedDateTime": _text(page.get("startedDateTime"), _DATE), "title": GONE,
        "pageTimings": {name: _number(timings.get(name)) for name in ("onContentLoad", "onLoad")}}  # fmt: skip


def _entry(given: Any) -> dict[str, Any]:
    entry, asked, answered, timings = (_dict(one) for one in (
        given, _dict(given).get("request"), _dict(given).get("response"), _dict(given).get("timings")))  # fmt: skip
    content = _dict(answered.get("content"))
    return {
        "startedDateTime": _text(entry.get("startedDateTime"), _DATE), "time": _number(entry.get("time")), "pageref": _text(entry.get("pageref"), _PAGE),
        "request": {
            "method": _text(asked.get("method"), _METHOD), "url": address(asked.get("url")), **_sides(asked),
            "queryString": [{"name": _text(one.get("name"), _NAME), "value": GONE} for one in map(_dict, _list(asked.get("queryString")))],
            **({"postData": {"mimeType": _mime(_dict(asked["postData"]).get("mimeType")), "text": GONE}} if asked.get("postData") else {})},
        "response": {
            "status": _number(answered.get("status")), "statusText": "", "redirectURL": address(answered["redirectURL"]) if answered.get("redirectURL") else "",
            **_sides(answered), "content": {"size": _number(content.get("size")), "mimeType": _mime(content.get("mimeType"))}},
        "cache": {}, "timings": {name: _number(timings.get(name)) for name in _TIMINGS},
    }  # fmt: skip


def _sides(of: dict[str, Any]) -> dict[str, Any]:
    """What requests and answers both have."""
    return {
        "httpVersion": _text(of.get("httpVersion"), _PROTOCOL), "headers": [_header(one) for one in map(_dict, _list(of.get("headers")))],
        "cookies": [{"name": _text(one.get("name"), _NAME), "value": GONE} for one in map(_dict, _list(of.get("cookies")))],
        "headersSize": _number(of.get("headersSize")), "bodySize": _number(of.get("bodySize"))}  # fmt: skip


def _header(given: dict[str, Any]) -> dict[str, str]:
    name, value = _text(given.get("name"), _NAME), given.get("value")
    form = _SAFE.get(name.lower())
    if form is _MIME:
        return {"name": name, "value": _mime(value)}
    return {"name": name, "value": _text(value, form) if form else GONE}


def _mime(value: Any) -> str:
    return _text(value.partition(";")[0].strip().lower() if isinstance(value, str) else value, _MIME)


def _product(given: Any) -> dict[str, str]:
    return {"name": _text(_dict(given).get("name"), _PRODUCT), "version": _text(_dict(given).get("version"), _VERSION)}


def _text(value: Any, form: re.Pattern[str]) -> str:
    return value if isinstance(value, str) and form.fullmatch(value) else GONE


def _number(value: Any) -> float | int:
    return value if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e12 else -1


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
