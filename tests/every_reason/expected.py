"""What has to come out for each of the 49 reasons, written down by hand beside DOMAIN section 1.2 and the demo exchange's customers."""

from typing import Any, NamedTuple


class Expected(NamedTuple):
    """team: key of the queue; ``l1`` is the first line of the ticket's language. fact: what the exchange says, by its code; empty where
    the account is quiet. next: what the card says to do first. answers: macros it offers, the first one being what the state asks for.
    told: slots that the exchange fills, so that nobody asks for them. open, shut: actions a lead may and may not propose now.
    """

    team: str
    fact: str
    next: str
    answers: tuple[str, ...]
    told: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    shut: tuple[str, ...] = ()


TRANSFER = ("coin", "network", "txid", "amount")
_FREEZE = ("account.freeze", "sessions.revoke", "api_keys.disable", "withdrawals.cancel_all_pending")

EXPECTED: dict[str, Expected] = {
    "dep.unconfirmed": Expected("l1", "deposit.confirming", "say_times", ("conf", "notfound"), TRANSFER),
    "dep.missing_memo": Expected("recovery", "deposit.unattributed", "recover", ("memo", "recovery-fee"), TRANSFER,
                                 shut=("deposit.credit_unattributed", "deposit.recover", "deposit.refund_to_source")),
    "dep.wrong_network_token": Expected("recovery", "deposit.rejected", "recover", ("wrongnet", "lostnet"), TRANSFER, shut=("deposit.recover",)),
    "dep.below_minimum": Expected("l1", "deposit.rejected", "say_failed", ("min",), TRANSFER),
    "dep.compliance_hold": Expected("compliance", "deposit.held", "ask_details", ("sender", "held", "neutral"), ("txid", "amount")),
    "dep.wrong_address": Expected("wallet", "deposit.unattributed", "recover", ("notours",), ("txid", "amount"), shut=("deposit.recover",)),
    "dep.suspended": Expected("duty", "deposit.held", "say_paused", ("dep-paused",), ("coin", "network")),
    "wd.pending_review": Expected("risk", "withdrawal.review", "say_review", ("review", "autoreview"), ("withdrawal_id", "coin", "amount", "time"),
                                  open=("withdrawal.request_expedite",), shut=("withdrawal.cancel",)),
    "wd.security_hold": Expected("l1", "hold.security_change", "look_at", ("hold24",), ("time", "action")),
    "wd.not_received": Expected("wallet", "withdrawal.completed", "say_sent", ("wddone", "receiver", "congestion"), ("withdrawal_id", "txid", "address", "network"),
                                open=("certificate.generate",)),
    "wd.failed": Expected("l1", "withdrawal.failed", "say_failed", ("wf-limit", "wdfail"), ("withdrawal_id", "error_code")),
    "wd.travel_rule": Expected("compliance", "withdrawal.review", "ask_details", ("travel",), ("withdrawal_id",)),
    "wd.wrong_address": Expected("wallet", "withdrawal.pending", "offer_cancel", ("no-cancel",), ("withdrawal_id", "address"),
                                 open=("withdrawals.cancel_all_pending",), shut=("withdrawal.cancel",)),
    "wd.suspended": Expected("duty", "withdrawal.failed", "say_failed", ("wd-paused",), ("coin", "network")),
    "sec.account_stolen": Expected("security", "account.attacked", "procedure", ("stolen", "freeze-effects"), open=_FREEZE, shut=("account.unfreeze",)),
    "sec.restricted": Expected("compliance", "account.restricted", "look_at", ("restricted", "neutral", "no-date"), shut=("account.unfreeze",)),
    "sec.2fa_reset": Expected("identity", "sign_in.second_step", "look_at", ("2fa",), ("which_factor",), shut=("factor.reset",)),
    "sec.contact_change": Expected("identity", "sign_in.contact", "look_at", ("new-contact",), ("which_contact",), shut=("contact.change",)),
    "sec.phishing_report": Expected("security", "", "ask_missing", ("phish", "unsure", "official"), open=_FREEZE),
    "sec.freeze_unfreeze": Expected("identity", "account.frozen", "look_at", ("unfreeze", "freeze-effects"), shut=("account.unfreeze",)),
    "acc.login": Expected("l1", "hold.login", "look_at", ("locked", "password", "code-missing"), open=("sms.resend",), shut=("factor.reset",)),
    "acc.kyc_rejected": Expected("kyc", "kyc.retry", "look_at", ("kyc-blurry", "kyc-face", "kyc", "kyc-retry"), ("reject_code",), open=("kyc.retry_grant",)),
    "acc.kyc_pending": Expected("kyc", "kyc.pending", "look_at", ("kyc-manual",), ("level",), open=("kyc.manual_review",)),
    "acc.close_privacy": Expected("complaints", "account.closing", "look_at", ("close",)),
    "acc.deceased_rare": Expected("complaints", "", "ask_missing", ("bereavement",)),
    "stm.tax": Expected("l1", "", "ask_missing", ("statement", "tax"), open=("statement.generate",)),
    "trd.order": Expected("trading", "order.canceling", "look_at", ("ghost", "not-filled")),
    "trd.liquidation": Expected("trading", "position.liquidated", "look_at", ("liquidation", "mark"), ("symbol", "time")),
    "trd.margin_funding": Expected("trading", "", "ask_missing", ("funding", "tier")),
    "trd.system_loss": Expected("duty", "order.system", "look_at", ("claim",), ("time", "symbol"), open=("claim.pay",)),
    "trd.api": Expected("api", "api_key.error", "look_at", ("api-ip", "api-sign"), ("error_code",), open=("api_keys.disable",)),
    "care.person_at_risk": Expected("duty", "", "procedure", ()),
    "p2p.paid_not_released": Expected("p2p", "p2p.paid", "look_at", ("p2p-wait", "p2p"), ("p2p_order_id",)),
    "p2p.fraud_payment": Expected("p2p", "p2p.released", "look_at", ("p2p-third", "p2p-video"), ("p2p_order_id",), open=("counterparty.hold",)),
    "p2p.card_frozen": Expected("p2p", "hold.bank_freeze", "look_at", ("p2p-card",)),
    "fiat.deposit": Expected("fiat", "fiat.unmatched", "look_at", ("fiat-reference", "fiat-pending"), ("method", "amount", "currency", "time")),
    "fiat.withdraw": Expected("fiat", "fiat.returned", "look_at", ("payout-returned", "payout-eta", "payout-trace"), ("method", "amount", "currency", "time")),
    "fee.vip": Expected("l1", "tier.gap", "look_at", ("fees",), open=("fee.refund",)),
    "prod.earn": Expected("products", "", "ask_missing", ("redeem",)),
    "prod.campaign": Expected("products", "", "ask_missing", ("reward-date", "not-eligible"), open=("reward.reissue",)),
    "prod.referral": Expected("products", "", "ask_missing", ("referral",)),
    "prod.swap_delist": Expected("products", "coin.leaving", "look_at", ("delist", "swap"), ("coin",)),
    "prod.web3": Expected("products", "trace.failed", "say_trace", ("gas",), ("txid",)),
    "scam.victim": Expected("security", "withdrawal.flagged", "procedure", ("scam", "hold-request"), ("txid", "address", "amount"), open=("counterparty.hold",)),
    "leg.law_enforcement": Expected("complaints", "", "procedure", ("police",), shut=()),
    "leg.complaint": Expected("complaints", "", "procedure", ("complaint",)),
    "fb.feature": Expected("l1", "", "ask_missing", ("idea",)),
    "gen.howto": Expected("l1", "", "procedure", ("howto",)),
    "biz.other": Expected("l1", "", "ask_missing", ("business",)),
}

