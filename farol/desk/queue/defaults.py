"""The teams an exchange begins with: who escalations go to in practice. An operator changes them; none is special."""

from .model import Team

DEFAULTS = (
    Team(0, "l1.zh", "一线客服（中文）", "First line, Chinese", [""], ["zh"], 3, 30, 120, 60),
    Team(0, "l1", "一线客服", "First line", [""], [], 3, 30, 120, 60),
    Team(0, "wallet", "钱包运营", "Wallet operations", ["dep.wrong_address", "wd.not_received", "wd.wrong_address"], [], 4, 60, 300, 60),
    Team(0, "recovery", "充值找回", "Deposit recovery", ["dep.missing_memo", "dep.wrong_network_token"], [], 5, 60, 300, 60),
    Team(0, "risk", "风控审核", "Risk review", ["wd.pending_review"], [], 4, 60, 300, 60),
    Team(0, "security", "安全应急", "Security desk", ["sec.account_stolen", "sec.phishing_report", "scam"], [], 2, 15, 60, 15),
    Team(0, "identity", "身份核验", "Identity desk", ["sec.2fa_reset", "sec.contact_change", "sec.freeze_unfreeze"], [], 3, 45, 180, 60),
    Team(0, "compliance", "合规", "Compliance", ["dep.compliance_hold", "wd.travel_rule", "sec.restricted"], [], 4, 120, 600, 60),
    Team(0, "kyc", "实名认证", "KYC operations", ["acc.kyc"], [], 5, 60, 300, 60),
    Team(0, "trading", "交易与合约", "Trading and derivatives", ["trd"], [], 3, 60, 300, 60),
    Team(0, "api", "API 支持", "API desk", ["trd.api"], [], 3, 60, 300, 60),
    Team(0, "p2p", "C2C 仲裁", "P2P arbitration", ["p2p"], [], 3, 30, 120, 60),
    Team(0, "fiat", "法币运营", "Fiat operations", ["fiat"], [], 4, 60, 300, 60),
    Team(0, "products", "产品与活动", "Products and campaigns", ["prod"], [], 4, 60, 300, 60),
    Team(0, "complaints", "投诉与法务", "Complaints and legal", ["leg", "acc.close_privacy", "acc.deceased_rare"], [], 4, 300, 900, 60),
    Team(0, "duty", "值班经理", "Duty manager", ["care", "dep.suspended", "wd.suspended", "trd.system_loss"], [], 2, 15, 60, 15),
)
