"""Keys of the exchange's systems, and the tickets they read and bring."""

from typing import Any

PLAIN = {
    "customer": "whose ticket it is, at the word of the key's holder", "customer.email": "words", "customer.language": "a language",
    "customer.name": "words", "customer.uid": "at the word of the key's holder", "scope": "one of two words",
}
MISSING = {"partner_key_id": 987_654_321}
DESKS = ("partner_key_id",)


def BODIES() -> dict[str, Any]:
    said = {"client_id": "7d0e6d42-1111-4111-8111-111111111111", "body": "words"}
    return {
        "POST /api/console/partner-keys": {"name": "Back office", "scope": "read"},
        "POST /api/partner/v1/tickets": {**said, "customer": {"uid": "80019999"}},
        "POST /api/partner/v1/tickets/{number}/messages": dict(said),
    }


async def play(scene: Any) -> dict[str, Any]:
    """A system of the exchange with a key, which is ``partner`` among those who ask; and a key that may be revoked."""
    admin = scene.things["admin"]["client"]
    if "partner" not in scene.tokens:
        scene.tokens["partner"] = (await admin.ok("POST", "/partner-keys", json={"name": "Back office", "scope": "write"}))["secret"]
    made = await admin.ok("POST", "/partner-keys", json={"name": "Another", "scope": "read"})
    return {"partner_key_id": made["key"]["id"]}
