"""Two customers and their coins, in memory. Everything here is invented; give this file your database."""

from datetime import UTC, datetime, timedelta
from typing import Any

BEGAN = datetime.now(UTC).replace(microsecond=0)
Row = dict[str, Any]


def ago(**by: float) -> datetime:
    """A time before this process began."""
    return BEGAN - timedelta(**by)


NETWORKS: list[Row] = [
    {"coin": "USDT", "network": "ETH", "vendor_chain": "USDT-ERC20", "deposit_enabled": True, "withdraw_enabled": True, "min_deposit": "1",
     "min_withdraw": "10", "withdraw_fee": "4.5", "memo_required": False, "confirm_credit": 12, "confirm_unlock": 64},
    {"coin": "USDT", "network": "TRON", "vendor_chain": "USDT-TRC20", "deposit_enabled": True, "withdraw_enabled": False, "min_deposit": "1",
     "min_withdraw": "10", "withdraw_fee": "1.5", "memo_required": False, "confirm_credit": 1, "confirm_unlock": 20},
    {"coin": "XRP", "network": "XRP", "vendor_chain": "XRP", "deposit_enabled": True, "withdraw_enabled": True, "min_deposit": "1",
     "min_withdraw": "20", "withdraw_fee": "0.2", "memo_required": True, "confirm_credit": 1, "confirm_unlock": 1},
]  # fmt: skip
HOT = {"0x28c6c06298d514db089934071355e5743bf21d60"}
PEOPLE: dict[str, Row] = {
    "10001": {
        "profile": {"uid": "10001", "status": "active", "display_name_masked": "L•• W••", "email_masked": "l••••@example.com",
                    "phone_masked": "+86••••••00", "country": "CN", "language": "zh", "created_at": ago(days=420), "account_type": "person",
                    "flags": [], "risk_band": "low"},
        "kyc": {"level": "2", "state": "approved", "limits": {"withdraw_24h": "100000", "currency": "USDT", "used": "0"}},
        "tier": {"vip_level": "1", "asset_band": "10k-100k", "maker": "0.0008", "taker": "0.001"},
        "security": {"factors": [{"type": "totp"}, {"type": "email"}], "whitelist_on": False, "anti_phish_set": True,
                     "last_changes": [{"kind": "password_change", "at": ago(hours=5)}],
                     "holds": [{"hold_id": "H-1", "type": "security_change", "scope": ["withdraw_crypto"], "started_at": ago(hours=5),
                                "until": ago(hours=5) + timedelta(hours=24), "trigger": "password_change", "overridable": False}]},
        "addresses": {"0x5a0b54d5dc17e0aadc383d2db43b0a0d3e029c4c": True, "TJRyWwFs9wTFGZg3JbrVriFbNfCug5tDeC": True},
        "deposits": [
            {"deposit_id": "D-1003", "coin": "USDT", "network": "ETH", "amount": "250", "txid": "0x" + "3c" * 32, "state": "confirming",
             "confirmations": 5, "confirm_required_credit": 12, "confirm_required_unlock": 64, "min_deposit": "1",
             "address": "0x5a0b54d5dc17e0aadc383d2db43b0a0d3e029c4c", "created_at": ago(minutes=2), "est_credit_at": ago(minutes=-2)},
            {"deposit_id": "D-1002", "coin": "USDT", "network": "TRON", "amount": "1200.50", "txid": "2b" * 32, "state": "available",
             "confirmations": 20, "confirm_required_credit": 1, "confirm_required_unlock": 20, "min_deposit": "1",
             "address": "TJRyWwFs9wTFGZg3JbrVriFbNfCug5tDeC", "created_at": ago(days=3)},
        ],
        "withdrawals": [
            {"withdrawal_id": "W-2002", "coin": "USDT", "network": "ETH", "amount": "400", "fee": "4.5", "state": "review", "substate": "manual",
             "cancellable": True, "usual_half_s": 3600, "usual_ninety_s": 14400, "created_at": ago(minutes=40)},
            {"withdrawal_id": "W-2001", "coin": "XRP", "network": "XRP", "amount": "75", "fee": "0.2", "txid": "1A" * 32, "state": "completed",
             "cancellable": False, "created_at": ago(days=9)},
        ],
    },
    "10002": {
        "profile": {"uid": "10002", "status": "active", "display_name_masked": "A•• S••", "email_masked": "a••••@example.com", "created_at": ago(days=30)},
        "kyc": {"level": "1", "state": "retry", "reject_codes": ["blurred"], "attempts_left": 2},
        "tier": {"vip_level": "0", "asset_band": "lt1k"},
        "security": {"factors": [{"type": "email"}], "holds": []},
        "addresses": {}, "deposits": [], "withdrawals": [],
    },
}  # fmt: skip


def deposit(txid: str, network: str) -> tuple[str, Row] | None:
    """Whose it is, and the deposit."""
    for uid, person in PEOPLE.items():
        for one in person["deposits"]:
            if one["network"] == network and one["txid"].lower() == txid.lower():
                return uid, one
    return None


def owner(address: str) -> tuple[str, bool] | None:
    """Whose address it is, and whether it is the present one. Only Ethereum's are the same in any case."""
    for uid, person in PEOPLE.items():
        for known, current in person["addresses"].items():
            if known == address or (known[:2] == "0x" and known == address.lower()):
                return uid, current
    return None
