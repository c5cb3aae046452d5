"""Rules, macros, steps, the guard, and what customers are told by itself."""

from typing import Any
from uuid import uuid4

MISSING = {**dict.fromkeys(("rule_id", "macro_id"), 987_654_321), "step": "no.such.step"}
DESKS = ("rule_id", "macro_id", "step")
PLAIN = {
    **dict.fromkeys(("active", "done"), "yes or no"),
    **dict.fromkeys(("zh", "en", "name_zh", "name_en", "shortcut"), "words of the desk"),
    **dict.fromkeys(("triggers", "conditions", "effects"), "what a rule or macro says, checked against rights and lists"),
    "ids": "the rules, each once, set only by who manages them", "scope": "one of three words", "tickets": "100 or 1000",
}
STEP = "PUT /api/console/tickets/{ticket_id}/checklist/{step}"


def _rule(**more: Any) -> dict[str, Any]:
    return {"zh": "规则", "en": f"Rule {uuid4()}", "triggers": ["opened"], "conditions": {"all": []}, "effects": [{"do": "severity", "value": "P2"}], **more}


def _macro(**more: Any) -> dict[str, Any]:
    return {"scope": "all", "name_zh": "问候", "name_en": "Hello", "zh": "{{customer.name}}您好", "en": "Hello {{customer.name}}",
            "effects": [{"do": "tag_add", "value": ["hello"]}], **more}


def BODIES() -> dict[str, Any]:
    return {
        STEP: {"done": True},
        "POST /api/console/tickets/{ticket_id}/guard": {"body": "您的提币已发出。"},
        "POST /api/console/macros": _macro(scope="me"),
        "PUT /api/console/macros/{macro_id}": _macro(version=1),
        "PUT /api/console/tickets/{ticket_id}/macro": {"macro_id": 1},
        "POST /api/console/rules": _rule(),
        "PUT /api/console/rules/{rule_id}": _rule(version=1),
        "PUT /api/console/rules/order": {"ids": []},
        "POST /api/console/rules/trial": _rule(),
        "PUT /api/console/acknowledgement": {
            "active": False, "zh": "{{ticket.number}} {{expected}}", "en": "{{ticket.number}} {{expected}}", "version": 0},
    }


async def play(scene: Any) -> dict[str, Any]:
    """A rule that is off, and a macro for everybody."""
    sol = scene.things["lead"]["client"]
    rule = await sol.ok("POST", "/rules", json=_rule())
    macro = await sol.ok("POST", "/macros", json=_macro())
    return {"rule_id": rule["id"], "macro_id": macro["id"], "step": "tx.read"}
