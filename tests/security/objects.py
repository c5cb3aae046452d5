"""Which parameters name something that belongs to somebody, and why the others do not."""

from typing import Any
from uuid import UUID

from tests.security.inventory import Route, fields
from tests.security.known import words

NOBODYS = "00000000-0000-4000-8000-00000000dead"
MISSING: dict[str, Any] = {
    "ticket_id": 987_654_321, "number": "FRL-2026-987654", "file_id": NOBODYS, "files": [NOBODYS], "session_id": "ab" * 32,
    "passkey_id": "bm90IGEga2V5", "owner_id": 987_654_321, "slug": "no-such-article",
    **words("MISSING"),
}
"""Well formed, and nobody's."""
OBJECTS = MISSING
"""Parameters that name an object, in a path, a query or a body."""
PLAIN = {
    "about": "what the customer says it is about", "about.id": "kept as said; the exchange is asked by the customer's uid",
    "about.kind": "one of two words", "after": "a cursor within a ticket", "before": "a cursor within a ticket", "body": "words",
    "client_id": "the sender's own name for a message, unique within their ticket", "credential": "a proof (test_passkeys)",
    "email": "who signs in", "identity": "a proof (W08)", "internal": "a switch", "label": "words", "lang": "a language",
    "language": "a language", "password": "a proof", "preview": "a switch", "purpose": "one of two words", "q": "words (A02)",
    "reason": "one of a fixed list", "role_token": "a proof, in the demo only", "said": "a cursor within a ticket",
    "seen": "a cursor within a ticket", "seq": "a cursor within a ticket", "severity": "one of five words", "status": "one of four words",
    "subject": "words", "totp": "a proof", "version": "compared with the stored one", "view": "one of four words",
    "visitor": "what somebody says of themselves", "visitor.email": "words", "visitor.language": "a language", "visitor.name": "words",
    **words("PLAIN"),
}
ABSURD_IDS = (0, -1, 2**31, 2**62, 2**63, 2**64, 10**30, "9" * 5000, "1e3", "0x10", "99999１２", "abc", "%00", "1%00", "%F0%9F%92%A3", "..%2f..%2f",
              "../../etc/passwd", "%2e%2e%2f", "null", "true", "[1]", "1;drop table ticket", "*", ">", "farol.>", "' or 1=1--", "a" * 3000)
"""What no id is, percent-encoded where an address needs it."""
ABSURD_VALUES: tuple[Any, ...] = (0, -1, 2**31, 2**63, 2**64, 10**30, 1.5, "1", "", None, True, [], {}, [[]], ["x"], "x\u0000", "a" * 3000, str(UUID(int=0)))
"""What no id in a body is."""


def parameters(route: Route) -> list[str]:
    """Every name a route takes: path, query, body."""
    return [*route.names, *route.query, *([name for name, _ in fields(route.body)] if route.body else [])]
