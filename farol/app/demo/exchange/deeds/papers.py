"""Deeds on paper: statements, certificates, mails and texts sent again, a nudge to the risk desk, and what the law asks for."""

from datetime import datetime, timedelta

from farol.core.exchange.states import WithdrawalState as W

from ..made import digest
from ..policy import ActionRequest
from .deed import Bench, Deed, Denied, deed, effect, text
from .protecting import start_hold

AGAIN_AFTER = timedelta(minutes=1)
"""Between two of the same sent again."""


def _document(bench: Bench, request: ActionRequest, kind: str, about: str) -> Deed:
    world, uid = bench.world, request.uid
    id_ = world.id("DOC", uid, f"{kind}:{about}:{len(world.ledger.told)}:{world.ledger.version(uid)}")
    code = digest(f"verify:{id_}")[:12].upper()

    def do() -> None:
        world.ledger.write("document", id_, uid, account=world.name(uid), kind=kind, about=about, code=code, created_at=world.clock())

    return Deed([effect("document.made", id_, kind), effect("document.verify_code", code)], do)


@deed("statement.generate")
def statement(bench: Bench, request: ActionRequest) -> Deed:
    """Of the account, of trades, for the tax office, or of a liquidation."""
    period = f"{text(request, 'from', '')}..{text(request, 'to', '')}"
    return _document(bench, request, f"statement.{text(request, 'kind', 'account')}", period)


@deed("certificate.generate")
def certificate(bench: Bench, request: ActionRequest) -> Deed:
    """That a withdrawal left, when and with which hash."""
    wanted = text(request, "withdrawal_id")
    found = next((one for one in bench.world.withdrawals(request.uid) if one.withdrawal_id == wanted), None)
    if found is None:
        raise Denied("no_such_withdrawal")
    if found.state not in (W.COMPLETED, W.ONCHAIN):
        raise Denied("not_sent")
    return _document(bench, request, "certificate.withdrawal", wanted)


@deed("mail.resend")
def resend(bench: Bench, request: ActionRequest) -> Deed:
    """At most one a minute."""
    sent = (mail.at for mail in reversed(bench.post.mails) if mail.uid == request.uid and mail.kind == "confirm_withdrawal")
    _not_too_soon(bench, next(sent, None))
    ref, words = _about(bench, request)

    def do() -> None:
        bench.post.mail(request.uid, "confirm_withdrawal", amount=words)

    return Deed([effect("mail.sent", ref)], do)


@deed("sms.resend")
def text_again(bench: Bench, request: ActionRequest) -> Deed:
    """To the registered phone, at most one a minute."""
    texts = bench.post.texts[request.uid]
    _not_too_soon(bench, texts[-1].at if texts else None)
    ref, words = _about(bench, request)
    return Deed([effect("text.sent", ref)], lambda: bench.post.text(request.uid, "confirm_withdrawal", amount=words))


def _not_too_soon(bench: Bench, last: datetime | None) -> None:
    if last and bench.world.clock() - last < AGAIN_AFTER:
        raise Denied("too_soon")


def _about(bench: Bench, request: ActionRequest) -> tuple[str, str]:
    """The id of what it is about, and the amount where that is a withdrawal."""
    ref = text(request, "ref", "") or text(request, "withdrawal_id", "")
    found = next((one for one in bench.world.withdrawals(request.uid) if one.withdrawal_id == ref), None)
    return ref, f"{found.amount} {found.coin}" if found else ref


@deed("notice.send")
def notice(bench: Bench, request: ActionRequest) -> Deed:
    """In the exchange's own words, by template."""
    template = text(request, "template")
    words = _NOTICES.get(template)
    if words is None:
        raise Denied("no_such_template")

    def do() -> None:
        bench.post.mail(request.uid, "notice", words=words)

    return Deed([effect("notice.sent", template)], do)


_NOTICES = {
    "case_update": "工单有新进展，请在应用里查看。/ There is news of your ticket. Open the app to read it.",
    "document_needed": "工单需要补充资料，请在应用里查看。/ Your ticket needs a document. Open the app to read which.",
    "security_check": "请检查账户的登录设备和 API 密钥。/ Please look through the devices and API keys of your account.",
}


@deed("withdrawal.request_expedite")
def expedite(bench: Bench, request: ActionRequest) -> Deed:
    """A task for the risk desk and nothing else: no withdrawal was ever approved by it."""
    wanted = text(request, "withdrawal_id")
    if not any(one.withdrawal_id == wanted for one in bench.world.withdrawals(request.uid)):
        raise Denied("no_such_withdrawal")
    return Deed([effect("task.created", wanted, "risk_desk")], lambda: None)


@deed("legal.hold")
def legal_hold(bench: Bench, request: ActionRequest) -> Deed:
    """Nobody outside the legal desk learns what kind of hold it is."""
    world, uid = bench.world, request.uid
    scope = ["all"] if text(request, "scope", "all") == "all" else ["withdraw_crypto", "withdraw_fiat", "p2p_sell", "api_withdraw"]
    id_ = world.id("HOLD", uid, f"legal:{len(world.ledger.told)}")
    text(request, "authority_ref")

    def do() -> None:
        start_hold(world, uid, id_, "judicial", scope, "", None, disclosable=False)
        world.ledger.write("account", world.name(uid), uid, "account.restricted", {}, status="restricted")

    return Deed([effect("hold.started", id_)], do)


@deed("legal.disclose")
def disclose(bench: Bench, request: ActionRequest) -> Deed:
    """That a sealed export was handed over; its content never passes here."""
    return Deed([effect("disclosure.sealed", text(request, "export_ref"))], lambda: None)
