"""The desk that takes actions: the same key is the same action, everything is checked again, every answer is a receipt."""

import hashlib
from datetime import datetime, timedelta
from typing import Any

import msgspec

from .answers import Refused
from .api.people import sessions_of
from .deeds import DEEDS, Deed, Denied
from .deeds.deed import Bench
from .keyring import Keyring
from .made import id_of
from .policy import RULES, ActionRequest, Approval, missing, over
from .post import Post
from .proofs import Proofs
from .scenarios import PEOPLE
from .world import World

FINANCE_TAKES_S = 20.0
"""How long the finance desk lets an agreed payment wait, at the speed of the real networks."""


class Desk:
    """Actions live in the ledger, so that a key is remembered after a restart."""

    def __init__(self, world: World, post: Post, proofs: Proofs, keys: Keyring) -> None:
        self._world, self._post, self._proofs, self._keys = world, post, proofs, keys
        self._by_key = {world.ledger.fields("action", id_)["key"]: id_ for id_ in world.ledger.every("action")}

    def act(self, request: ActionRequest, key: str, body: bytes) -> dict[str, Any]:
        """The receipt. Raises ``Refused``: conflict, not_found, unsupported, version_mismatch, invalid."""
        sha = hashlib.sha256(body).hexdigest()
        if key in self._by_key:
            known = self._world.ledger.fields("action", self._by_key[key])
            if known["sha"] != sha:
                raise Refused("conflict", "this key was used with another body")
            return self.receipt(self._by_key[key])
        if request.uid not in PEOPLE:
            raise Refused("not_found")
        if request.type not in RULES:
            raise Refused("unsupported", "no such action here")
        if request.expected_version and request.expected_version != self._world.ledger.version(request.uid):
            raise Refused("version_mismatch", "the account changed since it was read")
        if request.dry_run:
            return self._told("dry-run", self._judged(request, []))
        id_ = id_of("ACT", request.uid, key)
        self._by_key[key] = id_
        self._write(id_, request, key=key, sha=sha, request=msgspec.to_builtins(request), more=[], created_at=self._world.clock(),
                    **self._judged(request, []))  # fmt: skip
        return self._go_on(id_, request)

    def approve(self, id_: str, approval: Approval, yes: bool) -> dict[str, Any]:
        """One more person agrees or refuses. Raises ``Refused``."""
        row = self._row(id_)
        if row["state"] != "needs_approval":
            return self.receipt(id_)
        request = msgspec.convert(row["request"], ActionRequest)
        if not yes:
            self._write(id_, request, state="rejected", missing=[])
            return self.receipt(id_)
        more = [*row["more"], msgspec.to_builtins(approval)]
        self._write(id_, request, more=more, **self._judged(request, msgspec.convert(more, list[Approval])))
        return self._go_on(id_, request)

    def receipt(self, id_: str) -> dict[str, Any]:
        """What became of it. Raises ``Refused``."""
        return self._told(id_, self._row(id_))

    def by_key(self, key: str) -> dict[str, Any]:
        """Raises ``Refused`` when no request with that key arrived."""
        if key not in self._by_key:
            raise Refused("not_found")
        return self.receipt(self._by_key[key])

    def waiting(self) -> list[dict[str, Any]]:
        """The finance desk's queue, oldest first."""
        rows = [{"id": id_, **self._world.ledger.fields("action", id_)} for id_ in self._world.ledger.every("action")]
        return sorted((row for row in rows if row["state"] == "accepted"), key=lambda row: str(row["due_at"]))

    def finance(self, *, now: bool = False, refuse: str = "") -> list[str]:
        """The finance desk carries out what is due, or everything; ``refuse`` names one that it does not. Returns ids."""
        done = []
        for row in self.waiting():
            request = msgspec.convert(row["request"], ActionRequest)
            if refuse:
                if row["id"] == refuse:
                    self._end(row["id"], request, "failed", [{"kind": "refused", "ref": "", "text_key": "finance_refused"}])
            elif now or datetime.fromisoformat(row["due_at"]) <= self._world.clock():
                self._do(row["id"], request)
                done.append(row["id"])
        return done

    def _judged(self, request: ActionRequest, more: list[Approval]) -> dict[str, Any]:
        """State and policy before anything is done."""
        rule = RULES[request.type]
        if _past(request.expires_at, self._world.clock()):
            return {"state": "expired", "cls": rule.cls, "missing": []}
        try:
            deed = self._deed(request)
        except Denied as why:
            return {"state": "failed", "cls": rule.cls, "missing": [], "effects": [{"kind": "refused", "ref": "", "text_key": str(why)}]}
        limit = over(request.type, deed.usdt)
        if limit is not None:
            return {"state": "rejected", "cls": rule.cls, "missing": [], "limit": f"{limit:f}"}
        lacks = missing(request, more, deed.usdt, proven=bool(self._proof(request)), live=self._live(request.uid))
        state = "rejected" if "step_up" in lacks else "needs_approval" if lacks else "accepted"
        return {"state": state, "cls": rule.cls, "missing": lacks, "effects": deed.effects, "undo": deed.undo}

    def _go_on(self, id_: str, request: ActionRequest) -> dict[str, Any]:
        row = self._row(id_)
        if row["state"] == "accepted":
            if RULES[request.type].queue:
                pace = self._world.speed or 1.0
                self._write(id_, request, due_at=self._world.clock() + timedelta(seconds=FINANCE_TAKES_S / pace))
            else:
                self._do(id_, request)
        elif row["state"] == "failed":
            self._end(id_, request, "failed", row.get("effects", []))
        return self.receipt(id_)

    def _do(self, id_: str, request: ActionRequest) -> None:
        """What stood when it was agreed may have changed since."""
        try:
            deed = self._deed(request)
        except Denied as why:
            self._end(id_, request, "failed", [{"kind": "refused", "ref": "", "text_key": str(why)}])
            return
        deed.do()
        self._end(id_, request, "executed", deed.effects, deed.undo)

    def _end(self, id_: str, request: ActionRequest, state: str, effects: list[dict[str, str]], undo: str = "") -> None:
        event = "action.executed" if state == "executed" else "action.failed"
        data = {"action_id": id_, "type": request.type, "case_ref": request.case_ref, "state": state}
        self._world.ledger.write("action", id_, request.uid, event, data, state=state, effects=effects, undo=undo,
                                 executed_at=self._world.clock() if state == "executed" else None)  # fmt: skip

    def _write(self, id_: str, request: ActionRequest, /, **fields: Any) -> None:
        self._world.ledger.write("action", id_, request.uid, **fields)

    def _row(self, id_: str) -> dict[str, Any]:
        row = self._world.ledger.fields("action", id_)
        if not row:
            raise Refused("not_found")
        return row

    def _deed(self, request: ActionRequest) -> Deed:
        return DEEDS[request.type](Bench(self._world, self._post, self._proof(request)), request)

    def _proof(self, request: ActionRequest) -> str:
        """What the owner proved here shortly before they agreed, or shortly before now."""
        agreed = request.customer_consent.at if request.customer_consent else None
        return self._proofs.stands(request.uid, _moment(agreed)) or self._proofs.stands(request.uid, None)

    def _live(self, uid: str) -> bool:
        return any(row["is_current"] for row in sessions_of(self._world, uid))

    def _told(self, id_: str, row: dict[str, Any]) -> dict[str, Any]:
        policy = {"class": row["cls"], "missing": row.get("missing", []), **({"limit": row["limit"]} if row.get("limit") else {})}
        receipt = {"action_id": id_, "state": row["state"], "policy": policy, "effects": row.get("effects", [])}
        if row.get("undo"):
            receipt["undo"] = {"type": row["undo"]}
        if row.get("executed_at"):
            receipt |= {"executed_at": row["executed_at"], "receipt_sig": self._keys.receipt(id_, row["state"], row["executed_at"])}
        return receipt


def _moment(text: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text) if text else None
    except ValueError:
        raise Refused("invalid", "times are RFC 3339 with a zone") from None
    if moment is not None and moment.tzinfo is None:
        raise Refused("invalid", "times are RFC 3339 with a zone")
    return moment


def _past(text: str | None, now: datetime) -> bool:
    at = _moment(text)
    return at is not None and at <= now
