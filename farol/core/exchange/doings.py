"""Everything that makes the exchange do something: challenges, proofs, and actions with their receipts."""

import re
from typing import Any, TypeVar
from urllib.parse import urlencode

import msgspec

from .asking import part
from .model import ActionOrder, Answered, Challenge, Decision, Method, Proof, Receipt, Why
from .problems import ExchangeRefused, NotOffered
from .wire import Call, Wire

PATIENCE = 2.5
"""An action may take this many times as long as a read."""
T = TypeVar("T")
_KEY = re.compile(r"[\x21-\x7e]{1,200}")


class Doings:
    """What changes something. The core decides each time; a list of what it offers is not asked first.

    Methods raise ``ExchangeDown`` (nothing was done), ``OutcomeUnknown`` (it may have been done), ``ExchangeRefused``
    and ``NotOffered``.
    """

    wire: Wire

    async def challenge(self, why: Why, uid: str, method: Method, purpose: str) -> Challenge:
        """Asks the account for a proof. Sent once: another try could send the customer a second code."""
        asked = {"method": method, "purpose": purpose}
        return await self._once(why, Challenge, f"/v1/users/{part(uid)}/challenges", asked)

    async def challenge_by_contact(self, why: Why, contact: str, purpose: str) -> Challenge:
        """For people who cannot sign in; the answer is the same whether or not an account has the contact."""
        asked = {"contact": contact, "purpose": purpose}
        return await self._once(why, Challenge, "/v1/challenges:by_contact", asked)

    async def answer(self, why: Why, challenge_id: str, answer: str) -> Answered:
        """Checks an answer. Sent once: another try could cost the customer an attempt."""
        return await self._once(why, Answered, f"/v1/challenges/{part(challenge_id)}:answer", {"answer": answer})

    async def verify_proof(self, why: Why, token: str) -> Proof:
        """Checks the exchange's own signed token; ``ExchangeRefused`` with ``proof_invalid`` when it is not good."""
        return await self.wire.ask(why, Proof, _post("/v1/proofs:verify", {"token": token}))

    async def act(self, why: Why, order: ActionOrder, key: str) -> Receipt:
        """Asks for the action. Repeating it with the same key and order does nothing twice.

        After ``OutcomeUnknown`` nobody may assume anything: ``settle`` asks what became of it.
        """
        call = _post("/v1/actions", order, key=_sound(key), patience=PATIENCE, acts=True)
        return await self.wire.ask(why, Receipt, call)

    async def action(self, why: Why, action_id: str) -> Receipt:
        """Where an action stands."""
        return await self.wire.ask(why, Receipt, Call("GET", f"/v1/actions/{part(action_id)}"))

    async def action_by_key(self, why: Why, key: str) -> Receipt | None:
        """Where the action sent with that key stands; None when the core never got it."""
        call = Call("GET", f"/v1/actions:by_key?{urlencode({'key': _sound(key)})}")
        try:
            return await self.wire.ask(why, Receipt, call)
        except ExchangeRefused as refused:
            if refused.fields.get("core_code") == "not_found":
                return None
            raise

    async def settle(self, why: Why, order: ActionOrder, key: str) -> Receipt:
        """What became of an action whose answer was lost; sends it when the core never got it.

        A core that cannot be asked by key is sent the same order with the same key, which it answers as the first.
        """
        try:
            receipt = await self.action_by_key(why, key)
        except NotOffered:
            receipt = None
        return receipt or await self.act(why, order, key)

    async def approve(self, why: Why, action_id: str, decision: Decision, key: str) -> Receipt:
        """Adds a person's word to an action that waits for it."""
        path = f"/v1/actions/{part(action_id)}/approvals"
        call = _post(path, decision, key=_sound(key), patience=PATIENCE, acts=True)
        return await self.wire.ask(why, Receipt, call)

    async def _once(self, why: Why, kind: type[T], path: str, body: Any) -> T:
        return await self.wire.ask(why, kind, _post(path, body, tries=1, acts=True))


def _post(path: str, body: Any, **call: Any) -> Call:
    return Call("POST", path, msgspec.json.encode(body), **call)


def _sound(key: str) -> str:
    """A key that can stand in a header as it is; a wrong one is a mistake of ours."""
    if not _KEY.fullmatch(key):
        raise ValueError("an idempotency key has 1 to 200 visible ASCII characters")
    return key