NEVER = {"withdrawal.approve", "withdrawal.execute", "whitelist.change", "balance.move", "password.set", "legal.disclose", "legal.hold"}
"""What no lead is ever offered: the first five are in no row at all, the last two are compliance's."""


class Scene(NamedTuple):
    """A step of the scenario clock and how the card changes by it. params: of the step. look: where in the card, as keys and places."""

    step: str
    params: dict[str, Any]
    look: tuple[str | int, ...]
    before: Any
    after: Any


_STATE: tuple[str | int, ...] = ("exchange", "items", 0, "state")
_FACT: tuple[str | int, ...] = ("facts", 0, "code")
SCENES: dict[str, list[Scene]] = {
    "dep.unconfirmed": [Scene("deposit.credit", {}, _STATE, "confirming", "credited_locked"),
                        Scene("deposit.unlock", {}, ("next", "code"), "say_times", "say_done")],
    "dep.missing_memo": [Scene("deposit.unattributed", {}, ("exchange", "items", 1, "state"), None, "unattributed")],
    "dep.suspended": [Scene("network.resume", {"coin": "LTC", "network": "LTC"}, ("facts", 1, "code"), "network.deposits_paused", None)],
    "wd.pending_review": [Scene("withdrawal.stuck", {}, ("answers", 0, "shortcut"), "review", "hotwallet"),
                          Scene("withdrawal.complete", {}, _STATE, "review", "completed")],
    "wd.security_hold": [Scene("account.password", {}, ("facts", 1, "code"), None, "hold.security_change")],
    "wd.failed": [Scene("withdrawal.fail", {"reason": "not_whitelisted"}, ("next", "code"), "say_failed", "which_one")],
    "wd.travel_rule": [Scene("withdrawal.complete", {}, _FACT, "withdrawal.review", None)],
    "wd.wrong_address": [Scene("withdrawal.complete", {}, ("next", "code"), "offer_cancel", "say_sent")],
    "wd.suspended": [Scene("network.resume", {"coin": "BCH", "network": "BCH"}, ("facts", 1, "code"), "network.withdrawals_paused", None)],
    "sec.account_stolen": [Scene("account.attack", {}, ("exchange", "holds", 0, "type"), None, "security_change")],
    "acc.kyc_rejected": [Scene("kyc.approve", {}, _FACT, "kyc.retry", None)],
    "acc.kyc_pending": [Scene("kyc.retry", {"code": "BAD_FACE_MATCHING"}, _FACT, "kyc.pending", "kyc.limit_used")],
    "trd.liquidation": [Scene("position.liquidate", {}, ("facts", 1, "code"), None, "position.liquidated")],
    "p2p.paid_not_released": [Scene("p2p.appeal", {}, ("answers", 0, "shortcut"), "p2p-wait", "p2p-appeal")],
}
"""By reason, one after another."""
SEALED = ("dep.compliance_hold", "wd.pending_review", "sec.restricted", "scam.victim", "leg.law_enforcement", "p2p.card_frozen")
"""Reasons of which the customer may not learn that, or why, an account is looked into (tipping off)."""
