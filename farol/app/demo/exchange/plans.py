"""Who of the cast has what at the demo exchange: the fixed part of their stories, as data."""

import msgspec

from farol.app.demo.cast import IVAN, MALLORY, MEI, ROSA
from farol.core.exchange.model import Recovery
from farol.core.exchange.states import DepositState as D
from farol.core.exchange.states import WithdrawalState as W

from .planned import Account, DepositPlan, HoldPlan, WithdrawalPlan
from .planned import hours as _h
from .planned import minutes as _m

HOT = {
    "EVM": "0x27f7464D3AC3CC665F30B4c2dd4b76C7b819dad3",
    "TRON": "TQ1JToD3WtajbtoPiFrhQWarT9AG9cUh9R",
    "BTC": "bc1qd0p3suy4sja0etmg3ulvqklmvw6ct8rejw5fwd",
    "XRP": "r9ZA8ahErvbFkoKmcaYosbVkQPnxRStRq",
}
"""The exchange's own wallets. XRP deposits of everyone go to one address and are told apart by their tag."""

MEI_LISTED = "TKbyoCRKjTBAHK2MkoA4KNkr3E7YjxLxHJ"
MEI_POISONED = "TKbyoCRKjXiup7opFbZhWWRjBU3medLxHJ"
"""Begins and ends like the address on her list: the poisoning that made her withdrawal fail."""
_EVM_OUT = "0x6Ae09d2AA520c3902fa5ECBAA3474451617D00CD"
_BTC_OUT = "bc1qk7hw7rw9820jju8hed2xg2wde09ak2ec2jr79d"
_SENDER = "0x1620113b28Ea5f43A73602910EdA3e00c8c5e486"


ACCOUNTS = {
    MEI.uid: Account(
        "0x243084751eFFA009d55B727a4388ef6286Ce8d42", "TLLdE4JMjidJUimMZrHZbPpLH7v4aoSUsR",
        "bc1qymj6uj7gh3ct5lqc3t8ejhm5uw535w32s20rls",
        {"USDT": "12480.50", "BTC": "1.84210000", "ETH": "6.250000", "SOL": "120.00"},
        deposits=(
            DepositPlan("story", "USDT", "ETH", "4000", _m(1), D.CONFIRMING, 3, sender=_SENDER),
            DepositPlan("btc", "BTC", "BTC", "0.25", _h(1.4), sender="bc1qwlhclh5gyrgjwlnaqru8gdh2hqzpgk7szst8up"),
            DepositPlan("tron", "USDT", "TRON", "3000", _h(50), sender="TFTe5rDE5vgBVFmNpP4oAKXEw1JxwgwNZ3"),
        ),
        withdrawals=(
            WithdrawalPlan("poisoned", "USDT", "TRON", "500", "1", MEI_POISONED, _m(40), W.FAILED,
                           reason="not_whitelisted", refunded=True),
            WithdrawalPlan("large", "USDT", "ETH", "18500", "4.2", _EVM_OUT, _m(95), W.REVIEW, "manual",
                           cancellable=True, takes=_h(9)),
            WithdrawalPlan("listed", "USDT", "TRON", "1200", "1", MEI_LISTED, _h(44)),
        ),
        whitelist=(MEI_LISTED, _EVM_OUT), tag="207781", asset_band="100k-1m", kyc_level="3",
        changes=(("whitelist_on", _h(24 * 40)),),
    ),
    IVAN.uid: Account(
        "0x3B275397c59666591C78C476F0B450A6C6818bf8", "TRocXbZrjj9sH3rt5WWyV9gcNwp32h4kbq",
        "bc1q5aguaqxly2hlhf20762c5ct8kgray957kew0zq", {"USDT": "312.40", "BTC": "0.04100000"},
        deposits=(DepositPlan("story", "USDT", "ETH", "4000", _m(1.5), D.CONFIRMING, 5, sender=_SENDER),),
        withdrawals=(WithdrawalPlan("btc", "BTC", "BTC", "0.02", "0.0001", _BTC_OUT, _h(60)),),
        holds=(HoldPlan("device", "new_device", ("withdraw_crypto", "api_withdraw"), _h(2), _h(24), "new_device"),),
        changes=(("new_device", _h(2)),), tag="839200", asset_band="1k-10k",
    ),
    ROSA.uid: Account(
        "0xd59234E4e3de34B3A24AE21eD67b35F3b22Cb1b5", "TAfGZgFskwiBYPy9xJ4LVbGUuJ3Ap5nkik",
        "bc1qrw2aalz8ddkqzwh3qmgl3a7k20sdvp3rhydneh", {"XRP": "85.000000", "USDT": "640.00"},
        deposits=(
            DepositPlan("untagged", "XRP", "XRP", "250", _h(5), D.UNATTRIBUTED, reason="missing_memo",
                        sender="r4H3inz53Ed9xAK3979nE2X3Gahj29sR4k"),
            DepositPlan("dust", "DOGE", "DOGE", "1.5", _h(30), D.REJECTED, reason="below_minimum",
                        sender="DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L"),
        ),
        holds=(HoldPlan("password", "security_change", ("withdraw_crypto", "p2p_sell"), _h(3), _h(24), "password_change"),),
        changes=(("password_change", _h(3)), ("new_device", _h(3.1)), ("anti_phishing_set", _h(24 * 12))),
        tag="552109", asset_band="lt1k",
    ),
    MALLORY.uid: Account(
        "0xAE76599c8c3806dd77Fb673db15608A93E5E71c1", "TCusT9RsVJx8cathuPPqUaDJ5kddTQgZ24",
        "bc1qv5vpf53wfcy43hrr94t3fzsf83vk0pzcfxgy9a", {},
        holds=(HoldPlan("review", "risk_review", ("withdraw_crypto", "withdraw_fiat", "p2p_sell"), _h(48), None,
                        disclosable=False),),
        status="restricted", risk_band="high", kyc_level="0",
    ),
}  # fmt: skip


class Stranger(msgspec.Struct, frozen=True):
    """A transaction of nobody here, for trying what the trace answers. recovery: whether it can be brought back."""

    key: str
    network: str
    coin: str
    amount: str
    found: str
    tx_status: str = "confirmed"
    reason: str = ""
    recovery: Recovery | None = None


STRANGERS = (
    Stranger("elsewhere", "ETH", "USDT", "750", "not_ours"),
    Stranger("out_of_energy", "TRON", "USDT", "920", "not_ours", "failed"),
    Stranger("unlisted", "BSC", "MOONX", "1000000", "unsupported", reason="unlisted_coin",
             recovery=Recovery("unsupported_token", eligible=False, why_not="value_too_small")),
    Stranger("contract", "ETH", "USDT", "300", "not_ours", reason="contract_address",
             recovery=Recovery("wrong_network", eligible=False, why_not="contract_address")),
    Stranger("hot", "TRON", "USDT", "510", "unattributed", reason="hot_wallet",
             recovery=Recovery("hot_wallet", eligible=True, fee="80", fee_coin="USDT", eta_days=3)),
    Stranger("foreign_memo", "XRP", "XRP", "120", "other_user", reason="foreign_memo",
             recovery=Recovery("memo", eligible=False, why_not="credited_to_another_account")),
)  # fmt: skip
