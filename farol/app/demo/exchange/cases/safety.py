"""Customers whose account is attacked, limited, frozen or locked out."""

from typing import Any

from farol.core.exchange.states import WithdrawalState as W

from .. import made
from ..planned import HoldPlan, Thing, WithdrawalPlan, days, hours, minutes
from .case import case


def sign_in(ago: Any, result: str, method: str, device: str, country: str) -> dict[str, Any]:
    """A sign-in as the core tells it; ``ago`` before the anchor."""
    return {"at": -ago, "result": result, "method": method, "device_label": device, "country": country, "is_current": False}


THIEF = made.tron("the thief's wallet")

CASES = (
    case(
        15, "sec.account_stolen", ("叶青", "Tess Arden"),
        ("半小时内：新设备登录、改密码、新建 API 密钥，两笔提币在等。",
         "Within half an hour: a new device, a new password, a new API key, and two withdrawals waiting."),
        ("我的号被盗了快冻结，不是我登录的", "my account is hacked freeze it now, I did not make this login"),
        balances={"USDT": "4.10", "BTC": "0.002"},
        changes=(("api_key_created", minutes(18)), ("password_change", minutes(24)), ("new_device", minutes(31))),
        sessions=(sign_in(minutes(31), "ok", "password_sms", "Chrome on Linux", "NL"),),
        withdrawals=(
            WithdrawalPlan("first", "USDT", "TRON", "6200", "1.5", THIEF, minutes(11), W.REVIEW, "auto", cancellable=True),
            WithdrawalPlan("second", "BTC", "BTC", "0.31", "0.00006", made.btc("the thief's wallet"), minutes(9),
                           W.PENDING, cancellable=True),
        ),
        things=(Thing("api_key", "thief", minutes(18), {"label": "bot2", "key_prefix": "dx9Kq2", "permissions": ["read", "trade", "withdraw"],
                                                        "ip_whitelist_count": 0, "last_used_at": -minutes(10)}),),
    ),
    case(
        16, "sec.restricted", ("崔明", "Boris Lane"),
        ("账户受限：要补充资金来源材料。", "The account is restricted until source-of-funds papers are sent."),
        ("账户被冻结了什么原因，为什么限制我提现和交易", "my account is restricted why, submitted documents a week ago"),
        status="restricted", risk_band="mid",
        holds=(HoldPlan("funds", "source_of_funds", ("withdraw_crypto", "withdraw_fiat", "trade"), days(7), None, "large_deposits"),),
    ),
    case(
        17, "sec.2fa_reset", ("董洁", "Kira Bloom"),
        ("今天四次登录都卡在验证器。", "Four sign-ins today stopped at the authenticator."),
        ("谷歌验证器丢了怎么重置，换手机了", "lost my google authenticator, new phone cant log in with 2fa"),
        sessions=tuple(sign_in(minutes(20 * n), "failed", "password_totp", "iPhone, app 8.2", "GB") for n in range(1, 5)),
    ),
    case(
        18, "sec.contact_change", ("余晖", "Noel Baker"),
        ("手机收不到短信：今天三次短信验证没有通过。", "His phone no longer takes SMS: three SMS checks failed today."),
        ("手机号不用了怎么换绑", "changed my phone number need to update it"),
        factors=("sms", "email"),
        sessions=tuple(sign_in(hours(n), "failed", "password_sms", "Android, app 8.1", "CN") for n in range(1, 4)),
    ),
    case(
        19, "sec.phishing_report", ("温婷", "Phil Archer"),
        ("账户平静，没有异常。", "The account is quiet."),
        ("telegram 客服私聊我是真的吗，有人冒充你们客服", "someone on telegram claims to be support, is this email really from you"),
        by_state=False,
    ),
    case(
        20, "sec.freeze_unfreeze", ("石磊", "Gina Frost"),
        ("30 小时前她自己冻结了账户。", "She froze the account herself 30 hours ago."),
        ("冻结后怎么解冻，误点了冻结", "I froze it by mistake, how long to unlock my account"),
        status="frozen",
        holds=(HoldPlan("freeze", "other", ("all",), hours(30), None, "self_freeze"),),
        changes=(("freeze", hours(30)),),
    ),
    case(
        21, "acc.login", ("柳叶", "Amy Cross"),
        ("连续输错密码，登录锁到 20 小时后。", "Too many wrong passwords: sign-ins are locked for 20 more hours."),
        ("登录不上，提示账号被锁24小时", "too many attempts locked, cant log in"),
        holds=(HoldPlan("locked", "other", ("login",), hours(4), hours(24), "too_many_attempts"),),
        sessions=tuple(sign_in(hours(4) + minutes(n), "blocked" if n == 1 else "failed", "password", "Firefox on Windows", "GB")
                       for n in range(1, 6)),
    ),
)  # fmt: skip
