"""Where somebody goes whom an article did not help: a form of the right reason, with the article named."""

from urllib.parse import urlencode

from farol.core.reasons import reasons

OF_ARTICLE = {
    "account-stolen": "sec.account_stolen", "freeze-account": "sec.freeze_unfreeze", "withdrawal-holds": "wd.security_hold",
    "reset-authenticator": "sec.2fa_reset", "passkeys": "sec.2fa_reset", "change-phone-email": "sec.contact_change",
    "no-code": "acc.login", "login-trouble": "acc.login", "devices-sessions": "acc.login", "anti-phishing-code": "sec.phishing_report",
    "verify-official": "sec.phishing_report", "never-asked": "sec.phishing_report", "recognise-scams": "scam.victim",
    "address-list": "wd.failed", "kyc-levels": "acc.kyc_pending", "kyc-rejected": "acc.kyc_rejected",
    "proof-of-address": "acc.kyc_rejected", "id-already-used": "acc.kyc_rejected", "source-of-funds": "dep.compliance_hold",
    "how-to-deposit": "gen.howto", "deposit-not-credited": "dep.unconfirmed", "confirmations": "dep.unconfirmed",
    "memo-tag": "dep.missing_memo", "wrong-network": "dep.wrong_network_token", "below-minimum": "dep.below_minimum",
    "find-txid": "dep.unconfirmed", "deposit-on-hold": "dep.compliance_hold", "address-poisoning": "scam.victim",
    "how-to-withdraw": "gen.howto", "withdrawal-status": "wd.pending_review", "withdrawal-review": "wd.pending_review",
    "withdrawal-not-received": "wd.not_received", "withdrawal-errors": "wd.failed", "cancel-withdrawal": "wd.pending_review",
    "withdrawal-fees-limits": "wd.failed", "travel-rule": "wd.travel_rule", "wrong-address": "wd.wrong_address",
    "order-types": "trd.order", "order-not-filled": "trd.order", "mark-price-liquidation": "trd.liquidation",
    "liquidation-statement": "trd.liquidation", "auto-deleveraging": "trd.liquidation", "funding-rate": "trd.margin_funding",
    "margin-leverage": "trd.margin_funding", "outages-claims": "trd.system_loss", "api-errors": "trd.api",
    "p2p-safety": "p2p.fraud_payment", "third-party-payments": "p2p.fraud_payment", "p2p-appeal": "p2p.paid_not_released",
    "card-frozen": "p2p.card_frozen", "bank-deposits": "fiat.deposit", "card-declined": "fiat.deposit", "fiat-payouts": "fiat.withdraw",
    "earn-times": "prod.earn", "rewards": "prod.campaign", "referral": "prod.referral", "rebrands-delistings": "prod.swap_delist",
    "web3-wallet": "prod.web3", "fees-vip": "fee.vip", "statements-tax": "stm.tax", "complaints": "leg.complaint",
    "law-enforcement": "leg.law_enforcement", "service-promise": "leg.complaint",
}  # fmt: skip
OF_TOPIC = {
    "deposits": "dep.unconfirmed", "withdrawals": "wd.pending_review", "account": "acc.login", "identity": "acc.kyc_pending",
    "trading": "trd.order", "p2p": "p2p.paid_not_released", "fiat": "fiat.deposit", "products": "prod.campaign", "legal": "fee.vip",
}  # fmt: skip

TOOLS = {
    "dep": "/my/trace", **dict.fromkeys(("dep.missing_memo", "dep.wrong_network_token", "dep.wrong_address"), "/my/recovery"), "wd": "/my/withdrawals", "wd.security_hold": "/my/holds", "sec.2fa_reset": "/my/holds", "sec.contact_change": "/my/holds",
    "acc.kyc_pending": "/my/kyc", "acc.kyc_rejected": "/my/kyc", "trd.liquidation": "/my/liquidations",
}  # fmt: skip
"""The page on which a customer sees the state of such a matter by themselves, by leaf or family of the taxonomy."""


def tool(leaf: str) -> str:
    """Its address for that leaf; empty where there is none."""
    return TOOLS.get(leaf) or TOOLS.get(leaf.partition(".")[0], "")


def reason(slug: str, category: str) -> str:
    """The leaf of the taxonomy nearest to the article's matter."""
    found = OF_ARTICLE.get(slug) or OF_TOPIC.get(category, "gen.howto")
    return found if found in reasons() else "gen.howto"


def ticket_form(slug: str, category: str) -> str:
    """The address of the portal's form for it."""
    return "/my/new?" + urlencode({"reason": reason(slug, category), "article": slug})
