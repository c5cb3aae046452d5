"""Deeds that change who holds an account: open it again, reset a factor, change a contact, let an identity check be done again."""

from datetime import timedelta

from ..api.people import factors, kyc_of
from ..policy import ActionRequest
from .deed import Bench, Deed, Denied, deed, effect, text
from .protecting import sign_out, start_hold

AFTER_UNFREEZE, AFTER_CHANGE, VETO = timedelta(hours=72), timedelta(hours=24), timedelta(hours=24)
LIMITED = ["withdraw_crypto", "withdraw_fiat", "p2p_sell", "api_withdraw"]


@deed("account.unfreeze")
def unfreeze(bench: Bench, request: ActionRequest) -> Deed:
    """Sign-ins work again; money stays for three days more."""
    world, uid = bench.world, request.uid
    if world.status(uid) != "frozen":
        raise Denied("not_frozen")
    hold = world.id("HOLD", uid, f"unfreeze:{len(world.ledger.told)}")

    def do() -> None:
        about = world.about(uid)
        world.ledger.write("account", world.name(uid), uid, "security.unfreeze", {}, status=about.get("status_before", "active"), freeze_until=None)
        for one in world.all_holds(uid):
            if one.trigger in ("self_freeze", "freeze"):
                world.ledger.write("hold", one.hold_id, uid, "security.hold_ended", {"type": one.type}, ended=True)
        start_hold(world, uid, hold, "security_change", LIMITED, "unfreeze", AFTER_UNFREEZE)
        bench.post.mail(uid, "unfrozen")

    return Deed([effect("account.unfrozen", uid), effect("hold.started", hold, "hold.72h")], do, "account.freeze")


@deed("factor.reset")
def reset(bench: Bench, request: ActionRequest) -> Deed:
    """The factor is gone until it is set up again; every session ends; a day without withdrawals."""
    world, uid, wanted = bench.world, request.uid, text(request, "factor")
    gone = factors(world, uid) if wanted == "all" else [wanted]
    if not gone or not set(gone) <= set(factors(world, uid)):
        raise Denied("no_such_factor")
    hold = world.id("HOLD", uid, f"reset:{len(world.ledger.told)}")

    def do() -> None:
        removed = [one for one in {*world.about(uid).get("factors_removed", []), *gone} if one != "email"]
        world.ledger.write("account", world.name(uid), uid, factors_removed=removed)
        sign_out(world, uid)
        change(bench, uid, "factor_reset")
        start_hold(world, uid, hold, "security_change", LIMITED, "factor_reset", AFTER_CHANGE)
        bench.post.mail(uid, "factor_reset", factor=", ".join(gone))

    return Deed([effect("factor.reset", one) for one in gone] + [effect("sessions.revoked", uid), effect("hold.started", hold, "hold.24h")], do)


@deed("contact.change")
def contact(bench: Bench, request: ActionRequest) -> Deed:
    """Takes effect after a day in which the old contact can undo it."""
    world, uid, which, new = bench.world, request.uid, text(request, "kind"), text(request, "new_contact").strip()
    if which not in ("email", "phone") or (which == "email") != ("@" in new):
        raise Denied("param:new_contact")
    id_, hold = (world.id(kind, uid, f"contact:{len(world.ledger.told)}") for kind in ("CHG", "HOLD"))

    def do() -> None:
        world.ledger.write("contact_change", id_, uid, account=world.name(uid), which=which, new=new, state="waiting", due_at=world.clock() + VETO,
                           created_at=world.clock())  # fmt: skip
        start_hold(world, uid, hold, "security_change", LIMITED, "contact_change", VETO + AFTER_CHANGE)
        bench.post.mail(uid, "contact_change", veto=id_, which=which, new=new)
        if which == "email":
            bench.post.mail(uid, "contact_change", to=new, veto=id_, which=which, new=new)

    return Deed([effect("contact.changing", id_, "contact.in_24h"), effect("hold.started", hold, "hold.48h")], do)


def veto(bench: Bench, uid: str, id_: str) -> bool:
    """The customer undoes a change of contact that has not taken effect."""
    found = bench.world.ledger.fields("contact_change", id_)
    if found.get("state") != "waiting" or id_ not in bench.world.ledger.things("contact_change", uid):
        return False
    bench.world.ledger.write("contact_change", id_, uid, "security.contact_change_vetoed", {"which": found["which"]}, state="vetoed")
    return True


def change(bench: Bench, uid: str, kind: str) -> None:
    """A security event, as the account's history lists it."""
    id_ = bench.world.id("SEC", uid, f"{kind}:{len(bench.world.ledger.told)}")
    bench.world.ledger.write("change", id_, uid, account=bench.world.name(uid), change=kind, at=bench.world.clock())


@deed("kyc.retry_grant")
def retry(bench: Bench, request: ActionRequest) -> Deed:
    """One more try."""
    world, uid = bench.world, request.uid
    now = kyc_of(world, uid)
    if now["state"] not in ("retry", "final_reject", "expired", "none"):
        raise Denied("nothing_to_retry")

    def do() -> None:
        told = {**now, "state": "retry", "attempts_left": (now.get("attempts_left") or 0) + 1}
        world.ledger.write("account", world.name(uid), uid, kyc=told)
        world.ledger.write("kyc", world.name(uid), uid, "kyc.retry", {"attempts_left": told["attempts_left"], "reject_codes": told.get("reject_codes", [])})

    return Deed([effect("kyc.retry", uid)], do)


@deed("kyc.manual_review")
def manual(bench: Bench, request: ActionRequest) -> Deed:
    """A person looks at the papers."""
    world, uid = bench.world, request.uid

    def do() -> None:
        world.ledger.write("account", world.name(uid), uid, kyc={**kyc_of(world, uid), "state": "pending", "eta_at": world.clock() + timedelta(hours=24)})
        world.ledger.write("kyc", world.name(uid), uid, "kyc.pending", {"manual": True})

    return Deed([effect("kyc.manual_review", uid)], do)
