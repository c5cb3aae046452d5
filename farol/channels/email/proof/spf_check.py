"""SPF by RFC 7208. The library reads records and counts limits; where records come from is ours."""

from collections.abc import Callable
from typing import Any

import spf  # type: ignore[import-untyped]

from .model import Spf
from .resolver import Unresolved

LookUp = Callable[[str, str], list[bytes]]


class _Query(spf.query):  # type: ignore[misc]
    """One evaluation that asks ``look_up`` instead of a resolver of its own."""

    def __init__(self, look_up: LookUp, ip: str, sender: str, helo: str) -> None:
        super().__init__(i=ip, s=sender, h=helo, strict=True)
        self._look_up = look_up

    def dns(self, name: str, qtype: str, cnames: Any = None, ignore_void: bool = False) -> list[Any]:
        """Records in the library's form. Counts answers without any, as RFC 7208 section 4.6.4 asks."""
        name = str(name).rstrip(".").lower()
        if not name or any(not 0 < len(label) < 64 for label in name.split(".")) or len(name) > 253:
            return []
        key = (name, qtype)
        if key not in self.cache:
            try:
                self.cache[key] = [_form(record, qtype) for record in self._look_up(name, qtype)]
            except Unresolved as error:
                raise spf.TempError(f"DNS {error}") from error
        found: list[Any] = self.cache[key]
        if not found and not ignore_void:
            self.void_lookups += 1
            if self.void_lookups > spf.MAX_VOID_LOOKUPS:
                raise spf.PermError(f"Void lookup limit of {spf.MAX_VOID_LOOKUPS} exceeded")
        return found


def _form(record: bytes, kind: str) -> Any:
    if kind == "TXT":
        return (record,)
    text = record.decode("ascii", "replace")
    if kind == "MX":
        preference, _, host = text.partition(" ")
        return (int(preference), host)
    return text


def evaluate(look_up: LookUp, ip: str, sender: str, helo: str) -> tuple[str, str]:
    """Result and explanation for an envelope. The identity is the HELO name when the envelope names no sender."""
    if not ip:
        return "none", ""
    query = _Query(look_up, ip, sender, helo)
    query.set_default_explanation("DEFAULT")
    result, _, explanation = query.check()
    return {"unknown": "permerror", "error": "temperror"}.get(result, result), explanation


def check(look_up: LookUp, ip: str, mail_from: str, helo: str) -> Spf:
    """The result with the domain it is about."""
    of, domain = ("mailfrom", mail_from.rpartition("@")[2]) if mail_from else ("helo", helo)
    if not ip or not domain:
        return Spf("none", domain.lower(), of)
    try:
        result, _ = evaluate(look_up, ip, mail_from, helo)
    except (ValueError, TypeError, KeyError, IndexError, RecursionError):
        result = "permerror"  # hostile records and envelopes are the library's weak side; none of them is a pass
    return Spf(result, domain.lower().rstrip("."), of)
